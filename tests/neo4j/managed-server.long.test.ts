import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readSettings } from "../../src/core/config.js";
import { openDatabase } from "../../src/neo4j/index.js";
import { ensureBuilt } from "../support/build.js";
import { dataFolder, Holder, managedEnv, serverPid, waitFor } from "../support/holder.js";

let data: ReturnType<typeof dataFolder>;
beforeAll(() => ensureBuilt());
beforeEach(() => {
  data = dataFolder("zhitu 质图 ");
});
afterEach(() => data.remove());

const settings = () => readSettings(managedEnv(data.path));
const gone = () => waitFor("the server gone", 15_000, () => serverPid(data.path) === undefined);

/** Runs an action and closes the database whatever comes of it. */
async function withGraph<T>(
  action: (database: Awaited<ReturnType<typeof openDatabase>>) => Promise<T>,
): Promise<T> {
  const database = await openDatabase({ settings: settings() });
  try {
    return await action(database);
  } finally {
    await database.close();
  }
}

describe("the managed server, in a folder with spaces and Chinese characters", () => {
  it("loses nothing that was committed, however often it is killed under a writer", async () => {
    await withGraph(async (database) => {
      for (let round = 0; round < 5; round += 1) {
        const kill = sleep(500 + round * 150).then(() => process.kill(serverPid(data.path)!, "SIGKILL"));
        for (let n = 0; n < 100; n += 1) {
          await database.write("MERGE (:Document {id: $id})", { id: `${round}-${n}` });
          await sleep(10);
        }
        await kill;
        await database.read("RETURN 1 AS one");
        const [row] = await database.read<{ n: number }>("MATCH (d:Document) RETURN count(d) AS n");
        expect(row?.n).toBe((round + 1) * 100);
      }
    });
    expect(serverPid(data.path)).toBeUndefined();
  });

  it("is one server for many processes that come, are killed and go", async () => {
    const pids = new Set<number>();
    const anchor = new Holder(data.path);
    await anchor.ready();
    for (let round = 0; round < 4; round += 1) {
      const holders = Array.from({ length: 4 }, () => new Holder(data.path));
      await Promise.all(holders.map((holder) => holder.ready()));
      pids.add(serverPid(data.path)!);
      holders[0]?.child.kill("SIGKILL");
      holders[1]?.child.kill("SIGINT");
      await Promise.all([holders[0]?.ended, holders[1]?.ended, holders[2]?.close(), holders[3]?.close()]);
    }
    expect(pids.size).toBe(1);
    await anchor.close();
    expect(serverPid(data.path)).toBeUndefined();
    expect(readdirSync(join(data.path, "leases"))).toEqual([]);
  });

  it("begins anew where everything was killed during the first start", async () => {
    for (const pause of [400, 1_500, 3_000]) {
      const holder = new Holder(data.path);
      await sleep(pause);
      holder.child.kill("SIGKILL");
      await holder.ended;
      const pid = serverPid(data.path);
      if (pid) process.kill(pid, "SIGKILL");
    }
    const holder = new Holder(data.path);
    await holder.ready();
    await holder.close();
  });

  it("keeps the graph when its password file is lost", async () => {
    await withGraph((database) => database.write("CREATE (:Document {id: 'kept'})"));
    const file = join(data.path, "neo4j-password");
    const password = readFileSync(file, "utf8");
    rmSync(file);
    const found = await withGraph((database) =>
      database.read("MATCH (d:Document {id: 'kept'}) RETURN d.id AS id"),
    );
    expect(found).toEqual([{ id: "kept" }]);
    expect(readFileSync(file, "utf8")).not.toBe(password);
  });

  it("says so when the password in the file is not the server's", async () => {
    await withGraph(async () => {});
    writeFileSync(join(data.path, "neo4j-password"), "something-else\n");
    await expect(withGraph(async () => {})).rejects.toThrow(
      /refuses the password in .*neo4j-password: write the right one/,
    );
    expect(serverPid(data.path)).toBeUndefined();
  });

  it("is replaced when it hangs", async () => {
    const first = new Holder(data.path);
    await first.ready();
    const pid = serverPid(data.path)!;
    first.child.kill("SIGKILL");
    await first.ended;
    process.kill(pid, "SIGSTOP");
    const next = new Holder(data.path);
    await next.ready();
    expect(next.reports).toMatch(/does not answer; starting it anew/);
    expect(serverPid(data.path)).not.toBe(pid);
    await next.close();
  });

  it("goes with a process that exits without closing it, and starts at once for the next", async () => {
    for (let round = 0; round < 2; round += 1) {
      const holder = new Holder(data.path, "--exit");
      await holder.ready();
      expect(await holder.ended).toEqual({ code: 0, signal: null });
      expect(holder.reports).toBe("");
    }
    await gone();
  });

  it("goes when its owner is interrupted in the middle of a start", async () => {
    const holder = new Holder(data.path);
    await waitFor("a server that starts", 60_000, () => serverPid(data.path));
    holder.child.kill("SIGINT");
    expect(await holder.ended).toEqual({ code: null, signal: "SIGINT" });
    await gone();
  });
});

describe("a disk that is full", () => {
  it("is told before the start, and cured by making room", async ({ skip }) => {
    const disk = join(data.path, "disk");
    mkdirSync(disk);
    try {
      execFileSync("mount", ["-t", "tmpfs", "-o", "size=80m", "tmpfs", disk], { stdio: "ignore" });
    } catch {
      skip("needs the right to mount a small file system");
    }
    try {
      const env = managedEnv(join(disk, "data"));
      writeFileSync(join(disk, "ballast"), Buffer.alloc(40 << 20));
      await expect(openDatabase({ settings: readSettings(env) })).rejects.toThrow(
        /^the disk is full: \d+ MB free in .*ZHITU_DATA_DIR$/,
      );
      rmSync(join(disk, "ballast"));
      const database = await openDatabase({ settings: readSettings(env) });
      await database.close();
    } finally {
      execFileSync("umount", ["-l", disk]);
    }
  });
});
