/**
 * Words that end the names of facilities. Source: the kinds of platform that ministries recognize (national and
 * provincial laboratories, engineering and innovation centres, quality inspection, industrial metrology, incubators).
 * A longer word wins over a shorter one within it.
 */
export const PLATFORM_HEADS: readonly string[] = [
  "国家重点实验室 全国重点实验室 省级重点实验室 市级重点实验室 国家工程实验室 省重点实验室 市重点实验室 重点实验室 联合实验室 工程实验室 质量标准实验室 校准实验室 检测实验室 实验室",
  "国家地方联合工程研究中心 国家工程技术研究中心 国家工程研究中心 工程技术研究中心 工程研究中心 工程技术中心 工程中心 工业设计中心 企业技术中心 技术研究中心 研究中心 研发中心 研究开发中心",
  "国家制造业创新中心 制造业创新中心 产业创新中心 技术创新中心 协同创新中心 创新中心 联合创新中心 设计创新中心 科学中心 科创中心",
  "质量监督检验检测中心 质量检验检测中心 质量监督检验中心 质量检验中心 质量检测中心 检验检测中心 检验检疫中心 检验中心 检测中心 质检中心 国检中心 产业计量测试中心 计量测试中心 计量检测中心 计量中心 测试中心 测试验证中心 验证中心 评价中心 评估中心 试验中心 中试中心 评测中心 协同创新研究院 中部中心 东部中心 西部中心 区域中心 转化中心 孵化中心 交易中心 合作中心 应用中心 推广中心",
  "标准验证点 技术标准创新基地 研究基地 标准创新基地 创新基地 成果转化基地 孵化基地 创业基地 中试基地 培养基地 培训基地 实训基地 试验基地 实验基地 研发基地 测试基地",
  "公共服务平台 综合服务平台 技术服务平台 创新服务平台 检测服务平台 服务平台 检测平台 测试平台 创新平台 研发平台 试验平台 验证平台 互联网平台 大数据平台 中试平台 转化平台 合作平台 孵化平台 公共平台 标识解析二级节点",
  "计量测试中心分中心 检验检测中心分中心 创新中心分中心 知识产权保护中心 质量服务中心 技术服务中心 标准化服务中心 质量驿站 服务驿站 驿站 技术服务站 质量服务站 产业服务站 质量技术服务站 服务站",
  "院士专家工作站 院士工作站 专家工作站 博士后科研工作站 博士后工作站 博士后创新实践基地 科技企业孵化器 孵化器 众创空间 科技企业加速器 大科学装置 质量基础设施一站式服务中心 一站式服务中心 “一站式”服务中心 质量提升服务中心",
].flatMap((line) => line.split(" "));

/** Words that end the names of research bodies; such a body is a platform where firms and schools found it together. */
export const JOINT_BODY_HEADS: readonly string[] =
  "重点企业研究院 产业技术研究院 产业研究院 联合研究院 技术研究院 创新研究院 产业学院 联合研究所".split(" ");

/** Words that end the names of research bodies of any field: platforms only where two found one together. */
export const FOUNDED_BODY_HEADS: readonly string[] = "研究院 研究所 研究中心 创新院".split(" ");

/** What may precede a head without making it a name: rank, number, kind. */
export const PLATFORM_GENERIC: readonly string[] =
  "一站式 国家级 国家认定 国家 全国 省级 市级 区级 县级 省部级 部级 级 省 市 省级以上 以上 及以上 企业 各类 各级 等 一批 多个 若干 相关 现有 有关 上述 第三方 专业 公共 技术 产业 创新 科技 科研 重点 重大 高端 核心 综合 检验 检测 检验检测 质量 服务 研发 本 两个 三个 第三个 第二个 第一个 个 家 座 所 我国 行业 世界级 世界一流 一流 国际 标准 计量 工程 大 新型 基础 两大 三大 五大 四大 六大 全部 新增 国字号 认定 中小企业 项 自治区级 自治区 省属 联合 共享 开放".split(
    " ",
  );

/** Heads that also end the names of public institutions: platforms where the name opens with 国家 or a verb of founding leads up. */
export const WEAK_PLATFORM_HEADS: readonly string[] =
  "研究中心 技术研究中心 推广中心 评价中心 评估中心 交易中心 应用中心 检测中心 测试中心 验证中心 计量中心 转化中心 培训基地 实训基地 试验中心 质量服务中心 技术服务中心 标准化服务中心 质量驿站 服务驿站 驿站 技术服务站 质量服务站 产业服务站 质量技术服务站 服务站".split(
    " ",
  );
