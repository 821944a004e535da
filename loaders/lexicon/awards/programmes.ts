/**
 * Well-known award programmes, honours and titles of China, as they are written in newspapers and decisions.
 * General knowledge of the genre; sources: the programmes' own measures as published by the State Council, the ministries
 * and the associations that confer them (for example 中国质量奖管理办法, 国家科学技术奖励条例, 中国专利奖评奖办法,
 * 中国标准创新贡献奖管理办法, 制造业单项冠军企业培育办法, 优质中小企业梯度培育管理暂行办法, 中华老字号示范创建管理办法).
 */

export type Level = "NATIONAL" | "PROVINCIAL" | "MUNICIPAL" | "COUNTY" | "OTHER";

export interface Programme {
  name: string;
  /** Other forms, each as good as the name. */
  aliases?: readonly string[];
  level: Level;
}

const national = (name: string, ...aliases: string[]): Programme => ({ name, aliases, level: "NATIONAL" });
const other = (name: string, ...aliases: string[]): Programme => ({ name, aliases, level: "OTHER" });

const provincial = (name: string, ...aliases: string[]): Programme => ({
  name,
  aliases,
  level: "PROVINCIAL",
});

/** What the provinces call their outstanding workers and talents. */
const CRAFTSMEN =
  `荆楚工匠 南粤工匠 浙江工匠 浙江大工匠 三晋工匠 齐鲁工匠 齐鲁大工匠 江苏工匠 江苏大工匠 江淮工匠 江淮杰出工匠 赣鄱工匠
  中原大工匠 湖湘工匠 天府工匠 四川工匠 巴渝工匠 巴渝大工匠 陇原工匠 三秦工匠 燕赵工匠 河北大工匠 辽宁工匠 吉林工匠 龙江工匠 龙江大工匠
  八闽工匠 广西工匠 海南工匠 贵州工匠 云岭工匠 北疆工匠 塞上工匠 天山工匠 上海工匠 北京大工匠 海河工匠
  兴辽英才 草原英才 三晋英才 三秦英才 楚天英才 赣鄱英才 中原英才 天山英才 昆仑英才 塞上英才 海河英才 重庆英才 龙江英才`.split(
    /\s+/,
  );

