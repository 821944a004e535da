import { PLACE_TYPES } from "../../../schema/index.js";
import { allMatches } from "../../patterns/all-matches.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { kindOf } from "../names/organization-kinds.js";
import { mayBeNamed } from "../names/person-names.js";
import type { DocEntity } from "../types.js";
import { TOLD_LAST } from "./anaphors.js";
import { suits } from "./findings.js";
import { counts, foreignSubject } from "./guards.js";
import { Omitted, type Told } from "./omitted.js";
import type { Prize, Word } from "./prize.js";
import { acting, headOf } from "./salience.js";
import type { Scene } from "./scene.js";
import { type Group, isAchievement, isFirm, isPlaceUnit, type Unit, unitOf } from "./units.js";
import { worksWin } from "./works.js";

const PRONOUN =
  /^(?:[，、]|更早[的前些]?|再早[些点]?|(?:我们|咱们?|我)(?:厂|公司|集团|医院|院|学校|企业|店|社|司)|我们|咱们|咱|自己|自身|本身|亦|而|且|并|但|不过|此外|另外|其中|此前的?|在此之前|早在|随后|之后|后来|当时|近年来|近年|目前|如今|至此|它|其|他|她|该公司|该企业|企业|公司|集团|园区|这里|该院|该市|该县|该区|同时|还是|再度|再次|再一次|又一次|又一举|还|又|再|也|就|曾|先后|已|更是|更|均|都|则|一举|成功|两度|两次|三次|再次|再度|首次|多次|连续|接连|一并|于|在|年|月|日|\d|\s)*/;

/** What may stand between an omitted subject and its verb without being a subject itself: 今年“五一”前夕. */
const ADVERBIAL =
  /^(?:这?[离距](?=我们|咱们|公司|上[一次回]|首|第一|(?:19|20)\d\d|$)|[一二三四五]是|[首其]先是?|其次是?|再就是|还有就是|在?[同本这该]一?届(?:评选)?[中里上]?|[\u4e00-\u9fa5]{0,6}?最[\u4e00-\u9fa5]{1,4}?的(?:那?一?[块个枚座项张])?(?:奖牌|牌子|荣誉)?(?:还|就|则|也|当数|要数)?(?:是(?=(?:19|20)\d\d|[今去前]年))?|的?(?:评选|评审|角逐|评比|争夺|颁奖|表彰|授奖)(?:活动|大会|仪式|典礼|盛典|会|礼)?[中里上时]|[和与及](?=(?:19|20)\d\d年)|(?:直到|等到|到了?|的)?第[一二三四五六七八九十\d]{1,3}届(?:评选|评审)?(?:时|上|中)?|的(?=(?:19|20)\d\d年)|到了(?=(?:19|20)\d\d)|直到|是(?=(?:19|20)\d\d|[今去前]年|$)|(?:另|还有|再|其中)?[一两][块座个枚尊面项张]|(?:这是)?继(?:(?:19|20)\d\d年)?|[今去前当同次上]年|(?:19|20)\d\d年度?|[上本这]个?月|[同当]月|同日|时间(?:[倒拨]?回)?到?|这一?[次回]|[此今][次番回]|等次|奖次|分别|倒是|反倒是?|倒|领到的|捧回的|拿到的|成功|顺利|强势|光荣|实力|陆续|相继|累计|更是|领衔|又一次|再一次|一手|一边|一头|先是|接着|紧接着|继之|尔后|旋即|(?:此后|随后|接下来|后来|之后|其后)?的?[一二两三四五六七八九十\d]{1,3}年[间里来内中]|此后|其间|期间|这期间|总算|好不容易|到底|(?:更名|改名|改制|重组|搬迁|上市|合并|投产|入驻|转型)之?后(?:的)?|第[一二三四五六七八九十]{1,2}[次年度]|更早[的前些]?|再早[些点]?|稍早的?|“?[\u4e00-\u9fa5]{1,4}(?:”[\u4e00-\u9fa5]{0,5})?(?:前夕|之际|期间|前后)|“[\u4e00-\u9fa5]{1,4}”(?:国际)?(?:劳动|妇女|护士|教师)?节?(?:当天|前)?|(?:五一|三八|七一|国庆|元旦|春|中秋|教师|护士|劳动|妇女|青年|端午|质量月)节?(?:前夕?|后|当天|期间|前后)|[再又时相仅]?[过隔]了?[一两二三四五六七八九]年|[首头]一?[次回度]|首度|继而|进而|最终|终于|终|双双|共同|一同|一道|一起|脱颖而出|不负众望|由此|随即|随之|同期|日前|近日|昨日|前不久|不久前|不久|年底|上半年|下半年|[一二三四]季度|春天|秋天|公司又|集团又|以来|截至目前|目前|一路|独揽|独家|唯一|并|(?:历时|历经|经过?|从|在|通过|凭借?|以|依托|作为|因|由于|连年|[\u4e00-\u9fa5]{0,3}连续|[一二两三四五六七八九十\d]{1,12}[次度年届])[^，]{0,200}|来自[^，]{0,200}|率先|蝉联|多次|屡次|屡屡|屡|数次|先后|曾多次|不断|首次参评|首次申报|初次参评|(?:申报|参评|申请|冲击)(?:并|时|后|即|便|就)|(?:此前|之前|更早)的|手[里中上]|如愿|圆满|再战|只|仅|才|刚刚?|便|即|就|已经|早已|早|又|还|也|曾经|[又再][添一]|本人|本次|此次|此番|当天|当日|当晚|当场|一口气|连续|同样|同步){0,6}/;
