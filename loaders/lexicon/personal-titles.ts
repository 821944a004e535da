/** What titles and honours end in that only persons are given. */
export const PERSONAL_TITLES: readonly string[] = (
  "劳动模范 劳模 工匠 劳动奖章 五四奖章 红旗手 技术能手 岗位能手 工作者 先进生产者 先进个人 标兵 首席技师 技能大师 技能大奖 首席质量官 " +
  "名中医 教学名师 优秀教师 企业家 英才 领军人才 拔尖人才 杰出人才 农民工 最美职工 道德模范 好人"
).split(" ");

/** Prizes and parts of prizes that are for persons. */
export const PERSONAL_PRIZES: readonly string[] = "个人奖 个人提名奖 个人类 （个人）".split(" ");
