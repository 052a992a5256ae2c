import { resolve } from "node:path";
import type { Database } from "./database.ts";
import { openManaged } from "./managed.ts";
import { openOutside } from "./outside.ts";

export interface DatabaseOptions {
  readonly dataDir: string;
  readonly log?: (line: string) => void;
  /**
   * What a query does while the server is being restarted. "wait" waits for it (long work of the
   * command line); "refuse" answers with a message at once (the web server; default).
   */
  readonly whileRecovering?: "wait" | "refuse";
  readonly environment?: NodeJS.ProcessEnv;
  /** The folder is a copy of one that stays: it is upgraded without keeping what was before. */
  readonly isCopy?: boolean;
}

/**
 * Opens the database of a data folder: NEO4J_URI's when set, else a Neo4j of our own that is
 * started when needed.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const environment = options.environment ?? process.env;
  const settings = {
    dataDir: resolve(options.dataDir),
    log: options.log ?? (() => {}),
    whileRecovering: options.whileRecovering ?? "refuse",
    isCopy: options.isCopy ?? false,
  } as const;
  const uri = environment.NEO4J_URI;
  if (uri === undefined || uri === "") return openManaged(settings);
  return openOutside(settings, {
    uri,
    user: environment.NEO4J_USER || "neo4j",
    password: environment.NEO4J_PASSWORD ?? "",
    database: environment.NEO4J_DATABASE || "neo4j",
  });
}
