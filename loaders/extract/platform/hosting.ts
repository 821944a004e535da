import { allMatches } from "../../patterns/all-matches.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import type { Sentence } from "../../types.js";
import { clauseOf, isMute } from "../shape/clauses.js";
import { carriersInRow } from "../shape/rows.js";
import { isFact, isPlanSection } from "../shape/stance.js";
import { actorsAfter, actorsBefore, isAside } from "../shape/subjects.js";
import { ORGANIZATIONS, PLACES } from "../shape/types.js";
import type { DocEntity, Extraction, Mention, RuleFamily } from "../types.js";

const VERB =
  /(?:联合|共同|合作|牵头|参与|独立|自主|投资)?(?:建有|建着|建成|建了|建起|建立|拥有|获批|获准|承建|共建|合建|联建|自建|组建|运营|运行|建设|设有|设立|获评|获认定|认定为|创建|成立|承担|挂牌|打造|引进|筹建|重组为|升级为|揭牌|投建|参建|主管|管理|新增|获得|牵头|依托|入驻|领衔|合办|托管|管着|手握|握有|坐拥|拿下|挂上|拥有|布设|代管|负责|搭建|搭起|合办|创办|联办|筹办|开办|主办|承办|兴建|办起|建起来|建好|建成|投用|创设|筹设|运维|管护|争取到|拿到|捧回|取得|筹设|手里有|名下有|旗下有|设于|有了|接手|领办|发起|(?:一起|一道|一同|合伙)(?:新?建|[创开合兴]?办))(?:成立|运营|建设|组建|承建|了|起|着|有){0,6}/gu;
/** 运营方是X, 承建单位为X, 由X承建: after the platform. */
const OPERATOR =
  /(?:(?:运营|承建|建设|依托|承担|牵头|管理|主办|托管|挂靠|主管|实施|举办|共建|组建|筹建|承办|法人|主体|挂靠)(?:单位|方|者|机构|主体|人|企业)(?:分别|就|则)?(?:是|为|：|系|有|包括)|(?:运营|承建|管理|建设)它的(?:则|正)?是|依托|(?:交由|交给|委托给?)|，?属于|由|，(?:正|就)?是由?|^：)$/u;
/** After it, who runs it by a pronoun: 由我们所运营, ，是它同某校一道建起来的. */
const CLEFT =
  /^[^，。；]{0,6}，?(?:就|正|则|也|均|目前|现)?(?:是由?|由)(?=[^，。；]{0,8}(?:我们|它|该[院所校司厂中]))[^，。；]{1,40}?(?=(?:一道|一起|共同|联合|合作|携手|负责|牵头){0,4}(?:承建|运营|建起|建成|建立|建设|组建|搭建|创办|筹建|打造|管理|承担|开办|建))/u;
const DOER =
  /^[^，。；]{0,12}?(?:承建|搭建|创办|开办|承办|实施|投建|维护|挂牌|建设|运营|运行|组建|承担|牵头|共建|管理|筹建|负责|建|打造|举办|主办|设立|合建|代管|托管|运维|主管|管理|合办|联办)/u;
/** After X: 为共建单位, 是承建单位. */
const IS_CARRIER =
  /^(?:等[^，。；]{0,6})?(?:均|都|也|亦|同)?(?:为|是|系)(?:其|该[^，。；]{0,6})?(?:的)?(?:共建|承建|依托|建设|参建|合作共建|运营|牵头)(?:单位|方)/u;
/** Between a platform's owner and its name: 某公司的某中心, 某公司“某中心”. */
const OWNS = /^(?:（[^（）]{1,12}）)?(?:(?:[新自承筹]?建|办)?的“?|“)$/u;
/** After those whom a dash leads to: nothing, or what they did (P——X承建，…). */
const AFTER_DASH =
  /^(?:（[^（）]{0,200}）)?(?:[。；，\s]{0,40}$|(?:联合|共同|合作|负责|牵头){0,2}(?:承建|共建|合建|建设|运营|牵头|组建|承担|管理|主办)(?=[，。；\s]|$))/u;
const CARRIER_HEADER = /单位|企业|机构|主体|公司|组织/u;
const COUNTERPART =
  /^(?:是?(?:和|与|同)[^，。；]{2,30}(?:共建|合建|联合|合作)|，(?:和|与|同)[^，。；]{2,30}(?:共建|合建))/u;
