import { type Bearer, bearersByKey, candidates, leafScopes } from "./bearers.js";
import type { Designation, DoubtfulPair, Judgement, NameRecord } from "./types.js";
import { UnionFind } from "./union-find.js";

/** Why two designations are one entity. */
export interface MergeReason {
  /** The designation whose name is explained, and the one that it joins. */
  name: Designation;
  into: Designation;
  /** An alias's rule, `same-name`, `abbreviation` or `judgement`. */
  rule: string;
}

export interface Resolution {
  /** Designations in sets, each one entity. */
  groups: Designation[][];
  /** Every reason that holds within the sets. */
  reasons: MergeReason[];
  doubtful: DoubtfulPair[];
}

/**
 * Which designations are one entity. A function of the set of records alone: what it says of a designation depends on no
 * record that does not interact with it (see interactionGroups), so that a part can be resolved anew by itself.
 *
 * A designation joins the one entity that its name may mean; where several may be meant it stays apart. Joining can
 * make several into one, so this goes on until nothing changes; each round only ever joins.
 */
export function resolveCluster(
  records: Iterable<NameRecord>,
  judgements: readonly Judgement[] = [],
): Resolution {
  const bearers = bearersByKey(records);
  const designations = new Map<string, Designation>();
  for (const list of bearers.values())
    for (const b of list) designations.set(b.designation.id, b.designation);
  const sets = new ScopedSets(designations, judgements);
  const questions = questionsOf(bearers);
  for (let changed = true; changed; ) {
    changed = false;
    for (const { x, options } of questions)
      for (const option of options) {
        const roots = new Set(option.map((b) => sets.find(b.designation.id)));
        if (roots.size === 1 && sets.join(x.id, option[0]!.designation.id)) changed = true;
      }
  }
  const groups = new Map<string, Designation[]>();
  for (const id of [...designations.keys()].sort()) {
    const root = sets.find(id);
    const known = groups.get(root);
    if (known === undefined) groups.set(root, [designations.get(id)!]);
    else known.push(designations.get(id)!);
  }
  return { groups: [...groups.values()], ...explain(questions, sets, judgements, designations) };
}

/** Whom a designation may be: each option is a set of bearers of which all must turn out to be one. */
interface Question {
  x: Designation;
  options: Bearer[][];
}

function questionsOf(bearers: ReadonlyMap<string, Bearer[]>): Question[] {
  const questions: Question[] = [];
  for (const key of [...bearers.keys()].sort()) {
    const list = bearers.get(key)!;
    if (list.length === 1) continue;
    const leaves = leafScopes(list);
    const own = new Map<string, Designation>();
    for (const b of list) if (b.role === "canonical") own.set(b.designation.id, b.designation);
    for (const id of [...own.keys()].sort()) {
      const x = own.get(id)!;
      const found = candidates(x, list, leaves);
      const same = found.filter((b) => b.role === "canonical");
      const stated = found.filter((b) => b.role === "stated");
      const guessed = stated.length > 0 ? [] : found.filter((b) => b.role === "abbreviation");
      const options = [same, stated, guessed].filter((option) => option.length > 0);
      if (options.length > 0) questions.push({ x, options });
    }
  }
  return questions;
}

/** Sets that never hold namesakes of two regions, nor what people have judged to be different. */
class ScopedSets {
  private readonly sets = new UnionFind();
  private readonly scopes = new Map<string, Set<string>>();
  private readonly everywhere = new Set<string>();
  private readonly apart: [string, string][] = [];

  constructor(designations: ReadonlyMap<string, Designation>, judgements: readonly Judgement[]) {
    for (const d of designations.values()) {
      this.scopes.set(d.id, new Set(d.strong || d.scope === "" ? [] : [d.scope]));
      if (d.universal) this.everywhere.add(d.id);
    }
    const known = judgements.filter((j) => designations.has(j.a) && designations.has(j.b));
    for (const j of known) if (j.verdict === "different") this.apart.push([j.a, j.b]);
    for (const { verdict, a, b } of known)
      if (verdict === "same") {
        // Who judges two regions' names to be one thing overrules what the regions say.
        this.scopes.get(this.find(a))!.clear();
        this.scopes.get(this.find(b))!.clear();
        this.unite(a, b);
      }
  }

  find(id: string): string {
    return this.sets.find(id);
  }

  /** Joins two sets where that is allowed; true if that changed anything. */
  join(a: string, b: string): boolean {
    const [x, y] = [this.find(a), this.find(b)];
    if (x === y || this.isForbidden(x, y)) return false;
    this.unite(x, y);
    return true;
  }

  private unite(a: string, b: string): void {
    const [x, y] = [this.find(a), this.find(b)];
    if (x === y) return;
    const root = this.sets.union(x, y);
    this.scopes.set(root, new Set([...this.scopes.get(x)!, ...this.scopes.get(y)!]));
    if (this.everywhere.has(x) || this.everywhere.has(y)) this.everywhere.add(root);
  }

  private isForbidden(x: string, y: string): boolean {
    for (const [a, b] of this.apart) {
      const [p, q] = [this.find(a), this.find(b)];
      if ((p === x && q === y) || (p === y && q === x)) return true;
    }
    if (this.everywhere.has(x) || this.everywhere.has(y)) return false;
    for (const s of this.scopes.get(x)!)
      for (const t of this.scopes.get(y)!) if (!s.startsWith(t) && !t.startsWith(s)) return true;
    return false;
  }
}

function explain(
  questions: readonly Question[],
  sets: ScopedSets,
  judgements: readonly Judgement[],
  designations: ReadonlyMap<string, Designation>,
): Pick<Resolution, "reasons" | "doubtful"> {
  const reasons = new Map<string, MergeReason>();
  const doubtful = new Map<string, DoubtfulPair>();
  for (const { x, options } of questions)
    for (const { designation: b, role, rule } of options.flat()) {
      const named = role === "canonical" ? "same-name" : rule;
      if (sets.find(x.id) === sets.find(b.id))
        reasons.set(`${x.id}\t${b.id}\t${named}`, { name: x, into: b, rule: named });
      else {
        const [first, second] = [x.id, b.id].sort() as [string, string];
        doubtful.set(`${first}\t${second}`, { a: first, b: second, type: x.type, reason: named });
      }
    }
  for (const { verdict, a, b } of judgements) {
    const [name, into] = [designations.get(a), designations.get(b)];
    if (verdict === "same" && name && into)
      reasons.set(`${a}\t${b}\tjudgement`, { name, into, rule: "judgement" });
    doubtful.delete([a, b].sort().join("\t"));
  }
  const sorted = <T>(map: Map<string, T>): T[] => [...map.keys()].sort().map((key) => map.get(key)!);
  return { reasons: sorted(reasons), doubtful: sorted(doubtful) };
}
