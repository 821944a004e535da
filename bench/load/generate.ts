import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { divisions } from "../../loaders/lexicon/divisions.js";

/**
 * Synthetic documents of the genre, the same for the same seed: city papers' reports and rolls about invented firms, real
 * places and well-known awards. New firms keep coming at a constant rate, while places, awards and industries are named
 * over and over, as in a real archive.
 */
export function* documents(count: number, seed = 1): Generator<{ name: string; text: string }> {
  const cities = divisions.all.filter((d) => d.type === "City" && !d.code.endsWith("0000"));
  for (let index = 0; index < count; index++) {
    const random = generator(seed * 1_000_003 + index);
    const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
    const number = (low: number, high: number): number => low + Math.floor(random() * (high - low));
    const city = pick(cities);
    const town = city.name.replace(/(?:市|地区|盟)$/, "");
    const year = number(2012, 2024);
    const firm = (): { full: string; short: string } => {
      const brand = pick(FIRST) + pick(SECOND) + pick(THIRD);
      const trade = pick(TRADES);
      return { full: `${town}${brand}${trade}${pick(FORMS)}`, short: `${brand}${trade}` };
    };
    const [a, b, c] = [firm(), firm(), firm()];
    const industry = pick(INDUSTRIES);
    const paragraphs = [
      `# ${city.name}质量工作简报（第${index + 1}期）`,
      `${year}年，${a.full}（以下简称“${a.short}”）荣获${pick(AWARDS)}，${b.full}荣获${city.name}市长质量奖。${a.short}是${industry}企业，建有${town}${pick(INDUSTRIES)}工程技术研究中心。`,
      `截至${year}年底，${city.name}有效发明专利${number(100, 9000)}件，有效注册商标${number(1000, 90000)}件，高新技术企业${number(20, 3000)}家，地区生产总值${number(300, 9000)}亿元，比上年增长${number(2, 12)}.${number(0, 10)}%。`,
      `| 年份 | 企业 | 奖项 |\n|---|---|---|\n| ${year - 2}年 | ${c.full} | ${pick(AWARDS)} |\n| ${year - 1}年 | ${b.full} | ${pick(AWARDS)} |`,
      `${c.full}董事长${pick(SURNAMES)}${pick(FIRST)}${pick(SECOND)}说，公司主导制定国家标准${number(1, 30)}项，行业标准${number(1, 60)}项。`,
    ];
    const text = `---\ndate: ${year}-06-01\nplace: ${city.name}\n---\n\n${paragraphs.join("\n\n")}\n`;
    yield { name: `${String(index).padStart(6, "0")}.md`, text };
  }
}

/** Writes documents into a folder, a thousand to each folder below it. */
export async function writeDocuments(folder: string, count: number, seed = 1): Promise<void> {
  let at = 0;
  for (const { name, text } of documents(count, seed)) {
    const below = join(folder, String(Math.floor(at++ / 1000)).padStart(3, "0"));
    if (at % 1000 === 1) await mkdir(below, { recursive: true });
    await writeFile(join(below, name), text);
  }
}

/** mulberry32: the same numbers for the same seed on every machine. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const FIRST = [..."宏恒瑞鑫盛泰华兴联博凯嘉锦金永远东立德信航晟智卓"];
const SECOND = [..."达源泽通诚昌隆润科力丰驰翔腾宇峰海明康乐远辉"];
const THIRD = ["", "", "", "斯", "特", "尔", "美", "新"];
const TRADES = [
  "机械",
  "电气",
  "电子",
  "材料",
  "化工",
  "食品",
  "纺织",
  "医药",
  "陶瓷",
  "轴承",
  "光电",
  "仪表",
  "环保",
  "软件",
];
const FORMS = ["有限公司", "股份有限公司", "集团有限公司", "科技有限公司", "有限责任公司"];
const INDUSTRIES = [
  "轨道交通",
  "新材料",
  "生物医药",
  "新能源汽车",
  "电子信息",
  "装备制造",
  "纺织服装",
  "食品加工",
];
const AWARDS = [
  "中国质量奖",
  "中国质量奖提名奖",
  "全国质量标杆",
  "国家科学技术进步奖二等奖",
  "中国专利奖优秀奖",
  "中国工业大奖",
];
const SURNAMES = [..."王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"];
