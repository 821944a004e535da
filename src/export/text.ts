/** The items of a JSON array, one a line. */
export async function* listed(items: AsyncIterable<unknown>): AsyncGenerator<string> {
  let before = "\n";
  for await (const item of items) {
    yield before + JSON.stringify(item);
    before = ",\n";
  }
  yield "\n";
}

/** How much text is handed on at once, in UTF-16 units. */
const CHUNK = 64 * 1024;

/** The same text in larger pieces, so that writing it costs little. */
export async function* inChunks(text: AsyncIterable<string>): AsyncGenerator<string> {
  let chunk: string[] = [];
  let length = 0;
  for await (const piece of text) {
    chunk.push(piece);
    length += piece.length;
    if (length < CHUNK) continue;
    yield chunk.join("");
    chunk = [];
    length = 0;
  }
  if (length > 0) yield chunk.join("");
}
