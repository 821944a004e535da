// See README.md. Usage: node bench/extract/run.mjs [--json]
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict.js";
import { cpuSeconds, extractFiles } from "./pipeline.mjs";

/** V8 goes on compiling what runs often for about ten million characters. */
const ROUNDS = 100;
const DOCUMENTS_A_ROUND = 130;
const GROWTH = [1, 10, 100, 1000];
const MEGABYTES = [1, 2, 4, 8];

// As the command line runs: with the options for node that stand in its first line.
const [firstLine] = readFileSync(new URL("../../dist/src/cli/main.js", import.meta.url), "utf8").split(
  "\n",
  1,
);
const options = firstLine.split(" ").filter((word) => word.startsWith("--"));
if (!options.every((option) => process.execArgv.includes(option))) {
  const { status } = spawnSync(process.execPath, [...options, ...process.argv.slice(1)], {
    stdio: "inherit",
  });
  process.exit(status ?? 1);
}

const corpus = fileURLToPath(new URL("../../corpus/", import.meta.url));
const texts = readdirSync(corpus)
  .filter((name) => name.endsWith(".md") && name !== "README.md")
  .sort()
  .map((name) => readFileSync(join(corpus, name), "utf8"));
const bodies = texts.map((text) => text.replace(/^---\n[\s\S]*?\n---\n/, ""));
const folder = mkdtempSync(join(tmpdir(), "zhitu-bench-"));

try {
  const files = Array.from({ length: Math.max(...GROWTH) }, (_, i) => {
    const path = join(folder, `${String(i).padStart(4, "0")}.md`);
    // Each with its number: documents of one text would share what is searched for in it.
    writeFileSync(path, `${bodies[i % bodies.length]}\n第${i + 1}号。\n`);
    return path;
  });
  const report = {
    ...(await sideBySide(files.slice(0, DOCUMENTS_A_ROUND))),
    growth: await growth(files),
    sizes: sizes(),
  };
  if (process.argv.includes("--json")) process.stdout.write(`${JSON.stringify(report)}\n`);
  else print(report);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * Zhitu and jieba on the same documents, round by round; the best round of each counts, since what else the machine does
 * can only slow it, and Zhitu's first beside.
 */
async function sideBySide(files) {
  const jieba = Jieba.withDict(dict);
  const documents = files.map((file) => readFileSync(file, "utf8"));
  const length = documents.reduce((sum, text) => sum + text.length, 0);
  const best = { zhitu: 0, tag: 0, cut: 0 };
  const ratios = [];
  let density = 0;
  let cold = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const { seconds, result } = await cpuSeconds(() => extractFiles(files));
    const tag = await cpuSeconds(() => documents.reduce((n, text) => n + jieba.tag(text, true).length, 0));
    const cut = await cpuSeconds(() => documents.reduce((n, text) => n + jieba.cut(text, true).length, 0));
    const speed = result.characters / seconds;
    best.zhitu = Math.max(best.zhitu, speed);
    best.tag = Math.max(best.tag, length / tag.seconds);
    best.cut = Math.max(best.cut, length / cut.seconds);
    if (round === 0) cold = speed;
    if (round >= ROUNDS / 2) ratios.push((speed * tag.seconds) / length);
    density = (1000 * result.facts) / result.characters;
  }
  return {
    charactersPerSecond: Math.round(best.zhitu),
    coldCharactersPerSecond: Math.round(cold),
    jiebaTagCharactersPerSecond: Math.round(best.tag),
    jiebaCutCharactersPerSecond: Math.round(best.cut),
    ratioToJieba: round3(best.zhitu / best.tag),
    medianRatioToJieba: round3(ratios.sort((a, b) => a - b)[ratios.length >> 1]),
    ratioToJiebaCut: round3(best.zhitu / best.cut),
    factsPerThousandCharacters: round3(density),
  };
}

async function growth(files) {
  const rows = [];
  for (const documents of GROWTH) {
    const { seconds, result } = await cpuSeconds(() => extractFiles(files.slice(0, documents)));
    rows.push({
      documents,
      characters: result.characters,
      seconds: round3(seconds),
      charactersPerSecond: Math.round(result.characters / seconds),
    });
  }
  return rows;
}

function sizes() {
  const text = bodies.join("\n\n");
  return MEGABYTES.map((megabytes) => {
    const path = join(folder, `${megabytes}mb.txt`);
    const bytes = Buffer.byteLength(text);
    writeFileSync(path, text.repeat(Math.ceil((megabytes * 1024 * 1024) / bytes)));
    const script = fileURLToPath(new URL("one-document.mjs", import.meta.url));
    const measured = JSON.parse(
      execFileSync(process.execPath, [...options, script, path], { encoding: "utf8" }),
    );
    rmSync(path);
    return {
      megabytes,
      characters: measured.characters,
      facts: measured.facts,
      seconds: round3(measured.seconds),
      charactersPerSecond: Math.round(measured.characters / measured.seconds),
      peakMegabytes: measured.peakMegabytes,
    };
  });
}

function print(report) {
  const speed = (value) => `${(value / 1e6).toFixed(2).padStart(7)} M characters/s`;
  const lines = [
    `zhitu extract   ${speed(report.charactersPerSecond)}`,
    `  first round   ${speed(report.coldCharactersPerSecond)}`,
    `jieba tag       ${speed(report.jiebaTagCharactersPerSecond)}   zhitu is ${report.ratioToJieba} times as fast`,
    `  median of the later half of the rounds: ${report.medianRatioToJieba}`,
    `jieba cut       ${speed(report.jiebaCutCharactersPerSecond)}   zhitu is ${report.ratioToJiebaCut} times as fast`,
    `facts per 1,000 characters: ${report.factsPerThousandCharacters}`,
    "",
    ...report.growth.map(
      (row) =>
        `${String(row.documents).padStart(5)} documents ${row.seconds.toFixed(2).padStart(8)} s ${speed(row.charactersPerSecond)}`,
    ),
    "",
    ...report.sizes.map(
      (row) =>
        `${String(row.megabytes).padStart(5)} MB        ${row.seconds.toFixed(2).padStart(8)} s ${speed(row.charactersPerSecond)}  ${row.peakMegabytes} MB of memory`,
    ),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

function round3(value) {
  return Math.round(value * 1000) / 1000;
}
