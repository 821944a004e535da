import { describe, expect, test } from "vitest";
import { observed } from "./observed.js";

describe("whom a figure is of", () => {
  test("the firm that a paragraph speaks of, through its sentences", () => {
    expect(
      observed(
        "随州市的湖北曾都泵业股份有限公司去年扩产。时至今日，厂房面积已有3万平方米。截至目前，主导制定国家标准12项。",
      ),
    ).toEqual([
      "湖北曾都泵业股份有限公司 | 厂房面积 = 30000平方米",
      "湖北曾都泵业股份有限公司 | 主导制定国家标准 = 12项",
    ]);
  });

  test("the place again for what only a place has", () => {
    expect(
      observed("2023年，湖北曾都泵业股份有限公司产值8亿元。规模以上工业增加值增长6%。", {
        title: "随州市质量工作综述",
      }),
    ).toEqual([
      "湖北曾都泵业股份有限公司 | 产值 = 800000000元 2023",
      "随州市 | 规模以上工业增加值增长 = 6% 2023",
    ]);
  });

  test("the whole after its part", () => {
    expect(observed("随州市有市长质量奖企业40家，曾都区以12家居首。注册商标6200件。")).toEqual([
      "随州市 | 市长质量奖企业 = 40家",
      "曾都区 | 市长质量奖企业 = 12家",
      "随州市 | 注册商标 = 6200件",
    ]);
  });

  test("each of those named in a row, and each trade that the clause before names", () => {
    expect(
      observed("截至2023年底，随县、曾都区入库企业分别为52家、47家。", { title: "随州市企业培育" }),
    ).toEqual(["随县 | 入库企业 = 52家 2023", "曾都区 | 入库企业 = 47家 2023"]);
    expect(
      observed("随州市泵业、香菇、专用汽车三大主导产业，2023年营业收入分别为86亿元、24亿元和412亿元。"),
    ).toEqual([
      "随州市 | 泵业产业营业收入 = 8600000000元 2023",
      "随州市 | 香菇产业营业收入 = 2400000000元 2023",
      "随州市 | 专用汽车产业营业收入 = 41200000000元 2023",
    ]);
  });

  test("the whole where something is in several of its parts", () => {
    expect(
      observed("湖北曾都泵业股份有限公司牵头建设的中心通过验收。在随县、曾都区新设网点6个。", {
        title: "随州市质量工作",
      }),
    ).toEqual([expect.stringMatching(/^随州市 .*= 6个$/)]);
  });

  test("no platform of which a heading only counts how many there are", () => {
    expect(
      observed("注册商标1万件。", {
        title: "随州市质量工作综述\n\n二、建成6个质量基础设施“一站式”服务平台",
      }).at(-1),
    ).toBe("随州市 | 注册商标 = 10000件");
  });

  test("the city again after a sentence about its province", () => {
    expect(
      observed("至今，湖北省无一家企业获奖。高端材料本地配套率仅为28%。", { title: "随州市产业调查" }),
    ).toEqual(["随州市 | 高端材料本地配套率 = 28%"]);
  });

  test("whom a class of bodies before a dash means", () => {
    expect(
      observed(
        "全市唯一的国家级质检机构——国家专用汽车质量检验检测中心（湖北）由随州市质量检验院运营，实验室面积2.1万平方米。",
      ),
    ).toEqual(["国家专用汽车质量检验检测中心（湖北） | 实验室面积 = 21000平方米"]);
  });

  test("the platform of the title by its last word, wherever it settles", () => {
    expect(
      observed("中心落户曾都经济开发区（简称“曾都经开区”），总建筑面积1.8万平方米。", {
        title: "国家香菇产业计量测试中心在随州获批筹建",
      }),
    ).toEqual(["国家香菇产业计量测试中心 | 总建筑面积 = 18000平方米"]);
  });

  test("the whole again in the sentence after its parts", () => {
    expect(observed("随州市有效发明专利1.2万件，其中曾都区4500件，随县2100件。财政收入增长6%。").at(-1)).toBe(
      "随州市 | 财政收入增长 = 6%",
    );
  });

  test("the authority's own cases, not its territory's firms, in a report that it heads", () => {
    const title = "随州市市场监督管理局2024年一季度工作通报";
    expect(
      observed("全局立案查处案件215件，罚没款380万元。全市新登记经营主体1.1万户。食品抽检820批次。", {
        title,
      }),
    ).toEqual([
      "随州市市场监督管理局 | 立案查处案件 = 215件 2024-01/2024-03",
      "随州市市场监督管理局 | 罚没款 = 3800000元 2024-01/2024-03",
      "随州市 | 新登记经营主体 = 11000户 2024-01/2024-03",
      "随州市 | 食品抽检 = 820批次 2024-01/2024-03",
    ]);
  });

  test("the place where a sentence begins with an award", () => {
    expect(
      observed("4月，湖北曾都泵业股份有限公司获提名奖。第五届随州市市长质量奖已启动申报，共受理43家。", {
        title: "随州市质量工作",
      }),
    ).toEqual([expect.stringMatching(/^随州市 .*= 43家$/)]);
  });

  test("the latter of two", () => {
    expect(
      observed(
        "湖北曾都泵业股份有限公司与湖北厉山泵业有限公司互不隶属。后者1998年由两厂合并而成，2023年营业收入5亿元。",
      ),
    ).toEqual(["湖北厉山泵业有限公司 | 营业收入 = 500000000元 2023"]);
  });

  test("what several bring about, where the figure suits it", () => {
    expect(observed("随州市与武汉纺织大学共建随州产业技术研究院，每年输送研究生40名。")).toEqual([
      "随州产业技术研究院 | 每年输送研究生 = 40名",
    ]);
  });

  test("not what a firm has for itself", () => {
    expect(observed("湖北曾都泵业股份有限公司建有湖北省水泵工程技术研究中心，2023年产值8亿元。")).toEqual([
      "湖北曾都泵业股份有限公司 | 产值 = 800000000元 2023",
    ]);
  });

  test("whom an item names before its colon", () => {
    expect(
      observed("国家专用汽车质量检验检测中心（湖北）：随州市产品质量检验所承建，2023年出具报告1.8万份。"),
    ).toEqual(["国家专用汽车质量检验检测中心（湖北） | 出具报告 = 18000份 2023"]);
  });

  test("what a short name stands for", () => {
    expect(
      observed("国家专用汽车质量检验检测中心（湖北）在随州市揭牌。该中心向企业开放，检测中心现有参数900项。"),
    ).toEqual(["国家专用汽车质量检验检测中心（湖北） | 参数 = 900项"]);
  });

  test("the firm that 这家…企业 and 该公司 mean", () => {
    expect(
      observed("走进随州高新技术产业开发区，先到湖北厉山泵业有限公司。这家成立于1998年的企业有员工460人。"),
    ).toEqual(["湖北厉山泵业有限公司 | 员工 = 460人"]);
  });

  test("not the place that a comparison or a superlative names", () => {
    expect(observed("2023年，曾都区工业投资增长12%，高出随州全市3个百分点，在全省14个市州里排第2。")).toEqual(
      [
        "曾都区 | 工业投资增长 = 12% 2023",
        "曾都区 | 工业投资高出随州全市 = 3百分点 2023",
        "曾都区 | 工业投资排名 = 2位 2023",
      ],
    );
  });

  test("not how far off it is, nor when it opened", () => {
    expect(observed("离随州城区40公里的广水市，茶园面积14万亩，2022年8月开园，年接待游客30万人次。")).toEqual(
      ["广水市 | 茶园面积 = 140000亩", "广水市 | 年接待游客 = 300000人次"],
    );
  });

  test("nobody where two are summed up", () => {
    expect(observed("曾都区、随县两地合计有风电项目27个。")).toEqual([]);
  });

  test("an authority's own acts in its report", () => {
    expect(
      observed(
        "随州市市场监督管理局\n（2024年1月8日）\n一年来，成效明显。\n查办各类违法案件312件，全市食品抽检合格率98.2%。",
        {
          title: "2023年工作总结",
        },
      ),
    ).toEqual([
      "随州市市场监督管理局 | 查办各类违法案件 = 312件 2023",
      "随州市 | 食品抽检合格率 = 98.2% 2023",
    ]);
  });

  test("a project by its investment and output", () => {
    expect(
      observed("总投资36亿元的湖北曾都氢能装备产业化项目2月在随州市动工，达产后年产储氢瓶8万只。"),
    ).toEqual([
      "湖北曾都氢能装备产业化项目 | 总投资 = 3600000000元",
      "湖北曾都氢能装备产业化项目 | 达产后年产储氢瓶 = 80000只 TARGET",
    ]);
  });
});

