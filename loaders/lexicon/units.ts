import { gatedAt } from "../patterns/gated.js";
import { Trie } from "./trie.js";

/**
 * Units and measure words that a figure can have, as they are written after a number (万 and 亿 are not part of them).
 * `written=unit` where the unit is told in another form. Measures of time are left out: a duration is no observation.
 */
const WRITTEN =
  "件 项 家 个 户 名 人 位 分 台 份 套 条 种 类 枚 根 块 座 所 处 支 只 头 羽 株 棵 间 张 册 部 辆 架 艘 列 笔 宗 起 例 组 门 款 场 场次 期 篇 片 单 票 箱 袋 瓶 盒 批 枝 双 尾 栋 幢 桶 粒 颗 匹 副 剂 把 " +
  "次 家次 户次 人次 批次 件次 台次 项次 班次 架次 次/年 家(次)=家次 家（次）=家次 人（次）=人次 台套 台（件）=台件 台（套）=台套 台/套=台套 台件 个（套）=个 个（项）=个 项（次）=项次 标箱 标准箱 TEU " +
  "元 美元 欧元 日元 港元 英镑 澳元 元/人 元/吨 元/亩 元/平方米 人民币=元 元人民币=元 " +
  "% ‰ 个百分点=百分点 百分点 倍 " +
  "平方公里 平方千米=平方公里 平方米 m2=平方米 m²=平方米 ㎡=平方米 km2=平方公里 公顷 亩 公里 千米=公里 米 厘米 毫米 海里 立方米 " +
  "吨 公斤 千克 克 吨标准煤 千克标准煤 标准吨 升 千瓦 千瓦时 兆瓦 兆瓦时 吉瓦 吉瓦时 千伏安 度 元/公斤 元/件 吨/年 微米 纳米 ℃ 分贝 千克标准煤/吨 吨标准煤/万元 千瓦时/吨 微克/立方米 毫克/升 件/万人 件/人 人/平方公里";

/**
 * What follows a measure word when it is the beginning of another word: 3分之一, 5个月, 2位于. Keyed by the unit as written.
 */
const CONTINUED: Readonly<Record<string, string>> = {
  把: "握关控手门柄",
  分: "钟之别类区公支院会部布析层批",
  个: "月小年",
  位: "于列居",
  名: "列为录称",
  人: "均民才",
  家: "族庭居具电",
  台: "州湾山",
  条: "件",
  项: "目",
  种: "植",
  处: "于理",
  度: "假电",
  列: "入为第",
  部: "委门分队",
  场: "景地馆",
  期: "间末货",
  组: "织成长",
  批: "准复",
  类: "别型",
  次: "日年会",
  家次: "之",
  双: "方边重创向碳减随",
  桶: "装",
  副: "总主局市省县区董院",
  粒: "度子",
  尾: "矿号",
  枝: "条",
  只: "有是要",
  单: "位元",
  起: "来步草",
  所: "有在",
  张: "家",
  克: "拉",
};

/** 12家居首, 3项居全省第一: a place in an order follows the unit. */
const STANDS = gatedAt(/居[首全第前于]/y);

/** 3个工作日 is a duration. */
const DURATION = gatedAt(/个(?:工作日|小时|星期|昼夜|季度|学期|年度|批次|月)/y);

interface Unit {
  unit: string;
  /** The characters that make another word of what is written; "" where none does. */
  continued: string;
}

const TRIE = Trie.of<Unit>(
  WRITTEN.split(" ")
    .filter((written) => written !== "")
    .map((written) => {
      const [form, unit] = written.split("=") as [string, string | undefined];
      return [form, { unit: unit ?? form, continued: CONTINUED[form] ?? "" }];
    }),
);

/** The unit that is written at `start`, the longest that fits; undefined where there is none. */
export function unitAt(text: string, start: number): { end: number; unit: string } | undefined {
  if (DURATION.test(text, start)) return undefined;
  let found = TRIE.longestAt(text, start);
  while (found !== undefined) {
    const { end, value } = found;
    const isContinued = value.continued !== "" && end < text.length && value.continued.includes(text[end]!);
    if (!isContinued || STANDS.test(text, end)) return { end, unit: value.unit };
    // 13家次之: 家 is the unit.
    found = TRIE.longestAt(text.slice(start, end - 1), 0);
    if (found !== undefined) found = { ...found, end: start + found.end };
  }
  return undefined;
}

/** Units of organizations and people that are counted, not measured. */
export const COUNTING_UNITS: ReadonlySet<string> = new Set("家 个 户 名 人 位 项 件 家次 枚 种".split(" "));