/** “某某”质量管理模式|获: how somebody works, of whom it is the prize. */
const OWN_WAY = gated(
  /^(?:推行的?|创立的?|首创的?|总结的?|凭借?|以)?“?[^“”，。；]{2,24}”[^，。；“”]{0,8}(?:模式|方法|管理法|工作法|操作法|经验|体系)$/,
);
/** 我本人, 本公司, 全县: whoever speaks or is spoken of. */
const ITSELF_OWN = /^(?:我(?:自己|本人|个人)|[我本全](?:公司|集团|园区|[院校厂所店社司园市县区镇]))/;
const OWN_PLACE = gated(/^[我本全](?:园区|[园市县区镇])(?!唯一|首[家个]|第一家|最)/);
/** 某某枢纽工程荣获: how works and firms without a legal form end. */
const FIRM_ENDING =
  /(?:业|药|生物|股份|科技|电气|集团|机械|电子|食品|材料|重工|装备|陶瓷|化工|光电|汽车|能源|智能|制造|新材|电器|技术)$/;
/** 质量总监许立同年: a post and a name where no person was found. */
const POSTED =
  /(?:^|[，；：、的])[\u4e00-\u9fa5]{0,12}?(?:董事长|总经理|经理|书记|主任|总监|总裁|工程师|总工|技师|师傅|班长|组长|段长|厂长|院长|所长|校长|处长|科长|局长|教授|研究员|队长|护士长|发明人|完成人|负责人|带头人|创始人|传承人|起草人|[工员师手])([\u4e00-\u9fa5]{2,3}?)(?=(?:同年|当年|随后|随即|此后|后来|早在|如今|更|已|[去今前]年|(?:19|20)\d\d年?|于|也|还|又|则|均|曾|先后|本人|被|再次|首次|同时|凭|以|因)|$)/;
/** The last characters of those posts. */
const POST_ENDS = new CharacterSet("长理记任监裁师工傅授员手人");
/** Characters that make adverbs and links of any kind and no name: 先是又在, 后再次, 硬是在. */
const ADVERBS =
  /^[\d先后是又在硬曾终于再次才便就也还都已经即将刚正更最首度回一二三两几多举连续接以其而且并则却竟直到至今当随期间从此由底初年月日就者同样实已早上下半凭时候，、]+$/;