const ANAPHOR =
  /^(?:[^，。；]{0,8}[，])?(?:该|这个|这座|这一)?(?:检验|检测|创新|研究)?(?:中心|平台|实验室|基地|工作站|研究院)(?:目前|现)?(?:由|是由|依托)/u;

/** Who built, runs, obtained or carries a platform. */
export const hosting: RuleFamily = {
  id: "platform/hosting",
  run(x) {
    let lastHosts: DocEntity[] = [];
    const bySentence = new Map<Sentence, Mention[]>();
    for (const mention of x.mentions) {
      if (mention.type !== "Platform") continue;
      const sentence = x.sentenceAt(mention.start);
      if (sentence === undefined || isMute(sentence.block)) continue;
      bySentence.set(sentence, [...(bySentence.get(sentence) ?? []), mention]);
    }
    for (const [sentence, platforms] of bySentence) {
      let row: DocEntity[] = [];
      const dealt = dealtOut(x, sentence, platforms);
      for (const [i, platform] of platforms.entries()) {
        const own = dealt?.[i];
        if (own !== undefined) {
          relate(x, [own], platform.entity, sentence, "platform/dealt-out");
          continue;
        }
        if (isPlanSection(x, sentence.block, platform.start) && !isStated(x, sentence, platform)) {
          relate(x, reliedOn(x, sentence, platform), platform.entity, sentence, "platform/relied-on");
          continue;
        }
        const previous = i === 0 ? undefined : platforms[i - 1]!;
        const inRow =
          previous !== undefined &&
          /^(?:、|和|及|与|以及|，还有)$/u.test(x.norm.slice(previous.end, platform.start));
        const { cells } = sentence.block;
        if (cells !== undefined) {
          const carriers = carriersInRow(x, cells, platform, CARRIER_HEADER, [...ORGANIZATIONS, "Zone"]);
          if (
            !/申报|申请|拟建|筹备|筹建中|待批|未获|论证|未批/u.test(
              x.norm.slice(sentence.block.start, sentence.block.end),
            )
          )
            relate(
              x,
              carriers.map((m) => m.entity),
              platform.entity,
              sentence,
              "platform/row",
            );
          continue;
        }
        const fact = isFact(x, sentence, platform.start, platform.end);
        const hosts = !fact ? [] : inRow && row.length > 0 ? row : hostsOf(x, sentence, platform, lastHosts);
        row = hosts;
        if (hosts.length > 0) lastHosts = hosts;
        relate(x, hosts, platform.entity, sentence, "platform/host");
      }
      const last = platforms[platforms.length - 1]!;
      const labelled = carriersOfNextLine(x, sentence);
      if (labelled.length > 0) relate(x, labelled, last.entity, sentence, "platform/labelled");
      const owner = ownerOfList(x, sentence, platforms);
      if (owner !== undefined) relate(x, [owner], last.entity, sentence, "platform/list-of-owner");
      const next = x.sentences[sentence.index + 1];
      if (next === undefined || next.block !== sentence.block || bySentence.has(next)) continue;
      const said = ANAPHOR.exec(x.norm.slice(next.start, next.end));
      if (said === null) continue;
      const from = next.start + said[0].length;
      const group = actorsAfter(x, from, next.end, /^$/u, ORGANIZATIONS);
      const end = group[group.length - 1]?.end;
      if (end !== undefined && DOER.test(x.norm.slice(end, next.end)))
        relate(
          x,
          group.map((m) => m.entity),
          platforms[platforms.length - 1]!.entity,
          next,
          "platform/host-anaphor",
        );
    }
  },
};

function relate(
  x: Extraction,
  hosts: readonly DocEntity[],
  platform: DocEntity,
  sentence: Sentence,
  rule: string,
): void {
  for (const host of new Set(hosts))
    if (host !== platform)
      x.relate({
        type: "HOSTS",
        from: host,
        to: platform,
        start: sentence.start,
        end: sentence.end,
        rule,
        confidence: 0.85,
      });
}

const LABEL = gated(/^(?:建设|依托|承建|承担|运营|共建|牵头|组建|挂靠)(?:单位|主体|方)：/);