describe("starting points, questions and requirements", () => {
  test("由A增至B: what is, and what is to be", () => {
    expect(observed("到2027年，随州市上市企业由9家扩充至15家。", { date: "2024-03-01" })).toEqual([
      "随州市 | 上市企业 = 9家",
      "随州市 | 上市企业 = 15家 2027 TARGET",
    ]);
  });

  test("the evaluation that a question asks of", () => {
    expect(
      observed(
        "问：2023年度市州质量工作考核结果公布了，随州市的成绩怎么样？\n\n答：A级，全省第四，比上一年前进两位。",
        {
          date: "2024-05-01",
        },
      ),
    ).toEqual([
      "随州市 | 市州质量工作考核全省排名 = 4位 2023",
      "随州市 | 市州质量工作考核全省排名比上一年前进 = 2位 2023",
    ]);
  });

  test("a date before the document's is over", () => {
    expect(observed("到9月底，随州市有效注册商标2.1万件。", { date: "2024-11-06" })).toEqual([
      "随州市 | 有效注册商标 = 21000件 2024-09",
    ]);
  });

  test("what is asked for is a goal", () => {
    expect(observed("随州市每年研制标准不少于30项。")).toEqual(["随州市 | 每年研制标准 = >=30项 TARGET"]);
    expect(observed("随州市连续三年研制标准不少于30项。")).toEqual(["随州市 | 研制标准 = >=30项"]);
  });

  test("times of other units, a spurt", () => {
    expect(
      observed("2023年，随州市出报告时间由过去的5个工作日缩短为36小时，茶叶出口额同比大增38%。"),
    ).toEqual([
      "随州市 | 出报告时间 = 5个工作日 2023",
      "随州市 | 出报告时间 = 36小时 2023",
      "随州市 | 茶叶出口额同比增 = 38% 2023",
    ]);
  });

  test("tenths of a share, times that something takes", () => {
    expect(observed("随州市专用汽车产量占全国的六成，新车检测时间由5天压缩到1.5天。")).toEqual([
      "随州市 | 专用汽车产量占全国比重 = 60%",
      "随州市 | 新车检测时间 = 5天",
      "随州市 | 新车检测时间 = 1.5天",
    ]);
    expect(observed("随州市专用汽车博览会为期5天，两成展商来自省外。")).toEqual([]);
  });

  test("what the clause before speaks of", () => {
    expect(observed("到2030年，随州市氢能产业产值要翻一番，达到200亿元。", { date: "2024-05-01" })).toEqual([
      "随州市 | 氢能产业产值 = 20000000000元 2030 TARGET",
    ]);
  });

  test("a rate of what was counted, the same of another kind", () => {
    expect(observed("随州市受理消费投诉8.7万件，办结率99.2%；认证企业38家、产品51个。")).toEqual([
      "随州市 | 受理消费投诉 = 87000件",
      "随州市 | 受理消费投诉办结率 = 99.2%",
      "随州市 | 认证企业 = 38家",
      "随州市 | 认证产品 = 51个",
    ]);
  });

  test("nobody where the text has come to speak of what has no name", () => {
    expect(
      observed(
        "随州检测基地近日奠基。该项目位于随州高新技术产业开发区，总占地面积174亩，总建筑面积15万平方米。",
      ),
    ).toEqual([]);
  });

  test("a centre or committee that the text has named, by its short name", () => {
    expect(
      observed(
        "随州市申报的国家风机产品质量检验检测中心（湖北）获批。该中心拟建于随州高新技术产业开发区，实验室面积5800平方米。",
      ),
    ).toEqual(["国家风机产品质量检验检测中心（湖北） | 实验室面积 = 5800平方米 TARGET"]);
    expect(observed("全国风机标准化技术委员会（SAC/TC187）换届。第二届SAC/TC187由31名委员组成。")).toEqual([
      "全国风机标准化技术委员会 | 委员组成 = 31名",
    ]);
  });

  test("the society whose news it is", () => {
    expect(
      observed("全年发布团体标准14项。", { title: "随州市风机行业协会二届三次理事会在广水市召开" }),
    ).toEqual(["随州市风机行业协会 | 发布团体标准 = 14项"]);
  });

  test("the county or province that speaks, whatever city is named beside it", () => {
    expect(observed("宜昌市黄茶工程技术中心落户远安县。至此，我县已有市级工程技术中心4家。")).toContain(
      "远安县 | 市级工程技术中心 = 4家",
    );
    expect(observed("襄阳市谷城县获批国家试点。截至目前，我省共有8个国家级试点项目获批实施。")).toEqual([
      "湖北省 | 国家级试点项目获批实施 = 8个",
    ]);
    expect(observed("本次全省13个地级市共有54个省级工程中心获批，其中随州市获批省级工程中心3家。")).toEqual([
      "湖北省 | 地级市省级工程中心获批 = 54个",
      "随州市 | 获批省级工程中心 = 3家",
    ]);
  });

  test.each([
    "湖北曾都泵业股份有限公司29票、湖北厉山泵业有限公司28票。",
    "国家标准委批准全国40家单位开展试点。",
    "确定上述3家企业作为试点上报。",
    "这是省内唯一一家计量中心。",
    "往西50公里是曾都区。",
    "有关企业共60余人参加。",
    "工信部公布2024年178家国家高新区综合评价结果。",
    "经信局对384家企业的分析数据显示，形势向好。",
    "31名代表参加会议。",
    "第一批3家单位曾都区、随县和广水市通过验收。",
    "奖励从20万元提高到30万元。",
    "6家组织、3名职工先后登台领奖。",
    "个人奖5万元/人。",
    "在曾都区、随县各建设1个质量服务站。",
  ])("no attribute: %s", (text) => {
    expect(observed(`随州市召开大会。${text}`)).toEqual([]);
  });
});

