import { Trie } from "../../lexicon/trie.js";
import { CharacterSet } from "../../patterns/character-set.js";
import type { Emission } from "./emission.js";
import type { Prize } from "./prize.js";
import type { Scene } from "./scene.js";
import type { Subjects } from "./subject.js";
import { isFirm, isPlaceUnit } from "./units.js";

/** What a clause is made of besides prizes and years that tells in which order, where and as what honours are had. */
const TELLS_HONOURS = Trie.ofWords(
  `最早 最先 最初 最新 最近 最老 最显眼 最醒目 最打眼 最抢眼 最耀眼 最重 最沉 最高 分量最重 分量最足 头 末 首 第一 第二 第三 第四 前 后 一 两 二 三 四 那 这 块 枚 座 个 项 张 面 尊 件 次 步
  的 是 则 便 就 正 即 为 有 在 于 也 还 又 更 才 再 都 和 与 以及 从 到 到了 再到 而 其 其后 其次 其中 接着 紧接着 往下 再往下 随后 此后 之后 然后 后来 继而 先是 先 依次 分别 此前 更早 稍早 之前
  左边 最左边 右边 最右边 左侧 右侧 左 右 中间 正中间 居中 当中 正中 旁边 一旁 边上 紧挨着 紧挨着它 挨着它 紧邻 往左 往右 往后 再往后 往前 再往前 往上 往下 上面 下面 上方 下方 上层 下层 角落里 角落 下一格 上一格 另一格 靠窗处 靠窗 靠门 靠里 最里面 打头 排头 排在最前 排在前面 排在首位 居首 压轴 压轴的 殿后
  比它早 比它更早 早于它 晚于它 在它之前 在它之后 在此之前 之前的 捧回 领回 拿回 抱回 捧得 得来 拿下 拿到 到手 获得 获 得 拿 摘得 夺得 取得 评上 获颁 领到 收获 入手 带回 奖杯 奖牌 证书 牌匾 铜牌 牌子 奖状 匾牌 奖座 荣誉 奖项 北京 人民大会堂 省城 省里 市里 全国 国家 刚 刚刚
  获奖清单 荣誉清单 荣誉单 荣誉簿 荣誉册 荣誉墙 荣誉室 展柜 展厅 名字 一串名字 里 中 上 内`.split(/\s+/),
);
const MARKS = new CharacterSet("“”，；。：、—（）");

/** Honours that clauses of nothing but themselves tell: 中间是2012年的某奖，右边是2018年领回的第三届某奖提名奖. */
export class BareHonours {
  constructor(
    private readonly scene: Scene,
    private readonly subjects: Subjects,
    private readonly out: Emission,
  ) {}

  /** Whether the clause of the prizes tells them with a date and nobody's name: then they are of whom the text tells. */
  run(series: readonly Prize[]): boolean {
    const { scene } = this;
    const { clauses, dates } = scene;
    const first = series[0]!;
    if (!series.every((p) => p.kind === "award")) return false;
    const from = clauses.start(first.start);
    const to = clauses.end(series.at(-1)!.end);
    const isDated =
      series.every((p) => p.years.length > 0 || p.edition !== undefined) ||
      dates.years.some((y) => y.start >= from && y.end <= to);
    if (!isDated || scene.groups.some((g) => !g.units.every(isPlaceUnit)) || !this.isBare(from, to))
      return false;
    const winners = this.subjects.carried(series, from, first);
    if (winners === undefined) return false;
    const organizations = this.out.employers(winners);
    if (!organizations.every(isFirm)) return false;
    this.out.emit(organizations, series, first.start, "won/bare");
    return true;
  }

  /** Whether [from, to) is made up of prizes, years and the words for the order and place of honours. */
  private isBare(from: number, to: number): boolean {
    const { norm, prizes, bracketed, dates } = this.scene;
    for (let at = from; at < to; ) {
      let next = MARKS.has(norm.charCodeAt(at)) ? at + 1 : TELLS_HONOURS.longestEnd(norm, at);
      for (const spans of [prizes, bracketed, dates.years, dates.editions])
        for (const span of spans) if (span.start <= at && span.end > next) next = span.end;
      if (next <= at) return false;
      at = next;
    }
    return true;
  }
}
