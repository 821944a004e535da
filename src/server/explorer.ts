import { existsSync, readdirSync, type Stats, statSync } from "node:fs";
import { join } from "node:path";
import type { RequestHandler } from "express";
import sirv from "sirv";
import { packageRoot } from "../core/paths.js";

/** Seconds for which files with a hash in their name may be kept. */
const YEAR = 31_536_000;

const UNBUILT = `<!doctype html>
<html lang="zh">
<head>
<meta charset="utf-8">
<title>质图 Zhitu</title>
</head>
<body>
<main>
<h1>质图 Zhitu</h1>
<p>The explorer is not built: <code>npm run build</code>. <a href="/graphiql">GraphiQL</a> is here as well.</p>
</main>
</body>
</html>
`;

/**
 * The explorer's built files, compressed ones where there are, and no others that links in their folder lead to; for `/` alone a
 * hint where nothing is built.
 */
export function explorer(folder = join(packageRoot, "dist", "explorer")): RequestHandler {
  if (!existsSync(join(folder, "index.html"))) {
    return (request, response, next) => {
      if (request.path !== "/") return next();
      response.status(503).type("html").send(UNBUILT);
    };
  }
  const own = filesOf(folder);
  return sirv(folder, {
    etag: true,
    brotli: true,
    gzip: true,
    setHeaders(response, path, stats) {
      if (!own.has(identityOf(stats))) throw new LinkedOutside();
      const keep = path.startsWith("/assets/") ? `public, max-age=${YEAR}, immutable` : "no-cache";
      response.setHeader("cache-control", keep);
    },
  });
}

/** A file elsewhere that a link in the explorer's folder leads to. */
class LinkedOutside extends Error {
  readonly status = 404;

  constructor() {
    super("There is no such file of the explorer.");
  }
}

/** What the files of a folder are to the system; links are not followed. */
function filesOf(folder: string): Set<string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return new Set(files.map(({ parentPath, name }) => identityOf(statSync(join(parentPath, name)))));
}

const identityOf = ({ dev, ino }: Stats): string => `${dev}:${ino}`;