/** A line 建设单位：X right after the line that names a platform. */
function carriersOfNextLine(x: Extraction, sentence: Sentence): DocEntity[] {
  if (sentence.end !== sentence.block.end) return [];
  const next = x.sentences[sentence.index + 1];
  if (next === undefined || next.block === sentence.block) return [];
  if (!LABEL.test(x.norm, next.start, next.end)) return [];
  return x.mentionsIn(next.start, next.end, ORGANIZATIONS).map((mention) => mention.entity);
}

/** A list under a heading of a firm's profile (技术平台) whose item is but a platform's name: the firm has it. */
function ownerOfList(
  x: Extraction,
  sentence: Sentence,
  platforms: readonly Mention[],
): DocEntity | undefined {
  const { block } = sentence;
  const [platform] = platforms;
  if (block.kind !== "list-item" || platforms.length !== 1) return undefined;
  const rest = x.norm.slice(block.start, platform!.start) + x.norm.slice(platform!.end, block.end);
  if (
    !/^[\d.、\s]{0,40}(?:（[^（）]{0,200}）)?[；。，\s]{0,40}$/u.test(rest) ||
    !isFact(x, sentence, platform!.start, platform!.end)
  )
    return undefined;
  if (isPlanSection(x, block, platform!.start)) return undefined;
  // A profile: what its title or first paragraph names is whose list it is.
  const [first, second] = x.blocks;
  const from = first?.start ?? 0;
  const named = x.mentionsIn(from, (second ?? first)?.end ?? 0, ["Company"]).map((mention) => mention.entity);
  return new Set(named).size === 1 ? named[0] : undefined;
}

/** P、Q…分别由X和Y承建: X for P, Y for Q. */
function dealtOut(x: Extraction, sentence: Sentence, platforms: readonly Mention[]): DocEntity[] | undefined {
  const last = platforms[platforms.length - 1]!;
  if (platforms.length < 2) return undefined;
  const said = /^[^。；]{0,16}?分别(?:由|依托|落户)/u.exec(x.norm.slice(last.end, sentence.end));
  if (said === null) return undefined;
  const actors = actorsAfter(x, last.end + said[0].length, sentence.end, /^$/u, ORGANIZATIONS);
  return actors.length === platforms.length ? actors.map((mention) => mention.entity) : undefined;
}

