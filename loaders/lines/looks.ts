import { CharacterKinds, CharacterSet } from "../patterns/character-set.js";
import { jumpOf } from "./jumps.js";
import { endsClause, endsSentence } from "./line-end.js";

/** What a line without markup looks like by its own words. */
export type Look = "caption" | "byline" | "boilerplate" | "prose" | "short";

const CAPTION =
  /^(?:[▲▼△◀◁]|[上下左右]图[为：:]|[【〔［[（(](?:[上下左右]?图(?:[①-⑩一二三四五六七八九十\d]{1,3}|说|片(?:新闻|说明|报道)?)?|摄影报道)[】〕］\])）]|图(?:[①-⑩]|[一二三四五六七八九十\d]{1,3}[:： 、]|[为说]|片(?:说明)?[:：])|[（(]?资料(?:图|照)片?)/;
const CREDIT =
  /^[（(]?(?:[\p{Script=Han}· ]{2,12}[,，/ ]{1,40})?[^。，]{0,10}?(?:供图|摄影?|摄\/图|\/摄|制图|制表|绘图|提供)[）)]?[▲▼]?$|^(?:制图|制表|摄影|绘图|图表)[/／:：]/u;
const MARK = String.raw`^[□■●○◎☆★◇◆]?\s{0,9}[（(【\[]?\s{0,9}`;
const REPORTER = new RegExp(
  `${MARK}(?:\\p{Script=Han}{2,8}报、)?(?:本报|本刊|本网|本台|特约|见习|首席|全媒体|融媒体?|[\\p{Script=Han}]{2,10}?)?\\s{0,9}(?:全媒体|融媒体?|见习|首席|特约)?(?:记者|通讯员|特派员|评论员|特约撰稿|文\\/图|图\\/文|文[/／]|图[/／])`,
  "u",
);
const EDITOR = new RegExp(
  `${MARK}(?:责任?编辑?|责编|编辑|美编|校对|版式|组版|排版|审核|审校|监制|作者(?:单位|系|简介)?|本版(?:作者|编辑|图片|责编)?|供稿|撰稿|(?:资料|图文|文字|数据)?整理|资料来源|数据来源|撰文|摄影|主编|(?:版面)?统筹|策划|执笔|编校|检校|值班\\p{Script=Han}{1,3}|联系人|联系电话|联系方式|咨询电话|投稿)(?:\\s{0,9}[:：/／]|均?由| {1,2}\\p{Script=Han}|、)`,
  "u",
);
/** Who put a list together and up to when: it says what the list is, not a fact of its own. */
const COMPILED =
  /^[（(][^（）()。]{2,30}(?:编印|编制|编)[^（）()。]{0,20}[）)]$|^[（(]?(?:以上)?(?:数据|资料|信息|名单|内容|统计)?(?:来源|整理|统计|数据|资料)?(?:截至|截止|更新[至到于]|来源[于:：]|由)[^。]{2,50}(?:整理|提供|供稿|制表|[\d０-９]{1,40}[年月日])[）)]?$|^[（(][^（）()。]{2,40}(?:整理|供稿|提供)(?:[,，；;][^（）()。]{0,30})?[）)]$/u;
const BOILERPLATE = new RegExp(
  "^[（(【](?:紧接|[上下]?[接转])[^（）()【】。]{0,12}[栏页][）)】]$|^[（(][^（）()]{0,12}(?:排名|排序|先后|笔画|顺序|为序)[^（）()]{0,12}[）)]$|^(?:首页|当前位置|[您你](?:现在|目前|当前)?的?(?:所在)?的?位置|上一篇|下一篇|上一条|下一条|上一版|下一版|分享到?|打印|返回|关闭|相关(?:链接|阅读|新闻|附件|推荐)|" +
    "扫一扫|广告(?:热线|电话)|新闻热线|订阅(?:热线|电话)|投稿邮箱|邮发代号|国内统一|版权|免责|声明[:：]|Copyright|©|主管[:：]|主办(?:单位)?[:：]|承办(?:单位)?[:：]|协办(?:单位)?[:：]|网站(?:标识码|地图)|技术支持|地址[:：]|邮编|" +
    "[（(]?此件(?:公开|主动|依申请|不)|[（(]?文章?来源|来源[:：]|信息来源|稿件来源|(?:发布|更新|成文|发文|访谈|印发)(?:日期|时间)|日期[:：]|时间[:：]|" +
    "浏览(?:次数|量)|阅读(?:次数|量)?[:：]|点击(?:次数|量)?|字[号体]|【?字体|索引号|文\\s{0,9}号|发文(?:机关|字号)|主题词|抄送|附件[:：]?$|" +
    "第\\s{0,9}\\d{1,9}\\s{0,9}页|[-—－–·]\\s{0,9}\\d{1,9}\\s{0,9}[-—－–·]$|\\d{1,9}\\s{0,9}/\\s{0,9}\\d{1,9}$|责任编辑|友情链接|[【〔（(]?广告(?:[】〕）)：:]|\\s)|网友评论|网站首页|手机版|法律声明)|ICP备|公网安备|版权所有|Powered [Bb]y|法律顾问[:：]|经营许可证(?:编?号)?[:：]|(?:\\s{0,9}\\|\\s{0,9}[^|。届奖]{0,12}){4}",
);
/** 某市人民政府办公室　2023年10月18日印发: the foot of a paper. */
const PRINTED = /^\p{Script=Han}{4,24}\s{1,40}(?:19|20)\d\d年\d{1,2}月\d{1,2}日印发$/u;
const PAGE_HEADER =
  /(?:日报|晚报|时报|早报|商报|晨报|周刊|周报|导报|都市报)\s.{0,300}(?:19|20)\d\d年\d{1,2}月\d{1,2}日|\s第?\s{0,20}[A-Z]?\d{1,2}\s{0,20}版(?:$|\s.{0,12}$)|^(?:[A-Z]\d{1,2}|第?\s{0,20}\d{1,2}\s{0,20}版)(?:\s|$)|^0\d(?:\s.{0,9})?$|^\S{1,7}(?:(?<![通年简公月季快捷汇])报|周刊)\s\S{1,12}\s[A-Z]?\d{1,2}$|^\S{1,7}(?<![通年简公月季快捷汇])报\s{1,20}(?:19|20)\d\d年\d{1,2}月\d{1,2}日|^\S{1,10}(?:[日晚时早商晨周导]|都市|经济|质量)报(?:·\S{1,8})?$|^\S{2,10}周刊$|[报刊]\s.{0,12}第?[一二三四五六七八九十\d]{1,3}版|^(?:19|20)\d\d年\d{1,2}月\d{1,2}日\s{1,9}(?:值班|责编|编辑|责任编辑)|^(?:19|20)\d\d[.\-/]\d{1,2}[.\-/]\d{1,2}\s{1,20}(?:星期|周)[一二三四五六日天]|(?:19|20)\d\d年\d{1,2}月\d{1,2}日\s{0,20}(?:农历\S{0,40}\s{0,20})?(?:星期|周)[一二三四五六日天]|《[^《》]{2,16}》\s?(?:19|20)\d\d年(?:第?\d{1,2}卷)?第\d{1,3}期(?:[（(]总[^（）()]{1,8}[）)])?$/;
/** 原创 某某发布 2024-09-19 18:02 内蒙古: by whom and whence a post is. */
const POSTED =
  /\s(?:19|20)\d\d[-/]\d{1,2}[-/]\d{1,2}\s\d{1,2}:\d\d(?:\s{0,9}(?:发表于|发布于)?\s{0,9}\p{Script=Han}{2,8})?$/u;
const DOCUMENT_NUMBER = /^[\p{Script=Han}]{1,12}[〔[（(【](?:19|20)\d\d[〕\]）)】]\s*第?\d+号$/u;
const DATE =
  /^[（(]?(?:19|20|１９|２０|二〇|二○|二0|一九)[\d０-９〇○一二三四五六七八九]{2}\s*[年.\-/]\s*[\d０-９一二三四五六七八九十]{1,3}\s*(?:[月.\-/]\s*[\d０-９一二三四五六七八九十]{1,3}\s*日?)?[）)]?$/;
/** To whom a circular is addressed; its lead (根据…，决定对…予以表彰，名单如下：) is none. */
const ADDRESSEES =
  /^(?![^。；]{0,160}(?:如下|决定|根据|依据|依照|按照|现将|经研究|同意|质量奖|公布|名单))(?:各|市直|省直|区直|县直|[\p{Script=Han}]{2,8}(?:各|人民政府|管委会?))[^。；]{0,160}[:：]$/u;
/** A column's name between dots or lines: ·会客厅· */
const COLUMN_NAME = /^[·•]\s{0,20}[^·•。，]{1,12}\s{0,20}[·•]$/;
/** 记者留意到，两家名字正好颠倒: a clause that names no other author. */
const GOES_ON = /，(?![^，]{0,16}(?:记者|通讯员|特派员|实习生|[摄图文编]))[^，]{4}/;
/** Words by which a line that begins like a byline turns out to be a sentence. */
const REPORTED = /记者(?:[昨今近日从在]|前[日天])|说|表示|介绍|获悉|了解到|看到|发现|采访|告诉|透露|协会|证/;

/**
 * What lines of each kind hold or begin with, whatever else they say: a line that lacks it is not tried against the
 * patterns, of which most lines match none.
 */
const CAPTION_START = new CharacterSet("▲▼△◀◁图（(资【〔［[上下左右");
const CAPTION_END = new CharacterSet("▲▼△◀▶");
const COLON = new CharacterSet(":：");
const DIGIT = new CharacterSet("0123456789");
const CAPITAL = new CharacterSet("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
const BRACKET = new CharacterSet("（(");
const BRACKET_END = new CharacterSet("）)");
const BOILERPLATE_START = new CharacterSet(
  "首当您你上下分打返关相扫广新订投邮国版免声C©主承协网技地文来信稿发更成访印日时浏阅点字【索抄附第-—－–·责友手法",
);
const BOILERPLATE_AFTER_BRACKET = new CharacterSet("此文来上下紧接转");
/** What words of boilerplate, papers' names or days of the week, reporters' and photographers' credits hold. */
const WORDS = new CharacterKinds(["备权P顾许|", "报刊期周", "者员撰/／", "图摄供提表", "。；"]);
const BOILERPLATE_WORD = 1;
const PAPER_OR_WEEK = 2;
const REPORTER_WORD = 4;
const CREDIT_WORD = 8;
const STOP = 16;
const DATE_START = new CharacterSet("（(12１２二一");
const DOT = new CharacterSet("·•");
/** What may stand before an editor's or reporter's label. */
const MARKS = new CharacterSet("□■●○◎☆★◇◆（(【[ \t\n");
const EDITOR_START = new CharacterSet("责编美校版组排审监作本供撰资图文数整摄主统策执值联咨投检");
const COMPILED_START = new CharacterSet("（(以数资信名内统来整截更由");

const isDateLike = (line: string): boolean => DATE_START.begins(line) && DATE.test(line);

/** Longest lines that can be headings, captions' lines and so on; longer ones are prose whatever they end in. */
const SHORT = 60;
/** Longest lines that say by whom they are, and longest addresses of a circular. */
export const LONGEST_BYLINE = 80;
const LONGEST_ADDRESS = 160;

/** Classifies a line that has no markup by its own words; its neighbours may outweigh that. */
export function lookOf(line: string): Look {
  const { length } = line;
  if (length <= LONGEST_ADDRESS) {
    if (CAPTION_START.begins(line) && CAPTION.test(line)) return "caption";
    // 车间里的装配线。▲
    if (CAPTION_END.ends(line) && length <= SHORT && endsClause(line.slice(0, -1))) return "caption";
    if (COLON.ends(line) && ADDRESSEES.test(line)) return "boilerplate";
  }
  if (length <= LONGEST_BYLINE) {
    const words = WORDS.in(line);
    if ((words & STOP) === 0 || isOneSentence(line)) {
      if (isBoilerplate(line, words)) return "boilerplate";
      if (isByline(line, words)) return "byline";
    }
  }
  return length <= SHORT && !endsSentence(line) ? "short" : "prose";
}

/** Whether nothing stands behind a 。 or ；. */
function isOneSentence(line: string): boolean {
  const last = line.length - 1;
  for (const stop of "。；") {
    const at = line.indexOf(stop);
    if (at >= 0 && at < last) return false;
  }
  return true;
}

const isBoilerplate = (line: string, words: number): boolean =>
  (line.includes("版") && jumpOf(line) !== undefined) ||
  (mayBeBoilerplate(line, words) && BOILERPLATE.test(line)) ||
  (mayHeadPage(line, words) && PAGE_HEADER.test(line)) ||
  isDateLike(line) ||
  (line.endsWith("印发") && PRINTED.test(line)) ||
  (DOT.begins(line) && COLUMN_NAME.test(line)) ||
  (line.length <= 30 && line.endsWith("号") && DOCUMENT_NUMBER.test(line));

function mayBeBoilerplate(line: string, words: number): boolean {
  if ((words & BOILERPLATE_WORD) !== 0 || BOILERPLATE_START.begins(line)) return true;
  // 12/30
  if (DIGIT.begins(line)) return DIGIT.ends(line) && line.includes("/");
  return (
    BRACKET.begins(line) && (BRACKET_END.ends(line) || BOILERPLATE_AFTER_BRACKET.has(line.charCodeAt(1)))
  );
}

/** A paper's name and that of its part: 春城晚报·产业周刊. */
const LONGEST_NAME = 20;
/** A page's number, or a paper's name or day of the week with a date. */
function mayHeadPage(line: string, words: number): boolean {
  if (
    line.startsWith("0") ||
    (line.startsWith("2") && line.includes("编")) ||
    (CAPITAL.begins(line) && DIGIT.has(line.charCodeAt(1)))
  )
    return true;
  return (
    line.includes("版") ||
    ((words & PAPER_OR_WEEK) !== 0 &&
      (line.length <= LONGEST_NAME || line.includes("年") || DIGIT.begins(line) || DIGIT.ends(line)))
  );
}

function isByline(line: string, words: number): boolean {
  let label = 0;
  while (MARKS.has(line.charCodeAt(label))) label++;
  const named =
    (EDITOR_START.has(line.charCodeAt(label)) && EDITOR.test(line)) ||
    ((words & REPORTER_WORD) !== 0 && REPORTER.test(line) && !REPORTED.test(line));
  if (named && !/^.{30,300}。$/.test(line) && !GOES_ON.test(line)) return true;
  if (line.length <= SHORT && line.includes(":") && POSTED.test(line)) return true;
  if (line.length <= 30 && (words & CREDIT_WORD) !== 0 && CREDIT.test(line)) return true;
  return COMPILED_START.begins(line) && COMPILED.test(line);
}

/** Whether a line is nothing but a date: below an authority's name it signs a notice. */
export const isDate = (line: string): boolean => line.length <= 20 && isDateLike(line);

/** `本报讯（记者 …）`, `新华社北京6月1日电`: where the news line at the head of a paragraph ends; 0 without one. */
export function newsLineEnd(line: string): number {
  const isNews = NEWS_WORD.within(line, 0, Math.min(line.length, NEWS_WORD_WITHIN));
  if (!isNews && !BRACKET.begins(line)) return 0;
  const head = line.slice(0, 80);
  const match = (isNews ? NEWS_LINE.exec(head) : null) ?? REPORTER_LINE.exec(head);
  return match === null || match[0].length >= line.length ? 0 : match[0].length;
}
const NEWS_WORD = new CharacterSet("讯电消");
/** Where 讯 stands at the latest: behind an agency's name and a place or date. */
const NEWS_WORD_WITHIN = 30;
const REPORTERS = `[（(][^（）()]{0,40}[）)]`;
const NEWS_LINE = new RegExp(
  `^(?:本报|本刊|本网|\\p{Script=Han}{2,8}?(?:网|社|报|台|客户端))[^。，：]{0,16}?(?:讯|电|消息)(?:\\s{0,9}${REPORTERS}|[ :：]|\\s){1,12}`,
  "u",
);
const REPORTER_LINE = /^[（(](?:本报|\p{Script=Han}{2,8})?(?:记者|通讯员)[^（）()]{0,40}[）)]\s{0,20}/u;

/** Where the photographer's name in brackets or the source begins at the end of a caption; the length if there is none. */
export function creditStart(caption: string): number {
  const match =
    /\s{0,20}(?:[（(][^（）()]{0,24}(?:摄影?|供图|提供|资料图片?|制图)[）)]|\s(?:[\p{Script=Han}·]{2,8} ?)?(?:摄|供图|提供))[▲▼]?$/u.exec(
      caption,
    );
  return match?.index ?? caption.length;
}
