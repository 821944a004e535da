// Writes schema/schema.graphql from the built program (npm run schema).
import { writeFileSync } from "node:fs";
import { printApiSchema } from "../dist/src/api/schema/build-schema.js";

writeFileSync(new URL("../schema/schema.graphql", import.meta.url), printApiSchema());