describe("whose figures they are, where others stand between", () => {
  const title = "襄阳市质量工作纪实";
  const centre = "国家轴承产品质量检验检测中心（湖北）";

  test("who runs a centre and where it is are not spoken of", () => {
    expect(
      observed(`${centre}，襄阳隆中轴承股份有限公司建，位于襄州区，2023年出具报告1200份。`, { title }),
    ).toEqual([`${centre} | 出具报告 = 1200份 2023`]);
    expect(
      observed(`${centre}由襄阳市公共检验检测中心牵头，襄阳隆中轴承股份有限公司参建，可开展检测项目85项。`, {
        title,
      })[0],
    ).toContain(centre);
    expect(observed(`${centre}已经建成。襄阳隆中轴承股份有限公司现有员工850人。`, { title })[0]).toContain(
      "襄阳隆中轴承股份有限公司 | ",
    );
  });

  test("what a firm or place has is no centre's", () => {
    expect(
      observed(`${centre}还在排队。“2026年，轴承年产值要突破100亿元，制定国家标准8项。”`, { title }),
    ).toEqual([
      "襄阳市 | 轴承年产值 = >=10000000000元 2026 TARGET",
      "襄阳市 | 制定国家标准 = 8项 2026 TARGET",
    ]);
  });

  test("names joined to one that only explains", () => {
    expect(
      observed(
        "2023年，我市新增单项冠军2家，即襄阳隆中轴承股份有限公司、襄阳檀溪药业有限公司；新增专利5件。",
        { title },
      ).at(-1),
    ).toBe("襄阳市 | 新增专利 = 5件 2023");
  });

  test("a plan that was issued is of the place in its title", () => {
    expect(
      observed("樊城区企业不少。去年11月印发的《襄阳市质量强市行动方案》提出，到2027年，新增名牌产品10个。", {
        title,
        date: "2024-03-01",
      }).at(-1),
    ).toBe("襄阳市 | 新增名牌产品 = 10个 2027 TARGET");
    expect(observed("襄阳市茶业协会：2023年牵头制定《樊城绿茶》系列标准11项。", { title })[0]).not.toContain(
      "樊城区 |",
    );
  });

  test("qualification rates are a place's, the firm's revenue the firm's", () => {
    expect(
      observed("襄阳隆中轴承股份有限公司被取消资格。全年制造业产品质量合格率94.2%。", { title })[0],
    ).toContain("襄阳市 | 制造业产品质量合格率");
    expect(
      observed(`襄阳隆中轴承股份有限公司建有${centre}。去年公司营收8.5亿元。`, {
        title,
        date: "2024-03-01",
      })[0],
    ).toMatch(/^襄阳隆中轴承股份有限公司 .*营收 = 850000000元 2023$/);
  });
});

