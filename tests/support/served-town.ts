import { rmSync } from "node:fs";
import { afterAll, beforeAll } from "vitest";
import type { GraphEdge } from "../../contract/exploring.ts";
import { snapshotPath } from "../../server/columns/load.ts";
import { startDetection } from "../../server/detection/run/start-detection.ts";
import { groupBy } from "../../server/exploring/sums.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { settledPerson, signedIn, startServer, type Visitor } from "./http.ts";
import { testDatabase } from "./neo4j.ts";
import { fill, type SceneTransfer, scene } from "./scene.ts";

/** The town whose figures are counted by hand from its transfers. */
export const town = scene();

export const [collector, left, , end, drawer] = town.droppers as [
  string,
  string,
  string,
  string,
  string,
];

export const [victim] = town.victims as [string];

/** Minor units of some transfers, as the API writes them. */
export const sumOf = (transfers: readonly SceneTransfer[]) =>
  transfers.reduce((sum, transfer) => sum + transfer.amount, 0n).toString();

/** Transfers among some accounts. */
export const among = (
  numbers: readonly string[],
  keep: (transfer: SceneTransfer) => boolean = () => true,
) =>
  town.transfers.filter(
    (one) => numbers.includes(one.from) && numbers.includes(one.to) && keep(one),
  );

/** Relations as the scene has them. */
export function relations(
  numbers: readonly string[],
  keep?: (transfer: SceneTransfer) => boolean,
): GraphEdge[] {
  const grouped = groupBy(among(numbers, keep), (one) => `${one.from} ${one.to}`);
  return [...grouped.values()].map((parts) => ({
    from: parts[0]?.from ?? "",
    to: parts[0]?.to ?? "",
    count: parts.length,
    sums: [{ currency: "KZT", amount: sumOf(parts) }],
    first: Math.min(...parts.map((part) => part.bookedAt)),
    last: Math.max(...parts.map((part) => part.bookedAt)),
  }));
}

/** Relations in an order that does not depend on who counted them. */
export const inOrder = (edges: readonly GraphEdge[]) =>
  [...edges].sort((a, b) => (a.from + a.to < b.from + b.to ? -1 : 1));

/** The town, its columns and its findings in a database, behind a server, with a person who reads. */
interface ServedTown {
  readonly me: Visitor;
  readonly database: Database;
  /** The answer's JSON; throws unless its status is 200. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every kind
  ask(method: string, path: string, body?: unknown): Promise<any>;
  close(): Promise<void>;
}

/** Loads the town, searches it for droppers and serves it. */
async function serveTown(): Promise<ServedTown> {
  const database = await testDatabase();
  rmSync(snapshotPath(database.dataDir), { force: true });
  await fill(database, town);
  await startDetection(database, { since: null, until: null, startedBy: "test" });
  const server = await startServer(database);
  await settledPerson(database, "reader", "investigator");
  const me = await signedIn(server.base, "reader");
  await me.ask("PUT", "/api/session/ground", { ground: "A town that was made for tests" });
  return {
    me,
    database,
    ask: async (method, path, body) => {
      const answer = await me.ask(method, `/api${path}`, body);
      if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
      return answer.json;
    },
    close: async () => {
      await server.close();
      await database.close();
    },
  };
}

/** The same for all tests of a file: begun before the first, closed after the last. */
export function townBehindServer(): Pick<ServedTown, "ask"> & {
  me(): Visitor;
  database(): Database;
} {
  let served: ServedTown;
  beforeAll(async () => {
    served = await serveTown();
  });
  afterAll(() => served.close());
  return {
    ask: (...words) => served.ask(...words),
    me: () => served.me,
    database: () => served.database,
  };
}