export const PROGRAMMES: readonly Programme[] = Object.freeze([
  // Quality, standards, brands
  national("中国质量奖"),
  national("全国质量奖"),
  national("全国质量奖卓越项目奖"),
  national("全国质量标杆", "全国质量标杆企业"),
  national("中国标准创新贡献奖"),
  national("中国工业大奖"),
  national("中国优秀工业设计奖"),
  national("中华老字号", "中华“老字号”"),
  national("企业标准“领跑者”", "企业标准领跑者"),
  national("全国质量强市示范城市", "质量强市示范城市"),
  national("全国知名品牌示范区", "全国知名品牌创建示范区"),
  national("全国市场质量信用AA级用户满意企业"),
  // Science, technology, patents
  national("国家最高科学技术奖"),
  national("国家科学技术进步奖", "国家科技进步奖"),
  national("国家技术发明奖"),
  national("国家自然科学奖"),
  national("国家科学技术奖", "国家科技奖"),
  national("中华人民共和国国际科学技术合作奖"),
  national("国家卓越工程师", "国家卓越工程师团队"),
  national("中国专利奖", "国家专利奖"),
  national("中国外观设计奖"),
  national("中国青年科技奖"),
  other("何梁何利基金科学与技术创新奖", "何梁何利基金奖", "何梁何利奖"),
  other("何梁何利基金科学与技术进步奖"),
  other("光华工程科技奖"),
  other("詹天佑奖", "中国土木工程詹天佑奖"),
  other("茅以升科学技术奖"),
  other("吴文俊人工智能科学技术奖"),
  // Construction, transport, water, environment
  national("中国建设工程鲁班奖", "鲁班奖", "中国建设工程鲁班奖（国家优质工程）"),
  national("国家优质工程奖", "国家优质工程金奖"),
  national("中国水利工程优质（大禹）奖", "大禹奖"),
  national("李春奖", "公路交通优质工程奖"),
  national("中国安装工程优质奖", "中国安装之星"),
  national("梁思成建筑奖"),
  // Industry
  {
    name: "制造业单项冠军示范企业",
    aliases: ["国家制造业单项冠军示范企业", "全国制造业单项冠军示范企业", "国家级制造业单项冠军示范企业"],
    level: "NATIONAL",
  },
  {
    name: "制造业单项冠军培育企业",
    aliases: ["国家制造业单项冠军培育企业", "全国制造业单项冠军培育企业"],
    level: "NATIONAL",
  },
  {
    name: "制造业单项冠军企业",
    aliases: [
      "国家制造业单项冠军企业",
      "国家级制造业单项冠军企业",
      "国家级制造业单项冠军",
      "国家制造业单项冠军",
      "制造业单项冠军",
    ],
    level: "NATIONAL",
  },
  {
    name: "制造业单项冠军产品",
    aliases: ["国家制造业单项冠军产品", "国家级制造业单项冠军产品"],
    level: "NATIONAL",
  },
  {
    name: "国家级专精特新“小巨人”企业",
    aliases: [
      "国家专精特新“小巨人”企业",
      "国家级专精特新小巨人企业",
      "国家专精特新小巨人企业",
      "国家级专精特新“小巨人”",
      "国家级专精特新小巨人",
      "国家专精特新小巨人",
      "国家级“专精特新”小巨人企业",
      "国家“专精特新”小巨人企业",
      "国家级“小巨人”企业",
      "专精特新“小巨人”企业",
      "专精特新小巨人企业",
      "专精特新“小巨人”",
      "专精特新小巨人",
      "“专精特新”小巨人企业",
      "“专精特新”小巨人",
      "“小巨人”企业",
    ],
    level: "NATIONAL",
  },
  national("国家技术创新示范企业"),
  national("国家知识产权示范企业"),
  national("国家知识产权优势企业"),
  national("服务型制造示范企业"),
  national("国家级绿色工厂", "国家绿色工厂"),
  national("国家智能制造示范工厂", "智能制造示范工厂"),
  national("农业产业化国家重点龙头企业"),
  national("全国工业品牌培育示范企业", "工业品牌培育示范企业"),
  // Brands that a province lends
  provincial("江苏精品"),
  provincial("好品山东"),
  provincial("泰山品质"),
  provincial("品字标浙江制造", "“品字标浙江制造”", "“品字标”浙江制造"),
  provincial("浙江制造精品"),
  provincial("湖南名品"),
  provincial("湖北精品"),
  provincial("天府名品"),
  provincial("皖美品牌示范企业"),
  provincial("上海品牌"),
  provincial("江西名牌产品"),
  provincial("辽宁优品"),
  provincial("赣出精品"),
  // People and collectives
  national("全国劳动模范"),
  national("全国先进工作者"),
  national("全国五一劳动奖状"),
  national("全国五一劳动奖章"),
  national("全国工人先锋号"),
  national("全国文明单位"),
  national("全国文明校园"),
  national("全国先进基层党组织"),
  national("全国模范职工之家"),
  national("全国模范劳动关系和谐企业"),
  national("全国用户满意企业"),
  national("全国民族团结进步模范集体"),
  national("全国三八红旗手"),
  national("全国三八红旗集体"),
  national("全国三八红旗手标兵"),
  national("全国优秀党务工作者"),
  national("全国模范教师"),
  national("全国技术能手"),
  national("中华技能大奖"),
  national("大国工匠"),
  national("全国五一巾帼标兵"),
  national("全国青年文明号"),
  national("中国青年五四奖章"),
  national("全国脱贫攻坚先进集体"),
  national("全国优秀共产党员"),
  national("中国工艺美术大师"),
  national("全国名中医"),
  national("全国敬老文明号", "全国“敬老文明号”"),
  national("全国质量信得过班组"),
  national("全国优秀农民工"),
  ...CRAFTSMEN.map((name) => provincial(name)),
  national("享受国务院政府特殊津贴专家"),
  national("全国道德模范"),
  // Places
  national("全国文明城市"),
  national("国家卫生城市"),
  national("国家食品安全示范城市"),
  national("国家知识产权示范城市"),
  national("国家农产品质量安全县"),
  national("全国双拥模范城"),
  national("全国综合实力百强县"),
  national("“四好农村路”全国示范县", "四好农村路全国示范县"),
  // Culture
  national("中国新闻奖"),
  national("茅盾文学奖"),
  national("中国电影金鸡奖"),
  national("梅花奖", "中国戏剧梅花奖"),
  // Abroad
  other("欧洲质量奖"),
  other("亚洲质量奖", "亚太质量奖", "亚太质量组织全球卓越绩效奖"),
  other("戴明奖"),
  other("波多里奇国家质量奖", "波多里奇奖"),
  other("红点奖", "德国红点奖", "红点设计大奖"),
  other("iF设计奖", "德国iF设计奖"),
]);
