import { Trie } from "../../lexicon/trie.js";
import { CharacterSet } from "../../patterns/character-set.js";

/**
 * Words that only link a prize with who won it: what a list is introduced by, what winners are called, how a result is
 * told. None of them says that somebody did something else, so that a stretch made up of them keeps both together.
 */
const LIGHT = Trie.ofWords(
  `获奖 得奖 上榜 入选 入围 入围名单 授奖 中选 夺奖 领奖 受奖 获此殊荣 获奖者 获得者 得奖者 得主 获奖名单 授奖名单 名单 榜单 评选结果 评审结果 光荣榜 红榜 喜报 名录 席位 一席 名额
  组织 企业 单位 公司 机构 个人 项目 产品 集体 团队 选手 主体 类 组 奖 奖项 大奖 称号 荣誉 殊荣 奖牌 奖杯 牌匾 证书 桂冠 头衔 金字招牌 招牌
  制造业 服务业 工程建设 医疗 教育 制造类 服务类 组织类 个人类 组织奖 个人奖 民营 国有 本地 当地 本土 本市 本省 全省 全市 全国 全区 全县 我省 我市 我区 我县 同城 我们 咱们
  是 就是 正是 则是 便是 也是 均是 都是 是由 为 则为 即为 均为 系 即 有 也有 还有 另有 共有 均有 既有 包括 包含 分别是 分别为 分别 依次 依次是 依次为 其中 其一 其二 其三 独占 一为 另一为 分布 分布在 其余 其他 另外两家 其余两家 其中包括 一家 另一家 一家是 另一家是 一个 另一个
  一是 二是 三是 四是 第一家 第二家 第三家 首家 唯一 唯一的 最终 结果 至此 目前 现 已 共 计 合计 总共 仅 只 就 便 也 亦 则 又 再 再次 再度 同样 同时 一同 一起 一道 一并 并列 双双 均 都 皆 悉数
  它们 他们 她们 这些 上述 以上 下列 如下 以下 这 那 里 中 内 上 当中 之中 之列 之一 行列 里面 的 了 着 过 地 被 给 归 由 与 和 及 同 以及 首次 初次 第二次 第三次 两度 两次 蝉联 问鼎 连续
  第一名 头名 小微 中小 大型 才 方才 终于 终 在 早 早在 就已 名录 入册 出现 出现了 见到 见到了 看到了 看得到 能看到 可以看到 能找到 可以找到 找得到 能见到 查得到 找到 找到了 有了 榜首 最近 最新 最早 最先 头 头一 写着 印着 刻着 写有 写下 写下了 写上 写上了 写进 添上 添上了 刻上 印上 名册 花名册 一个 一串 陌生 熟悉 新名字 老面孔 可见 看到 赫然 赫然写着 名字 名称 身影 大名 面孔 新面孔 颁给 颁给了 颁发给 颁发给了 授予 授予了 授给 发给 发给了 花落 归属 归于 属于 落户 落入 落在 囊中 名下 手中 门下
  评选结果 评审结果 评定结果 评选揭晓 评选结束 评审结束 评选落幕 评选落定 尘埃落定 落定 落幕 收官 发榜 张榜 正式 新鲜 年内 亦 对外 随即
  揭晓 揭榜 放榜 公布 出炉 产生 诞生 发布 评出 决出 颁出 颁发 颁奖，获奖企业 颁奖，获奖单位 颁奖，获奖组织 颁奖，获奖者 颁奖，得主 会员 会员单位 新增 新添 新晋 今年 去年 前年 当年 同年 次年 本年度 年度 本届 该届 上届 往届 同届 历届 日前 近日 日前揭晓 昨日 昨天 今日 今天 上个月 上月 本月 刚 刚刚 前不久 不久前 空缺
  终于 最后 多了 第一次 头一次 医院 学校 医疗机构 有了 迎来 迎来了 等来 等来了 只有 仅有 就有 共有 给了 首个 头一个 头一家 另外 此外 还 外加 再加 加上 来自 得到 摘得者 问鼎者 折桂者 捧杯者 夺魁者 获评者 摘取者 紧接着 随后 接着 随之 最先 率先 首先 最大赢家 大赢家 赢家 新科 新秀 花魁 到现在 到今天 到目前 到目前为止 截至目前 迄今 迄今为止
  颁奖时 颁奖会上 颁奖礼上 颁奖典礼上 颁奖仪式上 站在 站到 登上 走上 台上 领奖台 领奖台上 奖台 上台 登台 走上台 上台领奖 登台领奖 捧起奖杯 接过奖杯 接过奖牌 接过证书 除 除了 外 之外 以外 捧回它 拿下它 摘得它 摘下它 捧走它 夺得它 占了 占去`.split(
    /\s+/,
  ),
);
const COUNTED = /[\d一二两三四五六七八九十]{1,3}[余多]?[家个名位项件所支席人块]/y;
const DATED =
  /(?:(?:19|20)\d\d年?度?|[\d一二三四五六七八九十]{1,3}月份?|\d{1,2}日|[首第][一二三四五六七八九十\d]{0,4}[届批])/y;
const MARKS = new CharacterSet("，：、；—“”‘’（）《》 　\t");
const COUNT_BEGINS = new CharacterSet("0123456789一二两三四五六七八九十");
const DATE_BEGINS = new CharacterSet("0123456789一二三四五六七八九十首第");

/** Whether [from, to) holds nothing but light words, counts, dates and marks of punctuation. Longest word first; linear. */
export function isLight(norm: string, from: number, to: number): boolean {
  for (let at = from; at < to; ) {
    const end = lightEnd(norm, at);
    if (end === 0 || end > to) return false;
    at = end;
  }
  return true;
}

/** Where the longest of them that begins at an offset ends; 0 for none. */
export function lightEnd(norm: string, at: number): number {
  const unit = norm.charCodeAt(at);
  if (MARKS.has(unit)) return at + 1;
  return Math.max(
    COUNT_BEGINS.has(unit) ? sticky(COUNTED, norm, at) : 0,
    DATE_BEGINS.has(unit) ? sticky(DATED, norm, at) : 0,
    LIGHT.longestEnd(norm, at),
  );
}

function sticky(pattern: RegExp, norm: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(norm) ? pattern.lastIndex : 0;
}