/** 【2019年、2022年】先后获, 2018/5 | 捧回: when, before all else. */
const ENTRY_LABEL = gated(
  /^(?:[■◆●▶★△▲·•①-⑳-]\s?|\d{1,2}[.．、] ?)?(?:[【〖“〔[（(](?:(?:19|20)\d\d年?(?:\d{1,2}月)?[、—~–-]?){1,4}[】〗”〕\]）] ?[|｜·▸→–－—-]{0,2} ?|(?:19|20)\d\d(?:年度?(?:\d{1,2}月)?|(?:[./-]\d{1,2}){0,2}) ?[|｜·▸→–－—>»▷/-]{1,2} ?|(?:19|20)\d\d(?:(?:[./-]\d{1,2}){1,2} |年?[◆■●▲] ?)|(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})日|[上中下]旬|[初底末])?[，：\s]{0,2}|\d{1,2}\.\d{1,2} |)/,
);
/** 主导起草的两项行业标准: works of the one named before. */
const UNKNOWN = gated(/^该(?!公司|企业|集团|厂)[\u4e00-\u9fa5]/);
const JOINED = gated(/^(?:我们|公司|企业|还|又|并|曾|也){0,3}(?:和|与|同|跟|联合|携手)$/);
const OWN_WORKS = gated(
  /^(?:主导|牵头|参与|主持|承担|独立)[^，。；]{0,6}的[^，。；]{0,8}(?:标准|项目|成果|技术|课题)(?:(?:19|20)\d\d年|[今去前]年|先后|还|又|也|曾){0,3}$/,
);
const FOR_STANDARDS = gated(/^企业标准“?领跑者/);
const OWN_STANDARD = gated(
  /^(?:的|有)?(?:[\d一二两三四五六七八九十]{1,2}项)?(?:企业标准|标准)?(?:《[^《》]{2,40}》)?[^，。；《]{0,12}$/,
);
const OWN_PRODUCT = gated(/^的?[^，。；有个家]{0,12}产品(?:(?:19|20)\d\d年|[今去]年|成功|又|还|也|被){0,3}$/);
const ITSELF = gated(/^(?:它|其|该公司|公司|该企业)[^，]{0,30}$/);
const WITH_ONE_OF = gated(/[与和同跟](?:来自|位于|同在|地处|同为|身处)[^，。；与和同跟]{1,12}的$/);
/** ，2021年凭“|某技术|”项目获某奖. */
const BY_WORK = gated(
  /^(?:(?:19|20)\d\d年|[今去前]年|一举|又|再|并|先后){0,3}(?:凭借?|以|靠|用|借)其?[“《]?$/,
);
/** Before a title alone, with its mark: 某公司“, 凭“. */
const BEFORE_WORK = /^[“《]$|^[，。；：、\s司院学厂]|^[凭借以靠]“/;
const THE_WORK = gated(
  /^(?:(?:19|20)\d\d年)?[^，]{0,3}(?:该|此|这一|这项|上述)(专利|发明|项目|成果|工程|标准|技术)/,
);
const OWNED = gated(/(?:的|[导头成制发有请报与]的|凭借?|以)(?:发明|核心)?(?:专利)?$/);
const KIND_OF_WORK = gated(/^[”》]?[^，]{0,8}?(?:项目|成果|专利|标准|工程|技术|课题|案例)/);
const BY_ITSELF = gated(/^[”》]?(?:本身|自身|自己|此次|这次|一举|被|成功)*/);
/** 被某协会, 由某协会: by whom a title is given. */
const PASSIVE = gated(/(?:被.{0,300}|(?<![理自])由[^，。；]{0,6})$/);
/** 专利“某某”，归某公司所有，2020年获…: whose it is. */
const BELONGS = gated(/^[归属由为][^，。；]{2,40}(?:所有|共有|持有)/);
/** 2014年主持起草国家标准《: a year and a verb, no 的 that makes it whose work it is. */
const DRAFTED = gated(
  /(?:19|20)\d\d年(?:主持|牵头|主导|参与|负责|独立){0,2}(?:起草|制定|编制|编写|制修订|修订)了?(?:国家|行业|地方|团体|国际|推荐性)?标准[“《]?$/,
);
const CARRIED_OUT = gated(/(?:示范区|试点|试验区|先行区|示范县|示范基地)$/);
const OF_OWNER = gated(/^的([^，。；]*)$/);
const HEAD_LEAD = gated(
  /的$|子公司$|(?:名叫|名为|叫做?|取名|定名为?)“?$|旗下$|企业$|龙头$|[一两三]?[家个位]是$|^(?:另|还有|又|再|其中|最后)?的?[一1][家位]$|(?:邻居|街坊|对手|同行|同城|老乡|伙伴|单位|大户|新秀|黑马|后起之秀)$|^(?:还有|另有|再有|再说|再看|再数)$|^(?:说起|提起|走进|论|像|比如|例如|譬如|诸如)/,
);
/** Of which one is in whatever `blocked` looks for. */
const BLOCKING = new CharacterSet(
  "企组单产项作成工品团班案商论选学家个名位件科局处经技长校教医师人数现有共计已",
);
/** 某某烧麦馆, 某某酱园: shops of old names. */
const OLD_SHOP = /[馆楼斋堂坊居轩庄园号店记铺]$/;
const FOR_BUILDINGS = gated(/鲁班奖|詹天佑奖|优质工程|工程奖|建筑奖|市政金杯/);
const BUILT =
  /(?:承建|施工|建设|参建|总承包|设计|监理|修建|建造)的([\u4e00-\u9fa5A-Za-z\d]{4,26}(?:工程|项目|大楼|航站楼|大桥|隧道|车站|中心|体育[场馆]|剧院|医院|学校))$/;
const QUOTES = new CharacterSet("“《");
const FROM_YEAR = gated(/^从(?:19|20)\d\d年/);

/** 昨天, 两个月前, 毫无悬念地, 在众多企业中, 与两家央企同台竞技, 代表某县: when, how and against whom, whatever it says. */
const CIRCUMSTANCE = gated(
  /^(?:[昨今前当次][天日晚]|昨日|[上下]午|傍晚|[上本]周|眼下|反而|悄悄|如期|全票|高分|破格|有幸|荣幸|自[主愿](?:申报|参评|报名)|一路[\u4e00-\u9fa5]{4}|[几一两二三四五六七八九十]个?[天周月年]前|[\u4e00-\u9fa5]{2,8}地|(?:在|于|与|从|靠着?|面对|依靠)[^，。；的]{1,16}|(?:以|凭借?着?|经过?|历经|作为|代表|时隔)(?![^，。；]{0,12}的(?:[几众一二两三四五六七八九十\d]|不少))[^，。；]{1,16})$/,
);
/** How names of organizations and places end, and of those who work there. */
const NAME_ENDS = new CharacterSet("司厂院店社局县区市镇村所校馆行园队班组人员师工长");

const isCircumstance = (lead: string): boolean =>
  lead.length <= 20 &&
  (lead.startsWith("代表") || !NAME_ENDS.has(lead.charCodeAt(lead.length - 1))) &&
  CIRCUMSTANCE.test(lead);

/** What is left of the words before a verb without those that only say when and how. */
function unnamed(lead: string): string {
  for (let rest = lead; rest !== ""; ) {
    const shorter = rest.replace(PRONOUN, "").replace(ADVERBIAL, "");
    if (shorter === rest) return rest;
    rest = shorter;
  }
  return "";
}

