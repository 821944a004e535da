import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { decode } from "../../../loaders/read/decode.js";

const TEXT = "云帆泵业有限公司获市长质量奖。";

describe("decode", () => {
  it("tells GB18030 from Big5 in short texts", () => {
    expect(decode(iconv.encode("湘潭市质量奖", "gb18030"), "a")).toMatchObject({
      encoding: "gb18030",
      text: "湘潭市质量奖",
    });
    expect(decode(iconv.encode("質量獎名單公布", "big5"), "a")).toMatchObject({
      encoding: "big5",
      text: "質量獎名單公布",
    });
  });

  it("reads characters that GBK lacks", () => {
    expect(decode(iconv.encode(`${TEXT}㐀𠮷`, "gb18030"), "a").text).toBe(`${TEXT}㐀𠮷`);
  });

  it("drops the byte order mark", () => {
    expect(decode(Buffer.from(`\ufeff${TEXT}`), "a")).toEqual({
      text: TEXT,
      encoding: "utf-8",
      warnings: [],
    });
  });

  it("takes the encoding that is given, by any of its names", () => {
    expect(decode(iconv.encode(TEXT, "gbk"), "a", "GBK")).toMatchObject({ encoding: "gb18030", text: TEXT });
    expect(decode(iconv.encode("質量獎", "big5"), "a", "big5").text).toBe("質量獎");
    expect(() => decode(Buffer.from(TEXT), "a.txt", "klingon")).toThrow(
      'a.txt: unknown encoding "klingon"; use utf-8, utf-16le, utf-16be, gb18030 or big5',
    );
  });

  it("says so where the given encoding does not fit", () => {
    expect(() => decode(iconv.encode(TEXT, "gbk"), "a.txt", "utf-8")).toThrow(/a\.txt: is not valid utf-8/);
  });

  it("keeps UTF-8 with a broken byte, with a warning", () => {
    const bytes = Buffer.from(TEXT.repeat(40));
    bytes[31] = 0xff;
    const read = decode(bytes, "a");
    expect(read.encoding).toBe("utf-8");
    expect(read.text).toContain("云帆泵业有限公司获市长质量奖。云帆");
    expect(read.warnings).toHaveLength(1);
  });

  it("refuses what is no text", () => {
    expect(() => decode(Buffer.from([0, 1, 2, 3, 0, 0, 255, 254, 0]), "a.txt")).toThrow(
      /a\.txt: holds NUL bytes/,
    );
    const noise = Buffer.from(Array.from({ length: 999 }, (_, i) => 128 + ((i * 73 + (i >> 3)) % 127)));
    expect(() => decode(noise, "a.txt")).toThrow(/a\.txt: is neither UTF-8/);
  });
});
