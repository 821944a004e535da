// Preloaded into a program under test: writes the most memory that it ever held, in kB, to descriptor 3 as it ends.
import { writeSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

if (isMainThread) process.on("exit", () => writeSync(3, String(process.resourceUsage().maxRSS)));
