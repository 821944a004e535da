import { defineConfig } from "vitest/config";

const timeouts = { testTimeout: 30_000, hookTimeout: 120_000 };
// GraphQL must be one module: Vite would take its ES build, which Node never loads, beside the one Node loads.
const resolve = { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] };

// Three kinds of tests: *.test.ts need nothing and run side by side; *.db.test.ts share one Neo4j, started for the run
// when one of them is asked for, and run one after the other; *.long.test.ts take minutes (npm run test:long).
export default defineConfig(({ mode }) => ({
  test: {
    projects:
      mode === "long"
        ? [
            {
              resolve,
              test: {
                ...timeouts,
                name: "long",
                include: ["tests/**/*.long.test.ts"],
                globalSetup: ["tests/support/neo4j-global-setup.ts"],
                fileParallelism: false,
                testTimeout: 600_000,
              },
            },
          ]
        : [
            {
              resolve,
              test: {
                ...timeouts,
                name: "unit",
                include: ["tests/**/*.test.ts"],
                exclude: ["tests/**/*.db.test.ts", "tests/**/*.long.test.ts"],
              },
            },
            {
              resolve,
              test: {
                ...timeouts,
                name: "database",
                include: ["tests/**/*.db.test.ts"],
                globalSetup: ["tests/support/neo4j-global-setup.ts"],
                fileParallelism: false,
              },
            },
          ],
  },
}));
