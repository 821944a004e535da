/**
 * UTF-16 units of the longest sentence, heading or table row; no one writes longer ones. Rules look through whole ones, again
 * for each name in them, so one of a whole book would take them for ever.
 */
export const LONGEST_SPAN = 2_000;
