import { gated } from "../../patterns/gated.js";
import type { Block } from "../../types.js";
import { speakerOf } from "../names/speakers.js";
import { lastIndexWithin } from "../spans.js";
import type { DocEntity, Extraction } from "../types.js";
import type { Scene } from "./scene.js";
import { type Unit, unitOf } from "./units.js";

const SAID =
  /(?:说|道|介绍|表示|坦言|回忆|透露|告诉|感慨|感叹|直言|如数家珍|细数|指头|自豪|欣慰|回想|谈到|聊起|强调|称|回答|解释|认为|感叹)/;

const COUNTED = gated(
  /[奖号章](?:（[^（）]{1,8}）)?(?:组织|企业|单位)?[有共达]{0,2}[一二两三四五六七八九十\d]{1,3}[个家名项]/,
);

/** Whether a speaker tells how many prizes there are, 某某：中国质量奖提名奖3个，市长质量奖组织39家, which are not his. */
export const countsPrizes = (x: Extraction, block: Block): boolean =>
  COUNTED.test(x.norm, block.start, block.end) && speakerOf(x, block) !== undefined;

/** Whom 我们 may mean in a sentence, the likeliest first: the firm of who speaks; the place, where an authority does. */
export function* speakersOf(scene: Scene): Generator<Unit> {
  for (const entity of organizationsOf(scene)) {
    const { start } = scene.sentence;
    if (entity.type === "GovernmentBody") {
      const place = scene.x.place;
      if (place !== undefined && !/区|县|管委会/.test(entity.name.slice(place.name.length)))
        yield unitOf(place, start, start);
    }
    yield unitOf(entity, start, start);
  }
}

function* organizationsOf({ x, sentence }: Scene): Generator<DocEntity> {
  // “我们…。”某公司总经理某某说。
  const end = Math.min(sentence.block.end, sentence.end + 60);
  const from = Math.max(sentence.start, sentence.end - 60);
  const said = SAID.exec(x.norm.slice(sentence.end, end));
  if (said !== null) {
    const firm = x.mentionsIn(sentence.end, sentence.end + said.index, ["Company", "Institution"])[0];
    if (firm !== undefined) yield firm.entity;
  }
  // “…。”, 某公司总经理某某说: the marks close within the sentence.
  const close = lastIndexWithin(x.norm, "”", from, sentence.end + 1);
  if (close >= 0) {
    const firm = x.mentionsIn(close, sentence.end, ["Company", "Institution"])[0];
    if (firm !== undefined && SAID.test(x.norm.slice(firm.end, sentence.end))) yield firm.entity;
  }
  const speaker = speakerOf(x, sentence.block);
  if (speaker === undefined) return;
  const beside = x.mentionsIn(speaker.name, speaker.end, ["Company", "Institution", "GovernmentBody"])[0];
  if (beside !== undefined) yield beside.entity;
  for (const { type, from: who, to } of x.relations)
    if (type === "HOLDS_POSITION" && who === speaker.person) yield to;
}
