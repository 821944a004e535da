import { CharacterSet } from "../../patterns/character-set.js";
import { type TierName, tierOfCell } from "./tiers.js";

/** One of them is in whatever names a tier: 金奖, 提名, 特等. */
const TIERED = new CharacterSet("奖提等");

const COUNT =
  /[（(][^（）()]{0,200}[）)]|[，,]?共?[\d一二三四五六七八九十]{1,12}[余多]?[家个名项位件人]|×\d{1,2}|获奖|获得者|名单|得主|[“”\s]/g;
/** 质量创新奖, 个人提名奖, 制造业类金奖: a tier with what it is for. */
const FOR =
  /^(?!中国|全国|国家|国际)[\u4e00-\u9fa5]{0,7}?(?:特等奖|[一二三]等奖|[金银铜]奖|提名奖|入围奖|优秀奖|优胜奖|创新奖|鼓励奖|成长奖|卓越奖|个人奖|组织奖|集体奖|团队奖|正奖)$/;

/** 获一等奖的单位：. */
const OF_THOSE = /^(?:荣?获得?)?(.{2,6})的(?:单位|组织|企业|个人)?(?:[是为有]|如下)?：?$/;

const WHOSE = /(?<=奖)[·—–-]{0,2}(?:组织|企业|单位|个人|集体|团队|班组|学校|医院|机构|公司)类?$/;

/** The tier that a label or short field is: 金　奖, 一等奖（1项）, 提名奖（组织）, 质量创新奖; undefined for what is none. */
export function tierOfLabel(label: string): TierName | undefined {
  if (!TIERED.within(label)) return undefined;
  const bare = label.replace(COUNT, "");
  const whole = bare.includes("的") ? bare.replace(OF_THOSE, "$1") : bare;
  // 提名奖组织, 金奖·企业
  const text = whole.replace(WHOSE, "");
  if (text.length > 11) return undefined;
  if (FOR.test(text) && !/[省市县区州]/.test(text.replace(/地?[市区]级/, ""))) {
    if (/(?:集体|团队)奖$/.test(text)) return "WINNER";
    return tierOfCell(text);
  }
  if (text === "大奖") return "WINNER";
  return /^(?:质量奖|本奖|主奖|提名|[特一二三]等|金质奖|银质奖)$/.test(text)
    ? tierOfCell(text.replace("质奖", "奖"))
    : undefined;
}
