// Writes docs/images/*.png: pictures of the real page over the bundled documents (npm run screenshots). Starts a Zhitu of
// its own with an empty database; needs Chromium and a Chinese font (ZHITU_CHROMIUM, default /usr/bin/chromium).
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const root = fileURLToPath(new URL("../", import.meta.url));
const images = join(root, "docs/images");
const drawn = '.drawing[aria-busy="false"][data-nodes]';

/** Name, address, what must be there before the picture is taken, size. */
const PICTURES = [
  ["overview", {}, ".card .ranking li"],
  ["graph", { view: "graph" }, drawn],
  [
    "evidence",
    { view: "graph", around: "award:中国质量奖", chosen: "award:中国质量奖" },
    drawn,
    openFirstSource,
  ],
  ["honour-roll", { view: "honours" }, "table.data tbody tr"],
  ["comparison", { view: "compare", places: ["province:湖南省", "city:株洲市", "city:常州市"] }, ".chart"],
  ["overview-en", { lang: "en" }, ".card .ranking li"],
  ["graph-dark-en", { view: "graph", lang: "en" }, drawn, undefined, "dark"],
];

async function openFirstSource(page) {
  await page.locator("aside .fact").first().click();
  await page.locator("aside .voices .source").first().click();
  await page.locator("aside mark").first().waitFor();
}

const dataDir = mkdtempSync(join(tmpdir(), "zhitu-screenshots-"));
const env = { ...process.env, PORT: "0", ZHITU_DATA_DIR: dataDir, NEO4J_URI: "" };
const zhitu = spawn(process.execPath, [join(root, "dist/src/cli/main.js"), "start"], {
  env,
  stdio: ["ignore", "pipe", "inherit"],
});
const ended = new Promise((resolve) => zhitu.once("exit", resolve));
let browser;
try {
  const url = await new Promise((resolve, reject) => {
    let output = "";
    zhitu.stdout.on("data", (chunk) => {
      output += chunk;
      const [ready] = /http:\/\/\S+?(?=\/graphql)/.exec(output) ?? [];
      if (ready) resolve(ready);
    });
    ended.then(() => reject(new Error("zhitu start ended before it was ready")));
  });
  const executablePath = process.env.ZHITU_CHROMIUM ?? "/usr/bin/chromium";
  browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  mkdirSync(images, { recursive: true });
  for (const [name, parameters, wanted, act, colorScheme = "light"] of PICTURES) {
    const page = await browser.newPage({
      viewport: { width: 1280, height: 800 },
      locale: "zh-CN",
      colorScheme,
      reducedMotion: "reduce",
    });
    const query = new URLSearchParams();
    for (const [key, values] of Object.entries(parameters)) {
      for (const value of [values].flat()) query.append(key, value);
    }
    await page.goto(`${url}/?${query}`);
    await page.locator(wanted).first().waitFor();
    await act?.(page);
    await page.waitForLoadState("networkidle");
    await page.locator(".waiting").first().waitFor({ state: "detached" });
    await page.waitForTimeout(500);
    await page.screenshot({ path: join(images, `${name}.png`) });
    console.log(`docs/images/${name}.png`);
    await page.close();
  }
} finally {
  await browser?.close();
  zhitu.kill("SIGTERM");
  await ended;
  rmSync(dataDir, { recursive: true, force: true });
}