/** Whether a firm's name has the word within it, not at its end. */
const isFirmNamed = ({ name }: DocEntity, core: string): boolean =>
  name.indexOf(core) >= 0 && name.indexOf(core) + core.length < name.length - 2;

/** Who won what a verb says. */
export class Subjects {
  /** The last winners that a clause of the sentence names itself. */
  private told: Told | undefined = undefined;

  constructor(private readonly scene: Scene) {}

  /** The winners that a verb of winning has for its subject, named in its clause (`own`) or left out. */
  of(
    series: readonly Prize[],
    verb: Word,
    clause: number,
    own: readonly Group[],
    previousEnd: number,
  ): Unit[] | undefined {
    const { scene } = this;
    const setter = this.ofStandard(series, verb, own);
    if (setter !== undefined) return setter;
    // 代表某县获, 作为全市唯一的民企获: the place is none that wins.
    const aside =
      own.every(({ units }) => units.every(isPlaceUnit)) && isCircumstance(scene.slice(clause, verb.start));
    const group = aside ? undefined : own.at(-1);
    if (group !== undefined && group.start >= previousEnd) {
      const units = this.withOwner(series, group, own, verb);
      if (units !== undefined && units === group.units) this.told = { units, end: verb.end };
      return units;
    }
    if (group !== undefined) {
      // 某公司获A和B，获C: a second verb of the same subject.
      return this.blocked(scene.slice(previousEnd, verb.start))
        ? undefined
        : this.withOwner(series, group, own, undefined);
    }
    const from = Math.max(clause, previousEnd);
    const words = aside ? scene.slice(from, verb.start) : scene.plain(from, verb.start);
    const said = ENTRY_LABEL.replace(words, "")
      .replace(/^[“”、和及]+/, "")
      .replace(PRONOUN, "")
      .replace(ITSELF_OWN, "")
      .replace(PRONOUN, "");
    // 被全国某会|授予: who gives it.
    const lead = PASSIVE.replace(OWN_WAY.replace(said, ""), "");
    const work = this.madeUp(clause, verb.start) ?? this.madeUpBefore(clause);
    // “某方法”获专利奖，发明人某某被授予劳动模范: no work has that.
    const made = work?.some(({ entity }) => series.some((p) => suits(entity, p.award))) ? work : undefined;
    const spoken = this.achievementSpokenOf(clause, verb);
    if (spoken !== undefined) return spoken;
    const carried = this.carried(series, clause, verb);
    // 2020年，全区首次获: not the firm spoken of.
    if (OWN_PLACE.test(words.replace(PRONOUN, "")) && carried?.every(isPlaceUnit) === false) return undefined;
    const makers = made === undefined ? undefined : this.makersOf(made, clause);
    if (makers !== undefined) return [...made!, ...makers, ...(this.isJoined(makers) ? (carried ?? []) : [])];
    // 该中心牵头的国家标准《某某》: of one that is not known.
    if (made !== undefined && UNKNOWN.test(lead)) return made;
    if (made !== undefined)
      return [
        ...made,
        ...(this.toldOf(carried) ?? []).filter(
          (u, _, all) =>
            (u.entity.type === "Company" || (all.length > 1 && isFirm(u))) && !this.isOfOtherWork(u, clause),
        ),
      ];
    if (carried !== undefined && ITSELF.test(scene.norm, clause, verb.start))
      return foreignSubject(lead) && !/标准/.test(lead) ? undefined : carried;
    const named = this.namedOnlyHere(series, clause, verb);
    if (named !== undefined) return [named];
    const posted = this.posted(series, from, verb.start);
    if (posted !== undefined) return [posted];
    // 甲承担着某秘书处，主导的一项标准2020年获: with what it has done.
    if (
      carried !== undefined &&
      series[0]!.award !== undefined &&
      OWN_WORKS.test(lead) &&
      worksWin(series[0]!.award)
    )
      return carried;
    if (isCircumstance(words)) return carried;
    if (this.blocked(lead)) return undefined;
    const stranger = unnamed(lead).replace(/(?:在|于|则|还|也|又|就|随后|已|并|只|才){1,12}$/, "");
    if (stranger.length <= 1 || ADVERBS.test(stranger)) return carried;
    // 王某在2017年获: a person of whom elsewhere the post tells, or an unknown one; not the firm spoken of.
    const person = scene.x.find("Person", stranger);
    const known = person ?? this.byCore(stranger, clause);
    return known === undefined ? undefined : [unitOf(known, clause, verb.start)];
  }

  /** 某公司的企业标准《某某》入选企业标准“领跑者”: the firm has what its standard is. */
  private ofStandard(series: readonly Prize[], verb: Word, own: readonly Group[]): Unit[] | undefined {
    if (!series.every(({ award }) => award !== undefined && FOR_STANDARDS.test(award.name))) return undefined;
    const firm = own.findLast(({ units }) => units.every(isFirm));
    return firm !== undefined && OWN_STANDARD.test(this.scene.norm, firm.end, verb.start)
      ? firm.units
      : undefined;
  }

