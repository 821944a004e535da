import { divisions } from "./divisions.js";

/**
 * Words that stand before a name and are not part of it. Source: the verbs and function words with which Chinese news
 * and government prose leads up to the name of a facility, committee or programme.
 */
export const HARD_LEADS: readonly string[] = [
  // function words
  "的 了 着 把 将 被 该 其 是 在 即 称 叫 就 还 也 又 由 至 于 以 向 对 给 让 为 从 经 按 据 有 我市 我省 我县 我区 全市 全省 全县 全区 市里 区内 园区 辖区内",
  "其中 包括 例如 比如 譬如 以及 名为 称为 成为 作为 属于 关于 对于 围绕 聚焦 依托 依靠 借助 凭 凭借 利用 通过 根据 按照 位于 来自 随着 除了",
  // being founded, built, carried
  "建有 建成 建立 建起 建了 设有 设立 成立 组建 筹建 承建 共建 合建 新建 自建 创建 筹办 兴办 拥有 建好 获建 搭建 布局",
  "承担 承办 承接 担任 担负 运营 负责 主持 主导 牵头 参与 参建 联合 携手 合作 引进 引入 招引 纳入 列入 入列 入选 入围 进入 获批 获评 获得 获取 荣获 喜获 当选 接下 接手 递补为 增补为",
  "取得 拿到 拿下 摘得 捧回 夺得 授予 认定 评为 评定 命名 批准 同意 批复 核准 建设好 争取 争创 力争 争获 申报 申请 申建 申创 谋划 谋建 规划建设 计划建设 推动 推进 推行 支持 鼓励 引导 扶持",
  "加快 加强 加大 加入 参加 抓好 抓紧 做好 做强 实施 开展 启动 落实 制定 出台 印发 发布 提交 提出 打造 培育 升级为 重组为 更名为 挂牌 揭牌 落户 落地 手握 握有 坐拥 挂上 入驻 设在 建在 位居 属于 对接 联手 携 筹备",
  "正在 已经 先后 陆续 相继 积极 重点 大力 着力 全力 深入 持续 分别 共同 同时 并且 成功 顺利 率先 加速 争抢 确保 发挥 完成 形成 提供 服务于 组织 召开 举办",
  "首家 首个 唯一 一家 一个 两个 两家 三个 三家 四个 五个 多个 多家 一批 一座 一所 各个 这个 那个 各类 各级 这座",
  "有限公司 股份公司 集团 公司 企业 我院 我所 我们院 我们 单位 大学 学院",
].flatMap((line) => line.split(" "));

/** Words that also stand within names: they lead up to a name only where an opener follows. */
export const SOFT_LEADS: readonly string[] =
  "提升 和 与 及 或 暨 同 建设 管理 研究 服务 创新 发展 合作 建 获 任 评 入 上 下 中 里 内 外 个 家 年 月 日 批".split(
    " ",
  );

/** Words of the kinds above within other words, where they lead up to nothing; names of places are among them (呼和浩特). */
export const NOT_LEADS: readonly string[] = [
  ...divisions.surfaces.flatMap(({ text, kind, division }) =>
    kind !== "word" &&
    kind !== "abbreviation" &&
    (text.length > 2 || division.type === "City") &&
    /[和与及同任建获新下上中里内外于从向对给让由将在年月日]/u.test(text)
      ? [text]
      : [],
  ),
  ..."标准化组织 协会组织 自由贸易 自由 理由 成都 首都 华为 作为国 行为 人为 对外 对口 对比 面向 定向 双向 方向 导向 目的 的确 是否 实在 在线 在役 存在 在建 有色 有机 有限 稀有 有源 有效 特有 国有 共有 所有 将军 经济 经贸 经营 经开 东经 神经 按需 数据 大数据 根据地 证据 以色列 可以 于都 至诚 公有 私有 民有 其他 从化 中介 从业 从事 为民 区域 让利 给水 供给 给排水 应急 就业 成就 集团军 企业家 企业技术 企业研究 企业重点 企业工程 企业创新 企业服务 企业综合 企业质量 中小企业 农业企业 公司法 先进 合作社 合作中心 大学科技 大学生 大学城 联合实验室 联合创新 联合研究 联合研发 联合工程 国家地方联合 地方联合 重点实验室 重点产业 重点企业研 重点研 重点农 重点新 重点支持 重点培育 通过率 综合服务 公共服务 规划设计 规划院 还原 又一 即时 即食 称重 称量 落地窗 参加国 支持向量 该地 其它 认定机构 研究院所 大有 现有 专有 含有 由此 还有 引导基金 产业引导 服务中 推进剂 推进系统 组织工程 组织修复 组织化 完成率 发挥作用 形成性 加速器 企业加速 单位产品 形成机 实现路 也门 着装 着色 了望 下一代 向日葵 以太 于洪 共同体 向量 安全县 安全市 安全省 安全区 健全 及其 综合利用 值利用 源利用 料利用 能利用 物利用 水利用 热利用 阶利用 级利用 循环利用 资源利用 开发利用 高效利用 化利用 再利用 承接产业 植被 被动 有轨 有序 有声 有为 无为 转向 航向 径向 轴向 横向 纵向 流向 取向 相对 应对 配对 校对 对虾 对苯 对称 经编 经纬 财经 经络 经典 占据 按摩 按键 小微企业 微企业 土耳其 冬至 麻将 品牌培育 人才培育 产业培育 企业培育 质量培育 农民合作 科技合作 产业合作 经贸合作 国际合作 支持中心 知识产权运营 资产管理 协同推进 一体推进 联合体 共建共享 共享 联合会 联合攻关 加工贸易 供应链 服务业 生产性服务 发布会 落实情况 参与度 参与式 推动力 引导区 培育区 单位化 孵化".split(
    " ",
  ),
];

/** Words that open the names of bodies, facilities and programmes. */
export const OPENERS: readonly string[] = [
  "国家 全国 中国 国际 中华 省级 市级 区级 县级 部级 自治区级 国家级 世界级 首批 第一批 第二批 第三批 第四批 第五批 第六批 ISO IEC SAC ITU IEEE TC",
  "北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门",
  "长三角 粤港澳 京津冀 华东 华南 华北 华中 西南 西北 东北 长江 黄河 大湾区 教育部 科技部 工信部 农业农村部",
].flatMap((line) => line.split(" "));
