import { describe, expect, it } from "vitest";
import { extract } from "../../loaders/extract/extract.js";
import { extractEach } from "../../loaders/extract-each.js";
import { readBytes } from "../../loaders/read/read-document.js";
import { segment } from "../../loaders/segment/segment.js";
import type { SourceDocument } from "../../loaders/types.js";
import { DocumentError } from "../../src/core/errors.js";

async function documentOf(id: string, text: string): Promise<SourceDocument> {
  const [document] = await readBytes(Buffer.from(text), id);
  return document as SourceDocument;
}

describe("documents extracted side by side", () => {
  it("give what each gives alone, in order", async () => {
    const documents = [
      await documentOf("a.txt", "株洲市2021年有3家企业获评湖南省省长质量奖。\n"),
      await documentOf("b.txt", "常州星宇车灯股份有限公司（以下简称“星宇”）荣获2018年度江苏省省长质量奖。\n"),
      await documentOf("c.txt", "没有可说的。\n"),
    ];
    const found: unknown[] = [];
    for await (const one of extractEach(documents)) found.push(one);
    expect(found).toEqual(documents.map((document) => ({ document, claims: extract(segment(document)) })));
    expect(extract(segment(documents[1]!)).length).toBeGreaterThan(2);
  });

  it("leave what cannot be read or extracted as an error in its place, and the others alone", async () => {
    const good = await documentOf("good.txt", "株洲市天元区。\n");
    const unread = new DocumentError("unread.txt", "is empty");
    // No text: what a defect of a rule would end in.
    const broken = { ...good, id: "broken.txt", text: { length: 8 } as never };
    const found: (string | undefined)[] = [];
    for await (const one of extractEach([unread, good, broken, good]))
      found.push(one instanceof DocumentError ? one.message : one.document.id);
    expect(found).toEqual([
      "unread.txt: is empty",
      "good.txt",
      expect.stringMatching(/^broken\.txt: extraction failed: ./),
      "good.txt",
    ]);
  });
});
