import { Trie } from "../../lexicon/trie.js";

/**
 * How sentences say who won what.
 * - `get`: 获, 摘得, 被评为: winner before, award after;
 * - `enter`: 入围, of which only a list of nominees counts;
 * - `give`: 授予, 表彰, 认定: winner after, award after or before;
 * - `be`: 是, 为, 系: only with an award that its bearer is (劳动模范, 标杆企业), a tier or 得主;
 * - `won`: 获奖, 榜上有名: the award is the one spoken of;
 * - `it`: 该奖, 这一称号: the award spoken of.
 */
export type WordClass = "get" | "enter" | "give" | "be" | "won" | "it" | "goes";

const of = (cls: WordClass, text: string): [string, WordClass][] =>
  text
    .trim()
    .split(/\s+/)
    .map((word) => [word, cls]);

export const WORDS: Trie<WordClass> = Trie.of<WordClass>([
  ...of(
    "get",
    `获 获得 获评 获评为 获颁 获授 获选 获批 荣获 喜获 再获 又获 同获 两获 三获 连获 首获 斩获 揽获 收获 摘得 摘取 摘下 摘获 捧回 捧得 捧起 捧走 捧上 捧获
    夺得 夺取 夺下 夺过 勇夺 拿下 拿的 得的 拿到 拿过 拿走 拿回 得过 得到 赢得 荣膺 荣登 荣列 问鼎 蝉联 入选 入列 列入 跻身 登上 上榜 登榜 取得 喜提 领到 抱回
    收入囊中 创成 成功创建 当选 评为 被评为 获评 被授予 被认定为 认定为 被命名为 命名为 被评定为 评定为 被确定为 被列为 列为 进了 获认定 折桂 晋级
    荣摘 荣揽 荣捧 摘金 选为 被表彰为 成为 进入 位列 位居 晋升为 升级为 拿了 夺 摘 捧 得了 收获了 名列`,
  ),
  ...of("enter", "入围"),
  ...of("give", "授予 颁授 颁给 颁发给 授予了 表彰 表彰奖励 命名 认定 评定 评选 评选出 颁发"),
  ...of("be", "是 为 系 属于"),
  ...of(
    "won",
    "获奖 榜上有名 名列其中 位列其中 赫然在列 金榜题名 折桂 捧杯 上榜 登榜 入选 脱颖而出 当选  荣登榜单 摘奖 得奖 摘得桂冠 拔得头筹",
  ),
  ...of(
    "it",
    `该奖 该奖项 该项荣誉 该荣誉 该称号 该项殊荣 这一奖项 这一荣誉 这一称号 这一殊荣 这项荣誉 这项殊荣 这个奖 这个奖项 这一大奖 此奖 此奖项 此项荣誉 此项殊荣 此殊荣 此荣誉 此称号
    同一奖项 同一荣誉 这一奖杯 这块牌子 这个牌子 这块金字招牌 这一桂冠 这个称号 这块奖牌 本奖 这座奖杯 大奖 桂冠 奖杯 得主`,
  ),
  ...of("goes", "花落 落户 归属 颁给了 由"),
]);

/** Words that hold a word of ours but say something else. */
export const MISLEADING: Trie<true> = Trie.of<true>(
  `获奖组织 获奖企业 获奖单位 获奖者 获奖名单 获奖数 获奖总数 获奖情况 获奖个人 获奖证书 获奖产品 获奖代表 获奖项目 获得者 获悉 获知 获准 获益 获取 获利 未获 收获颇丰 捕获 查获 破获 斩获颇丰 认定标准 评选活动 评选表彰 表彰大会 表彰会
  评定标准 为了 为主 作为 因为 以为 为期 为民 为首 行为 为止 成为了 称为 为核心 为契机 为目标 认为 为中心 为重点 为引领 为抓手 为全 为企 为其 是否 可是 但是 于是 还是 只是 总是 正是 凡是 若是 不是 就是说 尤其是 特别是 拥有量 理由 由于 自由 由来
  大奖赛 授予仪式 颁发仪式 评选结果 进入现场 进入终评 进入评审 进入答辩`
    .trim()
    .split(/\s+/)
    .filter((word) => word !== "成为了")
    .map((word): [string, true] => [word, true]),
);
