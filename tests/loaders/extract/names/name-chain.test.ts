import { describe, expect, it } from "vitest";
import { claimsOf } from "../award/wins-of.js";

const NOW = "湖南釜溪泵阀集团股份有限公司";
const OLD = ["株洲县农机修配厂", "湖南第四阀门厂", "株洲釜溪阀门有限责任公司"];
const [A, B, C] = OLD;

/** The names of each company of a text, its canonical name first. */
async function companiesOf(text: string): Promise<string[][]> {
  const companies: string[][] = [];
  for (const claim of await claimsOf(text))
    if (claim.fact === "entity" && claim.type === "Company")
      companies.push([claim.name, ...(claim.aliases ?? [])]);
  return companies;
}

describe("names that one firm has had one after the other", () => {
  it.each([
    `1965年，一批工人带着设备来到攸县，建起了${A}。1998年，${A}改组为${B}；2009年更名为${C}；2020年股份制改造，才有了现在的名字——${NOW}。`,
    `河边就是${NOW}的车间。这家企业最早是1958年公私合营的${A}，1971年改叫${B}，1998年改制为${C}，2016年才有了今天的名字。`,
    `${NOW}，1958年建厂时叫${A}，1971年改名${B}，2004年改制为${C}，2016年股改后用今名。`,
    `这家厂几易其名：${A}、${B}、${C}，直到2016年定名${NOW}。`,
    `今天的${NOW}，1958年叫${A}，1971年叫${B}，1998年叫${C}。`,
    `企业名称沿革：${A}（1958年）→${B}（1971年）→${C}（1998年）→${NOW}（2016年）。`,
    `企业名称：${NOW}；曾用名：${A}、${B}、${C}。`,
  ])("are that firm's: %s", async (text) => {
    const companies = await companiesOf(`# 老厂新生\n\n${text}\n\n2012年，${C}获株洲市市长质量奖。`);
    expect(companies).toHaveLength(1);
    expect(companies[0]).toEqual(expect.arrayContaining([NOW, ...OLD]));
  });

  it("are each firm's own, where a sentence tells of several", async () => {
    const companies = await companiesOf(
      `${A}1998年改制为株洲禾田机械有限公司，${B}2001年更名为${NOW}，攸县纸厂2003年改组为攸县洁白纸业有限公司。`,
    );
    expect(companies.map((names) => names.toSorted())).toEqual(
      expect.arrayContaining([
        ["株洲禾田机械有限公司", A].toSorted(),
        [NOW, B].toSorted(),
        ["攸县洁白纸业有限公司", "攸县纸厂"].toSorted(),
      ]),
    );
  });

  it("are not those of a firm that has been bought", async () => {
    const companies = await companiesOf(`${NOW}2010年收购${B}，后者更名为${C}。`);
    expect(companies.find(([name]) => name === NOW)).toEqual([NOW]);
  });
});
