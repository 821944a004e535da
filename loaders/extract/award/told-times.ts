import { gated } from "../../patterns/gated.js";

/** What is told of another time than the context's. */
export const LOOKS_BACK = gated(
  /曾|此前|之前|早在|历届|历年|历次|先后|往[届年]|上届|[上前]一届|已有|累计|截至|过去|[次翌]年|近年|以来|迄今|至今|共有(?![^，。；：]{1,16}：)|拥有|手握|得主|得过|[两三四五六七八九十几多数\d]次/,
);
/** 第十届某奖颁给甲。它2014年拿过同一个奖: another time than that of the round told. */
export const WAS_BEFORE = gated(
  /曾|[得获捧摘拿领夺评][到走回下得]?过|早在|年前的?|上一?[次回]|头一?[次回]|第一次/,
);
/** 同年: of a year told before, which a chronicle's or an account's is. */
export const THAT_YEAR = gated(/[当那同是]年/);
/** What a paper or sentence says of a prize that is not conferred by it. */
export const NOT_YET = gated(
  /申报|推荐|评选(?:工作|活动|办法)|办法|方案|开展|征集|公示|拟|启动|候选|意见|计划/,
);
