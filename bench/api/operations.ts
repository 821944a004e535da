import { CYPHER } from "./cypher.js";
import type { Graph } from "./graph.js";
import { generator } from "./random.js";

type Variables = Record<string, unknown>;
// biome-ignore lint/suspicious/noExplicitAny: answers of four servers, brought to one form below
type Answer = any;

/** What one side is asked, and how its answer becomes the common form: that of the hand-written Cypher. */
interface Asked {
  query: string;
  common(data: Answer): unknown;
}

/** One of the six questions as each side is asked it. */
export interface Operation {
  name: string;
  /** Parameters in turn, for the raw driver; GraphQL variables have the same names. */
  parameters: readonly Variables[];
  cypher: string;
  zhitu: Asked;
  peer: Asked;
  hand: Asked;
}

const SINCE = 2015;
const nodesOf = (connection: Answer): Answer[] => connection.nodes;
const wonOf = (connection: Answer, end: string) =>
  connection.edges.map(({ node, ...won }: Answer) => ({ ...won, [end]: node }));
const wonOfPeer = (connection: Answer, end: string) =>
  connection.edges.map(({ node, properties }: Answer) => ({ ...properties, [end]: node }));

/** The six operations, each with `count` parameters that are spread evenly over the graph. */
export function operations({ nodes }: Graph, count: number, seed: number): Operation[] {
  const random = generator(seed);
  const ids = (label: string) =>
    Array.from({ length: count }, () => ({
      id: nodes[label]![Math.floor(random() * nodes[label]!.length)]!.id,
    }));
  return [
    {
      name: "company with awards, city, platforms",
      parameters: ids("Company"),
      cypher: CYPHER.company,
      zhitu: {
        query: `query ($id: ID!) { company(id: $id) { id name mentions
          awards(first: 100, orderBy: [{ edge: { year: DESC } }, { node: { name: ASC } }]) {
            edges { year edition tier node { id name level } } }
          locations(first: 100, where: { node: { type: { eq: City } } }, orderBy: [{ node: { name: ASC } }]) {
            nodes { id name } }
          platforms(first: 100, orderBy: [{ node: { name: ASC } }]) { nodes { id name } } } }`,
        common: ({ company: { awards, locations, platforms, ...company } }) => ({
          ...company,
          awards: wonOf(awards, "award"),
          cities: nodesOf(locations),
          platforms: nodesOf(platforms),
        }),
      },
      peer: {
        query: `query ($id: ID!) { companies(where: { id: { eq: $id } }) { id name mentions
          awardsConnection(sort: [{ edge: { year: DESC } }, { node: { name: ASC } }]) {
            edges { properties { year edition tier } node { id name level } } }
          cities(sort: [{ name: ASC }]) { id name }
          platforms(sort: [{ name: ASC }]) { id name } } }`,
        common: ({ companies: [{ awardsConnection, ...company }] }) => ({
          ...company,
          awards: wonOfPeer(awardsConnection, "award"),
        }),
      },
      hand: {
        query: `query ($id: ID!) { company(id: $id) { id name mentions
          awards { year edition tier award { id name level } } cities { id name } platforms { id name } } }`,
        common: ({ company }) => company,
      },
    },
    {
      name: "city's first 20 companies with awards and industries",
      parameters: ids("City"),
      cypher: CYPHER.city.replaceAll("$first", "20"),
      zhitu: {
        query: `query ($id: ID!) { city(id: $id) { id name
          companies(first: 20, orderBy: [{ node: { name: ASC } }]) { nodes { id name
            awards(first: 100, orderBy: [{ edge: { year: DESC } }, { node: { name: ASC } }]) {
              edges { year tier node { name } } }
            industries(first: 100, orderBy: [{ node: { name: ASC } }]) { nodes { name } } } } } }`,
        common: ({ city }) => ({
          ...city,
          companies: nodesOf(city.companies).map((company) => ({
            ...company,
            awards: wonOf(company.awards, "award"),
            industries: nodesOf(company.industries),
          })),
        }),
      },
      peer: {
        query: `query ($id: ID!) { cities(where: { id: { eq: $id } }) { id name
          companies(limit: 20, sort: [{ name: ASC }]) { id name
            awardsConnection(sort: [{ edge: { year: DESC } }, { node: { name: ASC } }]) {
              edges { properties { year tier } node { name } } }
            industries(sort: [{ name: ASC }]) { name } } } }`,
        common: ({ cities: [city] }) => ({
          ...city,
          companies: city.companies.map(({ awardsConnection, ...company }: Answer) => ({
            ...company,
            awards: wonOfPeer(awardsConnection, "award"),
          })),
        }),
      },
      hand: {
        query: `query ($id: ID!) { city(id: $id) { id name companies(first: 20) { id name
          awards { year tier award { name } } industries { name } } } }`,
        common: ({ city }) => city,
      },
    },
    {
      name: "award's first 50 winners with city and province",
      parameters: ids("Award"),
      cypher: CYPHER.award.replaceAll("$first", "50"),
      zhitu: {
        query: `query ($id: ID!) { award(id: $id) { id name level
          winners(first: 50, orderBy: [{ edge: { year: DESC } }, { node: { name: ASC } }]) {
            edges { year tier node { id name ... on Company {
              locations(first: 100, where: { node: { type: { eq: City } } }, orderBy: [{ node: { name: ASC } }]) {
                nodes { name ... on City { province { name } } } } } } } } } }`,
        common: ({ award }) => ({
          ...award,
          winners: wonOf(award.winners, "company").map(({ company, ...won }: Answer) => {
            const { locations, ...rest } = company;
            return { ...won, company: { ...rest, cities: nodesOf(locations) } };
          }),
        }),
      },
      peer: {
        query: `query ($id: ID!) { awards(where: { id: { eq: $id } }) { id name level
          winnersConnection(first: 50, sort: [{ edge: { year: DESC } }, { node: { name: ASC } }]) {
            edges { properties { year tier } node { id name
              cities(sort: [{ name: ASC }]) { name province { name } } } } } } }`,
        common: ({ awards: [{ winnersConnection, ...award }] }) => ({
          ...award,
          winners: wonOfPeer(winnersConnection, "company").map(({ company, ...won }: Answer) => ({
            ...won,
            company: {
              ...company,
              cities: company.cities.map(({ name, province: [province] }: Answer) => ({ name, province })),
            },
          })),
        }),
      },
      hand: {
        query: `query ($id: ID!) { award(id: $id) { id name level
          winners(first: 50) { year tier company { id name cities { name province { name } } } } } }`,
        common: ({ award }) => award,
      },
    },
    {
      name: "zone's industries, 10 companies each, with awards",
      parameters: ids("Zone"),
      cypher: CYPHER.zone.replaceAll("$first", "10"),
      zhitu: {
        query: `query ($id: ID!) { zone(id: $id) { id name
          industries(first: 50, orderBy: [{ node: { name: ASC } }]) { nodes { name
            companies(first: 10, orderBy: [{ node: { name: ASC } }]) { nodes { name
              awards(first: 100, orderBy: [{ edge: { year: DESC } }, { node: { name: ASC } }]) {
                edges { year node { name } } } } } } } } }`,
        common: ({ zone }) => ({
          ...zone,
          industries: nodesOf(zone.industries).map((industry) => ({
            ...industry,
            companies: nodesOf(industry.companies).map((company) => ({
              ...company,
              awards: wonOf(company.awards, "award"),
            })),
          })),
        }),
      },
      peer: {
        query: `query ($id: ID!) { zones(where: { id: { eq: $id } }) { id name
          industries(sort: [{ name: ASC }]) { name companies(limit: 10, sort: [{ name: ASC }]) { name
            awardsConnection(sort: [{ edge: { year: DESC } }, { node: { name: ASC } }]) {
              edges { properties { year } node { name } } } } } } }`,
        common: ({ zones: [zone] }) => ({
          ...zone,
          industries: zone.industries.map((industry: Answer) => ({
            ...industry,
            companies: industry.companies.map(({ awardsConnection, ...company }: Answer) => ({
              ...company,
              awards: wonOfPeer(awardsConnection, "award"),
            })),
          })),
        }),
      },
      hand: {
        query: `query ($id: ID!) { zone(id: $id) { id name industries(companies: 10) { name
          companies { name awards { year award { name } } } } } }`,
        common: ({ zone }) => zone,
      },
    },
    {
      name: "city's first 20 companies with a national award since 2015",
      parameters: ids("City").map(({ id }) => ({ id, since: SINCE })),
      cypher: CYPHER.winners.replaceAll("$first", "20"),
      zhitu: {
        query: `query ($id: ID!, $since: Int!) { companies(first: 20, orderBy: [{ name: ASC }], where: {
          locations: { some: { node: { id: { eq: $id } } } }
          awards: { some: { edge: { year: { gte: $since } }, node: { level: { eq: NATIONAL } } } } }) {
            nodes { id name } } }`,
        common: ({ companies }) => nodesOf(companies),
      },
      // Asked from the city: `companies(where:)` with two conditions scans all companies.
      peer: {
        query: `query ($id: ID!, $since: Int!) { cities(where: { id: { eq: $id } }) {
          companies(limit: 20, sort: [{ name: ASC }], where: { awardsConnection: { some: {
            edge: { year: { gte: $since } }, node: { level: { eq: "NATIONAL" } } } } }) { id name } } }`,
        common: ({ cities: [{ companies }] }) => companies,
      },
      hand: {
        query:
          "query ($id: ID!, $since: Int!) { nationalWinners(city: $id, since: $since, first: 20) { id name } }",
        common: ({ nationalWinners }) => nationalWinners,
      },
    },
    {
      name: "number of awards per city of a province",
      parameters: ids("Province"),
      cypher: CYPHER.counts,
      zhitu: {
        query: `query ($id: ID!) { province(id: $id) { cities(first: 100, orderBy: [{ node: { name: ASC } }]) {
          nodes { id name companies { aggregate(over: { node: { awards: {} } }) { count } } } } } }`,
        common: ({ province: { cities } }) =>
          nodesOf(cities).map(({ id, name, companies }) => ({
            id,
            name,
            awards: companies.aggregate[0].count,
          })),
      },
      // It has no count over two links: the least that can be asked for is one number a company, summed by the client.
      peer: {
        query: `query ($id: ID!) { provinces(where: { id: { eq: $id } }) { cities(sort: [{ name: ASC }]) {
          id name companies { awardsConnection { totalCount } } } } }`,
        common: ({ provinces: [{ cities }] }) =>
          cities.map(({ id, name, companies }: Answer) => ({
            id,
            name,
            awards: companies.reduce((sum: number, one: Answer) => sum + one.awardsConnection.totalCount, 0),
          })),
      },
      hand: {
        query: "query ($id: ID!) { awardsByCity(province: $id) { id name awards } }",
        common: ({ awardsByCity }) => awardsByCity,
      },
    },
  ];
}
