import { AsyncLocalStorage } from "node:async_hooks";
import { z } from "zod";
import type { Queries, TransactionQueries } from "../../graph-queries/runner.ts";
import type { Database } from "../neo4j/database.ts";
import { appendIn } from "./audit.store.ts";
import type { AuditEntry, AuditEvent } from "./chain.ts";
import { announce, appendToMirror } from "./mirror.ts";
import { takeTurn } from "./turns.ts";

type Details = NonNullable<AuditEvent["details"]>;

/** An act of somebody, from its beginning until its entry is written. */
interface Act {
  readonly event: AuditEvent;
  /** The part of a result that the entry says: ids and decisions, never words or names. */
  readonly factsOf: (result: unknown) => Details;
  entry: AuditEntry | null;
}

const acts = new AsyncLocalStorage<Act>();

/**
 * The database as whoever changes it gets it: the first change of an act writes the act's entry in
 * its own transaction. So no change stands without an entry, and none whose entry cannot be
 * written. docs/decisions/013-audit-chain.md.
 */
export function auditedDatabase<Audited extends Pick<Database, "queries" | "dataDir">>(
  database: Audited,
): Audited {
  const { queries, dataDir } = database;
  const withEntry: Queries["transaction"] = async (work) => {
    const act = acts.getStore();
    if (act === undefined || act.entry !== null) return queries.transaction(work);
    const { result, entries } = await withEntriesIn(database, async (transaction) => {
      const done = await work(transaction);
      const facts = { ...act.event.details, ...act.factsOf(done) };
      return { result: done, events: [{ ...act.event, details: facts }] };
    });
    act.entry = entries[0] ?? null;
    await confirm(dataDir, entries);
    return result;
  };
  const before = async () => {
    if (acts.getStore()?.entry === null) await withEntry(async () => undefined);
  };
  const audited: Queries = {
    ...queries,
    write: (name, parameters, row) => withEntry(({ run }) => run(name, parameters, row)),
    run: async (name, parameters = {}) => {
      await withEntry(({ run }) => run(name, parameters, z.unknown()));
    },
    transaction: withEntry,
    // They cannot hold an entry of the same transaction: it is there before they begin.
    autoCommit: async (name, parameters, row) => {
      await before();
      return queries.autoCommit(name, parameters, row);
    },
    inBatches: async (statement) => {
      await before();
      return queries.inBatches(statement);
    },
  };
  return { ...database, queries: audited };
}

/**
 * Does what `event` says and has it in the audit log, whether it changes the database or not; what
 * the result adds is told by a second entry. Throws where nothing can be written; then nothing must
 * go out.
 */
export async function asAct<Result>(
  database: Pick<Database, "queries" | "dataDir">,
  event: AuditEvent,
  work: () => Promise<Result>,
  factsOf: (result: unknown) => Details = () => ({}),
): Promise<Result> {
  const act: Act = { event, factsOf, entry: null };
  const result = await acts.run(act, work);
  const facts = { ...event.details, ...factsOf(result) };
  if (act.entry === null) {
    act.entry = await writeEntry(database, { ...event, details: facts });
    return result;
  }
  const told = JSON.parse((act.entry as AuditEntry).details) as Details;
  const more = Object.entries(facts).filter(([name, value]) => told[name] !== value);
  if (more.length > 0) {
    const details = { ...Object.fromEntries(more), of: (act.entry as AuditEntry).seq };
    await writeEntry(database, { ...event, details });
  }
  return result;
}

/** An entry of its own, outside any act. */
export async function writeEntry(
  database: Pick<Database, "queries" | "dataDir">,
  event: AuditEvent,
): Promise<AuditEntry> {
  const { entries } = await asActs(database, [event], async () => undefined);
  const [entry] = entries;
  if (entry === undefined) throw new Error("An entry was written and is not there");
  return entry;
}

/**
 * Changes of one transaction that are several acts, each with an entry of its own: all of them
 * stand, or none does.
 */
export async function asActs<Result>(
  database: Pick<Database, "queries" | "dataDir">,
  events: readonly AuditEvent[],
  work: (transaction: TransactionQueries) => Promise<Result>,
): Promise<{ readonly result: Result; readonly entries: readonly AuditEntry[] }> {
  return acts.exit(async () => {
    const done = await withEntriesIn(database, async (transaction) => ({
      result: await work(transaction),
      events,
    }));
    await confirm(database.dataDir, done.entries);
    return done;
  });
}

/** Work and its entries as one transaction, whose last step takes turns with those of others. */
async function withEntriesIn<Result>(
  { queries, dataDir }: Pick<Database, "queries" | "dataDir">,
  work: (
    transaction: TransactionQueries,
  ) => Promise<{ result: Result; events: readonly AuditEvent[] }>,
): Promise<{ result: Result; entries: readonly AuditEntry[] }> {
  let endTurn = () => {};
  try {
    return await queries.transaction(async (transaction) => {
      // Begun once more after a passing fault of the commit.
      endTurn();
      const { result, events } = await work(transaction);
      endTurn = await takeTurn(dataDir);
      const entries: AuditEntry[] = [];
      for (const event of events) entries.push(await appendIn(transaction, event));
      await announce(dataDir, ...entries);
      return { result, entries };
    });
  } finally {
    endTurn();
  }
}

/** The entries are committed; what keeps them from the mirror now is mended at the next start. */
async function confirm(dataDir: string, entries: readonly AuditEntry[]): Promise<void> {
  await appendToMirror(dataDir, entries).catch(() => {});
}
