/** The six questions in Cypher, as one writes it by hand for exactly these answers: one row with one value. */
export const CYPHER = {
  company: `
    MATCH (c:Company {id: $id})
    RETURN c {.id, .name, .mentions,
      awards: COLLECT { MATCH (c)-[w:WON]->(a:Award) WITH w, a ORDER BY w.year DESC, a.name
        RETURN {year: w.year, edition: w.edition, tier: w.tier, award: a {.id, .name, .level}} },
      cities: COLLECT { MATCH (c)-[:LOCATED_IN]->(p:City) WITH p ORDER BY p.name RETURN p {.id, .name} },
      platforms: COLLECT { MATCH (c)-[:HOSTS]->(p:Platform) WITH p ORDER BY p.name RETURN p {.id, .name} }
    } AS value`,
  city: `
    MATCH (city:City {id: $id})
    RETURN city {.id, .name,
      companies: COLLECT { MATCH (city)<-[:LOCATED_IN]-(c:Company) WITH c ORDER BY c.name LIMIT $first
        RETURN c {.id, .name,
          awards: COLLECT { MATCH (c)-[w:WON]->(a:Award) WITH w, a ORDER BY w.year DESC, a.name
            RETURN {year: w.year, tier: w.tier, award: a {.name}} },
          industries: COLLECT { MATCH (c)-[:OPERATES_IN]->(i:Industry) WITH i ORDER BY i.name RETURN i {.name} }
        } }
    } AS value`,
  award: `
    MATCH (a:Award {id: $id})
    RETURN a {.id, .name, .level,
      winners: COLLECT { MATCH (a)<-[w:WON]-(c:Company) WITH w, c ORDER BY w.year DESC, c.name LIMIT $first
        RETURN {year: w.year, tier: w.tier, company: c {.id, .name,
          cities: COLLECT { MATCH (c)-[:LOCATED_IN]->(city:City) WITH city ORDER BY city.name
            RETURN city {.name, province: COLLECT { MATCH (city)-[:PART_OF]->(p:Province) RETURN p {.name} }[0]} }
        }} }
    } AS value`,
  zone: `
    MATCH (z:Zone {id: $id})
    RETURN z {.id, .name,
      industries: COLLECT { MATCH (z)-[:FOCUSES_ON]->(i:Industry) WITH i ORDER BY i.name
        RETURN i {.name,
          companies: COLLECT { MATCH (i)<-[:OPERATES_IN]-(c:Company) WITH c ORDER BY c.name LIMIT $first
            RETURN c {.name,
              awards: COLLECT { MATCH (c)-[w:WON]->(a:Award) WITH w, a ORDER BY w.year DESC, a.name
                RETURN {year: w.year, award: a {.name}} }
            } }
        } }
    } AS value`,
  winners: `
    MATCH (:City {id: $id})<-[:LOCATED_IN]-(c:Company)
    WHERE EXISTS { MATCH (c)-[w:WON]->(a:Award) WHERE w.year >= $since AND a.level = 'NATIONAL' }
    WITH c ORDER BY c.name LIMIT $first
    RETURN collect(c {.id, .name}) AS value`,
  counts: `
    MATCH (:Province {id: $id})<-[:PART_OF]-(city:City)
    WITH city, COUNT { MATCH (city)<-[:LOCATED_IN]-(:Company)-[:WON]->(:Award) } AS awards ORDER BY city.name
    RETURN collect({id: city.id, name: city.name, awards: awards}) AS value`,
} as const;
