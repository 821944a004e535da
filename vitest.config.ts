import { defineConfig } from "vitest/config";

const timeouts = { testTimeout: 30_000, hookTimeout: 120_000 };

// Three kinds of tests: *.test.ts need nothing and run side by side; *.db.test.ts share one Neo4j, started for the run
// when one of them is asked for, and run one after the other; *.long.test.ts take minutes (npm run test:long).
export default defineConfig(({ mode }) => ({
  test: {
    projects:
      mode === "long"
        ? [
            {
              test: { ...timeouts, name: "long", include: ["tests/**/*.long.test.ts"], testTimeout: 600_000 },
            },
          ]
        : [
            {
              test: {
                ...timeouts,
                name: "unit",
                include: ["tests/**/*.test.ts"],
                exclude: ["tests/**/*.db.test.ts", "tests/**/*.long.test.ts"],
              },
            },
            {
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
