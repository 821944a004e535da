import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { largeGraph } from "../../bench/explorer/large-graph.mjs";
import { fillIfEmpty } from "../../src/cli/bundled-corpus.js";
import type { Database } from "../../src/neo4j/index.js";
import { type RunningServer, startServer } from "../../src/server/server.js";
import { readServerSettings } from "../../src/server/settings.js";
import { ensureExplorerBuilt } from "../support/build.js";
import { launchChromium, withoutBrowser } from "../support/chromium.js";
import { collectingLog } from "../support/log.js";
import { testDatabase, wipe } from "../support/neo4j.js";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const AWARD = "award:中国质量奖";
const CITY_AWARD = "award:株洲市:株洲市市长质量奖";
const ZONE = "zone:株洲市:株洲高新区";

/** What the tests use of axe-core, a global of the page. */
interface Axe {
  run(options: { runOnly: string[] }): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

describe.skipIf(withoutBrowser())("the explorer in Chromium", { timeout: 120_000 }, () => {
  let database: Database;
  let server: RunningServer;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const faults: string[] = [];
  const foreign: string[] = [];

  beforeAll(async () => {
    ensureExplorerBuilt();
    database = await testDatabase();
    await wipe(database);
    await fillIfEmpty(database, () => {});
    const settings = readServerSettings({ PORT: "0", ZHITU_QUERY_TIMEOUT: "60" });
    server = await startServer({ database, settings, log: collectingLog(faults, "warn") });
    browser = await launchChromium();
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await wipe(database);
    await database.close();
  });
  beforeEach(async () => {
    context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: "zh-CN",
      reducedMotion: "reduce",
      acceptDownloads: true,
    });
    context.setDefaultTimeout(60_000);
    page = await context.newPage();
    page.on("pageerror", (error) => faults.push(String(error)));
    // Violations of the content security policy come as errors of the console too.
    page.on("console", (message) => {
      if (message.type() === "error") faults.push(message.text());
    });
    page.on("request", (request) => {
      if (!request.url().startsWith(server.url) && !request.url().startsWith("blob:"))
        foreign.push(request.url());
    });
  });
  afterEach(async () => {
    await context.close();
    expect(faults.splice(0)).toEqual([]);
    expect(foreign.splice(0)).toEqual([]);
  });

