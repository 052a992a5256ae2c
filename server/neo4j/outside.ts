import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { UserError } from "../errors/user-error.ts";
import { type Address, connect, explainConnection, isConnectionLoss, ping } from "./connection.ts";
import type { Database } from "./database.ts";
import { guardConnection } from "./guarded-connection.ts";
import { migrate } from "./migrations.ts";
import { openPrivately } from "./private-folder.ts";

interface OutsideSettings {
  readonly dataDir: string;
  readonly log: (line: string) => void;
  readonly whileRecovering: "wait" | "refuse";
}

const versionRow = z.object({ version: z.string(), edition: z.string() });

/** Opens the server that NEO4J_URI names. It is never started or stopped by us, only watched. */
export async function openOutside(settings: OutsideSettings, address: Address): Promise<Database> {
  await openPrivately(settings.dataDir);
  const connection = connect(address);
  try {
    await ping(connection);
    await requireVersion(connection.queries.read("support/server-version", {}, versionRow));
    await migrate(connection.queries);
  } catch (error) {
    await connection.close();
    throw explainConnection(error, address) ?? error;
  }
  const guarded = guardConnection(connection, settings.whileRecovering);
  guarded.set("ready");
  const closing = new AbortController();
  const watch = async () => {
    while (!closing.signal.aborted) {
      await pause(2_000, undefined, { signal: closing.signal }).catch(() => {});
      if (closing.signal.aborted) return;
      try {
        await ping(connection);
        guarded.set("ready");
      } catch (error) {
        const reason = explainConnection(error, address);
        const message = reason === undefined ? String(error) : `${reason.message} ${reason.remedy}`;
        if (guarded.state() === "ready") settings.log(message);
        guarded.set(isConnectionLoss(error) ? "recovering" : "unavailable", message);
      }
    }
  };
  const watching = watch();
  return {
    queries: guarded.queries,
    kind: "outside",
    dataDir: settings.dataDir,
    state: guarded.state,
    stateMessage: guarded.message,
    onState: guarded.onState,
    ping: () =>
      ping(connection).then(
        () => true,
        () => false,
      ),
    close: async () => {
      closing.abort();
      await watching;
      await guarded.close();
    },
  };
}

/**
 * Relationship constraints came with 5.7, the call syntax we use with 5.23; 5.26 is the first
 * long-term release with both.
 */
async function requireVersion(rows: Promise<z.infer<typeof versionRow>[]>): Promise<void> {
  const version = (await rows)[0]?.version ?? "0";
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > 5 || (major === 5 && minor >= 26)) return;
  throw new UserError({
    code: "neo4j-too-old",
    message: `The Neo4j server of NEO4J_URI is version ${version}; 5.26 or newer is needed.`,
    remedy: "Upgrade that server, or unset NEO4J_URI to use the product's own.",
    status: 503,
  });
}
