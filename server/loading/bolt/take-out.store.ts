import { z } from "zod";
import { nothing } from "../../../graph-queries/row-values.ts";
import type { Queries } from "../../../graph-queries/runner.ts";
import { linkReports } from "../duplicates/link-reports.ts";
import { regroup } from "../duplicates/regroup.store.ts";
import type { AccountFacts, HolderFacts } from "../record/account-facts.ts";
import type { ReportFacts } from "../record/report-facts.ts";
import { readSourceFacts, type SourceFacts } from "../record/source-facts.ts";
import { groupKey, sourceRecordsOf, storedTransfer } from "../record/source-record.ts";
import { listSources, recount, type StoredSource } from "../sources/sources.store.ts";
import { saveAccounts, saveHolders } from "./accounts.store.ts";
import { type LabelFacts, writeLabels } from "./labels.store.ts";
import { writeReports } from "./reports.store.ts";
import { takeOutSessions } from "./sessions.store.ts";

const factsRow = z.object({ key: z.string(), facts: z.array(z.string()) });

const CHUNK = 2_000;

/**
 * Removes everything a source recorded and leaves what other sources say. Every step can be done
 * again: a withdrawal that was cut off is finished by doing it once more.
 */
export async function takeOut(
  queries: Queries,
  source: StoredSource,
  when: { by: string; at: number; state: "withdrawn" | "failed"; reason?: string | null },
): Promise<void> {
  const { by, reason = null } = when;
  await queries.run("loading/begin-withdrawal", { id: source.id, by, reason });
  await takeOutTransfers(queries, source);
  await queries.run("loading/delete-statements-of-source", { id: source.id });
  if (source.kind === "sessions") await takeOutSessions(queries, source.id);
  const { sequence } = source;
  await forget<ReportFacts>(queries, "reports", sequence, (left) => writeReports(queries, left));
  await forget<LabelFacts>(queries, "labels", sequence, (left) => writeLabels(queries, left));
  // Holders first: an account's holder is looked up by what other sources say of it.
  await forget<HolderFacts>(queries, "holders", sequence, (left) => saveHolders(queries, left));
  await forget<AccountFacts>(queries, "accounts", sequence, (left) => saveAccounts(queries, left));
  await queries.run("loading/drop-pairs-of-source", { prefix: `${source.id}#` });
  await queries.run("loading/finish-withdrawal", {
    id: source.id,
    at: BigInt(when.at),
    state: when.state,
  });
  await linkReports(queries);
}

async function takeOutTransfers(queries: Queries, source: StoredSource): Promise<void> {
  const sequences = new Map((await listSources(queries)).map((one) => [one.id, one.sequence]));
  const sequenceOf = (id: string) => sequences.get(id) ?? 0;
  const touched = new Set<string>();
  for (const name of ["loading/transfers-of-source", "loading/transfers-also-of-source"]) {
    for (;;) {
      const shared = await queries.read(
        name,
        { id: source.id, limit: BigInt(CHUNK) },
        storedTransfer,
      );
      if (shared.length === 0) break;
      const groups = new Set(
        shared.flatMap((row) => sourceRecordsOf(row, sequenceOf)).map(groupKey),
      );
      const done = await regroup(queries, { groups: [...groups], without: source.id, sequenceOf });
      for (const id of done.touched) if (id !== source.id) touched.add(id);
    }
  }
  await queries.autoCommit("loading/delete-transfers-of-source", { id: source.id }, nothing);
  await recount(queries, [...touched]);
}

/** Takes out what the source says, and writes or forgets what is left. */
async function forget<Facts>(
  queries: Queries,
  what: "accounts" | "holders" | "reports" | "labels",
  sequence: number,
  write: (left: ReadonlyMap<string, readonly SourceFacts<Facts>[]>) => Promise<void>,
): Promise<void> {
  for (;;) {
    const parameters = { prefix: `${sequence} `, limit: BigInt(5 * CHUNK) };
    const rows = await queries.read(`loading/${what}-of-source`, parameters, factsRow);
    if (rows.length === 0) return;
    const left = new Map<string, SourceFacts<Facts>[]>();
    const gone: string[] = [];
    for (const row of rows) {
      const others = readSourceFacts<Facts>(row.facts).filter((one) => one.sequence !== sequence);
      if (others.length > 0) left.set(row.key, others);
      else gone.push(row.key);
    }
    await write(left);
    if (gone.length > 0) await queries.run(`loading/forget-${what}`, { keys: gone });
  }
}
