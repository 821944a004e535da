import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";

/** Before the verb in its clause: sought, planned, recommended, missed. */
const NOT_SO =
  /争创|申创|争取|力争|争当|冲刺|冲击|申报|申请|备战|瞄准|角逐|参评|竞争|竞逐|有望|计划|目标|准备|筹备|推荐|候选|未能?|没有?|无缘|落选|惜败|止步(?!于?提名)|失之交臂|折戟|空缺|鼓励|支持|引导|培育|奖励|奖补|给予|力促|(?<!新)希望|盼着|盼望|期盼|如果|凡是?|对(?:新|首次|获)|确保|努力|拟|误传|误将|误把|错将|误列|网传|传闻|据传|盛传|谣传|不是|并非|否认|无一|暂无|尚无|至今|零的突破|能否|向着|距离|差一点|梦想|曾经冲|打算|(?:先|下[次回届]|下一届|明年|早日|一定|能)把“?提名奖”?$|(?<![只主重需必不])要(?:在[^，。；]{1,10}|再|先|早日|尽快)?$/;
/** Of which each word that makes a clause a wish, a plan or a miss has one, in its clause and in its sentence. */
const NOT_SO_SIGNS = new CharacterSet(
  "错盼争刺击申备瞄逐参竞望划标准筹荐候未没无落惜止失折缺鼓支引培励补给促希如凡对确努拟误网谣不并否零至向距差梦冲传要打把",
);
const WISH_SIGNS = new CharacterSet("承打誓志争确步未候望标计若如");

/** Whether text[from, to) has nothing that could be of `takenBack` or `wished`, whatever names are left out. */
export const isPlain = (
  norm: string,
  from: number,
  clause: number,
  to: number,
  now: number | undefined,
): boolean =>
  !NOT_SO_SIGNS.within(norm, clause, to) &&
  !WISH_SIGNS.within(norm, from, to) &&
  (now === undefined || !tellsLater(norm, from, to, now));

/** Whether text[from, to) has a year of this century after `now`. */
function tellsLater(norm: string, from: number, to: number, now: number): boolean {
  for (let at = norm.indexOf("20", from); at >= 0 && at + 4 <= to; at = norm.indexOf("20", at + 1))
    if (Number(norm.slice(at, at + 4)) > now) return true;
  return false;
}

/** Right after the award: it is its selection or its reward that is spoken of. */
const SELECTION = gated(
  /^[”）]?(?:的)?(?:(?:有力|热门)?(?:竞争者|人选|角逐者)|提名人选|申报|评审(?!结束(?!后)|结果)|候选|公示|名单(?:正在|仍在|还在|尚在|目前在)公示|(?:重点)?培育|推荐|拟(?:表彰|奖|授|定|推荐|命名|认定)|参评|评选(?!出|结果|揭晓|落幕)|答辩|初评|终评|复评|初审|现场|陈述|材料|管理|办法|奖励|奖金|入围资格|拟奖|拟授|资格|标准|条件|综合评价|评价|评定|空缺|申请|培训|名额|指标|后备|储备|预?验收|创建|建设|试点|零的突破|实现零|复审|(?:设立|创立|开评)(?!(?:以来|至今)))/,
);
/** Of which each way to say that it came to nothing has one. */
const FAILED_SIGNS = new CharacterSet("撤取收注追未没白零待被落失铩止折无空泡");
/** In the clause after: it came to nothing. */
const FAILED =
  /^[^。；]{0,60}(?:称号|荣誉|资格|提名奖|奖项|奖牌)(?:已|被|也|均|于|[\d年月日底末初]){0,14}(?:依规|依法|依程序|予以)?(?:撤销|取消|收回|注销|追回)|^[^，。；\d]{0,6}(?:仍|还|尚|依旧|依然|均|都|皆)(?:未(?!来)|没|是?空白|是零|为[零空]|待)|^[^。；\d]{0,16}，[^。；]{0,24}(?:被撤销|被取消|被收回|被摘牌|被追回)|^[^，。；\d]{0,4}，?(?:但|却|可|后|最终|可惜|遗憾的是)?[^，。；\d申参]{0,6}(?:未果|(?<!比)落选|失之交臂|未能如愿|惜未如愿|铩羽|被撤销|被取消|被收回|未获|(?:未能|没能)(?!亲?自?(?:去|到场|出席|参加|赴|前往|上台|领))|止步|折戟|无功而返|空手而归)|^[^，。；\d]{0,2}，(?:但|却|可|后来|最后|最终|可惜|遗憾的是|结果|到头来|还是|仍|也|终究|都){0,3}(?:没有?(?:被?评上|被?选上|选中|拿到|得到|得上|获奖|入围|中选|如愿|成功|拿下|评成|通过)|未(?:评上|入选|入围|通过|中选|选上|成功)|落空|泡汤)了?(?=[，。；]|$)|^[^，。；\d]{0,4}，(?:目前|最终)?(?:结果|名单|评审|终评)?(?:尚未|还没有?|仍未|尚待|有待|等待|待)(?:最终)?(?:公布|揭晓|出炉|公示|确定|结束)/;

