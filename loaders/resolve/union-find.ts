/** Disjoint sets of ids; the representative of a set is its smallest id, whatever the order of unions. */
export class UnionFind {
  private readonly parent = new Map<string, string>();

  find(id: string): string {
    let root = id;
    for (let next = this.parent.get(root); next !== undefined; next = this.parent.get(root)) root = next;
    for (let at = id; at !== root; ) {
      const next = this.parent.get(at)!;
      this.parent.set(at, root);
      at = next;
    }
    return root;
  }

  /** Joins the sets of two ids; returns the representative. */
  union(a: string, b: string): string {
    const [x, y] = [this.find(a), this.find(b)].sort() as [string, string];
    if (x !== y) this.parent.set(y, x);
    return x;
  }
}
