/**
 * The UTF-16 units of arrows, shapes, stars, rules and the like (2013年 ▸ 甲公司, 甲公司 ⟶ 某奖), which stand between words and
 * never within one: the blocks from General Punctuation to Miscellaneous Symbols and Arrows without the Roman numerals, « », and the full-width + < > ~.
 */
export const SYMBOLS: readonly number[] = Array.from({ length: 0x2c00 - 0x2010 }, (_, i) => 0x2010 + i)
  .filter((unit) => unit < 0x2160 || unit > 0x2188)
  .concat(0xa6, 0xab, 0xbb, 0xff0b, 0xff1c, 0xff1e, 0xff5e);
