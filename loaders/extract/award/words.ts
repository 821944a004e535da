import { Trie } from "../../lexicon/trie.js";

/**
 * How sentences say who won what.
 * - `get`: 获, 摘得, 被评为: winner before, award after;
 * - `enter`: 入围, of which only a list of nominees counts;
 * - `give`: 授予, 表彰, 认定: winner after, award after or before;
 * - `be`: 是, 为, 系: only with an award that its bearer is (劳动模范, 标杆企业), a tier or 得主;
 * - `won`: 获奖, 榜上有名: the award is the one spoken of;
 * - `it`: 该奖, 这一称号: the award spoken of;
 * - `goes`: 花落, 颁给了, 由: award before, winner after.
 */
export type WordClass = "get" | "enter" | "give" | "be" | "won" | "it" | "goes";

const of = (cls: WordClass, text: string): [string, WordClass][] =>
  text
    .trim()
    .split(/\s+/)
    .map((word) => [word, cls]);

/** Verbs of taking with what may complete them: 摘得, 捧回, 拿到, 领过. */
const taking = (stems: string, completions: string): [string, WordClass][] =>
  [...stems].flatMap((stem) => [...completions].map((end): [string, WordClass] => [`${stem}${end}`, "get"]));

/** Words of winning, and words that hold one of them but say something else. */
export const WORDS: Trie<WordClass | "other"> = Trie.of<WordClass | "other">([
  ...taking("获摘捧夺拿领揽斩赢抱抢", "得取到下回走过来起上了获"),
  ...[..."摘捧夺拿领揽抱抢搬扛"].flatMap((stem) =>
    ["了回来", "了下来", "回来", "下来", "回家", "了回家"].map((end): [string, WordClass] => [
      `${stem}${end}`,
      "get",
    ]),
  ),
  ...of(
    "get",
    `获 列 得 拿 夺 摘 捧 揽 得到 得过 得了 得的 拿的 取得 拔得 争得 捎回 带回 换来 喜提 勇夺 连夺 再夺 获评 获评为 获颁 获授 获选 获批 荣获 喜获 再获 又获 同获
    分获 分摘 分夺 分得 分列 两获 三获 连获 首获 屡获 获认定 荣膺 膺 上了 登上了 走进 走进了 走入 举起 举起了 屈居 止于 止步于 收获 荣登 荣列 荣摘 荣揽 荣捧 问鼎 蝉联 登上 站上 走上 登顶 登上了 上榜 登榜 入选 入列 列入 跻身 跻身于 晋级 晋升为 升级为 升格为
    收入囊中 揽入怀中 瓜分 分享 接过 接过了 捧起 换成 换成了 变成 变成了 升级成 升格成 创成 成功创建 评上 评为 选上 选为 选树为 当选 当选为 表扬为 通报表扬为 表彰为 被表扬为 等来 等来了 盼来 盼来了 摸到 摸到了 攥着 捧着 握着 攥有 被评为 被授予 被认定为 认定为 被命名为 命名为 被评定为 评定为 被确定为 确定为 被列为
    列为 被选为 被表彰为 被确认为 被遴选为 遴选为 进了 进入 成为 位列 位居 名列 摘金 评了 评了个 拿了 拿了个 拿了块 得了个 得了块 捧了 捧了个 摘了 夺了 中了 补上 补得 添得 新添 新增 再添 喜添 又添 添了 增添 加冕 戴上 披上 挂上 挂起 拥有 享有 已有 现有 坐拥 手握 手持
    握有 头顶 头顶着 顶着 手捧 手捧回 集齐 集齐了 凑齐 收齐 包圆 怀抱 收获 收获了 斩下 成了 囊括 包揽 拥揽 夺魁 中得 考上 跨进 迈进 迈入 出现在 闯进 闯入 杀进 杀入 挺进 挤进`,
  ),
  ...of("enter", "入围"),
  ...of(
    "give",
    "授予 颁授 颁予 授给 奖给 授予了 表彰 表彰奖励 表扬 嘉奖 命名 认定 评定 评选 评选出 评出 颁发 颁出",
  ),
  ...of("be", "是 为 系"),
  ...of(
    "won",
    `获奖 获了奖 得了奖 拿了奖 得奖 获评 蝉联 入列 摘奖 捧奖 榜上有名 名列其中 位列其中 位居其中 赫然在列 名列榜单 在其列 名列其间 在列 在榜 金榜题名 折桂 摘桂 夺魁 夺冠 捧杯 上榜 登榜 荣登榜单 登台 名列榜首 位列榜首 位居榜首 高居榜首 名列第一 入选 当选 中选 胜出 获胜
    脱颖而出 摘得桂冠 拔得头筹 如愿以偿 如愿 位列榜单 占得一席 占据一席 占有一席 占一席 榜上留名 领奖 受奖 上台领奖 登台领奖 同台领奖 受到表彰 受表彰 获表彰 受到表扬 受到通报表扬 获通报表扬 受到嘉奖 受到通报表彰 登上领奖台 走上领奖台 站上领奖台 赫然在目 获此殊荣 获此荣誉 获得殊荣 荣登榜首 同获殊荣 接过奖牌 接过奖杯 接过证书 接过牌匾 捧起奖杯 捧起奖牌 捧走奖杯 捧回奖杯 捧回奖牌 领回奖牌 领回奖杯 获颁奖牌 获颁奖杯 首开先河 首开纪录`,
  ),
  ...of(
    "it",
    `该奖 该奖项 该项荣誉 该荣誉 该称号 该项殊荣 这一奖项 这一荣誉 这一称号 这一殊荣 这项荣誉 这项殊荣 这个奖 这个奖项 这一大奖 此奖 此奖项 此项荣誉 此项殊荣 此殊荣 此荣誉 此称号
    同一奖项 同一荣誉 这一奖杯 这块牌子 这个牌子 这块金字招牌 这一桂冠 这个称号 这块奖牌 本奖 这座奖杯 大奖 桂冠 奖杯 得主`,
  ),
  ...of(
    "goes",
    "花落 戴在 戴到 戴在了 给了 落户 归属 归于 归给 归了 归 给了 属于 颁给了 颁给 发给了 颁发给 颁授给 授给 落到 落在 落进 落入 交给 交到 由 被",
  ),
  ...misleading(),
]);

