/**
 * Words that stand right before a name in running text, so that an open-shape name (X有限公司, X研究院) begins after them.
 * Collected from the genre (notices, features, bureau reports); all are ordinary words.
 */

/** They end whatever stands before: no name of the genre holds them. */
export const SAFE_LEADS: ReadonlySet<string> = new Set(
  (
    "授予 颁给 颁发 获得 获悉 来自 来到 位于 依托 推荐 委托 引进 引入 携手 携同 会同 联手 拥有 包括 涵盖 囊括 组建 更名为 改名为 变更为 改制为 " +
    "前身是 前身为 作为 成为 名为 名叫 称为 走进 走访 访问 考察 调研 表彰 通报 批准 认定 评为 评选 入选 承建 共建 牵头 隶属 担任 现任 曾任 历任 聘任 " +
    "聘请 邀请 其中 例如 比如 譬如 尤其 特别是 以及 还有 另有 仅有 只有 都是 就是 正是 不仅 不只 同获 同时 此次 本次 今年 去年 当年 明年 近年来 目前 日前 " +
    "近日 昨日 昨天 今天 当天 分别为 分别是 分别由 分别 主要由 先后 随后 此前 之后 以后 之前 期间 根据 按照 依照 围绕 关于 对于 由于 通过 经过 经由 随着 沿着 " +
    "除了 除 包含 联系 对接 支撑 助力 推动 促进 促成 推进 带动 带领 率领 帮助 协助 指导 支持 鼓励 引导 督促 要求 希望 申请 申报 报送 提交 递交 获评 获批 " +
    "荣获 斩获 摘得 捧回 喜获 夺得 提供 采用 落户 入驻 进驻 投资 控股 参股 收购 并购 全资 旗下 下属 下辖 所属 子公司 母公司 分公司 有限公司 股份公司 集团公司 总公司 " +
    "而是 不是 则是 也是 还是 即是 记者 特约 编者 当时 如今 此外 另外 以来 截至 截止 到了 等级 首家 首个 获奖者 获奖企业 获奖单位 获奖组织 第一完成单位 主导 主持 " +
    "参与 负责 承担 承办 主办 协办 运营 运维 管理方 运营方 承建方 邻近的 相邻的 位列 与 对 由 及 把 被 给 让 跟 称 据 但 且 或 该 每 之 乃 均 皆 并由 并与 是 从 令 凭 靠 离 赴"
  ).split(" "),
);

/** Words that begin a name as often as they lead up to one: they count where a place name follows, or far from a break. */
export const SOFT_LEADS: ReadonlySet<string> = new Set(
  (
    "和 在 为 的 新 原 现 经 同 有 自 以 至 如 当 到 于 过 向 因 系 即 位 家 日 月 年 本 此 各 名 个 件 项 请 使 将 按 并 而 若 了 着 等 企业 单位 组织 机构 集团 公司 " +
    "建设 建成 建有 联合 合作 服务 发展 设立 成立 制定 创建 实施 加快 打造 全市 全省 全区 全县 我市 我省 我县 我区 市里 省里 区里 县里 区内 园内 域内 辖区 内 里 上 中 下 外 后 前 时"
  ).split(" "),
);

export const LONGEST_LEAD = 6;
