/** UTF-16 units of texts for which room is kept; a longer one gets its own. */
const LONGEST_KEPT = 1 << 20;
const LITTLE_ENDIAN = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

let room = new Uint16Array(1 << 14);
let bytes = Buffer.from(room.buffer);
/** Whose units the room holds. */
let held = "";

/**
 * The units of a text, valid until the next call: a loop over them takes half the time of one that asks a string for each,
 * which looks every time how the string is stored. For loops over whole texts; there may be more units behind.
 */
export function textUnits(text: string): Uint16Array {
  const { length } = text;
  if (text === held) return room;
  if (length > LONGEST_KEPT || !LITTLE_ENDIAN) {
    const units = new Uint16Array(length);
    for (let i = 0; i < length; i++) units[i] = text.charCodeAt(i);
    return units;
  }
  if (length > room.length) {
    room = new Uint16Array(Math.min(LONGEST_KEPT, length * 2));
    bytes = Buffer.from(room.buffer);
  }
  bytes.write(text, 0, "utf16le");
  held = text;
  return room;
}

/** The text of so many of the units that were last given, as changed since; who changes any asks for it. */
export function textOf(units: Uint16Array, length: number): string {
  if (units === room) {
    held = bytes.toString("utf16le", 0, length * 2);
    return held;
  }
  let text = "";
  for (let i = 0; i < length; i += LONGEST_PART)
    text += String.fromCharCode(...units.subarray(i, Math.min(length, i + LONGEST_PART)));
  return text;
}

/** As many as a function may have arguments. */
const LONGEST_PART = 1 << 13;
