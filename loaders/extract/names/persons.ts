import { COMPOUND_SURNAMES, SURNAMES } from "../../lexicon/surnames.js";
import { SPEECH, TITLE_ENDS } from "../../lexicon/titles.js";
import { Trie } from "../../lexicon/trie.js";
import type { Candidate, NameDetector } from "../types.js";
import { isHan } from "./window.js";

/** Titles, found at their ends: the longest that ends at a position begins earliest. */
const TITLES = Trie.ofWords(TITLE_ENDS);

/** What may stand right after a person's name. */
const AFTER = new RegExp(
  `^(?:$|[\\s，。；：！？、（）“”《》—…·/\\d|]|${SPEECH.join("|")}|同志|先生|女士|等|在|的|被|获|荣获|摘得|当选|入选|带领|率|主持|出席|作|做|就|向|对|和|与|及|为|是|说|从|还|也|则|将|把|给|曾|已|连续|两度|再|先后|于|到|有|以|担任|分别|团队|劳模|工作室|创新|凭|夺|拿|捧|获评|此前|个人|现场|来|走|用|正|这样|代表|陪同|宣读|批示|主任|副|市长|局长|因|参|共|入|收|主|不|没|一|第|同|思路|态度|还|出任|兼任|接任|受邀|牵|开|透|分享|补充|希望|建议|呼吁|期待|致辞|致欢|要求|发言|讲话|谈|指|带)`,
  "u",
);
/** Characters that do not end a given name as often as they begin the next word. */
const NOT_LAST = new Set(
  "说在的被获和与及为是对就向从也还将把给曾已再于到有以率作做等现即称则这那并时均都笑介表告坦认指强透回感解直讲先荣摘当入主出带凭夺拿因",
);
/** Words of two or three characters that begin with a surname and follow titles, but name no one. */
const NOT_NAMES =
  /^(?:谈谈|公司|公共|公开|公告|公布|公示|何时|任务|任何|任职|任期|高度|高级|高兴|高效|高新|高质|安全|安排|安装|方面|方案|方式|方可|方能|方便|石油|石化|金融|金属|金额|金奖|成为|成功|成立|成员|成果|成长|成本|成就|成都|时代|时间|时期|马上|万元|万人|万件|路上|路径|包括|包含|包装|白酒|田间|谢谢|余家|余名|常务|常委|常年|常州|平台|平均|平时|祖国|全国|全市|全省|相关|相继|武汉|应当|应用|应急|文化|文明|文件|明确|明天|明年|国家|国际|国内|团队|团长|施工|施行|支持|支部|安徽|江苏|江西|甘肃|云南|贵州|贵阳|宁波|宁夏|温州|常熟|黄山|连续|连云|单位|解决|解释|关于|关键|关心|项目|宣布|宣读|宣传|阳光|华为|车间|车辆|计划|计量|计算|全面|全体|左右|原因|原料|申报|申请|党委|党组|党员|房屋|纪律|纪检|纪委|居民|商务|商业|商会|同|来自|来到|农业|农村|农民|水平|水利|水务|生产|荣获|荣誉|牛奶|苗木|苗圃|卫生|幸福|那|这|从|干部|干净|严格|严肃|厉害|符合|程师|向市|司机|司法|司令|尚未|尚|仅|戴|伏|蒙|满意|满足|周边|周年|周期|周末|周围|周[一二三四五六日])/u;

/** Everyday words that a surname's character and a common noun make, or that end a phrase. */
const COMMON =
  /(?:技术|基地|产业|企业|质量|管理|生产|工作|工程|研究|服务|发展|建设|项目|产品|系统|中心|标准|品牌|市场|经济|科技|创新|单位|组织|人员|部门|名单|奖项|荣誉|称号|获奖|获得|地区|全部|一家|公司|集团|车间|装备|设备|材料|检测|检验|计量|认证|安全|环境|资源|文化|教育|医疗|水平|能力|体系|模式|方法|情况|问题|要求|内容|结果|成果|[的了在和与及等是为])$/u;