  /** 子公司甲获某奖。项目“某技术”获…: where the sentence names nobody, the work is that of whom the whole text tells. */
  private toldOf(carried: Unit[] | undefined): Unit[] | undefined {
    const { x, sentence, context } = this.scene;
    const { told } = x.about;
    if (carried === undefined || told === undefined || context.salience.isNamedIn(sentence)) return carried;
    return [unitOf(told, sentence.start, sentence.start)];
  }

  /** 昆仑: the one firm that the sentence or the one before has named, with that in its name. */
  private byCore(core: string, clause: number): DocEntity | undefined {
    if (core.length > 4 || !/^[\u4e00-\u9fa5]+$/.test(core)) return undefined;
    const { x, sentence, context } = this.scene;
    const near = new Set<DocEntity>();
    for (const { entity } of x.mentionsIn(sentence.start, clause, ["Company", "Institution"]))
      near.add(entity);
    for (const { entity } of context.salience.organization(sentence) ?? []) near.add(entity);
    const named = [...near].filter((entity) => isFirmNamed(entity, core));
    return named.length === 1 ? named[0] : undefined;
  }

  /** Tells the context whom the clauses up to an offset are about. */
  remember(before: number): void {
    const { scene } = this;
    const named: Group[] = [];
    for (const group of scene.groups) if (group.end <= before) named.push(group);
    const last = this.lastHead(named) ?? headOf(scene.norm, named, scene.sentence);
    if (last !== undefined) scene.context.salience.isAbout(scene.x, acting(scene.norm, last), scene.sentence);
  }

  private lastHead(groups: readonly Group[]): Group | undefined {
    for (let i = groups.length - 1; i >= 0; i--) if (this.isHead(groups[i]!)) return groups[i];
    return undefined;
  }

  /** Whom the clause leaves out: the subject of the clauses before, of the sentence before, of the section. */
  carried(series: readonly Prize[], clause: number, verb: { start: number }): Unit[] | undefined {
    const { scene } = this;
    this.remember(clause);
    const late = this.namedAtEnd(clause) ?? this.namedBeside(clause);
    if (late !== undefined) return late;
    const work = this.workBefore(clause) ?? this.builtBefore(series, clause);
    return new Omitted(scene, series, clause, verb).winners(work, this.told);
  }

  /** 与甲同登榜单的还有|乙|，拿到的是提名奖: the one with whom the clause before ends. */
  private namedBeside(clause: number): Unit[] | undefined {
    const { norm, sentence, groups } = this.scene;
    const last = groups.findLast(({ end }) => end <= clause);
    if (last?.end !== clause - 1 || norm[last.end] !== "，" || last.units.length > 1) return undefined;
    return last.units.every(isFirm) &&
      TOLD_LAST.test(norm, Math.max(sentence.start, last.start - 24), last.start)
      ? last.units
      : undefined;
  }

  /** 从2015年获甲奖，到2018年获乙奖，某公司用了三年: whom the sentence names behind its prizes. */
  private namedAtEnd(clause: number): Unit[] | undefined {
    const { norm, sentence, groups, prizes } = this.scene;
    if (!FROM_YEAR.test(norm, sentence.start, sentence.start + 7)) return undefined;
    const [named] = groups;
    const last = prizes.at(-1);
    if (named === undefined || last === undefined || named.start < Math.max(clause, last.end))
      return undefined;
    return named.units.every(isFirm) && norm[named.start - 1] === "，" ? named.units : undefined;
  }

  /** 专利“…”2018年获A，2020年又获B: the work that the clauses before are about, with whose it is. */
  private workBefore(clause: number): Unit[] | undefined {
    const { norm, sentence, clauses, groups } = this.scene;
    const before = groups.filter(
      (g) =>
        g.start >= sentence.start &&
        g.end <= clause &&
        !BELONGS.test(norm, Math.max(0, g.start - 1), g.end + 3),
    );
    const last = before.at(-1);
    if (last === undefined || !last.units.every(isAchievement)) return undefined;
    // 某研究所2014年起草国家标准《某某》，2016年获: the standard is what the one spoken of has done.
    if (DRAFTED.test(norm, clauses.start(last.start), last.start)) return undefined;
    // 去年获批牵头某某示范区，同年通过某认定: what is carried out wins nothing.
    if (last.units.some(({ entity }) => CARRIED_OUT.test(entity.name))) return undefined;
    const owners = this.ownersOf(last, before);
    const joined = owners.length > 0 && this.isJoined(owners) ? this.organization() : [];
    return [...last.units, ...owners, ...joined];
  }

  /** The firm or institution that was spoken of last. */
  private organization(): readonly Unit[] {
    const { salience } = this.scene.context;
    const kept = salience.subject(this.scene.sentence) ?? salience.organization(this.scene.sentence);
    return kept?.every(isFirm) === true ? kept : [];
  }

