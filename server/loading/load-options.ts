import type { Database } from "../neo4j/database.ts";
import type { FreshStore } from "../neo4j/fresh.ts";
import type { FileKind, Mapping } from "./record/input-file.ts";
import type { Provenance } from "./sources/provenance.ts";

export interface LoadOptions {
  readonly kind?: FileKind;
  readonly mapping?: Mapping;
  readonly loadedBy: string;
  readonly provenance?: Provenance;
  /**
   * Crime reports of the files correct those loaded before: a row that states another sum for a
   * transfer counts in their place. Without it such a row is refused.
   */
  readonly corrects?: boolean;
  /** Read and judge everything, write nothing. */
  readonly dryRun?: boolean;
  /** The caller holds the loading lock already. */
  readonly isLocked?: boolean;
  /** Files are read in a process of their own: no file may hold up the server that loads it. */
  readonly apart?: boolean;
  readonly signal?: AbortSignal;
  readonly report?: (progress: LoadProgress) => void;
  readonly warn?: (line: string) => void;
  /** What an input is called in the database, where its path does not say it. */
  readonly nameOf?: (name: string) => string;
}

export interface LoadProgress {
  readonly phase: string;
  /** Data rows taken in so far. */
  readonly rows: number;
  /** Judged by the bytes read so far; null before anything is read. */
  readonly totalRows: number | null;
}

/**
 * A database that is opened when it is needed: a first large load makes the store before the server
 * ever runs.
 */
export interface UnopenedDatabase {
  readonly dataDir: string;
  /** Undefined where there is a store already. */
  readonly fresh: FreshStore | undefined;
  open(): Promise<Database>;
}
