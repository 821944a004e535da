import { Trie } from "../../lexicon/trie.js";

/**
 * What the names of awards, honours and titles end in.
 * - `prize`: 奖 itself; a name wherever something specific stands before it;
 * - `honour`: 劳动模范, 先进集体, 质量标杆: a name where a level or region begins it (全国, 湖南省), or where it is conferred;
 * - `title`: 示范企业, 百强县, 领军企业: a name only where the text says that it is conferred, entered or held (获评, 入选, 称号);
 * - `area`: 示范区, 示范县, 基地: may as well be carried out as an initiative, so only where it is conferred or sought as a
 *   title (获评, 被授予, 创成, 争创, 称号);
 * - `contest`: 大赛, 竞赛: an award only where the sentence, or the list that it heads, says who took which place (金奖, 一等奖).
 */
export type HeadClass = "prize" | "honour" | "title" | "area" | "contest";

const words = (cls: HeadClass, text: string): [string, HeadClass][] =>
  text
    .trim()
    .split(/\s+/)
    .map((word) => [word, cls]);

export const HEADS: Trie<HeadClass> = Trie.of<HeadClass>([
  ["奖", "prize"],
  ...words(
    "contest",
    `大赛 竞赛 擂台赛 挑战赛 技能比武 成果赛 技能赛 技术赛 创新赛 创意赛 设计赛 发表赛 锦标赛 对抗赛 精英赛 公开赛 改善赛 攻关赛
    应用赛 操作赛 展示赛 岗位练兵 技术比武 技术比赛 技能比赛 成果发表会 成果交流会`,
  ),
  ...words(
    "honour",
    `奖章 奖状 劳动模范 劳模 先进工作者 先进集体 先进个人 先进单位 先进基层党组织 优秀共产党员 三八红旗手 三八红旗集体 工人先锋号
    青年文明号 五一巾帼标兵 五一巾帼标兵岗 巾帼文明岗 技术能手 道德模范 质量标杆 质量标杆企业 名牌产品 名牌 “专精特新”中小企业 “专精特新”企业 专精特新企业 专精特新中小企业
    培育示范企业 运用标杆企业 标杆企业 道德楷模 技能大师 工艺美术大师 核心专家 突出贡献专家 突出贡献企业 制造业百强 制造业500强
    质量管理小组 优秀质量管理小组 先进质量管理者 五四红旗团委 突出贡献个人 突出贡献集体 优秀企业家 首席技师 名师 最美科技工作者 工作者 先进班组 先进团队 突出贡献单位 优秀班组 优秀团队`,
  ),
  ...words(
    "title",
    `示范企业 先进企业 示范工厂 示范单位 示范学校 示范医院 示范岗 示范车间 示范街区 标杆 标杆工厂 标杆单位 标杆园区 标杆项目 标杆县
    标杆城市 标兵 标兵单位 领军企业 龙头企业 重点龙头企业 独角兽企业 瞪羚企业 隐形冠军 隐形冠军企业 冠军企业 冠军产品 单项冠军
    绿色工厂 绿色数据中心 代表性传承人 绿色园区 绿色工业园区 智能工厂 灯塔工厂 未来工厂 未来工厂企业 优秀企业 优秀个人 优秀集体 优秀项目 优秀案例 典型案例 十佳案例 最佳案例 优秀工程师 能手 模范 楷模
    工匠 大工匠 百强 百强县 百强县市 百强区 百强镇 百强企业 百强园区 百佳 十佳 十强 十大品牌 百强品牌 500强 五百强 50强
    强县 强区 强市 强镇 老字号 领跑者 精品 名品 知名品牌 著名商标 优质产品 优质工程 精品工程 大师 杰出人才 领军人物 风云人物 年度人物 杰出人物 功勋人物 先锋人物 领军人才 拔尖人才
    标兵企业 优等级县 诚信企业 信用企业 AAA级企业 AA级企业 A级企业 高新技术企业 科技型中小企业 技术先进型服务企业 小巨人企业 小巨人 金牌 一级企业 AAA级
    A级 AA级 先进县 先进县区 先进区县 先进县市 先进市县 先进城区 先进城市 优胜单位 优胜集体 优秀等次 优秀 杰出企业家 功勋企业 功勋企业家 道德模范 最美职工 好人 状元`,
  ),
  ...words(
    "area",
    `示范区 示范县 示范市 示范城市 示范城区 示范园区 示范园 试点园区 特色产业园 特色产业园区 示范镇 示范乡 示范村 示范乡镇 示范街道 示范社区 示范景区 示范基地 示范项目
    示范工程 创建示范项目 示范平台 产业基地 特色产业基地 出口基地 之都 之乡 之城 名城 名镇 名县 名村 瓷都 茶都 药都 陶都 酒都
    文明城市 文明城区 文明社区 文明家庭 文明单位 文明村镇 文明校园 文明县城 卫生城市 卫生县城 园林城市 森林城市 节水型城市 模范城市 双拥模范城 模范城 模范县
    模范集体 宜居城市 生态市 生态区 优秀旅游城市 历史文化名城 生态工业示范园区 安全县 质量安全县 生态县 长寿之乡 特产之乡 美丽乡村 旅游名县 旅游度假区 AAAAA级旅游景区`,
  ),
]).shared();

/** After 奖 these make another word of it: 奖励, 奖金, 奖章 (which is a head of its own). */
export const NOT_A_PRIZE = /^(?:奖(?:金(?![奖质])|[励补项杯牌品惩券状章掖赏旗]|学金|台|评(?![选审定])))/;

/** Words in 奖 that name no award by themselves, and class names that stand for any. */
export const GENERIC =
  /^(?:分?(?:[省市县区州国部]{1,4}级|国家级|[国省市县区州]{0,4}[两二三四]级|国家(?=[及和、省市])|[及和、](?=[省市县区])|全省|全市|各[省市县区州]{0,4}级?|[省市县区州]{2,4}|各类|国内|国际|行业|政府|人民政府|企业|年度|最高|有关|相关|上述|其他|正式|重要|一项|多项|两项|个人|团体|大|两|双|此|本){0,4}(?:质量|质量管理|荣誉|科技|科学技术|科技进步|科学技术进步|专利|标准|品牌|大|特|首|头|新|获|颁|得|评|授|报|领|中|开|该|此|本|项目|工程|产品|创新|设计|国|省|市|区|县|单项|集体|组织|优质工程|卓越|提名|入围|金|银|铜|[一二三特]等|标准项目)?奖)$/;
