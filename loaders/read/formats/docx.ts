import mammoth from "mammoth";
import { DocumentError } from "../../../src/core/errors.js";
import { readHtml } from "./html.js";
import { measureZip } from "./zip.js";

/** The text of a Word document in canonical lines, by way of HTML, so that tables and headings keep their form. */
export async function readDocx(
  bytes: Uint8Array,
  name: string,
): Promise<{ text: string; warnings: string[] }> {
  await measureZip(bytes, name);
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      {
        styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='标题'] => h1:fresh"],
        convertImage: mammoth.images.imgElement(async () => ({ src: "" })),
      },
    );
    return { text: readHtml(value).text, warnings: [] };
  } catch (cause) {
    throw new DocumentError(name, "is no Word document that can be read (damaged or truncated)", cause);
  }
}
