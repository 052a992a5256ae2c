import { readFile, rm } from "node:fs/promises";
import { z } from "zod";
import { nothing } from "../../graph-queries/row-values.ts";
import type { Queries, TransactionQueries } from "../../graph-queries/runner.ts";
import { numbersOf } from "../auditing/person-held.store.ts";
import { snapshotPath } from "../columns/load.ts";
import { UserError } from "../errors/user-error.ts";
import { listHolds, refuseHeld, type Standing } from "../holds/holds.store.ts";
import { refusedPath, warnedPath } from "../loading/data-folder/folders.ts";
import { withLoadingLock } from "../loading/data-folder/loading-lock.ts";
import { listSources } from "../loading/sources/sources.store.ts";
import type { Database } from "../neo4j/database.ts";
import { writeWhole } from "../neo4j/folder.ts";
import { logIn, namesIn, ownRecord, ownTransfer } from "./erased-records.ts";
import {
  type Erased,
  erasedWords,
  namesNumber,
  type RecordInGraph,
  recordAfter,
  recordWithoutPerson,
  withoutPerson,
} from "./erased-text.ts";
import { casesDue } from "./retention.store.ts";

type Stored = Pick<Database, "queries" | "dataDir">;

/** Labels that hold the office's own data, or entries that the chain binds. */
const APART = [
  ...["AuditEntry", "AuditHead", "Migration", "Counter", "User", "Session", "ApiToken"],
  ...["SignInRules", "RetentionRule"],
];

const recordRow = z.tuple([z.string(), z.array(z.string()), z.record(z.string(), z.unknown())]);

interface Found {
  readonly element: string;
  readonly labels: readonly string[];
  readonly record: RecordInGraph;
}

/** What an erasure changed, by what it is. */
export type ErasureCounts = Readonly<Record<string, number>>;

/** Everything in the graph that has a number of the person. */
async function recordsOf(queries: Queries, numbers: readonly string[]): Promise<Found[]> {
  const sought = erasedWords("", numbers, []);
  const found: Found[] = [];
  for await (const row of queries.stream("retention/every-record", { apart: APART })) {
    const [element, labels, record] = recordRow.parse(row);
    const texts = Object.values(record).flatMap((value) =>
      typeof value === "string" ? [value] : Array.isArray(value) ? value.map(String) : [],
    );
    if (texts.some((one) => namesNumber(one, sought))) found.push({ element, labels, record });
  }
  return found;
}

const caseRow = z.object({ id: z.string(), status: z.string() });

/**
 * The person's numbers and records. UserError where the data have no such person, a hold stands, or
 * a case needs the data: an open one, or one whose term has not come.
 */
async function erasable(stored: Stored, whom: string, at: number) {
  const { queries } = stored;
  const numbers = await numbersOf(queries, whom);
  const records = await recordsOf(queries, numbers);
  const own = records.filter(
    ({ labels, record }) =>
      (labels.includes("Account") && numbers.includes(String(record.number))) ||
      (labels.includes("Holder") && numbers.includes(String(record.key))),
  );
  if (own.length === 0) throw nobody();
  const elements = records.map(({ element }) => element);
  const cases = await queries.read("retention/cases-of-records", { elements }, caseRow);
  const standing = (await listHolds(queries)).filter(
    ({ kind, what, lifted }) =>
      lifted === null &&
      (kind === "person" ? numbers.includes(what) : cases.some(({ id }) => id === what)),
  );
  refuseHeld(standing satisfies Standing[]);
  const due = await casesDue(stored, at);
  const needed = cases.filter(({ id, status }) => status !== "closed" || !due.has(id));
  if (needed.length > 0) throw inCases(needed.map(({ id }) => id));
  return { numbers, records, own, cases: cases.map(({ id }) => id) };
}

/** The check alone, for whoever asks; nothing is changed. */
export async function requireErasable(stored: Stored, whom: string, at: number): Promise<void> {
  await erasable(stored, whom, at);
}

/**
 * Takes a person's names and numbers out of the data: amounts, times and the ways of money stay
 * under words that nobody can turn back. `finish` writes down that it was done, in the same
 * transaction. Nothing is loaded meanwhile.
 */
