import { registerEnumType } from "type-graphql";

/** The tier of a WON: WINNER where nothing else is said. */
export enum Tier {
  WINNER = "WINNER",
  NOMINATION = "NOMINATION",
  GRAND = "GRAND",
  FIRST = "FIRST",
  SECOND = "SECOND",
  THIRD = "THIRD",
  EXCELLENCE = "EXCELLENCE",
}
registerEnumType(Tier, {
  name: "Tier",
  description: "奖项等次. The tier of an award that was won.",
  valuesConfig: {
    WINNER: { description: "获奖: the award itself, also where nothing else is said." },
    NOMINATION: { description: "提名奖, 入围: nominated." },
    GRAND: { description: "特等奖, 卓越奖, 金奖: the grand or gold prize." },
    FIRST: { description: "一等奖: the first prize." },
    SECOND: { description: "二等奖, 银奖: the second or silver prize." },
    THIRD: { description: "三等奖, 铜奖: the third or bronze prize." },
    EXCELLENCE: { description: "优秀奖, 优胜奖, 创新奖, 鼓励奖: an award of merit." },
  },
});

/** How an organization takes part in a standards body. */
export enum Role {
  SECRETARIAT = "SECRETARIAT",
  MIRROR = "MIRROR",
  LEAD = "LEAD",
  MEMBER = "MEMBER",
}
registerEnumType(Role, {
  name: "Role",
  description: "角色. How an organization takes part in a standards body.",
  valuesConfig: {
    SECRETARIAT: { description: "秘书处: keeps the secretariat." },
    MIRROR: { description: "国内技术对口单位: the national mirror committee's keeper." },
    LEAD: { description: "牵头, 召集人: leads or convenes." },
    MEMBER: { description: "委员, 成员单位: takes part." },
  },
});

/** Whether a figure is a fact or a goal. */
export enum ObservationStatus {
  ACTUAL = "ACTUAL",
  TARGET = "TARGET",
}
registerEnumType(ObservationStatus, {
  name: "ObservationStatus",
  description: "数据性质. Whether a figure is a fact or a goal.",
  valuesConfig: {
    ACTUAL: { description: "实际值: what was counted or measured." },
    TARGET: { description: "目标值: a goal, plan or requirement." },
  },
});

/** How a figure bounds the true value. The wire form in facts is the sign itself: = >= <= ~. */
export enum Comparator {
  EQ = "=",
  GTE = ">=",
  LTE = "<=",
  APPROX = "~",
}
registerEnumType(Comparator, {
  name: "Comparator",
  description: "比较符. How a figure bounds the true value.",
  valuesConfig: {
    EQ: { description: "等于: exactly." },
    GTE: { description: "以上, 超, 突破: at least." },
    LTE: { description: "以内, 不超过: at most." },
    APPROX: { description: "约, 近: about." },
  },
});

/** The level of the body that confers an award, from the award's name and the lexicon. */
export enum AwardLevel {
  NATIONAL = "NATIONAL",
  PROVINCIAL = "PROVINCIAL",
  MUNICIPAL = "MUNICIPAL",
  COUNTY = "COUNTY",
  OTHER = "OTHER",
}
registerEnumType(AwardLevel, {
  name: "AwardLevel",
  description: "奖项级别. The level of the body that confers an award.",
  valuesConfig: {
    NATIONAL: { description: "国家级: of the nation." },
    PROVINCIAL: { description: "省级: of a province." },
    MUNICIPAL: { description: "市级: of a city." },
    COUNTY: { description: "县区级: of a county or district." },
    OTHER: { description: "其他: an association's, an international or an unknown one." },
  },
});
