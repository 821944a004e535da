import { HARD_LEADS } from "./leads.js";

/**
 * Words that stand right before a name in running text, so that an open-shape name (X有限公司, X研究院) begins after them.
 * All are ordinary words of the genre (notices, features, bureau reports).
 */

/** Leads of other names that firms' names may hold. */
const NOT_SAFE = new Set(
  "集团 公司 企业 单位 大学 学院 联合 合作 成立 设立 完成 形成 实现 创建 实施 组织 成功 率先 重点 积极 加速 发布 共同 同时 首个 利用 通过".split(
    " ",
  ),
);

/** They end whatever stands before: no name of the genre holds them. */
export const SAFE_LEADS: ReadonlySet<string> = new Set([
  ...HARD_LEADS.filter((word) => word.length > 1 && !NOT_SAFE.has(word)),
  ...(
    "授予 颁给 颁发 获得 获悉 来自 来到 位于 依托 推荐 委托 引进 引入 携手 携同 会同 联手 拥有 包括 涵盖 囊括 组建 更名为 改名为 变更为 改制为 改组为 " +
    "前身是 前身为 前身系 作为 成为 名为 名叫 称为 走进 走访 访问 考察 调研 表彰 通报 批准 认定 评为 评选 入选 承建 共建 牵头 隶属 隶属于 担任 现任 曾任 历任 聘任 " +
    "聘请 邀请 其中 例如 比如 譬如 尤其 特别是 以及 还有 另有 仅有 只有 都是 就是 正是 不仅 不只 同获 同时 此次 本次 今年 去年 当年 明年 近年来 目前 日前 " +
    "近日 昨日 昨天 今天 当天 分别为 分别是 分别由 分别 主要由 先后 随后 此前 之后 以后 之前 期间 根据 按照 依照 围绕 关于 对于 由于 通过 经过 经由 随着 沿着 " +
    "除了 包含 联系 对接 支撑 助力 推动 促进 促成 推进 带动 带领 率领 帮助 协助 指导 支持 鼓励 引导 督促 要求 希望 申请 申报 报送 提交 递交 获评 获批 " +
    "荣获 斩获 摘得 捧回 喜获 夺得 提供 采用 落户 落户于 入驻 进驻 投资 参股 最终 最后 终于 接着 率先 不少 个人 收购 并购 旗下 下属 下辖 下设 所属 子公司 母公司 分公司 有限公司 股份公司 集团公司 总公司 " +
    "而是 不是 则是 也是 还是 即是 记者 特约 编者 当时 如今 此外 另外 以来 截至 截止 到了 等级 首家 首个 获奖者 获奖企业 获奖单位 获奖组织 第一完成单位 主导 主持 " +
    "参与 负责 承担 承办 主办 协办 运营 运维 管理方 运营方 承建方 邻近的 相邻的 位列 并由 并与 结合 推广 召开 召集 成员 打响 总结提炼 总结 提炼 大力推行 推行 落实 贯彻 " +
    "印发 出台 发布 公布 公示 选送 选派 派驻 走出 打破 填补 加入 参加 出席 赴 协调 联络 探访 参观 回到 离开 抵达 前往 奔赴 邻近 相邻 紧邻 毗邻 地处 坐落在 坐落于 设在 建在 落在 " +
    "重点项目 龙头企业 骨干企业 链主企业 链主 本土企业 本地企业 民营企业 国有企业 家企业 户企业 上市公司 央企 国企 老牌 我国 全国首个 全国首家 全省首家 全省首个 全市首家 唯一 第一家 最大的 知名的 " +
    "为此 对此 因此 所以 因为 如果 虽然 但是 然而 不过 可是 而且 并且 或者 或是 无论 不论 只要 即使 哪怕 既是 乃是 亦是 便是 算是 属于 等于 归属 来源于 得益于 取决于 致力于 服务于 有别于 不同于 " +
    "龙头 图为 网上说 放在 落在 统计口径为 这是 划归 归入 同处 地处 身处 原来的 原先的 已有 现已有 还建有 请来 多次调研 出自 共有 现有 以上 以下 记者从 记者在 本报 本网 特派 日电 讯 获知 了解到 据悉 据了解 与 对 由 及 把 被 给 让 跟 称 据 但 且 或 该 每 之 乃 均 皆 是 赴"
  ).split(" "),
]);

/** Words that begin or form names as often as they lead up to one: they count where a place name follows, or far from a break. */
export const SOFT_LEADS: ReadonlySet<string> = new Set(
  (
    "和 在 为 的 新 现 经 同 有 自 以 至 如 当 到 于 过 向 因 系 即 位 家 日 月 年 本 此 各 名 个 件 项 请 使 将 按 并 而 若 了 着 等 说 叫 问 指 看 比 从 令 凭 靠 除 内 里 上 中 下 外 后 前 时 企业 单位 组织 机构 公司 " +
    "建设 建成 建有 联合 合作 服务 发展 设立 成立 制定 创建 实施 加快 打造 全市 全省 全区 全县 我市 我省 我县 我区 市里 省里 区里 县里 区内 园内 域内 辖区 国营 原来的"
  ).split(" "),
);

export const LONGEST_LEAD = 6;
