import type { Command } from "commander";

import { registerBackup } from "./backup.js";
import { registerCheck } from "./check.js";
import { registerDb } from "./db.js";
import { registerDoctor } from "./doctor.js";
import { registerDocuments } from "./documents.js";
import { registerEval } from "./eval.js";
import { registerExport } from "./export.js";
import { registerExtract } from "./extract.js";
import { registerJudge } from "./judge.js";
import { registerLoad } from "./load.js";
import { registerQuery } from "./query.js";
import { registerRead } from "./read.js";
import { registerResolve } from "./resolve.js";
import { registerRestore } from "./restore.js";
import { registerStart } from "./start.js";
import { registerUnload } from "./unload.js";

type Register = (program: Command) => void;

/** All commands, in the order of the help: one file each, which imports what it needs only when it runs. */
const COMMANDS: readonly Register[] = [
  registerStart,
  registerLoad,
  registerUnload,
  registerDocuments,
  registerExport,
  registerCheck,
  registerJudge,
  registerResolve,
  registerQuery,
  registerRead,
  registerExtract,
  registerEval,
  registerDb,
  registerBackup,
  registerRestore,
  registerDoctor,
];

/** Adds every command to the program. */
export function registerCommands(program: Command): void {
  for (const register of COMMANDS) register(program);
}
