// The one direction of flow: schema <- src/core, src/neo4j <- loaders <- src/cli; the API never sees the loaders.
const outside = (path) => `^(?!${path})(schema|src|loaders|tests|bench|explorer)/`;
module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "schema-imports-nothing-of-ours",
      severity: "error",
      from: { path: "^schema/" },
      to: { path: outside("schema/") },
    },
    {
      name: "core-imports-schema-only",
      severity: "error",
      from: { path: "^src/core/" },
      to: { path: outside("(schema|src/core)/") },
    },
    {
      name: "neo4j-imports-core-and-schema",
      severity: "error",
      from: { path: "^src/neo4j/" },
      to: { path: outside("(schema|src/core|src/neo4j)/") },
    },
    {
      name: "loaders-know-no-api",
      severity: "error",
      from: { path: "^loaders/" },
      to: { path: outside("(schema|src/core|src/neo4j|loaders)/") },
    },
    {
      name: "api-never-loads",
      severity: "error",
      from: { path: "^src/(api|server|export)/" },
      to: { path: "^(loaders|src/cli)/" },
    },
    {
      name: "stages-are-neighbours-of-none",
      severity: "error",
      from: { path: "^loaders/(read|segment|extract|resolve|write)/" },
      to: { path: "^loaders/(read|segment|extract|resolve|write)/", pathNot: "^loaders/$1/|types\\.ts$" },
    },
    {
      // The page speaks GraphQL alone; what it knows of the ontology is generated.
      name: "explorer-imports-nothing-of-the-program",
      severity: "error",
      from: { path: "^explorer/" },
      to: { path: outside("explorer/") },
    },
    {
      name: "program-imports-nothing-of-the-explorer",
      severity: "error",
      from: { path: "^(schema|src|loaders)/" },
      to: { path: "^explorer/" },
    },
    {
      name: "no-dev-dependency",
      severity: "error",
      from: { path: "^(schema|src|loaders)/" },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg"] },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
  },
};