  /** 甲和乙共同完成的“某某”项目，获…: who made what the clause before names. */
  private makersOf(made: readonly Unit[], clause: number): Unit[] | undefined {
    const { start, end } = made[0]!;
    if (start >= clause) return undefined;
    const before = this.scene.groups.filter((g) => g.start >= this.scene.sentence.start && g.end <= start);
    const makers = this.ownersOf({ units: [...made], start, end }, before);
    return makers.length > 0 ? makers : undefined;
  }

  /** 和甲、乙一起做的: those that are named have made it with the one spoken of. */
  private isJoined(makers: readonly Unit[]): boolean {
    const { clauses, norm } = this.scene;
    const { start } = makers[0]!;
    return JOINED.test(norm, clauses.start(start), start);
  }

  /** 甲公司承建的某某大剧院工程，荣获某工程奖: what was built, and by whom. */
  private builtBefore(series: readonly Prize[], clause: number): Unit[] | undefined {
    const { scene } = this;
    if (scene.norm[clause - 1] !== "，" || !series.some((p) => FOR_BUILDINGS.test(p.award?.name ?? "")))
      return undefined;
    const from = scene.clauses.start(clause - 1);
    const match = BUILT.exec(scene.slice(from, clause - 1));
    if (match === null) return undefined;
    const end = clause - 1;
    const start = end - match[1]!.length;
    const entity = scene.x.entity("Initiative", scene.x.text.slice(start, end), {
      start,
      end,
      rule: "won/named",
    });
    const builder = scene.groups.findLast(
      (g) => g.start >= from && g.end <= start && !g.units.every(isPlaceUnit),
    );
    return [unitOf(entity, start, end), ...(builder?.units ?? [])];
  }

  /** Whose works a group names: 某公司的“…”, 某公司研发的“…”, 某公司凭“…”. */
  private ownersOf(group: Group, groups: readonly Group[]): Unit[] {
    const makers = group.units.flatMap((u) => u.maker ?? []);
    if (makers.length > 0) return makers;
    const owner = groups.findLast((g) => g.end <= group.start);
    const link = owner === undefined ? "" : this.scene.slice(owner.end, group.start).replace(/[“《]$/, "");
    return owner !== undefined && OWNED.test(link) ? owner.units.filter((u) => !isPlaceUnit(u)) : [];
  }

  /** 质量总监许立同年获评: a person whom the post alone makes one. */
  private posted(series: readonly Prize[], from: number, to: number): Unit | undefined {
    const { scene } = this;
    if (!POST_ENDS.within(scene.norm, from, to)) return undefined;
    const match = POSTED.exec(scene.slice(from, to));
    if (match === null || !mayBeNamed(match[1]!)) return undefined;
    const start = from + match.index + match[0].length - match[1]!.length;
    const end = start + match[1]!.length;
    const entity =
      scene.x.find("Person", match[1]!) ??
      (series.every((p) => p.award !== undefined && suits({ type: "Person" }, p.award))
        ? scene.x.entity("Person", match[1]!, { start, end, rule: "won/posted" })
        : undefined);
    return entity === undefined ? undefined : unitOf(entity, start, end);
  }

  /** 某某枢纽工程荣获, 某某瓷业获评某省示范企业: a winner that has no other name in the document. */
  private namedOnlyHere(series: readonly Prize[], clause: number, verb: Word): Unit | undefined {
    const { scene } = this;
    const award = series[0]!.award;
    if (award === undefined) return undefined;
    const text = scene.slice(clause, verb.start);
    const lead = PRONOUN.exec(text)![0].length;
    const name = text
      .slice(lead)
      .replace(/(?:(?:在|于)?(?:19|20)\d\d年|[今去]年|成功|先后|分别|均|还|也|就|便|即|已|早已){1,12}$/, "");
    const place = this.scene.x.mentionsIn(clause + lead, verb.start, PLACE_TYPES)[0];
    const bare = place?.start === clause + lead ? name.slice(place.end - place.start) : name;
    if (
      !/^[\u4e00-\u9fa5A-Za-z\d·]{4,30}$/.test(name) ||
      /[的了是在将被为有由与及和让使]|公司|通过|经过|凭|企业|产品/.test(bare.replace(/及综合|和平/, ""))
    )
      return undefined;
    const type = /(?:工程|项目)$/.test(name)
      ? "Initiative"
      : /企业$/.test(award.name) && name.length <= 12 && FIRM_ENDING.test(name)
        ? "Company"
        : name.length <= 14 && !/^[经由据受向对以从]/.test(name)
          ? OLD_SHOP.test(name) && award.name.endsWith("老字号")
            ? "Company"
            : kindOf(name)
          : undefined;
    if (type === undefined) return undefined;
    const start = clause + lead;
    const end = start + name.length;
    const entity = scene.x.entity(type, scene.x.text.slice(start, end), { start, end, rule: "won/named" });
    return unitOf(entity, start, end);
  }

  /** 《甲》获一等奖，起草单位为某公司；《乙》获二等奖: whether a firm was named for another work, told before a semicolon. */
  private isOfOtherWork({ start, end }: Unit, clause: number): boolean {
    const { norm, prizes, sentence } = this.scene;
    return (
      start > sentence.start &&
      norm.slice(end, clause).includes("；") &&
      prizes.some((p) => p.end <= start && p.kind === "tier")
    );
  }

