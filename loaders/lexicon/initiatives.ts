/** Words that end the titles of policies and plans that an authority issues. */
export const POLICY_ENDINGS: readonly string[] =
  "办法 规划 方案 意见 措施 计划 纲要 决定 通知 通报 条例 细则 规定 政策 战略 公告 要点 指引 清单 目录 公报 批复 行动 工程 制度 规则 举措 十条 条 章程 宣言 蓝图 路线图 决议 命令 指南".split(
    " ",
  );

/** Words that end the names of pilots and demonstration programmes. */
export const PILOT_HEADS: readonly string[] =
  "标准化试点 共建试点 创建试点 综合试点 改革试点 建设试点 培育试点 试点示范项目 试点示范 试点县 试点市 试点区 试点项目 试点城市 示范试点 试点工程 试点 示范城市 示范区 试验区 先行区 先导区 示范县 示范市 示范项目 示范工程 示范点 示范带 培育名单 建设名单 创建名单 试点名单 创建示范区 创建示范城市 创建先行区 创建先行示范区 先行示范区 建设示范区 建设示范城市 建设示范县 建设试验区 建设先行区 提升示范区 发展示范区 发展先行区 发展试验区 合作示范区 推广示范区 应用示范区 应用先导区 创新试验区 创新示范区 保护示范区 改革试验区 培育示范区 集聚示范区 转移示范区 服务基地 示范基地 转型升级基地 改革创新项目".split(
    " ",
  );

/** Words that end the names of campaigns and works. */
export const CAMPAIGN_HEADS: readonly string[] = "行动计划 专项行动 行动 工程 计划 项目 专项 活动".split(" ");

/** What may precede a head without making it a name. */
export const INITIATIVE_GENERIC: readonly string[] =
  "国家级 国家 全国 省级 市级 自治区级 县级 级 省 市 首批 第一批 第二批 第三批 标准化 试点 示范 综合 专项 重点 重大 质量 各类 各项 相关 一批 多个 若干 项目 建设 改革 创新 服务业 农业 社会 试点示范 新增 个 项 重要 科技 技改 投资 工业 技术改造 产业化 产业 民生 惠民 基础设施 招商 创建 培育 系列 三年 五年 年度 全省 全市 企业 农业标准化 服务业标准化 全国性 这一 该 本 双 大 新 老 研发 科研 攻关 在建 续建 亿元 获奖 参评 推荐 十大 生态 配套 整治 提升 主要 检验 检测 检验检测 三项 采购 认证 补贴 扶持 资金 服务 养老 教育 医疗 文化 旅游 工作 系统 采集 基础 关键".split(
    " ",
  );
