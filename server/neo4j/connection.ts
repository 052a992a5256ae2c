import neo4j, { type Driver, Neo4jError } from "neo4j-driver";
import { z } from "zod";
import { openQueries, type Queries } from "../../graph-queries/runner.ts";
import { UserError } from "../errors/user-error.ts";

/** Where a Neo4j is and how to sign in to it. */
export interface Address {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

export interface Connection {
  readonly queries: Queries;
  close(): Promise<void>;
}

export function connect(address: Address): Connection {
  const driver = openDriver(address);
  return { queries: openQueries(driver, address.database), close: () => driver.close() };
}

function openDriver(address: Address): Driver {
  try {
    return neo4j.driver(address.uri, neo4j.auth.basic(address.user, address.password), {
      useBigInt: true,
      connectionTimeout: 5_000,
      // Hundreds of changes at once wait for each other: on a busy machine longer than half a minute.
      connectionAcquisitionTimeout: 60_000,
      telemetryDisabled: true,
      userAgent: "dropper-graph",
    });
  } catch (cause) {
    throw new UserError({
      code: "neo4j-address-wrong",
      message: `NEO4J_URI is not an address of a Neo4j server: ${address.uri}.`,
      remedy:
        "Write it like neo4j://host:7687, neo4j+s://name.databases.neo4j.io or bolt://127.0.0.1:7687.",
      cause,
    });
  }
}

/**
 * Resolves when the named database answers a query, rejects with the driver's reason otherwise.
 * Never retries.
 */
export async function ping(connection: Connection): Promise<void> {
  await connection.queries.autoCommit("support/ping", {}, z.object({ alive: z.bigint() }));
}

const homeRow = z.object({ home: z.string() });

/**
 * The home folder of the server that answers. A copied data folder names the port, and may name the
 * process, of the one it was copied from, and has the same password.
 */
export async function homeOf({ queries }: Connection): Promise<string> {
  const [row] = await queries.autoCommit("support/database-home", {}, homeRow);
  if (row === undefined) throw new Error("The server names no home folder.");
  return row.home;
}

export function errorCode(error: unknown): string {
  return error instanceof Neo4jError ? error.code : "";
}

/** The connection broke or there is nobody at the other end; the query itself was not refused. */
export function isConnectionLoss(error: unknown): boolean {
  return ["ServiceUnavailable", "SessionExpired"].includes(errorCode(error));
}

/**
 * Why the server at `address` cannot be used, in words; undefined for errors that are not the
 * user's to mend.
 */
export function explainConnection(error: unknown, address: Address): UserError | undefined {
  const code = errorCode(error);
  const explain = (name: string, message: string, remedy: string) =>
    new UserError({ code: name, message, remedy, status: 503, cause: error });
  if (code === "ServiceUnavailable" || code === "SessionExpired") {
    return explain(
      "neo4j-unreachable",
      `No Neo4j answers at ${address.uri}.`,
      "Start that server or correct NEO4J_URI; without NEO4J_URI the product runs its own Neo4j.",
    );
  }
  if (code.startsWith("Neo.ClientError.Security.")) {
    return explain(
      "neo4j-refused",
      `The Neo4j server at ${address.uri} refused the user "${address.user}" (${code.split(".").at(-1)}).`,
      "Correct NEO4J_USER and NEO4J_PASSWORD.",
    );
  }
  if (code === "Neo.ClientError.Database.DatabaseNotFound") {
    return explain(
      "neo4j-database-missing",
      `The Neo4j server at ${address.uri} has no database "${address.database}".`,
      "Create it there, or name another one in NEO4J_DATABASE.",
    );
  }
  if (code.endsWith(".DatabaseUnavailable")) {
    return explain(
      "neo4j-database-unavailable",
      `The database "${address.database}" of the Neo4j server at ${address.uri} does not answer queries.`,
      "See that server's debug.log for the cause, and start the database there.",
    );
  }
  return undefined;
}
