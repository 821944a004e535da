/** A graph of one large component as the API gives it, the same each time; the bench and the tests draw it. */
export function largeGraph(
  size: number,
  linkCount: number,
): { nodes: Record<string, unknown>[]; links: Record<string, unknown>[] };