  /** 该专利, 该项目: the last achievement named before, with whose it is. */
  private achievementSpokenOf(clause: number, verb: Word): Unit[] | undefined {
    const { x, sentence } = this.scene;
    const match = THE_WORK.exec(this.scene.norm, clause, verb.start);
    if (match === null) return undefined;
    const type = match[1] === "专利" || match[1] === "发明" ? "Patent" : "Initiative";
    const last = x.mentionsIn(sentence.block.start, clause, [type]).at(-1) ?? this.titleBefore(clause);
    if (last === undefined) return [];
    const owner = x.mentionsIn(sentence.block.start, last.start, ["Company", "Institution"]).at(-1);
    return [last, ...(owner === undefined ? [] : [owner])].map(({ entity, start, end }) =>
      unitOf(entity, start, end),
    );
  }

  /** The title in quotation marks that was told last as a work that has won. */
  private titleBefore(clause: number): Unit | undefined {
    const { x, norm, sentence } = this.scene;
    const close = Math.max(norm.lastIndexOf("”", clause), norm.lastIndexOf("》", clause));
    const open = Math.max(norm.lastIndexOf("“", close), norm.lastIndexOf("《", close)) + 1;
    if (open <= sentence.block.start || close <= open) return undefined;
    const title = x.text.slice(open, close);
    const entity = x.find("Patent", title) ?? x.find("Initiative", title);
    return entity === undefined ? undefined : unitOf(entity, open, close);
  }

  /** “某某”标准项目，摘得…; 凭“某某”专利，去年得了…: the achievement ends the clause before. */
  private madeUpBefore(clause: number): Unit[] | undefined {
    const { scene } = this;
    if (scene.norm[clause - 1] !== "，") return undefined;
    const before = scene.clauses.start(clause - 1);
    const made = this.madeUp(before, clause - 1);
    return made !== undefined && DRAFTED.test(scene.norm, before, made[0]!.start) ? undefined : made;
  }

  private withOwner(
    series: readonly Prize[],
    group: Group,
    own: readonly Group[],
    verb: Word | undefined,
  ): Unit[] | undefined {
    const { scene } = this;
    const lead = verb === undefined ? "" : scene.plain(group.end, verb.start);
    if (group.units.every(isPlaceUnit) && verb !== undefined && !this.byPlace(lead)) {
      const named =
        this.namedOnlyHere(series, scene.clauses.start(group.start), verb) ??
        this.posted(series, group.end, verb.start);
      return named === undefined ? undefined : [named];
    }
    const made = verb === undefined ? undefined : this.madeUp(group.end, verb.start);
    if (made !== undefined) {
      const makers = own.flatMap((g) => g.units).filter((u) => !isPlaceUnit(u) && !isAchievement(u));
      return [...made, ...makers];
    }
    const rest = group.units.every(isAchievement) ? KIND_OF_WORK.replace(lead, "") : lead;
    // 它主导起草的两项标准获: what goes to works goes to whose they are.
    const works = series[0]!.award !== undefined && OWN_WORKS.test(rest) && worksWin(series[0]!.award);
    if (works) return group.units;
    // 某公司|钻杆产品|入选…单项冠军产品: the firm has what its product is.
    const asProduct = series.every((p) => p.award?.name.endsWith("产品") === true) && OWN_PRODUCT.test(rest);
    if (asProduct) return group.units;
    if ((this.blocked(rest) && !isCircumstance(rest)) || this.possessed(rest)) return undefined;
    if (!group.units.every(isAchievement)) {
      const posted = verb === undefined ? undefined : this.posted(series, group.end, verb.start);
      return posted === undefined ? group.units : [posted];
    }
    const owners = this.ownersOf(group, own);
    if (owners.length > 0 || verb === undefined) return [...group.units, ...owners];
    // 甲公司去年扩产，凭“某技术”项目获某奖: whom the clause leaves out has won with it.
    const clause = scene.clauses.start(group.start);
    const users = BY_WORK.test(scene.norm, clause, group.start)
      ? this.carried(series, clause, verb)
      : undefined;
    return [...group.units, ...(users ?? []).filter(isFirm)];
  }

  /** Whether nothing but when and how stands between a place and its verb: 某市2018年成功获评, not 某市一企业获评. */
  private byPlace(lead: string): boolean {
    return lead === "" || unnamed(BY_ITSELF.replace(PASSIVE.replace(lead, ""), "")) === "";
  }

  /** 某公司的“某某”牌扇贝2015年被: it is what the firm has that wins, unless that is how it is run. */
  private possessed(lead: string): boolean {
    const thing = OF_OWNER.exec(lead)?.[1]?.replace(
      /(?:(?:19|20)\d\d年?|[今去前]年|被|[先再首].|曾|还|也|又|均|都|在|于).{0,300}$/,
      "",
    );
    return (
      thing !== undefined && thing.length >= 2 && /牌|商标|品牌|[酒茶米果糖瓷药器机泵阀车灯]$/.test(thing)
    );
  }

