import { CharacterSet } from "../../patterns/character-set.js";

/** A firm's name and nothing else; of what stands before the form any word will do, as nothing else is there. */
const WHOLE =
  /^(?![第各某原曾现由]|前身|(?:19|20)\d\d年|全[国省市县区]|[\d一二两三四五六七八九十]{1,3}[家个])[\u4e00-\u9fa5A-Za-z\d·]{2,24}(?:（[\u4e00-\u9fa5]{2,8}）[\u4e00-\u9fa5]{0,16})?(?:有限公司|有限责任公司|股份公司|合作社|厂)$/u;
/** What makes it more than a name, or less: the words of a sentence, a class of firms. */
const NO_NAME =
  /[的了在将被由获对为]|以上|以下|[等该本][^，。]{0,4}$|(?:绿色|智能|灯塔|未来|数字化?|标杆|示范|无废|海绵)工厂$/u;

/** What a list's entry may have before the name. */
const NUMBER =
  /^(?:[-•·●◆]? ?(?:\d{1,3}[.、．)）] ?|（[一二三四五六七八九十\d]{1,3}） ?|[①-⑳] ?|[一二三四五六七八九十]{1,3}、 ?))/u;
const BEGINS = new CharacterSet("\n\t");
const ENDS = new CharacterSet("\n\t；;（");
const [SHORTEST, LONGEST] = [6, 48];

/**
 * Where a firm's name begins that is all of a cell or line, 北原机电（某市）有限公司: what no detector knows by the words before its
 * form; -1 where it is not.
 */
export function wholeNameStart(norm: string, end: number): number {
  if (end < norm.length && !ENDS.has(norm.charCodeAt(end))) return -1;
  let start = end;
  while (start > 0 && end - start <= LONGEST && !BEGINS.has(norm.charCodeAt(start - 1))) start--;
  start += NUMBER.exec(norm.slice(start, end))?.[0].length ?? 0;
  const text = norm.slice(start, end);
  return text.length >= SHORTEST && text.length <= LONGEST && WHOLE.test(text) && !NO_NAME.test(text)
    ? start
    : -1;
}
