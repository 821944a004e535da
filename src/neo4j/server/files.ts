import { readFileSync, renameSync, statfsSync, writeFileSync } from "node:fs";
import { DatabaseError, ZhituError } from "../../core/errors.js";

/** Free space below which the managed server is not started, in bytes: room for logs and a first checkpoint. */
const MINIMUM_FREE = 64 * 1024 * 1024;

/** An error of the file system as a message that names the folder, the variable that moves it, and what to do. */
export function explainFileError(error: unknown, folder: string, variable: string): unknown {
  if (error instanceof ZhituError) return error;
  const { code, path } = error as NodeJS.ErrnoException;
  const where = `${path ?? folder} (${variable} chooses another place)`;
  switch (code) {
    case "ENOSPC":
    case "EDQUOT":
      return new DatabaseError(`the disk is full: cannot write ${where}`, error, { folder });
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return new DatabaseError(`no permission to write ${where}`, error, { folder });
    case "ENOTDIR":
    case "EEXIST":
    case "ENOENT":
      return new DatabaseError(`cannot make a folder of ${where}`, error, { folder });
    default:
      return error;
  }
}

/** Raises DatabaseError when the disk of the folder is as good as full. */
export function requireSpace(folder: string, variable: string): void {
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  if (free >= MINIMUM_FREE) return;
  const mb = (bytes: number) => Math.floor(bytes / 1024 / 1024);
  throw new DatabaseError(
    `the disk is full: ${mb(free)} MB free in ${folder}, ${mb(MINIMUM_FREE)} MB needed; make room, or choose another place with ${variable}`,
    undefined,
    { folder, free },
  );
}

/** Writes the file whole or not at all; mode 0600 unless given. */
export function writeWhole(path: string, content: string, mode = 0o600): void {
  const draft = `${path}.${process.pid}.tmp`;
  writeFileSync(draft, content, { mode });
  renameSync(draft, path);
}

/** The content of a file, or undefined when there is none. */
export function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    if ((error as NodeJS.ErrnoException).code === "ENOTDIR") return undefined;
    throw error;
  }
}

/** The last lines of a text file, without empty ones; none when there is no file. */
export function lastLines(path: string, count: number): string[] {
  return (readIfThere(path) ?? "")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .slice(-count);
}
