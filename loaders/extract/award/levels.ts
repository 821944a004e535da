import { gated } from "../../patterns/gated.js";
import { PLACE_NAMES } from "../names/place-lexicon.js";
import type { Extraction } from "../types.js";

const LEVEL = gated(
  /^【?(?:国际|国家|[省部市区县州]|地市|自治区|设区市|行业|区域|地方)级?(?:层面|一级)?(?:质量)?(?:荣誉|奖项|奖励|品牌|名片)?】?[：—–·\s]{0,4}$/,
);

/** Whether a field says of which level the award beside it is, and nothing else: 市级：, 省级荣誉——, 【国家级】. */
export const isLevel = (x: Extraction, { start, end }: { start: number; end: number }): boolean =>
  LEVEL.test(x.norm, start, end);

const POSITION = gated(
  /^(?:[A-Z]{0,2}[-—]?\d{1,3}(?:[-—]\d{1,3})?(?:号?(?:栋|座|楼|幢|厂房|车间|展[位板台柜馆区厅]|馆|厅|位|柜|桌|架)?|[层区期])|[一二三四五六七八九十]{1,3}(?:号?(?:栋|座|楼|幢|展[位板台柜馆区厅]|馆|厅|桌)|[层区期排]|号)|[东西南北中左右](?:区|侧|座|厅|边|[一二三四五])|第[一二三四五六七八九十\d]{1,2}(?:展[位板台柜馆区厅]|排|桌|站|位|栋|座|块))[：\s]{0,2}$/,
);

/** Whether a label says where its winner stands: A1栋, 3号展位, 二楼. */
export const isPosition = (x: Extraction, { start, end }: { start: number; end: number }): boolean =>
  end - start <= 10 && POSITION.test(x.norm, start, end);

const PLAIN = gated(/^[\u4e00-\u9fa5]{2,8}[：\s]{0,2}$/);
const NO_WINNER = gated(/[获未拟申候争推授颁主承评]|培育|目标|落选|淘汰|创建|单位$|专利|项目/);

/** Whether a label may be any that says what its winner is: 链上强者：, 骨干企业：; not who confers, nor who has yet to win. */
export const isPlainLabel = (x: Extraction, { start, end }: { start: number; end: number }): boolean =>
  end - start <= 10 && PLAIN.test(x.norm, start, end) && !NO_WINNER.test(x.norm, start, end);

const BRANCH = gated(
  /^(?:其他|现代|先进|传统|新兴)?[\u4e00-\u9fa5、]{0,8}(?:业|类|类别|领域|行业|系统|战线|医疗|卫生|教育|文旅|旅游|工程|建设|环保|治理|基层|[一二三]产)(?:组|企业)?$/,
);

/** Whether a label only says of which branch those are that it lists, or where: 制造业：, 医疗卫生类：, 中山： that may be a name. */
export const isBranch = (x: Extraction, { start, end }: { start: number; end: number }): boolean =>
  end - start <= 14 &&
  (BRANCH.test(x.norm, start, end) || PLACE_NAMES.longestEnd(x.norm, start, end) === end);

/** What stands before an award in its own heading: 市级：某市市长质量奖. */
const LEADS = gated(
  /^【?(?:国际|国家|[省部市区县州]|地市|自治区|设区市|行业)级(?:层面)?(?:质量)?(?:荣誉|奖项|奖励)?】?[：—–·\s]{1,4}/,
);

/** A heading's text without the level that leads it. */
export const withoutLevel = (text: string): string => LEADS.replace(text, "");