  private blocked(lead: string): boolean {
    if (!BLOCKING.within(lead)) return false;
    const text = lead.replace(/[“《][^”》]{0,200}[”》]/g, "");
    const own = text
      .replace(/(?:凭借?|以|依托|作为|围绕|通过|因|从)[^，]{0,200}$/, "")
      .replace(
        /(?<![有共计达约过超\d])(?:独|[一二两三四五六七八九十\d]{1,12})[家个名项位](?:企业|单位|组织)?(?:均|都|同时|双双|一并|一起)?$/,
        "",
      );
    return counts(own) || foreignSubject(own);
  }

  /** “某某关键技术”项目, 《某某》国家标准: an achievement that wins, named on the spot. */
  madeUp(from: number, to: number): Unit[] | undefined {
    const { x, norm } = this.scene;
    if (!QUOTES.within(norm, from, to)) return undefined;
    const text = norm.slice(from, to);
    const match =
      /[“《]([^“”《》]{3,50})[”》](?:[\u4e00-\u9fa5]{0,6}?)(项目|成果|课题|技术|工程|标准|发明专利|专利|案例)?[^，。；“《]{0,6}$/.exec(
        text,
      );
    if (
      match === null ||
      (match[2] === undefined &&
        !/(?:的|项目|成果|课题|专利|发明|标准)[“《]$/.test(
          text.slice(Math.max(0, match.index - 2), match.index + 1),
        ) &&
        !this.isWork(match[1]!, text.slice(Math.max(0, match.index - 1), match.index + 1), to))
    )
      return undefined;
    const start = from + match.index + 1;
    const end = start + match[1]!.length;
    // 登上企业标准“领跑者”榜单: of an award's name.
    if (this.scene.prizes.some((p) => p.start <= start && p.end >= end)) return undefined;
    const known = x.mentionsIn(start, end).find((m) => m.type === "Patent");
    const type =
      match[2]?.endsWith("专利") || match[1]!.startsWith("一种") || this.isForPatents(to)
        ? "Patent"
        : "Initiative";
    const entity =
      known?.entity ?? x.entity(type, x.text.slice(start, end), { start, end, rule: "won/achievement" });
    return [unitOf(entity, start, end)];
  }

  private isForPatents(before: number): boolean {
    const prize = this.scene.prizes.find((p) => p.start >= before);
    return prize?.award?.name.endsWith("专利奖") === true;
  }

  /** “某某装置”获某省科学技术进步奖: a title alone, before a prize that goes to works. */
  private isWork(title: string, before: string, to: number): boolean {
    const prize = this.scene.prizes.find((p) => p.start >= to);
    const award = prize?.award ?? this.scene.context.award;
    return title.length >= 5 && BEFORE_WORK.test(before) && award !== undefined && worksWin(award);
  }

  /** Works named in quotation or title marks in [from, to), and nothing else there: 授予“甲技术”“乙技术”. */
  works(from: number, to: number): Unit[] {
    const { x, norm } = this.scene;
    if (
      !QUOTES.has(norm.charCodeAt(from)) ||
      !/^(?:[“《][^“”《》]{3,50}[”》][、和与及]?(?:等?[\d一二三四五六七八九十]{0,12}[项个])?(?:项目|成果|技术|专利|标准)?){1,12}$/.test(
        norm.slice(from, to),
      )
    )
      return [];
    return allMatches(/[“《]([^“”《》]+)[”》]/g, norm.slice(from, to)).flatMap((match) => {
      const start = from + match.index + 1;
      const end = start + match[1]!.length;
      const known = x.mentionsIn(start, end);
      if (known.some((m) => m.type === "Award")) return [];
      const work = known.find(
        (m) => (m.type === "Patent" || m.type === "Initiative") && m.end - m.start === end - start,
      );
      const entity =
        work?.entity ??
        x.entity("Initiative", x.text.slice(start, end), { start, end, rule: "won/achievement" });
      return [unitOf(entity, start, end)];
    });
  }

  /** The first group of its clause, with nothing but time, link words, 子公司, a post or 位于某地的 before it. */
  private isHead(group: Group): boolean {
    const { scene } = this;
    const clause = scene.clauses.start(group.start);
    const first = scene.groups.find((g) => g.start >= clause) === group;
    // 由某局推荐的甲公司和乙公司.
    if (!first && !scene.slice(clause, group.start).endsWith("的")) return false;
    if (group.units.every((u) => u.entity.type === "Platform" || isAchievement(u))) return false;
    // …，是某市第一位获得者.
    if (group.units.every(isPlaceUnit) && scene.slice(clause, group.start).endsWith("是")) return false;
    if (clause === group.start) return true;
    // 和来自某市的乙公司一道: with whom the one spoken of has won.
    if (WITH_ONE_OF.test(scene.norm, clause, group.start)) return false;
    const lead = scene
      .plain(clause, group.start)
      .replace(PRONOUN, "")
      .replace(/[“（《]$/, "");
    return (
      lead === "" ||
      HEAD_LEAD.test(lead) ||
      unnamed(lead) === "" ||
      (group.units[0]!.entity.type === "Person" && !/[与同和向对由为给把将被]/.test(lead))
    );
  }
}
