// Hand-written Cypher behind Apollo Server with trivial resolvers: one statement for each root field, committed by itself,
// plain numbers. The statements come as JSON in CYPHER. NEO4J_*, prints its URL.
import { readFileSync } from "node:fs";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import neo4j from "neo4j-driver";

const { NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD } = process.env;
const cypher = JSON.parse(process.env.CYPHER);
const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USER, NEO4J_PASSWORD), {
  disableLosslessIntegers: true,
});

async function run(statement, parameters) {
  const session = driver.session({ database: "neo4j", defaultAccessMode: neo4j.session.READ });
  try {
    const { records } = await session.run(statement, parameters);
    return records[0]?.get("value") ?? null;
  } finally {
    await session.close();
  }
}

/** The `first` of the nested list belongs to the one statement of the root field. */
function firstOf(info, name = "first") {
  for (const field of info.fieldNodes[0].selectionSet.selections) {
    const argument = field.arguments?.find((one) => one.name.value === name);
    if (argument) return neo4j.int(argument.value.value);
  }
}

const resolvers = {
  Query: {
    company: (_, { id }) => run(cypher.company, { id }),
    city: (_, { id }, __, info) => run(cypher.city, { id, first: firstOf(info) }),
    award: (_, { id }, __, info) => run(cypher.award, { id, first: firstOf(info) }),
    zone: (_, { id }, __, info) => run(cypher.zone, { id, first: firstOf(info, "companies") }),
    nationalWinners: (_, { city, since, first }) =>
      run(cypher.winners, { id: city, since: neo4j.int(since), first: neo4j.int(first) }),
    awardsByCity: (_, { province }) => run(cypher.counts, { id: province }),
  },
};
const typeDefs = readFileSync(new URL("hand.graphql", import.meta.url), "utf8");
const server = new ApolloServer({ typeDefs, resolvers });
const { url } = await startStandaloneServer(server, { listen: { port: 0, host: "127.0.0.1" } });
process.stdout.write(`ready ${url}\n`);
