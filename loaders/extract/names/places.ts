import type { Candidate, NameDetector } from "../types.js";
import { pick, placeContext } from "./place-context.js";
import { PLACE_NAMES } from "./place-lexicon.js";

/** Short names that are everyday words or parts of them: they name a place only in a document about that place. */
const WORDS = new Set(
  (
    "朝阳 和平 东方 长安 新城 城关 南山 西湖 东湖 北海 来宾 日照 白银 安康 大同 中山 黄山 三明 永安 平安 兴隆 兴业 长江 黄河 高新 开发 河口 江口 海口区 新华 建设 " +
    "红旗 胜利 前进 向阳 解放 光明 友谊 青年 团结 文明 复兴 振兴 和谐 富裕 同心 民主 民族 繁荣 大通 通达 集美 开平 太平 永康 仁和 仁寿 安宁 吉安 崇明 会同 会理 集安 " +
    "河北 河东 河西 江北 江南 江东 江西区 城北 城东 城西 城中 城区 郊区 市中 矿区 新区 港口 港北 港南 桥东 桥西 路南 路北 海南区 山海关区 中原 中方 中阳 内黄 新建 新兴 新民 新和 新源 " +
    "双桥 双流 高平 高明 金水 金山 金台 金川 金州 金牛 金阳 玉泉 玉山 宝山 宝塔 宝石 石景 白云 天河 天山 天台 天长 天等 天水区 龙门 龙江 龙港 普及 清水 清河 清新 清流 沿河 沿滩 应城 从化 大兴 大足 大东 大方 大田 大化 " +
    "顺义 顺德区 信宜 信丰 平和 平远 长乐 长寿 长治区 长海 长岭 定安 定远 定南 保定区 万安 万全 万年 万载 万荣 丰台 丰都 丰满 互助 左权 右江 永和 永新 永兴 永丰 永吉 永春 永胜 永年 永善 东明 东台 东光 东安 东山 东港 东源 东至 南通区 南明 南和 南部 南城 南海 南方 南宫 南安 南充区 南京区 " +
    "西城 西山 西平 西和 西安区 西青 西乡 西林 西丰 西华 北关 北安 北辰 北流 北票 上饶区 上海区 上城 上街 上杭 上高 上林 上思 上犹 下城 下陆 兴宁 兴国 兴化 兴平 兴山 兴文 兴安 兴城 兴和 安全 安新 安定 安平 安国 安化 安仁 安福 安图 安多 安远 安乡 安义 安阳区 " +
    "明光 明水 明山 文登 文安 文成 文山 文水 理县 理塘 礼泉 常山 常宁 常熟区 正定 正安 正宁 正阳 正镶 隆化 隆安 隆昌 隆德 隆回 隆林 隆尧 隆阳 惠民 惠东 惠农 惠来 惠济 惠安 惠阳 惠城 惠山 鼎城 鼓楼 钟楼 钟山 铁西 铁东 铁山 铁锋 红花 红河 红星 红安 红原 红塔 红桥 红岗 红古 " +
    "青山 青云 青龙 青原 青阳 青白江 青铜峡 阳信 阳光 阳春 阳朔 阳山 阳谷 阳新 阳高 阳城 阳原 阳东 阳明 阳西 华安 华宁 华容 华坪 华池 华亭 华龙 华蓥 华县 德安 德兴 德保 德化区 德昌 德格 德清区 德钦 平原 平定 平江 平山 平川 平度区 平桥 平果 平舆 平阴 平阳 平顶 平顺 平鲁 平陆 平遥 平泉 平乡 平乐 平邑 平利 平塘 平坝 平武 平罗 平昌 平谷 平潭 平湖区"
  ).split(" "),
);
/** What follows a place's short name within another name that names no place: 南京路, 北京时间, 上海话. */
const NOT_AFTER = /^(?:[东西南北中]?路|大道|大街|街道|时间|话|人寿|现代|奔驰|银行|证券|交易所|烤鸭|火锅)/u;

/** Provinces, cities and counties by their official and short names. */
export const places: NameDetector = {
  id: "name/place",
  detect(source) {
    const { norm } = source;
    const context = placeContext(source);
    const found: Candidate[] = [];
    PLACE_NAMES.scan(norm, (start, end, place) => {
      const division = pick(place.divisions, context);
      if (place.short) {
        if (NOT_AFTER.test(norm.slice(end, end + 3))) return;
        const at = context.counts.get(division.code) ?? 0;
        if (division.type === "County" && at < 1 && !inContext(division.code)) return;
        if (WORDS.has(norm.slice(start, end)) && at < 1) return;
      }
      found.push({
        type: division.type,
        start,
        end,
        name: division.name,
        adcode: division.code,
        rule: place.short ? "name/place-short" : "name/place",
        confidence: place.short ? 0.8 : 0.95,
      });
    });
    return found;

    function inContext(code: string): boolean {
      return context.provinces[0] === code.slice(0, 2);
    }
  },
};