function hostsOf(
  x: Extraction,
  sentence: Sentence,
  platform: Mention,
  lastHosts: readonly DocEntity[],
): DocEntity[] {
  // In brackets after it: P（X牵头、Y参与）.
  if (x.norm[platform.end] === "（") {
    const close = x.norm.indexOf("）", platform.end);
    const inside = close < 0 ? "" : x.norm.slice(platform.end + 1, close);
    if (inside.length < 60 && /牵头|参与|运营|承建|建设|负责|共建|依托/u.test(inside)) {
      const actors = x.mentionsIn(platform.end, close, ORGANIZATIONS);
      if (actors.length > 0) return actors.map((mention) => mention.entity);
    }
  }
  // 由我们所运营; ，是它同Y一道建起来的.
  const cleft = CLEFT.exec(x.norm.slice(platform.end, sentence.end));
  if (cleft !== null) {
    const at = platform.end + cleft[0].length;
    const actors = actorsBefore(x, sentence, at, ORGANIZATIONS);
    if (actors.length > 0) return actors;
  }
  // Named after it: 由X承建; 运营它的是X.
  for (const actor of x.mentionsIn(platform.end, sentence.end, ORGANIZATIONS)) {
    const between = x.norm.slice(platform.end, actor.start);
    const operator = OPERATOR.exec(between);
    if (operator === null) continue;
    // P、由X承建的Q: X is the next one's.
    if (/^[、和与及]/u.test(between)) break;
    if (x.mentionsIn(platform.end, actor.start, ["Platform", "StandardsBody"]).length > 0) break;
    const group = actorsAfter(x, actor.start, sentence.end, /^$/u, ORGANIZATIONS);
    const end = group[group.length - 1]!.end;
    if (
      !/^(?:由|依托$|：)/u.test(operator[0]) ||
      DOER.test(withoutBracket(x.norm.slice(end, sentence.end))) ||
      operator[0] === "依托" ||
      /^(?:交|委托|，?属于)/u.test(operator[0]) ||
      (operator[0] === "：" &&
        /^(?:（[^（）]*）)?(?:，20\d\d年)?[。；\s]*$/u.test(x.norm.slice(end, sentence.end)))
    )
      return [...group, ...takingPart(x, end, sentence.end)].map((mention) => mention.entity);
  }
  // P揭牌，X、Y为共建单位.
  const carriers = x
    .mentionsIn(platform.end, sentence.end, ORGANIZATIONS)
    .filter((actor) => IS_CARRIER.test(x.norm.slice(actor.end, sentence.end)));
  if (carriers.length > 0 && x.mentionsIn(platform.end, carriers[0]!.start, ["Platform"]).length === 0) {
    const [first] = x.mentionsIn(platform.end, sentence.end, ORGANIZATIONS);
    const row = actorsAfter(x, first!.start, sentence.end, /^$/u, ORGANIZATIONS);
    const named = row.some((mention) => carriers.includes(mention)) ? row : carriers;
    return [...hostsInFront(x, sentence, platform), ...named.map((mention) => mention.entity)];
  }
  if (
    /^的?(?:依托|建设|承建|承担|运营|牵头|共建|挂靠|组建|参建)(?:单位|方|主体)(?![是为：])/u.test(
      x.norm.slice(platform.end, platform.end + 8),
    )
  )
    return actorsBefore(x, sentence, platform.start, ORGANIZATIONS);
  // P落户某公司, P建在某大学.
  const [seat] = x.mentionsIn(platform.end, sentence.end, [...ORGANIZATIONS, ...PLACES]);
  if (
    seat !== undefined &&
    ORGANIZATIONS.includes(seat.type) &&
    /^，?[^，。；、]{0,10}(?:落户|落户于|花落|落子|落地|落在|放在|建在|设在|设于|挂在|挂牌于|依托|依托于|挂靠|挂靠在|揭牌于|交给|交由|以)$/u.test(
      x.norm.slice(platform.end, seat.start),
    )
  )
    return [seat.entity];
  if (
    seat !== undefined &&
    ORGANIZATIONS.includes(seat.type) &&
    /^[^。；]{0,60}(?:都|均|也|就|，)在$/u.test(x.norm.slice(platform.end, seat.start)) &&
    /^(?:挂牌|揭牌|落户|落成|建成|投用|运行)/u.test(x.norm.slice(seat.end, sentence.end))
  )
    return [seat.entity];
  if (COUNTERPART.test(x.norm.slice(platform.end, sentence.end))) {
    const partner = x.mentionsIn(platform.end, sentence.end, ORGANIZATIONS)[0];
    const own = lastHosts.length > 0 ? lastHosts : actorsBefore(x, sentence, platform.start, ORGANIZATIONS);
    if (partner !== undefined) return [...own, partner.entity];
  }
  // In a list: P——X、Y.
  const dash = /^——?/u.exec(x.norm.slice(platform.end, platform.end + 2));
  if (dash !== null) {
    const row = actorsAfter(x, platform.end + dash[0].length, sentence.end, /^ *$/u, [
      ...ORGANIZATIONS,
      "Zone",
    ]);
    const end = row[row.length - 1]?.end;
    if (end !== undefined && AFTER_DASH.test(x.norm.slice(end, sentence.end)))
      return row.map((mention) => mention.entity);
  }
  const running = runningAfter(x, sentence, platform);
  if (running.length > 0) return running;
  // 依托某检验所，P已具备…: whom it relies on.
  const basis = x.mentionsIn(sentence.start, platform.start, ORGANIZATIONS).pop();
  if (
    basis !== undefined &&
    x.norm.slice(basis.start - 2, basis.start) === "依托" &&
    basis.end + 1 === platform.start &&
    x.norm[basis.end] === "，" &&
    /^已?(?:具备|形成|建成|拥有|获批|通过)/u.test(x.norm.slice(platform.end, platform.end + 4))
  )
    return [basis.entity];
  // 挂着两块牌子：一块是P，同Y共建；|一块是Q.
  if (
    lastHosts.length > 0 &&
    platform.start - sentence.start <= 5 &&
    x.norm[sentence.start - 1] === "；" &&
    ONE_OF_SEVERAL.test(x.norm, sentence.start, platform.start)
  )
    return lastHosts.slice(0, 1);
  // 某研究所的某中试基地.
  const owner = x.mentionsIn(sentence.start, platform.start, ORGANIZATIONS).pop();
  if (owner !== undefined && OWNS.test(x.norm.slice(owner.end, platform.start))) return [owner.entity];
  return hostsInFront(x, sentence, platform);
}