/** Persons by their titles, before or after the name, and by the shapes of honour rolls. */
export const persons: NameDetector = {
  id: "name/person",
  detect({ norm, blocks }) {
    const found: Candidate[] = [];
    const push = (start: number, end: number, rule: string, confidence: number): void => {
      found.push({ type: "Person", start, end, rule, confidence });
    };
    for (const { start, end } of titlesIn(norm)) {
      // 总工程师魏长河, 首席技师　孙长波, 局长：李…
      let at = end;
      if (norm[at] === "（") {
        const close = norm.indexOf("）", at);
        if (close > 0 && close - at < 10) at = close + 1;
      }
      if (norm[at] === " " || norm[at] === "：") at++;
      const length = nameLength(norm, at);
      if (length > 0) {
        push(at, at + length, "name/person-after-title", 0.85);
        // 市领导甲、乙、丙: the list goes on.
        for (let next = at + length; norm[next] === "、"; ) {
          const more = nameLength(norm, next + 1);
          if (more === 0 || !/[、，。等]/u.test(norm[next + 1 + more] ?? "。")) break;
          push(next + 1, next + 1 + more, "name/person-listed", 0.7);
          next += 1 + more;
        }
      }
      // 何朝晖副市长, 郭庆松 (title or organization and title follow, see below)
      const before = nameBefore(norm, start);
      if (before >= 0) push(before, start, "name/person-before-title", 0.8);
    }
    // 郭庆松（女）, 林巧云（国网…班长）, "郭庆松 嵩岳超硬党委书记": a line or cell that begins with a name.
    for (const block of blocks) {
      if (block.cells !== undefined) {
        for (const cell of block.cells) if (!cell.inherited) lead(cell.start, cell.end);
      } else lead(block.start, block.end);
    }
    // 有限公司黄靖 at the end of a line or cell.
    for (const match of norm.matchAll(
      /(?:公司|集团|医院|研究院|研究所|大学|学院|厂) ?([\u4e00-\u9fa5]{2,3})(?=[\t\n（|]|$)/gu,
    )) {
      const start = match.index + match[0].length - match[1]!.length;
      if (looksLikeName(match[1]!))
        push(start, start + match[1]!.length, "name/person-after-organization", 0.7);
    }
    // 授予杨某“…奖”, 李某等9名个人
    for (const match of norm.matchAll(
      /(?:授予|和|及|表彰|对|、)(?=[\u4e00-\u9fa5]{2,3}(?:等[\d一二三四五六七八九十]+[名位]|“|\d{4}年|第[\d一二三四五六七八九十]))/gu,
    )) {
      const start = match.index + match[0].length;
      const name =
        /^[\u4e00-\u9fa5]{2,3}?(?=等[\d一二三四五六七八九十]+[名位]|“|\d{4}年|第[\d一二三四五六七八九十])/u.exec(
          norm.slice(start, start + 6),
        )?.[0];
      if (name === undefined || !looksLikeName(name)) continue;
      if (
        match[0] !== "授予" &&
        !/等[\d一二三四五六七八九十]+[名位](?:个人|同志|人|先进)/u.test(
          norm.slice(start + name.length, start + name.length + 8),
        )
      )
        continue;
      push(start, start + name.length, "name/person-honoured", 0.75);
    }
    return found;

    /** 2.巴特尔，甲公司输电管理处班长: in a list, a name, an organization and a title; names of all peoples. */
    function listed(start: number, text: string): void {
      const match =
        /^(?:- )?(?:\d{1,2}[.、]? ?|（[一二三四五六七八九十\d]+）)?([\u4e00-\u9fa5·]{2,8}?)(?:（[男女][^）]{0,8}）)?，(?=[\u4e00-\u9fa5（）]{4,40}(?:公司|集团|大学|学院|医院|学校|中学|小学|研究院|研究所|中心|局|厂|站|所|院)[\u4e00-\u9fa5]{2,16}(?:\n|$|（|；|。))/u.exec(
          text,
        );
      if (match === null) return;
      const rest = text.slice(match[0].length).split(/[\n（；。]/u)[0]!;
      const last = titlesIn(rest).at(-1);
      if (last === undefined || last.end !== rest.length || COMMON.test(match[1]!)) return;
      const at = start + match[0].indexOf(match[1]!);
      push(at, at + match[1]!.length, "name/person-listed", 0.75);
    }

    function lead(start: number, end: number): void {
      const text = norm.slice(start, Math.min(end, start + 60));
      const match =
        /^(?:\d{1,2}[.．、]? ?|（[一二三四五六七八九十\d]+）)?([\u4e00-\u9fa5]{2,4}|[\u4e00-\u9fa5] [\u4e00-\u9fa5])(?:（[男女]）)?(?= +[\u4e00-\u9fa5]|（[\u4e00-\u9fa5]{4,})/u.exec(
          text,
        );
      if (match === null) {
        listed(start, text);
        return;
      }
      const name = match[1]!;
      if (!looksLikeName(name.replace(" ", ""))) return;
      const rest = text.slice(match[0].length);
      if (titlesIn(rest, 0, Math.min(rest.length, 45)).length === 0) return;
      const at = start + match[0].replace(/（[男女]）$/u, "").length - name.length;
      push(at, at + name.length, "name/person-leading", 0.8);
    }
  },
};

