import { gated } from "../../patterns/gated.js";

/** Before a title: 2022年通过“…. */
export const PASSES = gated(/通过了?(?:[首第][一二三四五六七八九十\d]{0,3}[届批])?[“]?$/);
/** What is passed for a title: …”认证, …验收命名. */
export const ASSESSED = gated(
  /^[”]?(?:（[^（）]{1,12}）)?[”]?的?(?!现场(?:评审|考核|答辩))(?:国家级?|省级|现场|综合)?(?:考核|复核|评审|评估|考评)?(?:验收|评定|认定|认证|评审|评估|考核|命名)(?!机构|中心|标准|办法)/,
);