/** P，X建，位于…; P：2019年建成，X承建: who does so in a clause of its own after the platform. */
function runningAfter(x: Extraction, sentence: Sentence, platform: Mention): DocEntity[] {
  for (const actor of x.mentionsIn(platform.end, sentence.end, ORGANIZATIONS)) {
    if (!BEGINS_CLAUSE.has(x.norm.charCodeAt(actor.start - 1))) continue;
    if (x.mentionsIn(platform.end, actor.start, ["Platform", "StandardsBody"]).length > 0) return [];
    const group = actorsAfter(x, actor.start, sentence.end, /^$/u, ORGANIZATIONS);
    let { end } = group[group.length - 1]!;
    // 甲会同乙等单位建设.
    const [next] = x.mentionsIn(end, sentence.end, ORGANIZATIONS);
    if (next !== undefined && TOGETHER_WITH.test(x.norm.slice(end, next.start))) {
      group.push(...actorsAfter(x, next.start, sentence.end, /^$/u, ORGANIZATIONS));
      end = group[group.length - 1]!.end;
    }
    if (RUNS_IT.test(withoutBracket(x.norm.slice(end, Math.min(sentence.end, end + 40)))))
      return [...group, ...takingPart(x, end, sentence.end)].map((mention) => mention.entity);
  }
  return [];
}
const BEGINS_CLAUSE = new CharacterSet("，：；—由 \u3000");
const TOGETHER_WITH = /^(?:会同|联合|携手|偕同)$/u;
/** Nothing but what is done to the platform: where something of another is done, its name follows. */
const RUNS_IT =
  /^(?:等[^，。；]{0,4}(?:单位|企业|机构)?)?(?:联合|共同|负责|牵头|具体|独立|同|参与){0,2}(?:承建|共建|合建|联建|组建|建设|运营|运行|建|管着|管理|承担|筹建|托管|牵头)(?:运营|运行|建设|管理|它){0,2}(?=[，。；]|$)/u;

/** Named before it, with a verb in its clause: X建有P, 由X牵头、Y参与共建的P. */
function hostsInFront(x: Extraction, sentence: Sentence, platform: Mention): DocEntity[] {
  const clause = clauseOf(x.norm, platform.start, sentence);
  const verb = lastVerb(x, clause.start, platform.start) ?? announced(x, clause.start, sentence);
  if (verb === undefined || x.norm[verb - 1] === "将") return [];
  // 依托P开展检测: another's facility that it uses.
  if (
    x.norm.slice(verb, platform.start) === "依托" &&
    /^(?:开展|提供|进行|实施|推进|实现|为|把)/u.test(x.norm.slice(platform.end, platform.end + 2))
  )
    return [];
  const actors = actorsBefore(x, sentence, verb, [...ORGANIZATIONS, ...PLACES]);
  // 某局同意依托某院筹建P: who approves it does not build it.
  const approved = /(?:同意|批准|批复|回函|发函|复函|准予)[^，。；]{0,200}$/u.test(
    x.norm.slice(sentence.start, verb + 4),
  );
  return actors
    .filter((actor) => !(approved && actor.type === "GovernmentBody"))
    .concat(leaders(x, sentence, verb));
}

const ONE_OF_SEVERAL = gated(/^(?:另)?一[块个家座所是](?:则|便)?是?/);
const HAS_SEVERAL =
  /(?:有(?!限)着?|拥有|建有|建成|建起|获批|挂着?|握着|手握|坐拥|拿下|搭建|打造)[^，。；：]{0,12}(?:牌子|招牌|平台|中心|实验室|基地|载体|机构|工作站)$/u;

/** X手里有两块牌子：P和Q: where the verb stands, before the colon that opens the clause. */
function announced(x: Extraction, start: number, sentence: Sentence): number | undefined {
  const colon = start - 1;
  if (x.norm[colon] !== "：" || colon <= sentence.start) return undefined;
  const before = clauseOf(x.norm, colon - 1, sentence);
  const said = HAS_SEVERAL.exec(x.norm.slice(before.start, colon));
  return said === null ? undefined : before.start + said.index;
}