/** The titles in a text: where one lies within another, the wider alone. */
export function titlesIn(norm: string, from = 0, to: number = norm.length): { start: number; end: number }[] {
  const titles: { start: number; end: number }[] = [];
  TITLES.scan(
    norm,
    (start, end) => {
      // 常委|会, 专家|组: no one's title.
      if (/[会团组室处办席]/u.test(norm[end] ?? "")) return;
      const last = titles[titles.length - 1];
      if (last !== undefined && last.start === start) last.end = end;
      else if (last === undefined || end > last.end) titles.push({ start, end });
    },
    from,
    to,
  );
  return titles;
}

/** Length of the person's name that begins at `at`, 0 for none: one surname and one or two characters. */
export function nameLength(norm: string, at: number): number {
  const compound = COMPOUND_SURNAMES.has(norm.slice(at, at + 2));
  if (!compound && !SURNAMES.has(norm[at] ?? "")) return 0;
  const surname = compound ? 2 : 1;
  for (const given of [2, 1]) {
    const end = at + surname + given;
    const name = norm.slice(at, end);
    if (name.length < surname + given || !allHan(name)) continue;
    if (NOT_NAMES.test(name) || (given === 2 && COMMON.test(name))) {
      if (given === 2 && !NOT_NAMES.test(name)) continue;
      return 0;
    }
    if (given === 2 && NOT_LAST.has(name[name.length - 1]!) && AFTER.test(norm.slice(end - 1, end + 3)))
      continue;
    if (AFTER.test(norm.slice(end, end + 4))) return surname + given;
  }
  return 0;
}

/** Where the name that ends right before a title begins, -1 for none: 何朝晖副市长 after a break. */
function nameBefore(norm: string, end: number): number {
  for (const length of [3, 2]) {
    const start = end - length;
    if (start < 0) continue;
    const name = norm.slice(start, end);
    if (!looksLikeName(name)) continue;
    if (start === 0 || /[\s，。；：！？、（）“”由记]/u.test(norm[start - 1]!)) {
      return /^[长任理裁师员记授工]$/u.test(norm[end] ?? "") ? -1 : start;
    }
  }
  return -1;
}

function looksLikeName(name: string): boolean {
  if (TITLES.get(name) !== undefined || COMMON.test(name)) return false;
  if (!allHan(name) || NOT_NAMES.test(name) || /[市县区省局会部厂所院奖]$/u.test(name)) return false;
  if (name.length === 4) return COMPOUND_SURNAMES.has(name.slice(0, 2));
  return (
    name.length >= 2 &&
    name.length <= 3 &&
    (SURNAMES.has(name[0]!) || COMPOUND_SURNAMES.has(name.slice(0, 2)))
  );
}

function allHan(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (!isHan(text.charCodeAt(i))) return false;
  return true;
}
