// One file in a process of its own: prints characters, seconds of CPU time and peak memory as JSON.
import { cpuSeconds, extractFiles } from "./pipeline.mjs";

const { seconds, result } = await cpuSeconds(() => extractFiles([process.argv[2]]));
const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(
  JSON.stringify({ characters: result.characters, facts: result.facts, seconds, peakMegabytes }),
);
