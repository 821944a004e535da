import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import type { Scene } from "./scene.js";

/** Of which each way to take something back has one. */
const SIGNS = new CharacterSet("误错实混口看应更准对");
/** 称“某公司获某奖”|有误; “也得了奖”，是把两家看混了: what is quoted is called wrong. */
const QUOTED_WRONG = gated(
  /^[^，。；“”]{0,12}”(?:的(?:说法|消息|报道|传言|传闻|表述|内容)?)?(?:[，、]?(?:经核实|经查|其实|实际上|实|纯|均|都|并|显然|也){0,3}(?:有误|应为|应是|应改为|更正为|不实|不确|失实|属误|系误|是误|为误|不准确|不属实|属谣|是谣|是?误传|误报|错误|笔误)|，(?:其实|实际上|那|这){0,2}(?:都|只)?[是系](?:有人)?(?:把|将|误|错|混)[^。；]{0,40}(?:看成|当成|认成|混|误|错|弄|搞)|，(?:其实|实际上)?[是系](?:误会|误传|谣传|误读|笔误))/,
);
/** 又获得某奖……哦，这个|说错了: who tells it takes it back. */
const MISSPOKEN = gated(
  /^[^，。；“”]{0,8}[”。]?(?:…{1,4}|——|，|。)[^。；，]{0,6}，?(?:不对|不是|抱歉|对不起)?，?(?:这个|这句|那个|刚才|这里|前面|我)?(?:我)?(?:是)?(?:说错|口误|记错|讲错|说岔|记岔|念错)/,
);

/** 有消息说甲拿了正奖，|不准确: what others are said to have told, and that it is not so. */
const REPORTED = gated(
  /(?:消息|报道|传言|传闻|稿件|文章|帖子|说法|有人|网友)[^，。；]{0,8}(?:说|称|写|传|提到|误)/,
);
const WRONG = gated(
  /^[^，。；“”]{0,4}，(?:这|此|其实|实际上?)?(?:是|说法|系|并)?(?:不准确|有误|不属实|不实|误传|误读|误会|误报|不对|不是事实)/,
);

/** Whether the text behind what ends there says that it was told wrongly. */
export function disowned({ norm, sentence }: Scene, end: number): boolean {
  const to = Math.min(sentence.block.end, end + 80);
  if (!SIGNS.within(norm, end, to)) return false;
  if (WRONG.test(norm, end, Math.min(to, end + 16)) && REPORTED.test(norm, sentence.start, end)) return true;
  return QUOTED_WRONG.test(norm, end, to) || MISSPOKEN.test(norm, end, Math.min(to, end + 40));
}
