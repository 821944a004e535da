import { CharacterSet } from "../patterns/character-set.js";

const BEGINS = new CharacterSet("〔［[【<＜〈№NnABCDEFGHJKLMPQRSTUVWXYZ0123456789");
const DATE = "(?:19|20)\\d\\d(?:年?度?(?:\\d{1,2}月?)?|[./-]\\d{1,2})(?:[./-]\\d{1,2})?";
/** 〔18〕, [3], No.7 before anything; H-02 and 2.1 only before a date set apart, as they are also parts of names and figures. */
const SERIAL = new RegExp(
  `^(?:(?:[〔［[【<＜〈]\\d{1,3}[〕］\\]】>＞〉]|(?:[Nn][Oo][.．]?|№) ?\\d{1,3})[.、．：: ]{0,3}(?=[^\\s\\d]|${DATE}[^\\d])|(?:[A-Z]{1,2}[-—－]?\\d{1,3}|\\d{1,2}[.．]\\d{1,2}|0\\d)[ ：:]{1,3}(?=${DATE}[ ：:｜|—，,]))`,
);

/** Length of the number in uncommon brackets or signs that counts the entries of a list: 〔18〕2024.01 某奖, No.7 某奖; 0 without. */
export const serialLength = (line: string): number =>
  BEGINS.begins(line) ? (SERIAL.exec(line)?.[0].length ?? 0) : 0;