export async function erasePerson(
  stored: Stored,
  { id, whom, at }: { readonly id: string; readonly whom: string; readonly at: number },
  finish: (run: TransactionQueries["run"], counts: ErasureCounts) => Promise<void>,
): Promise<ErasureCounts> {
  return withLoadingLock(stored, async () => {
    const { queries, dataDir } = stored;
    const { numbers, records, own, cases } = await erasable(stored, whom, at);
    const isNamed = ({ record }: Found) =>
      numbers.includes(String(record.victimIin)) || numbers.includes(String(record.iin));
    const names = records
      .filter((one) => own.includes(one) || isNamed(one))
      .flatMap(({ record }) => namesIn(record));
    const erased = erasedWords(id, numbers, names);
    const changed = [
      ...changedRecords(records, own, erased),
      ...(await changedOfCases(queries, cases, records, erased)),
    ];
    const transfers = await changedTransfers(queries, numbers, erased);
    const counts = {
      numbers: numbers.length,
      records: changed.length,
      transfers: transfers.length,
      refusedFiles: await changedRefusedRows(queries, dataDir, erased),
    };
    await queries.transaction(async ({ run }) => {
      await run("retention/drop-devices", { numbers }, nothing);
      await run("retention/write-records", { records: changed }, nothing);
      await run("retention/write-transfers", { transfers }, nothing);
      await finish(run, counts);
    });
    // It holds names and numbers of accounts, and is made anew from the database.
    await rm(snapshotPath(dataDir), { force: true });
    return counts;
  });
}

interface Changed {
  readonly element: string;
  readonly properties: RecordInGraph;
}

function changedRecords(
  records: readonly Found[],
  own: readonly Found[],
  erased: Erased,
): Changed[] {
  return records.map((one) => ({
    element: one.element,
    properties: own.includes(one)
      ? ownRecord(one.record, erased)
      : one.labels.includes("AccountSession")
        ? logIn(one.record, erased)
        : recordAfter(one.record, erased),
  }));
}

/** Titles, notes, papers: texts of the person's cases that have a name and no number. */
async function changedOfCases(
  queries: Queries,
  cases: readonly string[],
  already: readonly Found[],
  erased: Erased,
): Promise<Changed[]> {
  const changed: Changed[] = [];
  const seen = new Set(already.map(({ element }) => element));
  for await (const row of queries.stream("retention/records-of-cases", { cases })) {
    const [element, , record] = recordRow.parse(row);
    if (seen.has(element)) continue;
    const properties = recordWithoutPerson(record, erased);
    if (properties !== undefined) changed.push({ element, properties });
  }
  return changed;
}

const transferRow = z.tuple([z.string(), z.boolean(), z.record(z.string(), z.unknown())]);

async function changedTransfers(queries: Queries, numbers: readonly string[], erased: Erased) {
  const changed: { id: string; properties: RecordInGraph }[] = [];
  for await (const row of queries.stream("retention/transfers-of-person", { numbers })) {
    const [id, own, record] = transferRow.parse(row);
    const properties = own ? ownTransfer(record, erased) : recordAfter(record, erased);
    changed.push({ id, properties });
  }
  return changed;
}

/**
 * Rows that a source refused, and its warnings, lie in files of their own; answers how many files
 * changed.
 */
async function changedRefusedRows(
  queries: Queries,
  dataDir: string,
  erased: Erased,
): Promise<number> {
  let changed = 0;
  const sources = await listSources(queries);
  for (const path of sources.flatMap(({ id }) => {
    const refused = refusedPath(dataDir, id);
    return [refused, warnedPath(refused)];
  })) {
    const before = await readFile(path, "utf8").catch(() => null);
    if (before === null) continue;
    const after = withoutPerson(before, erased);
    if (after === before) continue;
    await writeWhole(path, after);
    changed += 1;
  }
  return changed;
}

function nobody(): UserError {
  return new UserError({
    code: "erasure-of-nobody",
    status: 404,
    message: "The data have no such person.",
    remedy: "Give an IIN, a BIN or the number of an account that was loaded.",
  });
}

function inCases(cases: readonly string[]): UserError {
  return new UserError({
    code: "erasure-in-case",
    status: 409,
    message: `The person is in ${cases.join(", ")}: open, or closed and not yet due for review.`,
    remedy: "Close the cases and wait for their term; a court may still ask for them.",
    params: { cases: cases.join(", ") },
  });
}
