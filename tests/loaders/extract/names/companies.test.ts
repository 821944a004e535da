import { describe, expect, it } from "vitest";
import { factsOf } from "../facts-of.js";

const companies = (text: string): string[] => factsOf(text, ["Company"]).map((fact) => fact.slice(8));

describe("companies by legal form", () => {
  it.each([
    ["市政府决定授予赣州虔南稀材股份有限公司市长质量奖。", ["赣州虔南稀材股份有限公司"]],
    ["平台由柳州龙城桥箱有限责任公司牵头建设。", ["柳州龙城桥箱有限责任公司"]],
    ["位于沧州高新区的渤海弯管装备有限公司去年投产。", ["渤海弯管装备有限公司"]],
    [
      "授予大同雁北陶瓷有限公司、云冈煤机集团有限公司和塞上乳业股份有限公司等3家企业。",
      ["大同雁北陶瓷有限公司", "云冈煤机集团有限公司", "塞上乳业股份有限公司"],
    ],
    ["最终保定易水砚业有限公司胜出。", ["保定易水砚业有限公司"]],
    ["徐行集团工程机械股份有限公司参展。", ["徐行集团工程机械股份有限公司"]],
    ["上港控股唐山股份有限公司申报。", ["上港控股唐山股份有限公司"]],
    ["国网承德供电公司运维人员到场。", ["国网承德供电公司"]],
    ["南方绿能（集团）股份有限公司是赣州企业。", ["南方绿能（集团）股份有限公司"]],
    ["市长质量奖获得者江西虔南稀材有限公司到会。", ["江西虔南稀材有限公司"]],
    ["这家扎根赣州的企业叫江西金城数据服务有限公司。", ["江西金城数据服务有限公司"]],
    ["博远汽车部件（常熟）有限公司扩产。", ["博远汽车部件（常熟）有限公司"]],
    ["1、赣州市城市公交运营有限公司", ["赣州市城市公交运营有限公司"]],
    ["开发区内的虔龙控股(集团)股份有限公司完成扩产。", ["虔龙控股(集团)股份有限公司"]],
    ["获奖企业代表虔润雪泉啤酒(南康)有限公司发言。", ["虔润雪泉啤酒(南康)有限公司"]],
    ["今年又吸引虔粮集团落户。", ["虔粮集团"]],
    ["该区虔剑防腐科技有限公司参与制定标准。", ["虔剑防腐科技有限公司"]],
  ])("finds the name in %s", (text, names) => {
    expect(companies(text)).toEqual(names);
  });

  it.each([
    "全市上市公司33家，子公司12家。",
    "多家集团和公司参加了培训。",
    "各有限公司要高度重视质量工作。",
    "工厂厂房已经建成，出厂产品全部合格。",
    "世界一流企业集团正在形成。",
    "城市水厂水质达标率100%。",
    "说起这家叶片厂，业内并不陌生，它给整车厂供货。",
    "2019年从该集团拆分出来。",
  ])("takes no class for a firm: %s", (text) => {
    expect(companies(text)).toEqual([]);
  });
});

describe("short and former names of companies", () => {
  it("reads what a bracket defines", () => {
    const text = "赣州虔南稀材股份有限公司（以下简称“虔材”）获奖。虔材的产品出口。";
    expect(companies(text)).toEqual(["赣州虔南稀材股份有限公司"]);
  });

  it("knows the beginning of a full name, with or without its place", () => {
    const text = "江西虔南稀材股份有限公司是龙头。虔南稀材去年产值翻番，江西虔南稀材今年扩产。";
    expect(companies(text)).toEqual(["江西虔南稀材股份有限公司"]);
  });

  it("knows brand and first characters of the words", () => {
    const text = "柳州航工轮式机械有限公司在册。航工轮机获批。";
    expect(companies(text)).toEqual(["柳州航工轮式机械有限公司"]);
  });

  it("keeps near-namesakes apart", () => {
    const text = "赣州虔南磁材有限公司与赣州虔楠磁器有限公司并无关系。虔南磁材做永磁，虔楠磁器做餐具。";
    expect(companies(text)).toEqual(["赣州虔南磁材有限公司", "赣州虔楠磁器有限公司"]);
  });

  it("takes a short form of two firms for neither", () => {
    const text = "云冈煤机制造有限公司与云冈煤机销售有限公司分设。云冈煤机办了展览。";
    expect(companies(text)).toEqual(["云冈煤机制造有限公司", "云冈煤机销售有限公司"]);
  });

  it("follows former names", () => {
    const text =
      "赣州虔南稀材股份有限公司（原赣南钨矿机械厂，下称“虔材”）成立于1958年。\n大同塞上乳业有限公司的前身是1962年办起的雁北奶粉厂。";
    expect(companies(text)).toEqual(["赣州虔南稀材股份有限公司", "大同塞上乳业有限公司"]);
  });

  it.each([
    "赣州虔南稀材有限公司刚送走客商。公司是2005年由赣南钨矿机械厂改制来的。",
    "赣州虔南稀材有限公司的旧名是赣南钨矿机械厂。",
    "这家由赣南钨矿机械厂脱胎而来的企业今非昔比，赣州虔南稀材有限公司这个名字是后来起的。赣州虔南稀材有限公司（以前叫赣南钨矿机械厂）获奖。",
    "虔材的根在赣南钨矿机械厂。赣州虔南稀材有限公司（简称“虔材”）获奖。",
  ])("knows the former name in %s", (text) => {
    expect(companies(text)).toEqual(["赣州虔南稀材有限公司"]);
  });

  it("follows a firm through a list of dates", () => {
    const text =
      "云冈煤机股份有限公司位于大同市。\n\n- 1965年，建起大同煤矿机械修造厂；\n- 1992年，更名为大同煤机总厂；\n- 2003年，改制为大同煤机有限责任公司；\n- 2012年，整体变更为云冈煤机股份有限公司。\n";
    expect(companies(text)).toEqual(["云冈煤机股份有限公司"]);
  });

  it("makes nothing of a short name that stands for several", () => {
    expect(companies("虔南磁材有限公司等（以下简称“三家企业”）获奖。三家企业都在赣州。")).toEqual([
      "虔南磁材有限公司",
    ]);
  });
});
