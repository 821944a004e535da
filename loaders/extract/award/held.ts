import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";

/** Behind the quotation marks of a title that a place goes by: the next clause tells who conferred it. */
const CONFERRED_LATER = gated(
  /^”?(?:之称|之誉|之名|的?美誉|的?美称|的?名号|的?称号|的?牌子)?[，；。](?:而|其中)?(?:该|这一?个?|此|这[块项])(?:荣誉)?(?:称号|名号|牌子|美誉|招牌|名头|荣誉|头衔|桂冠|名片)(?!尚|还|仍|并未|没|未)[^，。；]{0,40}?(?:授予|命名|认定|评定|颁发|颁授|授牌|评出|给的)|^”?(?:之称|之誉|之名|的?美誉|的?美称|的?名号|的?称号|的?牌子)，(?:是|系)?(?:(?:19|20)\d\d年)?由[^，。；]{2,30}(?:授予|命名|认定|评定|颁发|颁授|授牌|评出|给的)/,
);
const SIGNS = new CharacterSet("称号名牌招头荣桂美");
/** What the words between deny. */
const DENIED = gated(/(?:尚未|还未|从未|没有|没|未|并非|自封|民间|待|申报|申请|争取)[^，。；]{0,30}$/);
const LONGEST = 64;

/** The stretch that says a title was conferred, right behind its end; undefined where nothing does. */
export function conferredLater(norm: string, end: number, to: number): { end: number } | undefined {
  const until = Math.min(to, end + LONGEST);
  if (!SIGNS.within(norm, end, until)) return undefined;
  const match = CONFERRED_LATER.exec(norm, end, until);
  if (match === null || DENIED.test(match[0])) return undefined;
  return { end: end + match[0].length };
}

/** Right before the marks: the place goes by that title. */
export const GOES_BY = gated(
  /(?:[素早久夙]有|享有|拥有|[^没]有|号称|被?誉为|人称|被?称为|被?称作|堪称|冠以|坐拥|顶着|顶起|[挂扛戴]着|[挂戴]上|有了)(?:了|着)?“?$/,
);

/** Words for which a stretch that tells of a title's conferral tells of none. */
export const NOT_CONFERRED = gated(/尚未|还未|没有|并未|从未|拟|申报|申请|争取|候选|撤销|取消/);

/** 是“某某之都”|（2002年由某联合会授予）, |，这块牌子是某协会2010年授予的, |，由某部于2012年命名: when a title was conferred. */
const CONFERRED_IN = gated(
  /^”?(?:称号|荣誉|之称|之誉|美誉)?(?:（(?:[^（）\d]{0,24})((?:19|20)\d\d)年(?:\d{1,2}月)?[^（）\d]{0,30}(?:授予|授牌|授名|命名|认定|评定|评出|评为|颁发|颁授|公布|授的|给的|颁的)[^（）]{0,4}）|[，；](?:而|其中)?[这该此][块个项枚张一]{0,2}(?:金字)?(?:招牌|牌子|称号|名号|名片|名头|荣誉|美誉|头衔|奖牌|桂冠)[^，。；\d]{0,30}((?:19|20)\d\d)年(?:\d{1,2}月)?[^，。；\d]{0,26}(?:授予|授牌|授名|命名|认定|评定|评出|评为|颁发|颁授|公布|授的|给的|颁的|[就便]?(?:已经?)?(?:有了|挂上了?|拿到了?|到手了?|得来|评上了?|落户|获得|拿下了?))的?(?=[，。；]|$)|，(?:是|系)?由[^，。；\d]{2,26}((?:19|20)\d\d)年(?:\d{1,2}月)?(?:正式)?(?:授予|授牌|授名|命名|认定|评定|评出|评为|颁发|颁授|公布|授的|给的|颁的)的?(?=[，。；]|$))/,
);
const CONFERRING = new CharacterSet("授命认评颁公给有挂拿到得落获");

/** The year in which a title that ends there was conferred, and where the bracket ends that says so. */
export function conferredIn(
  norm: string,
  end: number,
  to: number,
): { year: number; end: number } | undefined {
  const until = Math.min(to, end + LONGEST);
  if (!CONFERRING.within(norm, end, until)) return undefined;
  const match = CONFERRED_IN.exec(norm, end, until);
  if (match === null || NOT_CONFERRED.test(match[0])) return undefined;
  const bracket = match[0].endsWith("）");
  return { year: Number(match[1] ?? match[2] ?? match[3]), end: bracket ? end + match[0].length : end };
}
