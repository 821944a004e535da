import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import express, { type Router } from "express";
import helmet from "helmet";
import { packageRoot } from "../core/paths.js";

const require = createRequire(import.meta.url);

/** Prebuilt files of the packages; nothing comes from the network. */
const ASSETS: Readonly<Record<string, { package: string; file: string; type: string }>> = {
  "react.js": { package: "react", file: "umd/react.production.min.js", type: "text/javascript" },
  "react-dom.js": { package: "react-dom", file: "umd/react-dom.production.min.js", type: "text/javascript" },
  "graphiql.js": { package: "graphiql", file: "graphiql.min.js", type: "text/javascript" },
  "graphiql.css": { package: "graphiql", file: "graphiql.min.css", type: "text/css" },
};

/** An example query: a tab of GraphiQL. */
export interface Example {
  title: string;
  query: string;
}

/** The example queries of docs/queries.md: each block marked graphql, with the heading above it. */
export function examples(file = join(packageRoot, "docs", "queries.md")): Example[] {
  if (!existsSync(file)) return [];
  const found: Example[] = [];
  let title = "";
  for (const part of readFileSync(file, "utf8").split(/^(?=#{1,20} )|(?=^```graphql\n)/m)) {
    title = /^#+ (.+)/.exec(part)?.[1] ?? title;
    const query = /^```graphql\n([\s\S]*?)^```/m.exec(part)?.[1];
    if (query) found.push({ title, query });
  }
  return found;
}

const PAGE = `<!doctype html>
<html lang="zh">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>GraphiQL · 质图 Zhitu</title>
<link rel="stylesheet" href="/graphiql/graphiql.css">
<link rel="stylesheet" href="/graphiql/page.css">
</head>
<body>
<div id="graphiql"></div>
<script src="/graphiql/react.js"></script>
<script src="/graphiql/react-dom.js"></script>
<script src="/graphiql/graphiql.js"></script>
<script src="/graphiql/page.js"></script>
</body>
</html>
`;

const STYLE = "html, body, #graphiql { height: 100%; margin: 0; }\n";

/** The page's own script: GraphiQL on /graphql, with the examples as tabs until the user has tabs of their own. */
function script(): string {
  const tabs = examples().map(({ title, query }) => ({ query: `# ${title}\n${query}` }));
  return `const defaultTabs = ${JSON.stringify(tabs)};
const fetcher = GraphiQL.createFetcher({ url: "/graphql" });
const element = React.createElement(GraphiQL, { fetcher, defaultTabs, shouldPersistHeaders: false });
ReactDOM.createRoot(document.getElementById("graphiql")).render(element);
`;
}

/** GraphiQL at /graphiql, served from this machine alone. */
export function graphiqlRouter(): Router {
  const router = express.Router();
  // GraphiQL's editor sets style elements of its own; scripts come from here alone.
  router.use(
    helmet.contentSecurityPolicy({
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'", "data:"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    }),
  );
  router.get("/", (_request, response) => void response.type("html").send(PAGE));
  router.get("/page.css", (_request, response) => void response.type("css").send(STYLE));
  router.get("/page.js", (_request, response) => void response.type("text/javascript").send(script()));
  for (const [name, asset] of Object.entries(ASSETS)) {
    const path = join(dirname(require.resolve(`${asset.package}/package.json`)), asset.file);
    router.get(`/${name}`, (_request, response) => {
      response.type(asset.type).sendFile(path, { maxAge: "1d", dotfiles: "allow" });
    });
  }
  return router;
}
