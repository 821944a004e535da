import { describe, expect, it } from "vitest";
import { dateOfText, isoDate } from "../../../loaders/read/dates.js";

describe("isoDate", () => {
  it.each([
    ["2020-06-05", "2020-06-05"],
    ["2020年6月5日", "2020-06-05"],
    ["２０２０年６月", "2020-06"],
    ["二〇二〇年", "2020"],
    ["2020/6/5 10:20", "2020-06-05"],
    ["20200605", "2020-06-05"],
    ["2020.13.1", "2020"],
    ["第3期", undefined],
  ])("%s is %s", (text, date) => {
    expect(isoDate(text)).toBe(date);
  });
});

describe("dateOfText", () => {
  it("takes a labelled date, a newspaper's page header, a signature", () => {
    expect(dateOfText("标题\n发布日期：2024-06-18　浏览次数：417\n正文2019年")).toBe("2024-06-18");
    expect(dateOfText("B03 某版 2023年11月9日 星期四 某报\n正文")).toBe("2023-11-09");
    expect(
      dateOfText("关于表彰的决定\n正文2019年1月1日起。\n某市人民政府\n2023年6月12日\n（此件公开发布）"),
    ).toBe("2023-06-12");
  });

  it("takes a signature's date in words", () => {
    expect(dateOfText("致员工的信\n正文。\n总经理 某某\n二〇二二年十二月三十一日")).toBe("2022-12-31");
    expect(dateOfText("通知\n正文。\n二○二一年十月二日")).toBe("2021-10-02");
    expect(dateOfText("通知\n二〇二一年二月建成投产。\n正文。")).toBeNull();
  });

  it.each([
    "播出：某城综合广播《行风热线》2023年5月16日",
    "《某某日报》2023年5月16日 A02版",
    "发布于2023-05-16",
    "编辑于 2023.5.16",
    "质量处　2023年5月16日供稿",
    "【2023年5月16日】",
    "2023年5月16日夜，于某城",
  ])("takes a date that a line sets off: %s", (line) => {
    expect(dateOfText(`某题\n${line}\n正文。`)).toBe("2023-05-16");
    expect(dateOfText(`某题\n正文。\n${line}`)).toBe("2023-05-16");
  });

  it("takes the month that ends a text with who signs it", () => {
    expect(dateOfText("某题\n正文。\n某市质量协会　2023年5月")).toBe("2023-05");
    expect(dateOfText("某题\n《某某质量》2023年5月号\n正文。")).toBe("2023-05");
    expect(dateOfText("某题\n2023年5月\n开工。\n2023年6月\n投产。")).toBeNull();
    expect(dateOfText("某题\n某某公司2019年5月6日获某市质量奖\n正文。")).toBeNull();
  });

  it("takes the month of a line that says who wrote the text, or that brackets hold alone", () => {
    expect(dateOfText("访谈\n采访人：本刊记者　2023年11月\n记者：今年如何？")).toBe("2023-11");
    expect(dateOfText("解说词\n（2021年7月）\n各位来宾：")).toBe("2021-07");
    expect(dateOfText("大事记\n2021年7月\n本刊记者2020年3月到访。")).toBeNull();
  });

  it("takes a newspaper's line without a weekday, and when a list was put together", () => {
    expect(dateOfText("某题\n\n莲城日报 2024年4月19日 第3版\n正文。")).toBe("2024-04-19");
    expect(dateOfText("名录\n（某局整理，统计截止日期：２０２３年１２月３１日）\n甲")).toBe("2023-12-31");
    expect(dateOfText("正文。\n资料更新至2024年6月")).toBe("2024-06");
  });

  it("takes the date on which a report was given", () => {
    const title = "政府工作报告\n——2025年1月8日在某市第六届人民代表大会第五次会议上\n正文。";
    expect(dateOfText(title)).toBe("2025-01-08");
    expect(dateOfText("某题\n2024年1月8日在某地建成的厂房已经投产\n正文。")).toBeNull();
  });

  it("takes where it was first printed, and a date that ends the credits in brackets", () => {
    expect(dateOfText("某题\n正文。\n（原载2024年4月12日《某某日报》）")).toBe("2024-04-12");
    expect(dateOfText("某题\n正文。\n（本文刊于《某某日报》2023年11月2日第4版）")).toBe("2023-11-02");
    expect(dateOfText("某题\n正文。\n（来源：某市发布　编辑：小甲　2024年9月5日）")).toBe("2024-09-05");
  });

  it("takes when a press conference was, a speech was written down, a text revised, an issue of", () => {
    expect(dateOfText("某市召开发布会\n时间：2025年4月22日上午\n正文。")).toBe("2025-04-22");
    expect(dateOfText("某厂\n成立时间：2001年6月3日\n正文。")).toBeNull();
    expect(dateOfText("在全市大会上的讲话\n（2024年3月20日，根据录音整理）\n正文。")).toBe("2024-03-20");
    expect(dateOfText("某某馆展陈文字（2024年3月修订稿）\n正文。")).toBe("2024-03");
    expect(dateOfText("某题\n《某某质量》2023年第10期\n正文。")).toBe("2023");
    expect(dateOfText("某题\n2023年第10期培训班上，老师说起往事。")).toBeNull();
  });

  it("takes the dateline of a report, but no day that the text only tells of", () => {
    expect(dateOfText("某题\n\n本报讯（记者　某甲）2024年3月15日上午，某市质量大会举行。")).toBe(
      "2024-03-15",
    );
    expect(dateOfText("某题\n2023年6月1日，某市质量奖颁奖大会召开。")).toBe("2023-06-01");
    expect(dateOfText("某题\n2019年6月1日，老厂长第一次走进车间。")).toBeNull();
    expect(dateOfText("某题\n\n某市云媒2023年10月26日电（记者　某甲）记者获悉。")).toBe("2023-10-26");
    expect(dateOfText("某题\n\n编者按　2024年11月，某省通报第五届某奖。本报就此专访某甲。")).toBe("2024-11");
    expect(dateOfText("某题\n\n【编者按】2024年以来，某市质量提升。")).toBeNull();
    expect(dateOfText("某题\n\n某厂2023年10月26日电炉点火。")).toBeNull();
    expect(dateOfText("某题\n\n> 2023年5月20日是第24个世界计量日。某局局长接受了采访。")).toBe("2023-05-20");
    expect(dateOfText("某题\n\n2023年5月20日是某厂投产的日子。")).toBeNull();
  });

  it("takes the year of a list's title where nothing else says when", () => {
    expect(dateOfText("2024年某市质量创新大赛获奖名单\n金奖：甲")).toBe("2024");
    expect(dateOfText("2019年某市质量创新大赛获奖名单\n2023年的甲也在内")).toBeNull();
    expect(dateOfText("2023年度某市科技进步奖获奖名单\n甲")).toBeNull();
  });

  it("takes a date set off on a short line", () => {
    expect(dateOfText("某题\n\n某客户端　2024-11-06　采写：甲\n正文。")).toBe("2024-11-06");
    expect(dateOfText("# 某题\n\n> 某观察 ｜ 第 12 期 ｜ 2024-06-21\n\n正文。")).toBe("2024-06-21");
    expect(dateOfText("正文。\n某市人民政府办公室        2024年4月28日印发")).toBe("2024-04-28");
    expect(dateOfText("某市自2019年3月1日起施行办法\n正文。")).toBeNull();
  });

  it("takes no date of what is told", () => {
    expect(dateOfText("2019年3月1日，某市开会。到2025年，力争达标。")).toBeNull();
  });
});
