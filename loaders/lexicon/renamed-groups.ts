/** A group whose firms all took its new name, and the year in which they began to. */
export interface RenamedGroup {
  former: string;
  name: string;
  year: number;
}

/**
 * Groups whose subsidiaries changed the group's name within their own and nothing else. Sources: the merger of 中国南车 and
 * 中国北车 into 中国中车, announced to the Shanghai exchange in 2015; the merger of 中国网通 into 中国联通 of 2008.
 */
export const RENAMED_GROUPS: readonly RenamedGroup[] = [
  { former: "南车", name: "中车", year: 2015 },
  { former: "北车", name: "中车", year: 2015 },
  { former: "网通", name: "联通", year: 2008 },
];

/** What a firm whose name holds a group's former one is called now: 株洲南车时代电气 gives 株洲中车时代电气; undefined for others. */
export function renamed(firm: string): string | undefined {
  for (const { former, name } of RENAMED_GROUPS)
    if (firm.includes(former) && !firm.includes(name)) return firm.replace(former, name);
  return undefined;
}
