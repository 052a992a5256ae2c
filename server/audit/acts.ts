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
    const { result, entry } = await withEntryIn(database, async (transaction) => {
      const done = await work(transaction);
      const facts = { ...act.event.details, ...act.factsOf(done) };
      return { result: done, event: { ...act.event, details: facts } };
    });
    act.entry = entry;
    await confirm(dataDir, entry);
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
export function writeEntry(
  database: Pick<Database, "queries" | "dataDir">,
  event: AuditEvent,
): Promise<AuditEntry> {
  return acts.exit(async () => {
    const { entry } = await withEntryIn(database, async () => ({ result: undefined, event }));
    await confirm(database.dataDir, entry);
    return entry;
  });
}

/** Work and its entry as one transaction, whose last step takes turns with those of others. */
async function withEntryIn<Result>(
  { queries, dataDir }: Pick<Database, "queries" | "dataDir">,
  work: (transaction: TransactionQueries) => Promise<{ result: Result; event: AuditEvent }>,
): Promise<{ result: Result; entry: AuditEntry }> {
  let endTurn = () => {};
  try {
    return await queries.transaction(async (transaction) => {
      // Begun once more after a passing fault of the commit.
      endTurn();
      const { result, event } = await work(transaction);
      endTurn = await takeTurn(dataDir);
      const entry = await appendIn(transaction, event);
      await announce(dataDir, entry);
      return { result, entry };
    });
  } finally {
    endTurn();
  }
}

/** The entry is committed; what keeps the line from the mirror now is mended at the next start. */
async function confirm(dataDir: string, entry: AuditEntry | null): Promise<void> {
  if (entry !== null) await appendToMirror(dataDir, [entry]).catch(() => {});
}
