import { describe, expect, test } from "vitest";
import { observed } from "./observed.js";

/** Whose the figures of a text are, each once. */
const bearers = (text: string, title?: string): string[] => [
  ...new Set(observed(text, { title }).map((line) => line.slice(0, line.indexOf(" |")))),
];

describe("a firm's own text", () => {
  const founded = "襄阳隆中轴承股份有限公司创建于1968年，总部位于襄城区。";

  test.each([
    "2023年，公司营业收入8.6亿元。",
    "截至2023年底，全集团现有员工1200人。",
    "2023年，实现营业收入8.6亿元，同比增长6%。",
  ])("goes on about it: %s", (next) => {
    const text = `${founded}\n\n旗下设襄阳岘山阀门有限公司、宜城汉水铸造有限公司2家子公司。\n\n${next}`;
    expect(bearers(text, "一家老厂的新生").at(-1)).toBe("襄阳隆中轴承股份有限公司");
  });

  test("and is told of where it stands behind the year", () => {
    const text = "始建于1968年的襄阳隆中轴承股份有限公司，位于襄城区。\n\n眼下，企业有职工900人。";
    expect(bearers(text, "一家老厂的新生")).toEqual(["襄阳隆中轴承股份有限公司"]);
  });

  test("is none where a text speaks of a place as its own", () => {
    const text = `${founded}像这样的企业还有不少。\n\n全市有效发明专利5200件。`;
    expect(bearers(text, "襄阳市质量工作纪实").at(-1)).toBe("襄阳市");
  });

  test("is none where a place brings a firm in", () => {
    expect(bearers("襄阳市引进上海宏远检测有限公司，建成实验室21个。")).toEqual(["襄阳市"]);
  });
});

describe("a zone", () => {
  test("that stands somewhere in an order is spoken of, not the firm before it", () => {
    const text =
      "襄阳高新技术产业开发区（以下简称“襄阳高新区”）扩容。\n\n襄阳岘山阀门有限公司是园区龙头企业。在国家高新区综合评价中，襄阳高新区列第45位。";
    expect(bearers(text, "襄阳高新区侧记")).toEqual(["襄阳高新技术产业开发区"]);
  });

  test("全市 and 全省 in an order are its field", () => {
    expect(bearers("襄阳市商标6200件，数量全省排第二。", "襄阳市质量工作纪实")).toEqual(["襄阳市"]);
  });
});

describe("counties in a row", () => {
  const title = "襄阳市质量工作纪实";

  test("the one that has most, and the next", () => {
    expect(
      observed("市长质量奖企业最多的是谷城县，有11家；其次是宜城市，有9家。", { title }).map((line) =>
        line.replace(/ \| /, " "),
      ),
    ).toEqual(["谷城县 市长质量奖企业 = 11家", "宜城市 市长质量奖企业 = 9家"]);
  });

  test("分别拥有 of what the clause before tells", () => {
    expect(observed("市长质量奖企业分布在各县（市），谷城县、宜城市分别拥有7家、4家。", { title })).toEqual([
      "谷城县 | 市长质量奖企业 = 7家",
      "宜城市 | 市长质量奖企业 = 4家",
    ]);
  });

  test("12家居首 gives a number", () => {
    expect(observed("市长质量奖企业27家，谷城县12家居首。", { title })).toContain(
      "谷城县 | 市长质量奖企业 = 12家",
    );
  });
});

describe("what belongs to a plan", () => {
  test("goes to the place of its title, not to the county named before", () => {
    const text =
      "谷城县正全力争创示范区。《襄阳市建设质量强市实施方案（2023—2027年）》提出，到2027年，新增质量奖企业8家。";
    expect(observed(text, { title: "襄阳市质量工作纪实" })).toEqual([
      "襄阳市 | 新增质量奖企业 = 8家 2027 TARGET",
    ]);
  });

  test("goes to the firm of its title", () => {
    const text =
      "襄阳隆中轴承股份有限公司（以下简称“隆中轴承”）与襄阳岘山阀门有限公司是邻居。\n\n《隆中轴承五年发展规划》提出，到2027年，营业收入达到20亿元。";
    expect(bearers(text, "襄阳市走访记")).toEqual(["襄阳隆中轴承股份有限公司"]);
  });

  test("is aimed at where the sentence after its title counts", () => {
    const text = "市政府出台了《襄阳市质量提升三年行动方案》。归纳起来就是几个数：2025年，合格率达到96%。";
    expect(observed(text, { title: "襄阳市质量工作纪实" }).at(-1)).toMatch(/96% 2025 TARGET$/);
  });
});

describe("winners that are counted without a name", () => {
  test("are of the county whose award is spoken of", () => {
    const text =
      "谷城县两家企业捧杯。\n\n日前，2023年度谷城县县长质量奖揭晓。五届下来，获奖单位一共16家。\n\n襄阳市市长质量奖企业40家。";
    expect(observed(text, { title: "襄阳市质量工作纪实" })[0]).toBe(
      "谷城县 | 谷城县县长质量奖获奖单位 = 16家",
    );
  });
});

describe("a centre that one runs", () => {
  test.each(["承建", "负责运营", "牵头建设"])("%s", (verb) => {
    const text = `襄阳市计量测试所${verb}国家轴承产业计量测试中心，面向全市开展服务，2023年出具校准证书1800份。`;
    expect(bearers(text, "襄阳市质量工作纪实")).toEqual(["国家轴承产业计量测试中心"]);
  });

  test("国家质检中心5个 counts centres, and speaks of none", () => {
    const text =
      "襄阳市计量测试所承建国家轴承产品质量检验检测中心。\n\n襄阳有首席质量官300名，国家质检中心5个。";
    expect(bearers(text, "襄阳市质量工作纪实")).toEqual(["襄阳市"]);
  });
});

test("a jury has its experts, a committee its members", () => {
  expect(observed("评审组由7名专家组成。", { title: "襄阳市质量工作纪实" })).toEqual([]);
});
