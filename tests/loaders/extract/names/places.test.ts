import { describe, expect, it } from "vitest";
import { factsOf } from "../facts-of.js";

const places = (text: string): string[] => factsOf(text, ["Province", "City", "County"]);

describe("places", () => {
  it("knows official and short names as one", () => {
    expect(places("赣州质量工作提速。赣州市今年新增商标1万件。")).toEqual(["City 赣州市"]);
  });

  it("takes municipalities for cities", () => {
    expect(places("重庆的做法在天津推广。")).toEqual(["City 重庆市", "City 天津市"]);
  });

  it("tells districts of one name apart by the document's city", () => {
    const text = "徐州市质量工作再进一步，鼓楼区创建示范区。";
    expect(places(text)).toContain("County 鼓楼区");
  });

  it("names the city that begins a firm's name, and no place elsewhere in a name", () => {
    expect(places("广东海纳轴承（苏州）有限公司与柳州海纳轴承有限公司是两家。")).toEqual(["City 柳州市"]);
  });

  it.each([
    "日照时间长，和平发展是主题。",
    "国家农业标准化示范县增至3个。",
    "这是真金白银的支持，来宾们说。",
    "产品销往南京路商圈。",
  ])("takes no everyday word for a place: %s", (text) => {
    expect(places(text)).toEqual([]);
  });

  it("knows a district without 区 where it is named in full, and not as an everyday word or a trade's", () => {
    const text = "涪陵区公布年报。去年，涪陵工业总产值增长5%，涪陵着力招商。和平区的居民热爱和平。";
    expect(factsOf(text, ["County"])).toEqual(["County 涪陵区", "County 和平区"]);
  });

  it("takes no place for part of another's name, nor a tea for one", () => {
    expect(places("乐山市的峨眉山茶入选名录。峨眉山茶产量4万吨，峨眉山茶销往各国。")).toEqual([
      "City 乐山市",
    ]);
    expect(places("临沂市的复合肥年产200万吨。")).toEqual(["City 临沂市"]);
  });

  it("knows an autonomous county by its stem and 县", () => {
    expect(places("酉阳县公布一季度数据。")).toEqual(["County 酉阳土家族苗族自治县"]);
  });

  it("counts a county's everyday name in its own document", () => {
    expect(places("德化县陶瓷办在册。德化陶瓷销往各国。")).toEqual(["County 德化县"]);
  });
});
