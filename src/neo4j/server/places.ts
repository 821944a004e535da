import { join } from "node:path";
import type { Settings } from "../../core/config.js";

/** Where the managed server keeps what, all under the data folder. */
export interface Places {
  data: string;
  /** Neo4j's home: conf/, data/, logs/; a name that no other Neo4j has, since all of it may be deleted. */
  home: string;
  conf: string;
  store: string;
  /** What Java prints. */
  console: string;
  log: string;
  debugLog: string;
  /** The password of the user neo4j, mode 0600. */
  password: string;
  /** Which process serves, on which port. */
  state: string;
  /** There once the store was ready for the first time; before that it holds nothing. */
  created: string;
  /** There while `zhitu db start` keeps the server. */
  keep: string;
  /** One file for each process that needs the server. */
  leases: string;
  lock: string;
}

/** The places of the managed server. */
export function placesOf(settings: Pick<Settings, "dataDir">): Places {
  const data = settings.dataDir;
  const home = join(data, "zhitu-neo4j");
  return {
    data,
    home,
    conf: join(home, "conf"),
    store: join(home, "data"),
    console: join(home, "logs", "console.log"),
    log: join(home, "logs", "neo4j.log"),
    debugLog: join(home, "logs", "debug.log"),
    password: join(data, "neo4j-password"),
    state: join(data, "server.json"),
    created: join(home, "created"),
    keep: join(data, "keep"),
    leases: join(data, "leases"),
    lock: join(data, "lock"),
  };
}

/** The name of Neo4j's configuration file. */
export const CONF = "neo4j.conf";

/** The argument that tells the server of this data folder from all other processes. */
export function homeArgument(places: Places): string {
  return `--home-dir=${places.home}`;
}
