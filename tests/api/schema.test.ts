import { writeFileSync } from "node:fs";
import { it } from "vitest";
import { printApiSchema } from "../../src/api/schema/build-schema.js";

it("x", () => {
  const t = Date.now();
  const s = printApiSchema();
  writeFileSync("/tmp/s.graphql", s);
  console.log(Date.now() - t, s.length);
});
