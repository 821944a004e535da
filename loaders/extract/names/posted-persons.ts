import { allMatches } from "../../patterns/all-matches.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { SIGNS } from "../../patterns/signs.js";
import { candidate } from "../candidate.js";
import type { Candidate } from "../types.js";
import { isFullName, isGiven, isSurname, nameLength } from "./person-names.js";

/** With what posts and trades end, whether a list has them or not. */
const POST_ENDS = new CharacterSet("员师长工手匠任监理管户民农人机家士兵警生");
/** 引航员, 调度长, 种植户: a post or trade, and no other word with its end. */
const POST = gated(
  /(?:[^人成会动全团议官党学委裁\s]员|[^出会誓班老\s]师|[^增成延特擅生助专加见周身家最较很时全局市区县省校院厅\s]长|[^施加竣开动完复返停招用务人手化军职员民分义理轻重建总美天河沙\s]工|[能水舵棋射号作驶杆]手|[工木铜铁石皮巧鞋窑篾银金花瓦漆画]匠|主[任管]|总监|经理|[植殖养种捕牧粮蟹茶]户|大户|[村农渔牧]民|[^三务支涉兴惠强助富下工神为司大小老新上中贫雇\s]农|[传艺工匠商理军持办创领引渔牧]人|司机|专家|[护博硕]士|老兵|[民交]警|医生) ?$/,
);
/** What goes on behind a name of three characters or more. */
const AFTER = gated(
  new RegExp(
    `^(?:$|[，。；、：（）“”|｜／\\s${SIGNS}]|(?:19|20)\\d\\d|\\d{1,2}月|[荣喜]获|[获被]|荣[膺登]|当选|入选|评上|斩获|[摘夺]得|摘[下取]|拿[到下]|捧[得回起]|勇夺|问鼎|得[了到]|成[为了]|登[上榜]|上榜|[名位]列|列入|领衔|牵头|带[着领队]|[今去前当同]年|昨|日前|近日|上[周个]?月?|[也又还则均都曾已就再](?![\\u4e00-\\u9fa5]?工)|先后|此前|双双|一[起同并]|[同齐][获登]|等[\\d一二三四五六七八九十两]|[于在以凭因从把]|[和与及]|个人|本人|自己|团队|说|表示|介绍|坦言|告诉|[手身家]里|的|同志|师傅|照[例常旧样]|每[天日]|[干守跑种剪养教做][了着过]|是|为)`,
  ),
);
/** The same behind one of two, where more could as well be its last character. */
const RIGHT_AFTER = gated(
  new RegExp(
    `^(?:$|[，。；、：（）|｜\\s${SIGNS}]|(?:19|20)\\d\\d|[荣喜]获|[获被]|荣[膺登]|当选|入选|评上|斩获|[摘夺]得|拿[到下]|捧[得回]|[今去前当同]年|[和与及]|也[在于获被是]|个人|本人|自己|双双|[同齐]获|说|的)`,
  ),
);
const LONGEST_AFTER = 6;
/** How much of what stands before the name tells a post. */
const POST_END = 4;

/** 某某港引航员|方某某2019年获…, 首席拍卖师　|和某某: the full name behind a post that no list has. */
export function postedPersons(norm: string, found: Candidate[]): void {
  for (let at = 1; at + 1 < norm.length; at++) {
    if (!POST_ENDS.has(norm.charCodeAt(at - 1))) continue;
    const start = norm[at] === " " ? at + 1 : at;
    if (!POST.test(norm, Math.max(0, at - POST_END), at)) continue;
    const end = start + nameLength(norm, start);
    if (end - start < 2) continue;
    const name = norm.slice(start, end);
    const full = end - start > 2;
    // 魏师|傅又获
    if (name[0] === "傅" && norm[start - 1] === "师") continue;
    if (!full && !isGiven(name[1]!)) continue;
    if (end - start === 3 && isSurname(name.charCodeAt(0)) && !isFullName(name)) continue;
    const after = full ? AFTER : RIGHT_AFTER;
    if (after.test(norm, end, Math.min(norm.length, end + LONGEST_AFTER)))
      found.push(candidate("Person", start, end, "name/person-after-post", 0.7, -1));
  }
}

/** Two names, a middle initial between them; no words of what is done or run. */
const LATIN =
  /(?<![A-Za-z])(?!(?:Data|Six|Lean|Quality|Total|Best|Smart|Green|Digital|National|China|World|Global)\b)[A-Z][a-zé]{1,14} (?:[A-Z]\. )?(?!(?:Center|Centre|Group|Sigma|Quality|Management|Award|System|Model|Lab|Park|Institute|University)\b)[A-Z][a-zé]{1,14}(?![A-Za-z])/g;
/** 　某公司技术总监, （丹麦籍，某厂工程师）: where somebody works, and as what, behind a name. */
const EMPLOYED = gated(
  /^(?:（[^（）]{1,8}）)?[ ，：（][^，。；、（）\n]{0,30}(?:公司|集团|医院|[厂院校学所局社站]|中心|车间)[^，。；、（）\n]{0,14}[员师长工手匠监任理管家](?=[ ，。；、（）\n\t]|$)/,
);
const LONGEST_POST = 60;

/** 总工程师|J. K., J. K.|　某公司技术总监: names in Latin letters, by the post beside them. */
export function latinPersons(norm: string, found: Candidate[]): void {
  for (const { index, 0: name } of allMatches(LATIN, norm)) {
    const end = index + name.length;
    const before = /[ ：]/.test(norm[index - 1] ?? "") ? index - 1 : index;
    if (
      POST.test(norm, Math.max(0, before - POST_END), before) ||
      EMPLOYED.test(norm, end, Math.min(norm.length, end + LONGEST_POST))
    )
      found.push(candidate("Person", index, end, "name/person-after-post", 0.7, -1));
  }
}
