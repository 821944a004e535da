import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { prepareDocuments } from "../../loaders/prepare.js";
import { readDocuments } from "../../loaders/read/read.js";
import { readBytes } from "../../loaders/read/read-document.js";
import { DocumentError } from "../../src/core/errors.js";
import { HOSTILE_DOCUMENTS } from "./documents.js";

const folder = mkdtempSync(join(tmpdir(), "zhitu-hostile-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("documents that nobody means well with", () => {
  it("are many", () => {
    expect(HOSTILE_DOCUMENTS.length).toBeGreaterThan(60);
  });

  it.each(HOSTILE_DOCUMENTS)(
    "$name",
    async ({ name, content, expected }) => {
      const read = await readBytes(Buffer.from(content as Buffer), name).catch((error: unknown) => [error]);
      for (const document of read) {
        if (expected === "read") {
          if (document instanceof Error) throw document;
          expect(await prepareDocuments([document as never])).toMatchObject([{ issues: [] }]);
        } else {
          expect(document).toBeInstanceOf(DocumentError);
          expect((document as Error).message).toMatch(expected);
          expect((document as Error).message).toContain(name);
        }
      }
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    },
    60_000,
  );

  it("are named, and the others are read: what is too large, loops, is no file or of a format that is not read, or has a strange name", async () => {
    const good = "# 名单\n\n湖南省株洲市天元区。\n";
    writeFileSync(join(folder, "good.md"), good);
    writeFileSync(join(folder, "line\nbreak.md"), good);
    writeFileSync(join(folder, "huge.txt"), "");
    truncateSync(join(folder, "huge.txt"), 1024 ** 3);
    mkdirSync(join(folder, "folder.md"));
    mkdirSync(join(folder, "below"));
    symlinkSync("..", join(folder, "below", "up"));
    symlinkSync("itself.md", join(folder, "itself.md"));
    symlinkSync("nowhere.md", join(folder, "dangling.md"));
    writeFileSync(join(folder, "old.doc"), Buffer.from("d0cf11e0a1b11ae1", "hex"));
    writeFileSync(join(folder, "figures.xlsx"), "PK");
    writeFileSync(join(folder, "picture.png"), "no document");
    expect(spawnSync("mkfifo", [join(folder, "pipe.md")]).status).toBe(0);
    const messages: string[] = [];
    const ids: string[] = [];
    for await (const one of readDocuments([folder, join(folder, "missing.md")], { root: folder })) {
      if (one instanceof DocumentError) messages.push(one.message);
      else ids.push(one.id);
    }
    expect(ids.sort()).toEqual(["good.md", "line\nbreak.md"]);
    expect(messages.join("\n")).toMatch(/huge\.txt: is larger than 64 MB/);
    expect(messages.join("\n")).toMatch(/itself\.md: is a link that leads back to itself/);
    expect(messages.join("\n")).toMatch(/dangling\.md: does not exist/);
    expect(messages.join("\n")).toMatch(/missing\.md: does not exist/);
    expect(messages.join("\n")).toMatch(/pipe\.md: is no regular file/);
    expect(messages.join("\n")).toMatch(/old\.doc: is a Word 97 document; save it as \.docx/);
    expect(messages.join("\n")).toMatch(/figures\.xlsx: is a spreadsheet/);
    expect(messages).toHaveLength(7);
  });

  it("leave nothing outside", () => {
    expect(spawnSync("ls", ["/tmp/zhitu-outside.xml"]).status).not.toBe(0);
  });
});