/** X牵头，Y、Z参与: those who take part, after the leader. */
function takingPart(x: Extraction, from: number, end: number): Mention[] {
  const next =
    /^(?:（[^（）]{0,200}）)?(?:牵头|主导|领衔|承建|负责)[^，。；]{0,6}[，、](?:联合|携手|会同)?/u.exec(
      x.norm.slice(from, end),
    );
  if (next === null) return [];
  const row = actorsAfter(x, from + next[0].length, end, /^$/u, ORGANIZATIONS);
  const last = row[row.length - 1];
  return last !== undefined &&
    /^(?:等[^，。；]{0,6})?(?:共同|协同|联合)?(?:参与|参建|共建|协办)/u.test(x.norm.slice(last.end, end))
    ? row
    : [];
}

/** Whether a plan speaks of what is: X承建的P, P由X承担建设, P已于去年建成. */
function isStated(x: Extraction, sentence: Sentence, platform: Mention): boolean {
  const clause = clauseOf(x.norm, platform.start, sentence);
  const before = x.norm.slice(clause.start, platform.start);
  const after = x.norm.slice(platform.end, clause.end);
  return (
    /(?:承建|承担|运营|建设|牵头|组建|共建|拥有|建有|管理|主办)的$/u.test(before) ||
    /^已?由[^，。；]{2,40}(?:承建|承担|运营|建设|组建|管理|主办)(?!完成)/u.test(after) ||
    /^(?:已|于)?(?:\d{4}年)?[^，。；]{0,8}(?:已|通过验收|获批|投用|揭牌|挂牌)/u.test(after) ||
    /(?:已|现)(?:建有|拥有|建成|获批)[^，。；]{0,200}$/u.test(before) ||
    /共建$/u.test(before) ||
    (/(?:建成|建有|建起)$/u.test(before) && isOver(x, sentence, platform.end))
  );
}

/** Whether a plan goes on to tell what a platform did in a year that is over: …，2023年服务企业612家. */
function isOver(x: Extraction, sentence: Sentence, at: number): boolean {
  const year = Number(/^，(20\d\d)年/u.exec(x.norm.slice(at, sentence.end))?.[1]);
  return x.year !== undefined && year < x.year;
}

/** Where the last verb of hosting in [start, end) begins that does not lie within a name. */
function lastVerb(x: Extraction, start: number, end: number): number | undefined {
  let at: number | undefined;
  for (const match of allMatches(VERB, x.norm.slice(start, end))) {
    const from = start + match.index;
    if (x.mentionsIn(start, end).some((m) => m.start <= from && from < m.end)) continue;
    at = from;
  }
  return at;
}

/** 由X牵头、Y参与共建的: X, who leads, besides Y. */
function leaders(x: Extraction, sentence: Sentence, verb: number): DocEntity[] {
  const found: DocEntity[] = [];
  for (const mention of x.mentionsIn(sentence.start, verb, ORGANIZATIONS)) {
    const before = x.norm.slice(Math.max(0, mention.start - 2), mention.start);
    if (
      before.endsWith("由") &&
      /^(?:、[^，。]{0,20})?(?:牵头|主导|联合|领衔)/u.test(x.norm.slice(mention.end, mention.end + 24))
    )
      found.push(mention.entity);
  }
  return found;
}

/** 依托X提升P的能力: a plan that speaks of a platform that X has. */
function reliedOn(x: Extraction, sentence: Sentence, platform: Mention): DocEntity[] {
  const owner = x
    .mentionsIn(sentence.start, platform.start, ORGANIZATIONS)
    .filter((mention) => !isAside(x, mention, platform.start))
    .pop();
  if (owner === undefined) return [];
  const relied = x.norm.slice(Math.max(0, owner.start - 2), owner.start) === "依托";
  const between = withoutBracket(x.norm.slice(owner.end, platform.start));
  return relied && /^(?:的|建[好强优]|办[好强]|管好|提升|发挥|做强|用好|完善|强化|增强|拓展)$/u.test(between)
    ? [owner.entity]
    : [];
}

const withoutBracket = (text: string): string => text.replace(/^（[^（）]*）/u, "");
