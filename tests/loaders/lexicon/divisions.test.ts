import { describe, expect, it } from "vitest";
import { divisions } from "../../../loaders/lexicon/divisions.js";

const names = (name: string): string[] => divisions.byName(name).map((d) => `${d.code}${d.name}`);

describe("divisions", () => {
  it("knows official names, codes and types", () => {
    expect(divisions.byName("株洲市")).toEqual([{ code: "430200", name: "株洲市", type: "City" }]);
    expect(divisions.byCode("430211")).toEqual({ code: "430211", name: "天元区", type: "County" });
    expect(divisions.byCode("110000")?.type).toBe("City");
    expect(divisions.byCode("430281")).toEqual({ code: "430281", name: "醴陵市", type: "County" });
    expect(divisions.byCode("430000")?.type).toBe("Province");
  });

  it("knows everyday names, of autonomous divisions too", () => {
    expect(names("湖南")).toEqual(["430000湖南省"]);
    expect(names("恩施州")).toEqual(["422800恩施土家族苗族自治州"]);
    expect(names("五峰县")).toEqual(["420529五峰土家族自治县"]);
    expect(names("内蒙古")).toEqual(["150000内蒙古自治区"]);
    expect(names("西藏")).toEqual(["540000西藏自治区"]);
    expect(names("海南")).toEqual(["460000海南省"]);
    expect(names("湘")).toEqual([]);
    expect(divisions.byName("湘", true).map((d) => d.name)).toEqual(["湖南省"]);
  });

  it("gives every division that shares a name, the higher rank first", () => {
    expect(names("江北区")).toEqual(["330205江北区", "500105江北区"]);
    expect(names("吉林")).toEqual(["220000吉林省"]);
    expect(names("本溪")).toEqual(["210500本溪市", "210521本溪满族自治县"]);
  });

  it("knows what lies in what", () => {
    const tianyuan = divisions.byCode("430211")!;
    expect(divisions.parent(tianyuan)?.name).toBe("株洲市");
    expect(divisions.parent(divisions.byCode("430200")!)?.name).toBe("湖南省");
    expect(divisions.parent(divisions.byCode("429004")!)?.name).toBe("湖北省");
    expect(divisions.parent(divisions.byCode("500105")!)?.name).toBe("重庆市");
    expect(divisions.parent(divisions.byCode("430000")!)).toBeUndefined();
    expect(divisions.isWithin(tianyuan, divisions.byCode("430000")!)).toBe(true);
    expect(divisions.isWithin(tianyuan, divisions.byCode("440000")!)).toBe(false);
    expect(divisions.children(divisions.byCode("430200")!)).toContainEqual(tianyuan);
  });

  it("tells short forms from official names, and marks those that are words", () => {
    expect(divisions.isShortForm("株洲")).toBe(true);
    expect(divisions.isShortForm("株洲市")).toBe(false);
    expect(divisions.isShortForm("襄樊市")).toBe(false);
    expect(divisions.isShortForm("某某")).toBe(false);
    expect(divisions.surfacesOf("日照")[0]?.kind).toBe("word");
    expect(divisions.surfacesOf("烟台")[0]?.kind).toBe("short");
  });

  it("knows former names", () => {
    expect(names("襄樊市")).toEqual(["420600襄阳市"]);
    expect(names("绍兴县")).toEqual(["330603柯桥区"]);
    expect(names("萧山市")).toEqual(["330109萧山区"]);
  });

  it("holds no development zones, which have no code of GB/T 2260, but new areas that are districts", () => {
    expect(divisions.all.filter((d) => /开发区|工业园区|管理区/.test(d.name))).toEqual([]);
    expect(names("浦东新区")).toEqual(["310115浦东新区"]);
    expect(names("白杨市")).toEqual(["659012白杨市"]);
  });

  it("has a well-formed table", () => {
    expect(divisions.all.length).toBeGreaterThan(3150);
    expect(new Set(divisions.all.map((d) => d.code)).size).toBe(divisions.all.length);
    const orphans = divisions.all.filter(
      (d) => !d.code.endsWith("0000") && divisions.parent(d) === undefined,
    );
    expect(orphans).toEqual([]);
    for (const { text, kind } of divisions.surfaces)
      expect(text.length, text).toBeGreaterThanOrEqual(kind === "abbreviation" ? 1 : 2);
  });
});
