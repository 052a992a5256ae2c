import { homedir } from "node:os";
import { join } from "node:path";
import type { Queries } from "../../graph-queries/runner.ts";
import type { Neo4jAdmin } from "./admin.ts";

/**
 * starting: not usable yet · ready · recovering: the server died and is being started again ·
 * unavailable: it cannot be used until a person does something, see stateMessage().
 */
export type DatabaseState = "starting" | "ready" | "recovering" | "unavailable";

export interface Database {
  readonly queries: Queries;
  /** managed: our own server · outside: the one NEO4J_URI names. */
  readonly kind: "managed" | "outside";
  /** The folder of this database and everything kept beside it. */
  readonly dataDir: string;
  state(): DatabaseState;
  /** One sentence for a person about the state, in English; empty when ready. */
  stateMessage(): string;
  /** Calls `listener` at every change of state; returns how to stop that. */
  onState(listener: (state: DatabaseState, message: string) => void): () => void;
  /** True when the database answers a query now. */
  ping(): Promise<boolean>;
  /**
   * Managed only: stops the server, runs `work` with neo4j-admin, starts it again, brings the
   * schema up to date.
   */
  offline?<Result>(work: (admin: Neo4jAdmin) => Promise<Result>): Promise<Result>;
  /**
   * Managed only: gives the database a new password. UserError "database-in-use" while another
   * process uses it, which knows only the one it came with.
   */
  rotatePassword?(): Promise<void>;
  /** Leaves the database; the last process to leave stops a managed server. */
  close(): Promise<void>;
}

/** Where data is kept unless --data says otherwise. */
export function defaultDataDir(environment: NodeJS.ProcessEnv = process.env): string {
  const base = environment.XDG_DATA_HOME || join(environment.HOME ?? homedir(), ".local/share");
  return join(base, "dropper-graph");
}
