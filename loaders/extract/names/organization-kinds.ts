import type { EntityType } from "../../../schema/index.js";
import { NO_BRANDS, SECTORS, TECHNICAL, TRADE_ENDS } from "../../lexicon/sectors.js";
import { PLACE_NAMES } from "./place-lexicon.js";

/** What names of organizations end in that no detector knows by their endings alone. */
const KINDS: readonly (readonly [EntityType, RegExp])[] = [
  ["Company", /(?:公司|集团|总厂|[厂矿店行]|合作社|联合社)$/],
  ["GovernmentBody", /(?:[^药供]局|政府|委员会|管委会|办公室|街道办事处|支队|大队|海关)$/],
  [
    "Institution",
    /(?:[所院站校园社馆台段]|(?:机|[良育]种)场|(?:管理|航道|公证)处|(?:门诊|项目)部|监狱|直属库|储备库|中心|分院|分校|大学|[中小]学|协会|学会|商会|联盟|基地|工会|党委|党支部|医院|(?:服务|清漂|护林|救援|消防|作业|施工|巡护|养护|志愿|运输|攻关)队|医院[\u4e00-\u9fa5]{2,6}[科部室])$/,
  ],
];
/** Which kind of organization a name is of by its ending; undefined for what is none. */
export const kindOf = (name: string): EntityType | undefined => KINDS.find(([, p]) => p.test(name))?.[0];

/** What names a class, or is part of a sentence. */
const NO_NAME =
  /^(?:授予|表彰|命名|认定|评选|公布|给予|\d{1,3}[家个名位])|获|申报|以下|^[\u4e00-\u9fa5]{2,3}[与和][\u4e00-\u9fa5]{2}$|以上|名单|公示|联系|推荐|分别|单位[：]|[的了在是]|[省市县区部国]家?级.{0,8}(?:工厂|车间|中心|基地|园|店|站)$|(?:绿色|智能|数字化?|灯塔|未来|标杆|示范|诚信)(?:工厂|车间|中心|基地|园|店|站|社)$/;

/** Whether nothing in a text says that it is a class (智能工厂) or a part of a sentence (获奖单位) rather than a name. */
export const mayBeName = (text: string): boolean => !NO_NAME.test(text);

const TRADES: ReadonlySet<string> = new Set([...SECTORS, ...TRADE_ENDS]);
/** Words that make an industry of a trade: 高端|装备, 工业|机器人. */
const OF_INDUSTRY: ReadonlySet<string> = new Set([...NO_BRANDS, ...TECHNICAL, ...SECTORS]);
const [SHORTEST_TRADE_NAME, LONGEST_TRADE_NAME] = [4, 11];

/** 凤岭云雾茶业, 天马电缆: a firm's name without its legal form, which only a list of organizations makes one. */
export function isTradeName(name: string): boolean {
  if (
    name.length < SHORTEST_TRADE_NAME ||
    name.length > LONGEST_TRADE_NAME ||
    !/^[\u4e00-\u9fa5]+$/.test(name)
  )
    return false;
  const length = TRADES.has(name.slice(-3)) ? 3 : TRADES.has(name.slice(-2)) ? 2 : 0;
  if (length === 0) return false;
  const stem = name.slice(Math.max(0, PLACE_NAMES.longestEnd(name, 0)), -length);
  return stem.length > 1 && !OF_INDUSTRY.has(stem) && !OF_INDUSTRY.has(stem.slice(-2)) && mayBeName(name);
}
