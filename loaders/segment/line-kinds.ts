/** What a plain line (no markup) looks like by itself; its neighbours may outweigh it. */
export type LineLook = "caption" | "byline" | "boilerplate" | "prose" | "short";

const NAME = String.raw`[\p{Script=Han}·]{1,4}(?: [\p{Script=Han}])?`;
const CAPTION = /^(?:[▲▼△]|图(?:[①-⑩]|[一二三四五六七八九十\d]+[:： ]|为|片[:：说])|[（(]?资料图)/;
const CREDIT = /^(?:[（(])?.{0,20}(?:供图|摄影?|摄\/图|制图|制表|资料图)[）)]?[▲▼]?$/;
const REPORTERS =
  /^(?:[□■●○◎☆★]|[（(【[])?\s*(?:本报|本刊|本网|特约|见习|首席|全媒体|融媒体?|\p{Script=Han}{2,10}?)?(?:记者|通讯员|特派员|评论员|文\/图|图\/文|文\/|图\/)/u;
const EDITORS =
  /^(?:[（(【[])?\s*(?:责任?编辑?|责编|编辑|美编|校对|版式|组版|排版|审核|审校|监制|作者(?:单位|系|简介)?|本版(?:作者|编辑|图片)|供稿|撰稿|整理|制图|制表|摄影|摄|文|图|主编|值班\p{Script=Han}{1,3}|联系人|联系电话|联系方式|咨询电话|投稿)(?:\s*[:：/]|均?由|\s{1,2}\p{Script=Han})/u;
const BOILERPLATE =
  /^(?:首页|当前位置|您的位置|上一篇|下一篇|上一条|下一条|分享到?|打印|返回|相关(?:链接|阅读|新闻|附件)|扫一扫|版权|免责|声明[:：]|Copyright|©|主办(?:单位)?[:：]|承办(?:单位)?[:：]|网站(?:标识码|地图)|技术支持|地址[:：]|邮编|[（(]?此件(?:公开|主动|依申请)|[（(]?文章?来源|来源[:：]|信息来源|稿件来源|(?:发布|更新|成文|发文|访谈)(?:日期|时间)|浏览(?:次数|量)|阅读(?:次数|量)|点击(?:次数|量)|字[号体]|【?字体|索引号|文\s*号|发文(?:机关|字号)|主题词|抄送|附件[:：]?$|第\s*\d+\s*页|[-—]\s*\d+\s*[-—]$|\d+\s*\/\s*\d+$)|[\p{Script=Han}]ICP备|公网安备/u;
const PAGE_HEADER =
  /^(?:[A-Z]\d{1,2}|第?\s*\d{1,2}\s*版|[0-9]{2})(?:\s|$)|(?:19|20)\d\d年\d{1,2}月\d{1,2}日\s*(?:农历\S*\s*)?(?:星期|周)[一二三四五六日天]/;
const DOCUMENT_NUMBER = /^[\p{Script=Han}]{1,12}[〔[（(【](?:19|20)\d\d[〕\]）)】]\s*第?\d+号$/u;
const DATE_ALONE =
  /^[（(]?(?:19|20|二〇|二○)[\d〇○一二三四五六七八九]{2}\s*[年.\-/]\s*[\d一二三四五六七八九十]{1,3}\s*(?:[月.\-/]\s*[\d一二三四五六七八九十]{1,3}\s*日?)?[）)]?$/;
const LINE_END = /[。！？；…][”’」』）)】》"']*$/;

/** Classifies a line that has no markup by its own words. */
export function lookOf(line: string): LineLook {
  const first = line.charCodeAt(0);
  const length = line.length;
  if (length <= 160 && CAPTION.test(line)) return "caption";
  if (length <= 80) {
    if (
      BOILERPLATE.test(line) ||
      PAGE_HEADER.test(line) ||
      DOCUMENT_NUMBER.test(line) ||
      DATE_ALONE.test(line)
    )
      return "boilerplate";
    if (
      (EDITORS.test(line) || REPORTERS.test(line)) &&
      !/[。；]./.test(line) &&
      !/(?:说|表示|介绍|获悉|了解到|看到)/.test(line)
    )
      return "byline";
    if (length <= 30 && CREDIT.test(line)) return "byline";
  }
  if (first === 0 || LINE_END.test(line)) return "prose";
  return length <= 60 || isRollLike(line) ? "short" : "prose";
}

const ORGANIZATION =
  /(?:公司|集团|总厂|厂|研究院|研究所|设计院|勘测院|医院|学校|大学|学院|中学|小学|幼儿园|中心|协会|商会|学会|联盟|合作社|银行|支行|分行|管委会|委员会|人民政府|政府|局|院|所|站|社|店|场|矿|队|处|部|办公室)$/;
const PERSON_AFTER_ORGANIZATION =
  /(?:公司|集团|厂|院|所|医院|学校|大学|学院|中学|小学|中心|协会|局)(?:.{0,24}?)(?:董事长|总经理|经理|总裁|厂长|院长|所长|校长|主任|局长|书记|工程师|技师|班长|班组长|技术员|工程师|首席\p{Script=Han}{2,6}|司机|教授|研究员|负责人|工人|员工|职工|教师|医师|护士长)[\s、]?\p{Script=Han}{0,12}/u;
const YEARS =
  /[（(][^（）()]*(?:(?:19|20)\d\d|[１２][９０][０-９]{2}|第[一二三四五六七八九十\d]+[届批])[^（）()]*[）)]$/;
const NUMBERING =
  /^(?:[（(]?[一二三四五六七八九十百\d０-９]{1,4}[）)]|\d{1,3}\s*[.、．)）]|[０-９]{1,3}[.、．]|[①-⑳]|[一二三四五六七八九十]{1,3}、)\s*/;
const LABEL = /^[^：:，。]{1,24}[:：]\s*(?=\S)/;

/** Whether a line without a sentence's end reads as an entry of a list of honours: a name, perhaps numbered or dated. */
export function isRollLike(line: string): boolean {
  if (LINE_END.test(line)) return false;
  const bare = line.replace(NUMBERING, "");
  if (YEARS.test(bare) && !/^[^（(]{0,30}(?:奖|名单|称号)\s*[（(][^（(]*[）)]$/.test(bare)) return true;
  const entry = bare.replace(LABEL, "");
  for (const part of [entry, entry.replace(/\s*[（(][^（）()]*[）)]$/, "")])
    if (ORGANIZATION.test(part) && !/[，。：:]/.test(part)) return true;
  return PERSON_AFTER_ORGANIZATION.test(entry) && !/[，。：:]/.test(entry);
}

/** Depth of a heading by its numbering: 1 for none or 第N章, 2 一、, 3 （一）, 4 1., 5 （1）. */
export function numberingDepth(line: string): number {
  if (/^第[一二三四五六七八九十\d]+[章部篇编]/.test(line)) return 1;
  if (/^[一二三四五六七八九十]{1,3}[、.．]/.test(line)) return 2;
  if (/^[（(][一二三四五六七八九十]{1,3}[）)]/.test(line)) return 3;
  if (/^[\d０-９]{1,3}(?:[、.．]|\s+(?=\p{Script=Han}))/u.test(line)) return 4;
  if (/^(?:[（(][\d０-９]{1,3}[）)]|[①-⑳]|[\d０-９]{1,3}[)）])/.test(line)) return 5;
  return 0;
}

/** `本报讯（记者 …）`, `新华社北京6月1日电`: where the news line at the head of a paragraph ends; 0 without one. */
export function newsLineEnd(line: string): number {
  const match =
    /^(?:本报|本刊|本网|\p{Script=Han}{2,8}(?:网|社|报|台|客户端))[^。，：]{0,16}?(?:讯|电|消息)\s*(?:[（(][^（）()]{0,40}[）)])?[ :：]*/u.exec(
      line,
    ) ?? /^[（(](?:本报|\p{Script=Han}{2,8})?(?:记者|通讯员)[^（）()]{0,40}[）)]\s*/u.exec(line);
  return match === null || match[0].length >= line.length ? 0 : match[0].length;
}

export { LINE_END, NAME, NUMBERING };