describe("who answers", () => {
  test("speaks for the firm, whatever sign stands before the name", () => {
    const text =
      "襄阳隆中轴承股份有限公司总经理周立群接受了采访。\n\n记者：质量怎样？\n\n🎤 周立群：产品一次交检合格率从96.2%提到99.8%。";
    expect(observed(text, { title: "一问一答" }).at(-1)).toContain("襄阳隆中轴承股份有限公司 | ");
  });
});

describe("words that point back, times in brackets", () => {
  const title = "襄阳市质量工作纪实";

  test("这一数字", () => {
    expect(
      observed("到2025年，襄阳市产品抽检合格率达到96%。去年，这一数字为95.3%。", {
        title,
        date: "2024-03-01",
      })[1],
    ).toBe("襄阳市 | 产品抽检合格率 = 95.3% 2023");
  });

  test("a year in brackets goes for the figure beside it", () => {
    expect(
      observed("到2026年，襄阳市商标达到300件（2023年底为270件），服务站点增至12个。", { title }),
    ).toEqual([
      "襄阳市 | 商标 = 300件 2026 TARGET",
      expect.stringContaining("270件 2023"),
      "襄阳市 | 服务站点 = 12个 2026 TARGET",
    ]);
  });

  test("what was sought in vain makes no goal of the next statement", () => {
    expect(
      observed("某产业园争创国家级示范区未获批准；襄阳市制造业产品质量合格率为92.97%。", { title })[0],
    ).toBe("襄阳市 | 制造业产品质量合格率 = 92.97%");
  });
});
