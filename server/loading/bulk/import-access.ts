import { z } from "zod";
import type { Database } from "../../neo4j/database.ts";
import { StoreAppeared, type WorkOffline } from "../../neo4j/fresh.ts";

/** What an import needs: a stopped server and, afterwards, a running one. */
export interface ImportAccess {
  readonly dataDir: string;
  /** What can be done for the first start while the rows are read. */
  prepare?(): Promise<void>;
  readonly offline: WorkOffline;
  open(): Promise<Database>;
}

/** Below this the server's restart costs more than the import saves; bytes. */
const WORTH_IT = 24 * 1024 * 1024;

/** Much to load, so that a restart of the server is worth it. */
export function isLarge(inputs: readonly { bytes: number }[]): boolean {
  return inputs.length > 0 && inputs.reduce((sum, { bytes }) => sum + bytes, 0) >= worthIt();
}

/**
 * `DROPPER_GRAPH_IMPORT_FROM_MB` moves the border (0: always import, for tests and measurements).
 */
function worthIt(): number {
  const asked = process.env.DROPPER_GRAPH_IMPORT_FROM_MB;
  return asked === undefined || asked === "" ? WORTH_IT : Number(asked) * 1024 * 1024;
}

/**
 * Access to the store of an open database, to make it anew; undefined where the database is not ours
 * or holds anything.
 */
export async function importAccessOf(database: Database): Promise<ImportAccess | undefined> {
  const { offline, dataDir } = database;
  if (offline === undefined) return undefined;
  if (!(await isEmpty(database))) return undefined;
  return {
    dataDir,
    offline: async (work) => {
      // A web server may have begun to write while the rows were read.
      if (!(await isEmpty(database))) throw new StoreAppeared();
      await offline(work);
    },
    open: async () => database,
  };
}

async function isEmpty({ queries }: Database): Promise<boolean> {
  const [row] = await queries.read("loading/is-empty", {}, z.object({ empty: z.boolean() }));
  return row?.empty === true;
}
