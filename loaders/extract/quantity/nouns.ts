import { gated } from "../../patterns/gated.js";

/** What is counted by 家, 个, 名: the noun right after the figure when a verb of its own follows. */
const COUNTED = gated(
  /^((?:规上|规模以上|骨干|重点|中小|上市|本地|民营)?(?:组织|企业|单位|个人|机构|公司|学校|医院|产品|项目|成果|指标|品牌|商标|专利|园区|城市|区县|乡镇|村|职工|员工|工匠|技师|专家|人员|团队|部门|标准|工程|小区|社区|景区|商户|市场主体|经营主体|工厂|门店|农户|用户|市民|群众|客户|家庭)(?:（[^（）]{1,6}）)?)(.{1,300})$/,
);
const VERB = gated(
  /^(?:累计|先后|分别|共同|均|已经?|将|成功|正式|首次|新)*(?:荣?获|问鼎|摘得|通过|入选|入围|上榜|榜上有名|进入|达到?|拿[到过下]|捧|摘|夺|斩|参[加与评]|建立|列入|被|成为|跻身|落[定地户]|签约|开[工展]|投产|实现|采用|完成|纳入|导入|做过|做了|开展|送去|带去|取得|提供|解决|减免|节约|享受|登上|拥有|站上|超额|接受|承担|主导|挂牌)/,
);

/** 组织获得某奖 as a name: 获得某奖的组织; other phrases as they are. */
export function nounOf(phrase: string): string {
  const match = COUNTED.exec(phrase);
  if (match === null || !VERB.test(match[2]!)) return phrase;
  return `${predicate(match[2]!)}的${match[1]}`.replace("上榜的", "上榜");
}

/** 组织 of 组织获得某奖, with what it did; undefined where the phrase is no such sentence. */
export function predicateOf(phrase: string): { noun: string; predicate: string } | undefined {
  const match = COUNTED.exec(phrase);
  return match !== null && VERB.test(match[2]!) ? { noun: match[1]!, predicate: match[2]! } : undefined;
}

export function described(noun: string, did: string): string {
  return `${predicate(did)}的${noun}`.replace("上榜的", "上榜");
}

function predicate(did: string): string {
  return did.replace("榜上有名", "上榜").replace(/^(?:拿到过|拿到|拿下)/, "获得");
}

const OF_PLACE = gated(
  /(?:获|荣获|摘得|捧|斩获|入选|上榜)[^，]{0,200}的?(?:组织|企业|单位|个人|成果|产品)$|奖[^，]{0,6}(?:组织|企业|单位|个人)$|(?:获奖|上榜|入选)(?:总?数|总量|数量)|链上企业|该链|全产业链|^(?:规上|规模以上)(?!企业.{0,4}(?:认定|称号))|(?:产业|集群|产业链)[^，]{0,6}(?:产值|规模|营收|营业收入|增加值)|地区生产总值|^GDP|固定资产投资|公共预算|常住人口|(?:市场|经营)主体(?:总量|总数|数)?$|^每?万人|质量奖[^，]{0,6}$|制造业产品质量|公共服务质量|质量满意度|地理标志产品/,
);

/** Whether what is counted is a place's, never a firm's: winners of a prize, the links of a chain. */
export function countsForPlace(indicator: string): boolean {
  return OF_PLACE.test(indicator);
}