/** Whether the clause up to the verb takes back what the verb says. */
export const takenBack = (clause: string): boolean =>
  NOT_SO.test(
    clause
      .replace(/[“《][^”》]{0,200}[”》]/g, "")
      .replace(/经[^，。；]{0,12}推荐/, "")
      .replace(/在[^，。；]{0,8}(?:角逐|竞争|竞逐)中/, "")
      // 推荐某公司参评并获提名奖.
      .replace(
        /(?:推荐|组织|指导|支持|帮助)(?=[^，。；]{0,12}(?:参评|申报|参加|参选)[^，。；]{0,8}并(?:成功|最终)?(?:[获摘捧夺拿]|$))/,
        "",
      )
      // 对获得某奖的甲公司和|获得提名奖的乙公司予以表彰.
      .replace(/对获得?(?=[^，。；]{0,60}的[^，。；]{0,200}(?:[和与及、]|以及)$)/, "")
      // 某公司申报的“…”, 首次申报即获.
      .replace(/(?:申报|申请|推荐|参评|报送|选送)的/g, "")
      .replace(
        /(?:首次|初次|第[一二三]次|两次|三次|再[次度])?(?:申报|参评|申请|冲击|冲刺|角逐|竞争)[^，。；]{0,6}?(?:即|便|就|一举|终于|最终|后|并(?=[获摘夺捧拿斩成]|$)|时(?=[获摘夺捧拿斩]|$))/g,
        "",
      )
      // 申报某奖时仅获提名奖.
      .replace(
        /(?:申报|参评|申请|冲击|冲刺|角逐)[^，。；]{0,20}?时(?:仅|只|却|也|就)?(?=[获得拿捧摘]|$)/g,
        "",
      ),
  );

/** After the award: what those who win it are paid (获得某奖的企业奖励100万元). */
const REWARDED = gated(
  /^[”]?(?:称号|荣誉)?的(?:企业|组织|单位|个人|项目)?[^。；]{0,24}?(?:奖励|给予|奖补|补助|资助|奖金|配套|兑现)/,
);

/** 首次拿到某奖，奖500万元. */
const PAID = gated(/^[”]?，(?:一次性)?(?:再)?(?:奖励?|给予|补助)[\d一二三四五六七八九十]+万/);

export const rewarded = (norm: string, from: number, to: number, after: string): boolean =>
  REWARDED.test(after) || (PAID.test(after) && /首次|凡|每|新获|对/.test(norm.slice(from, to)));

export const ofSelection = (after: string): boolean => SELECTION.test(after);

export const failedAfter = (norm: string, from: number, to: number): boolean =>
  FAILED_SIGNS.within(norm, from, to) && FAILED.test(norm.slice(from, to));

/** Words of a goal earlier in the sentence reach over its clauses. */
export const wished = (before: string, now: number | undefined): boolean => {
  if (
    /力争|争取|确保|下一步|未来|到时候|有望|(?:(?<!兑现)承诺|打算|誓言|立誓|立志)(?:要|在|将|，|：|“){0,3}[^，。；]{0,10}(?:年内|明年|后年|早日|尽快)|目标是|计划在|(?<!新)希望|将力争|若能?|如能/.test(
      before,
    )
  )
    return true;
  const until = /(?:到|至|在)?(20\d\d)年(?:底|末)?(?:前|，)/.exec(before);
  return until !== null && now !== undefined && Number(until[1]) > now;
};

const [EACH_HAS, COUNTED_AFTER] = [
  gated(/各有[\d一二两三四五六七八九十]{1,4}[项个件][\u4e00-\u9fa5]{0,4}/),
  gated(
    /等?(?:[\d一二两三四五六七八九十]{1,12})[余多]?[家个名项件位](?:(?:会员|成员|理事|本地|本土|民营|国有|工业|制造业?|服务业?|规上|骨干|链主|龙头|重点)?(?:企业|组织|单位|公司)|个人|人|成果|项目)?(?=$|[均都分同一])/,
  ),
];
const COUNTS = gated(
  /(?:有|共|累计|现|已)\s{0,20}[\d一二两三四五六七八九十多几百数]{0,12}\s{0,20}[余多]?[家个名项位]?\s{0,20}(?:企业|组织|单位|产品|个人|项目|品牌|人)|[\d一二两三四五六七八九十几数]{1,12}[余多]?[家个名项件位]/,
);
const [FOREIGN, FOREIGN_POST] = [
  gated(
    /企业|组织|单位|产品|项目|作品|成果|工程|品牌|团队|班组|案例|商标|论文|选手|学生|[\d一二两三四五六七八九十几多余][家个名项位件]/,
  ),
  gated(
    /(?:工人|职工|员工|科长|局长|处长|经理|技师|工程师|班长|厂长|院长|校长|教师|医生|师傅|教授|工匠)[\u4e00-\u9fa5]{0,4}$/,
  ),
];

/** Between subject and verb: it is unnamed ones of it that won (全市累计有11家企业获). */
export const counts = (between: string): boolean =>
  COUNTS.test(COUNTED_AFTER.replace(EACH_HAS.replace(between, ""), ""));

/** What stands before the verb names a subject of its own that is no known entity: some企业, 产品, 工程. */
export const foreignSubject = (lead: string): boolean => FOREIGN.test(lead) || FOREIGN_POST.test(lead);

/** “甲”（2017年）、“乙”（2021年）|两项称号: how many there are that one has been told to have. */
const SUMMED = gated(
  /^[”]?(?:（[^（）]{0,40}）)?等?[\d一二两三四五六七八九十]{1,3}[余多]?[项个块张](?:国家级?|省级|市级|国字号)?(?:荣誉)?(?:称号|荣誉|殊荣|牌子|招牌|名片|头衔|桂冠|品牌|奖牌)/,
);

/** 奖3个, 奖组织9家: right after the award, how many of a place's own have it. */
export const counted = (after: string): boolean =>
  !SUMMED.test(after) &&
  /^[”]?(?!等)(?:（[^（）]{0,200}）)?(?:的)?(?:组织|企业|单位|个人|产品|品牌|称号|获奖|认证|项目|和个人){0,12}[^，。；]{0,6}?[\d一二两三四五六七八九十]{1,12}[余多]?(?:家|个|名|项|件|席|人)/.test(
    after,
  );
