import { gated } from "../../patterns/gated.js";

/**
 * What a field of a record is of by its label; `either` where its value tells: 名称 is whose or what honour it is, 授予单位 who confers it
 * or who has it. `state` is how far it has come, `aside` all that says nothing of a win.
 */
export type FieldKind =
  | "winner"
  | "award"
  | "either"
  | "work"
  | "maker"
  | "tier"
  | "date"
  | "state"
  | "aside";

/** Whose a work is: 完成单位, 专利权人. */
export const MAKER =
  "(?:专利权人|权利人|发明人|(?:主要|第一|联合)?(?:完成|承担|申报|研制|研发|起草|牵头|主导|实施|报送|编制|制定|创作|设计|参与)(?:单位|人|者|企业|机构))";

const KINDS: readonly (readonly [FieldKind, ReturnType<typeof gated>])[] = [
  ["work", gated(/^(?:获奖)?(?:发明)?(?:专利|成果|作品|标准|工程|课题)(?:名称?|题目)?$/)],
  [
    "aside",
    gated(
      /^(?:推荐|授予|授奖|颁发|颁奖|认定|评定|评选|评审|发证|批准|申报|主办|所在|工作|命名|发布|公布|发文|主管|组织|表彰|授牌)(?:机关|部门|机构|企业)$|^(?:推荐|颁发|颁奖|授奖|认定|评定|评选|评审|发证|批准|申报|主办|所在|工作|发布|公布|主管|授牌)单位$|^所属|(?:地址?|所在地|属地|地点|区县|县区|产地|坐落|位置)$|(?:负责|代表|联系|带头|掌门|创办|领头)人$|法人$|^[\u4e00-\u9fa5]{1,4}(?<!称)号$|(?:代码|号码|电话)$|(?:依据|文件|文件依据)$|(?:行业|领域|主营|产品|业务)$|^(?:备注|说明|附注|奖金|奖励金额|简介|概况|单位性质|规模|成立时间|成立年份|成立日期|职务)$/,
    ),
  ],
  ["state", gated(/^(?:当前|目前|获奖)?(?:状态|状况|进展|进度|有效性)$/)],
  [
    "either",
    gated(/^(?:名称|授予单位(?:名称)?|命名单位|表彰单位|授予组织|授予企业|获奖项目|项目|项目名称|获奖情况)$/),
  ],
  ["maker", gated(new RegExp(`^(?!申报)${MAKER}$`))],
  [
    "winner",
    gated(
      /^(?:获奖|获评|获得|受奖|获授|得奖|摘奖|领奖|受表彰|被表彰|登榜|上榜|当选|入选|荣誉|持有|持牌|持证|牌匾|牌匾持有|奖牌持有|授奖)?(?:单位|企业|组织|公司|机构|集体|个人|人员|主体|对象|学校|医院)(?:名称|全称|姓名)?$|^(?:获奖|摘奖|得奖|受奖|获评)方$|^(?:获奖|获得|持有|受奖|获评|得奖|摘得|登榜)[者人](?:姓名|名称)?$|^姓名$|^人物$|^(?:奖项)?得主$|^授予对象$|^(?:荣誉|奖项|牌匾|奖牌)?归属$|^花落(?:谁家)?$|^(?:组织|单位|企业|集体)(?:或|和|[/／、])个人$/,
    ),
  ],
  [
    "tier",
    gated(
      /^(?:获奖|奖项|奖励|评定|授奖|荣誉|获得)?(?:等级|等次|奖级|档次|奖别|奖次|级别|层次|类别|类型|结果)$/,
    ),
  ],
  [
    "date",
    gated(
      /^(?:授予|获奖|获评|认定|颁发|评定|获得|获授|表彰|入选|授牌|批准|公布|评选|命名|发证|颁奖|授奖|摘奖|得奖|通过|摘得)?(?:年度|年份|时间|日期|届次|批次|届别|届数|年)(?:[/／、]?(?:年度|年份|届次|届别|时间|年))?$|^何[时年](?:获得|获奖|获评)?$/,
    ),
  ],
  [
    "award",
    gated(
      /^(?:所获|获得|获奖|授予|获评|质量|主要|曾获|已获|所得|个人|历年){0,2}(?:荣誉|奖项|称号|荣誉称号|荣誉奖项|质量奖项|质量荣誉|奖励|奖牌|名称|奖种|奖名|奖称|殊荣)(?:名称)?$/,
    ),
  ],
];

/** The labels that were asked for: a document has the same ones again and again. */
const known = new Map<string, FieldKind | undefined>();
const MOST_KNOWN = 5000;

/** What a label says that its field is of; undefined for one that is none of a record. */
export function kindOfLabel(label: string): FieldKind | undefined {
  if (label.length < 2 || label.length > LONGEST_LABEL) return undefined;
  if (known.has(label)) return known.get(label);
  const kind = KINDS.find(([, pattern]) => pattern.test(label))?.[0];
  if (known.size < MOST_KNOWN) known.set(label, kind);
  return kind;
}

/** No label is longer. */
export const LONGEST_LABEL = 9;

/** Whether a field says whose, what, when or in which tier. */
export const tells = (kind: FieldKind | undefined): boolean =>
  kind !== undefined && kind !== "aside" && kind !== "maker" && kind !== "state";