/** Words that hold a word of ours but say something else. */
function misleading(): [string, "other"][] {
  return `获奖组织 获奖企业 获奖单位 获奖者 获奖名单 获奖数 获奖总数 获奖情况 获奖个人 获奖证书 获奖产品 获奖代表 获奖项目 获奖次数 获得者 领奖台 领奖辞 获悉 获知 获准 获益 获取 获利 未获 收获颇丰
  捕获 查获 破获 斩获颇丰 认定标准 评选活动 届评选 轮评选 次评选 评选表彰 表彰大会 表彰会 评定标准 为了 为主 作为 身为 同为 因为 以为 为期 为民 为首 行为 为止 称为 为核心 为契机 为目标 认为 为中心 为重点
  为引领 为抓手 为全 为企 为其 是否 可是 但是 于是 还是 只是 总是 正是 凡是 若是 不是 就是说 尤其是 特别是 拥有量 理由 由于 自由 由来 大奖赛 授予仪式 颁发仪式 评选结果 进入现场
  进入终评 进入评审 进入答辩 登台阶 懂得 值得 显得 觉得 使得 记得 舍得 不得 难得 只得 所得 心得 得以 得知 得益 得出 得分 得住 得力 得意 得当 领域 领先 领军 领导 领跑 收到 捧场
  在列车 不在其列 未在其列 不在列 未在列 不在此列 归功 归口 归集 归类 归纳 归来 归还 归国 归属感 归档 归因 归并 落到实处 落在后面`
    .split(/\s+/)
    .map((word) => [word, "other"]);
}
