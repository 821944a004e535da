const TYPES = ["Company", "Award", "Person", "Industry", "Zone"];

/** A graph of one large component as the API gives it, the same each time; the bench and the tests draw it. */
export function largeGraph(size, linkCount) {
  let seed = 1;
  const random = (below) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  const nodes = Array.from({ length: size }, (_, index) => ({
    __typename: TYPES[index % TYPES.length],
    id: `company:${index}`,
    name: `${index}号企业`,
    mentions: random(40),
  }));
  const links = Array.from({ length: linkCount }, (_, index) => ({
    id: `link:${index}`,
    relation: "PARTNERS_WITH",
    source: `company:${random(1 + random(size))}`,
    target: `company:${index % size}`,
    year: null,
    edition: null,
    tier: null,
    role: null,
    title: null,
  }));
  return { nodes, links };
}
