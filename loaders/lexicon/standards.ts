/** Words that end the names of standards bodies. Source: GB/T 20004 and the SAC rules on technical committees. */
export const COMMITTEE_HEADS: readonly string[] =
  "标准化技术委员会 分技术委员会 标准化分技术委员会 标准化工作组 标准化总体组 标准化研究组 标准工作组 标准委员会 标准化委员会 标准化专业委员会 分会 分技委 工作组 技术委员会".split(
    " ",
  );

/** What may precede a head without making it a name. */
export const COMMITTEE_GENERIC: readonly string[] =
  "驻 全国 ISO IEC 航空 航天 等 、 国家 国家级 全国性 专业 全国专业 省级 市级 地方 国际 行业 各 各类 各级 省 市 标准化 军工 组织 国际电工委员会 国际标准化组织 相关 有关 个 两个 三个 多个 领域 技术 首个 一批".split(
    " ",
  );

/** How words in a sentence tell what part a body's participant has in it, the more telling first. */
export const ROLE_WORDS = {
  SECRETARIAT: "秘书处",
  MIRROR:
    "国内技术对口单位 国内对口单位 国内技术对口 国内对口 技术对口单位 对口单位 国内技术归口单位 国内归口单位 国内技术归口 技术归口单位 归口单位",
  LEAD: "唯一牵头单位 牵头单位 牵头单位 召集人 召集单位 联合召集人 召集方 主席国 牵头人 主席单位 主席 主任委员单位 主任委员 组长单位 组长 牵头着 牵头 领衔 主导单位",
  MEMBER:
    "副主任委员单位 副主任委员 副主席单位 副主席 副组长单位 副组长 副召集人 通讯成员 通讯委员 委员单位 成员单位 会员单位 观察员单位 委员身份 成员身份 注册专家 委员 成员 加入 参加 参与 跻身 入选 会员 P成员 O成员 专家",
} as const;