  const open = (parameters: Record<string, string | string[]> = {}) => {
    const query = new URLSearchParams();
    for (const [key, values] of Object.entries(parameters)) {
      for (const value of [values].flat()) query.append(key, value);
    }
    return page.goto(`${server.url}/?${query}`);
  };
  /** Waits until the drawing shows what the address says. */
  const drawn = async () => {
    await page.locator('.drawing[aria-busy="false"][data-nodes]').waitFor();
    const { nodes, links } = await page.locator(".drawing").evaluate((element) => ({ ...element.dataset }));
    return { nodes: Number(nodes), links: Number(links) };
  };
  const save = async (button: string) => {
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: button }).click(),
    ]);
    return readFileSync(await file.path());
  };
  const panel = () => page.getByRole("complementary");

  it("shows at once what the graph holds", async () => {
    await open();
    await page.getByText("江苏上上电缆集团有限公司").waitFor();
    for (const heading of ["实体类型", "获奖最多的企业", "园区与产业", "最新文档", "发现的矛盾"]) {
      await page.getByRole("heading", { name: heading }).waitFor();
    }
    const documents = page.locator(".totals div", { hasText: "文档" }).locator("dd");
    expect(await documents.textContent()).toBe("13");
  });

  it("finds 质量奖, opens it, expands a neighbour, and reloads the same picture from the address", async () => {
    await open();
    const box = page.getByRole("combobox", { name: "搜索" });
    await box.fill("中国质量奖");
    await page.getByRole("option", { name: "中国质量奖" }).first().waitFor();
    await box.press("Enter");
    const first = await drawn();
    expect(first.nodes).toBeGreaterThan(2);
    await panel().getByRole("heading", { name: "中国质量奖" }).waitFor();
    // By keys alone: to a neighbour, and expand it.
    await page.locator(".drawing").focus();
    for (const key of ["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown"]) {
      await page.keyboard.press(key);
      if (new URL(page.url()).searchParams.get("chosen") !== AWARD) break;
    }
    const neighbour = new URL(page.url()).searchParams.get("chosen")!;
    expect(neighbour).not.toBe(AWARD);
    await page.keyboard.press("Enter");
    await page.waitForFunction(
      (nodes) => Number(document.querySelector<HTMLElement>(".drawing")!.dataset.nodes) > nodes,
      first.nodes,
    );
    const second = await drawn();
    expect(new URL(page.url()).searchParams.getAll("around")).toEqual([AWARD, neighbour]);
    const picture = await save("存为 SVG");
    await page.reload();
    expect(await drawn()).toEqual(second);
    expect(await save("存为 SVG")).toEqual(picture);
    // Back to before the expansion, and forward again.
    await page.goBack();
    await page.waitForFunction(
      (nodes) => document.querySelector<HTMLElement>(".drawing")!.dataset.nodes === String(nodes),
      first.nodes,
    );
    await page.goForward();
    await page.waitForFunction(
      (nodes) => document.querySelector<HTMLElement>(".drawing")!.dataset.nodes === String(nodes),
      second.nodes,
    );
  });

  it.each([
    ["拼音", "zhongguozhiliangjiang"],
    ["首字母", "zgzlj"],
  ])("suggests by %s", async (_kind, typed) => {
    await open();
    await page.getByRole("combobox", { name: "搜索" }).fill(typed);
    await page.getByRole("option", { name: "中国质量奖" }).first().waitFor();
  });

  it("filters by year, tier, type and place", async () => {
    await open({ view: "graph", around: CITY_AWARD });
    const all = await drawn();
    await page.getByRole("textbox", { name: "起始年份" }).fill("2016");
    await page.waitForURL(/from=2016/);
    await page.waitForFunction(
      (links) => Number(document.querySelector<HTMLElement>(".drawing")!.dataset.links) < links,
      all.links,
    );
    const later = await drawn();
    expect(later.links).toBeGreaterThan(0);
    await page.getByRole("button", { name: "清除筛选" }).click();
    await page.waitForFunction(
      (links) => Number(document.querySelector<HTMLElement>(".drawing")!.dataset.links) === links,
      all.links,
    );
    await page.getByRole("checkbox", { name: /^人物/ }).uncheck();
    await page.waitForFunction(
      (nodes) => Number(document.querySelector<HTMLElement>(".drawing")!.dataset.nodes) < nodes,
      all.nodes,
    );
    await page.getByRole("combobox", { name: "等次" }).selectOption("NOMINATION");
    await page
      .getByText(/筛选之后什么也没有留下|个节点/)
      .first()
      .waitFor();
    expect(new URL(page.url()).searchParams.get("tier")).toBe("NOMINATION");
    await page.getByRole("button", { name: "清除筛选" }).click();
    await page.getByRole("combobox", { name: "地区" }).selectOption({ label: "常州市" });
    await page.waitForURL(/place=/);
    await page.locator('.drawing[aria-busy="false"]').waitFor();
    await page.waitForFunction(
      (links) => Number(document.querySelector<HTMLElement>(".drawing")!.dataset.links) < links,
      all.links,
    );
  });

  it("draws the shortest way between a zone and an award", async () => {
    await open({ view: "graph", around: ZONE, chosen: ZONE });
    await drawn();
    await panel().getByRole("button", { name: "最短路径到" }).click();
    const box = panel().getByRole("combobox");
    await box.fill("中国质量奖");
    await page.getByRole("option", { name: "中国质量奖" }).first().waitFor();
    await box.press("Enter");
    await page.getByText("最短路径：株洲高新区 → 中国质量奖").waitFor();
    expect((await drawn()).links).toBeGreaterThan(1);
    expect(new URL(page.url()).searchParams.getAll("path")).toEqual([ZONE, AWARD]);
  });

  it("opens a link of the drawing by a click, its sentence, and the exact characters in the document", async () => {
    await open({ view: "graph", around: AWARD, from: "2017", to: "2017" });
    expect((await drawn()).links).toBe(1);
    const svg = (await save("存为 SVG")).toString();
    const [, x1, y1, x2, y2] = /M([\d.-]+) ([\d.-]+)Q\S+ \S+ ([\d.-]+) ([\d.-]+)"/.exec(svg)!.map(Number);
    const area = (await page.locator(".drawing").boundingBox())!;
    await page.mouse.click(area.x + (x1! + x2!) / 2, area.y + (y1! + y2!) / 2);
    await panel()
      .getByRole("heading", { name: /获得中国质量奖/ })
      .waitFor();
    const quote = await panel().locator("blockquote").first().textContent();
    await panel()
      .getByRole("button", { name: /在文档中查看/ })
      .first()
      .click();
    await panel().locator("mark").first().waitFor();
    const marked = (await panel().locator("mark").allTextContents()).join("");
    expect(marked.replaceAll("\t", " · ")).toBe(quote);
    const query = new URL(page.url()).searchParams;
    const [start, end] = query.get("at")!.split("-").map(Number);
    const [row] = await database.read<{ text: string }>(
      "MATCH (d:Document {id: $id}) RETURN d.text AS text",
      {
        id: query.get("doc"),
      },
    );
    expect(marked).toBe(row!.text.slice(start, end));
    await page.goBack();
    await panel()
      .getByRole("heading", { name: /获得中国质量奖/ })
      .waitFor();
  });

  it("pins, hides and shows again", async () => {
    await open({ view: "graph", around: AWARD, chosen: AWARD });
    const { nodes } = await drawn();
    await panel().getByRole("button", { name: "固定" }).click();
    await page.waitForURL(/pin=/);
    await panel().getByRole("button", { name: "取消固定" }).waitFor();
    await page.locator(".drawing").focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Delete");
    await page.waitForURL(/hide=/);
    await page.getByRole("button", { name: "显示隐藏的 1 个" }).click();
    await page.waitForFunction(
      (count) => document.querySelector<HTMLElement>(".drawing")!.dataset.nodes === String(count),
      nodes,
    );
  });

  it("saves a PNG that is not blank", async () => {
    await open({ view: "graph", around: CITY_AWARD });
    await drawn();
    const png = await save("存为 PNG");
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    const colors = await page.evaluate(
      async (bytes) => {
        const image = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: "image/png" }));
        const canvas = new OffscreenCanvas(image.width, image.height);
        const drawing = canvas.getContext("2d")!;
        drawing.drawImage(image, 0, 0);
        const { data } = drawing.getImageData(0, 0, image.width, image.height);
        return new Set(new Uint32Array(data.buffer)).size;
      },
      [...png],
    );
    expect(colors).toBeGreaterThan(20);
  });

  it("saves what is drawn for other programs", async () => {
    await open({ view: "graph", around: CITY_AWARD });
    await drawn();
    const waiting = page.waitForEvent("download");
    await page.getByLabel("导出").selectOption("gexf");
    const file = await waiting;
    expect(file.suggestedFilename()).toBe("zhitu.gexf");
    const text = readFileSync(await file.path(), "utf8");
    expect(text).toContain("<gexf");
    expect(text).toContain(CITY_AWARD);
    const archive = page.waitForEvent("download");
    await page.getByLabel("导出").selectOption("csv");
    expect((await archive).suggestedFilename()).toBe("zhitu-csv.zip");
  });

  it("switches views, sorts and filters the honour roll, and gives it as CSV", async () => {
    await open();
    await page.getByRole("link", { name: "荣誉榜" }).click();
    await page.getByRole("button", { name: "获奖者" }).click();
    const winners = () =>
      page.locator("table.data").last().locator("tbody tr td:nth-child(6)").allTextContents();
    await page.locator('th[aria-sort="ascending"]', { hasText: "获奖者" }).waitFor();
    const names = (await winners()).map((text) => text.replace(/^./u, ""));
    expect(names.length).toBeGreaterThan(20);
    expect(names).toEqual([...names].sort(new Intl.Collator("zh-CN").compare));
    await page.getByRole("searchbox").fill("株洲市市长");
    await page.waitForURL(/award=/);
    await page.getByText(/条获奖，1 个奖项/).waitFor();
    const csv = (await save("下载 CSV")).toString("utf8");
    expect(csv.startsWith("\uFEFF奖项,级别,年份")).toBe(true);
    expect(csv.trim().split("\r\n")).toHaveLength((await winners()).length + 1);
    for (const view of ["园区产业", "时间线", "指标对比", "矛盾"]) {
      await page.getByRole("link", { name: view, exact: true }).click();
      await page.getByRole("heading", { level: 1, name: view }).waitFor();
    }
  });

  it("clicks through from a zone's industry, along a timeline, and compares figures with targets", async () => {
    await open({ view: "matrix" });
    await page
      .getByRole("button", { name: /^株洲高新区建设/ })
      .first()
      .click();
    await page.getByRole("heading", { name: /^株洲高新区从事/ }).waitFor();
    await page.getByRole("button", { name: "出处" }).click();
    await panel().locator("blockquote").first().waitFor();
    await open({ view: "timeline", of: "city:株洲市" });
    const dates = await page
      .locator(".events h2")
      .first()
      .waitFor()
      .then(() => page.locator(".events h2").allTextContents());
    expect(dates.length).toBeGreaterThan(2);
    expect(dates).toEqual([...dates].sort());
    await open({ view: "compare", places: ["city:株洲市", "province:湖南省"] });
    await page.locator(".chart").first().waitFor();
    expect(await page.locator(".chart .target").count()).toBeGreaterThan(0);
    await page.locator(".chart .bar-button").first().focus();
    await page.keyboard.press("Enter");
    await page.locator(".chart blockquote").first().waitFor();
  });

  it.each([
    ["home", {}],
    ["graph", { around: AWARD, chosen: AWARD }],
    ["honours", {}],
    ["matrix", { cell: [ZONE, "industry:轨道交通"] }],
    ["timeline", { of: "city:株洲市" }],
    ["compare", {}],
    ["contradictions", { doc: "corpus/zhuzhou-standards", at: "40-80" }],
  ])("has no violations of WCAG A and AA: %s", async (view, parameters) => {
    for (const [theme, width] of [
      ["light", 1280],
      ["dark", 390],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme: theme });
      await open({ view, ...parameters });
      await page.waitForLoadState("networkidle");
      if (view === "graph") await drawn();
      await page.evaluate(readFileSync(AXE, "utf8"));
      const found = await page.evaluate(async () => {
        const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
        const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run({ runOnly: tags });
        return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html)}`);
      });
      expect(found).toEqual([]);
      // A narrow screen shows everything without moving sideways.
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });

  it("speaks English", async () => {
    await open({ lang: "en" });
    await page.getByRole("heading", { name: "Most decorated companies" }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    await page.getByRole("button", { name: "中文" }).click();
    await page.getByRole("heading", { name: "获奖最多的企业" }).waitFor();
  });

  it("loads less than 400 kB", async () => {
    let bytes = 0;
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    session.on("Network.loadingFinished", ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await open({ view: "graph" });
    await drawn();
    expect(bytes).toBeGreaterThan(20_000);
    expect(bytes).toBeLessThan(400_000);
  });

  it("draws 3,000 nodes and 9,000 links", async () => {
    const { nodes, links } = largeGraph(3_000, 9_000);
    await page.route("**/graphql", async (route) => {
      if (!/"Surroundings"/.test(route.request().postData() ?? "")) return route.continue();
      await route.fulfill({ json: { data: { subgraph: { truncated: false, nodes, links } } } });
    });
    await open({ view: "graph", around: "company:0" });
    expect(await drawn()).toEqual({ nodes: 3_000, links: 9_000 });
    await page.getByRole("button", { name: "放大" }).click();
    await page.getByText("3000 个节点，9000 条关系").waitFor();
  });

  describe("when something is wrong", () => {
    const answer = (body: unknown) => page.route("**/graphql", (route) => route.fulfill({ json: body }));
    const failing = (code: string) => answer({ errors: [{ message: "no", extensions: { code } }] });

    it("says that the graph is empty and how to fill it", async () => {
      const zero = { documents: 0, claims: 0, entities: 0, relationships: 0, observations: 0 };
      await answer({ data: { stats: { ...zero, byType: [], byRelation: [] } } });
      await open();
      await page.getByText("npx zhitu load").waitFor();
    });

    it.each([
      ["DATABASE_UNAVAILABLE", "zhitu doctor"],
      ["QUERY_TIMEOUT", "这次查询太慢"],
      ["OPERATION_TOO_LARGE", "结果太大"],
    ])("says what to do about %s", async (code, advice) => {
      await failing(code);
      await open({ view: "honours" });
      await page.getByRole("alert").getByText(advice).waitFor();
    });

    it("says that the server is lost, and goes on when it is back", async () => {
      await page.route("**/graphql", (route) => route.abort());
      await open({ view: "contradictions" });
      await page.getByRole("alert").getByText("连不上服务器").waitFor();
      await page.unroute("**/graphql");
      await page.getByRole("button", { name: "重试" }).click();
      await page.locator(".contradiction").first().waitFor();
      // The browser reports the refused request itself.
      expect(faults.splice(0).every((fault) => fault.includes("ERR_FAILED"))).toBe(true);
    });

    it("says when an answer takes long", async () => {
      await page.route("**/graphql", async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 6_000));
        await route.continue();
      });
      await open({ view: "contradictions" });
      await page.getByText("比平时慢").waitFor();
      await page.locator(".contradiction").first().waitFor();
    });

    it("says when an entity has more neighbours than are drawn, and draws more", async () => {
      await open({ view: "graph", around: "city:株洲市", limit: "5" });
      await page.getByText(/邻居太多，只画了提及最多的 5 个/).waitFor();
      await page.getByRole("button", { name: "画到 500 个" }).click();
      await page.waitForURL(/limit=500/);
      await page.waitForFunction(
        () => Number(document.querySelector<HTMLElement>(".drawing")!.dataset.nodes) > 10,
      );
    });

    it("opens any address", async () => {
      await open({ view: "nowhere", pin: "x", at: "a-b", from: "ever", around: "company:不存在" });
      await page.getByRole("heading", { level: 1 }).waitFor();
      await open({ view: "graph", around: "company:不存在", chosen: "company:不存在" });
      await page.getByRole("alert").first().waitFor();
    });
  });
});
