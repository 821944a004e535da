import type { RequestHandler } from "express";

const PAGE = `<!doctype html>
<html lang="zh">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>质图 Zhitu</title>
</head>
<body>
<main>
<h1>质图 Zhitu</h1>
<p>A knowledge graph of organizations and initiatives, read from Chinese documents.</p>
<ul>
<li><a href="/graphiql">GraphiQL</a>: ask questions, with examples</li>
<li><code>/graphql</code>: the GraphQL endpoint (POST)</li>
<li><a href="/health/ready">/health/ready</a>: whether the graph can be asked now</li>
</ul>
</main>
</body>
</html>
`;

/** The page at `/`: where things are. */
export const landingPage: RequestHandler = (_request, response) => void response.type("html").send(PAGE);
