import { Trie } from "../../lexicon/trie.js";
import { overlapsMention } from "../spans.js";
import type { DocEntity, Extraction, Mention } from "../types.js";

const LISTED_PERSON = "won/listed-person";

/** Persons whom only a list makes known, wherever else the text names them. */
export function mentionListed(x: Extraction): void {
  const names = new Map<string, DocEntity>();
  for (const entity of x.entities)
    if (entity.type === "Person" && entity.mentions.length === 0 && entity.named?.rule === LISTED_PERSON)
      names.set(entity.name, entity);
  if (names.size === 0) return;
  const found: Mention[] = [];
  Trie.of(names).scan(x.norm, (start, end, entity) => {
    const joined = /[\u4e00-\u9fa5]/.test(x.norm[start - 1] ?? "");
    if ((end - start === 2 && joined) || overlapsMention(x.mentions, start, end)) return;
    const surface = x.text.slice(start, end);
    found.push({
      type: "Person",
      start,
      end,
      surface,
      entity,
      generic: false,
      rule: LISTED_PERSON,
      confidence: 0.8,
    });
  });
  x.addMentions(found);
}
