import { z } from "zod";
import { nothing } from "../../../graph-queries/row-values.ts";
import type { Queries } from "../../../graph-queries/runner.ts";
import { regroup } from "../pairs/regroup.store.ts";
import { groupKey, type StoredProperties, tellingsOf } from "../pairs/telling.ts";
import { holdersAgain, saveAccounts } from "../writing/accounts.store.ts";
import { type LabelFacts, writeLabels } from "../writing/labels.store.ts";
import { writeReports } from "../writing/reports.store.ts";
import type { ReportFacts } from "../writing/reports.ts";
import { type AccountFacts, type HolderFacts, readTold, type Told } from "../writing/told.ts";
import { listSources, recount, type StoredSource } from "./sources.store.ts";

const transferRow = z.object({
  from: z.string(),
  to: z.string(),
  properties: z.record(z.string(), z.custom<StoredProperties[string]>()),
});
const toldRow = z.object({ key: z.string(), told: z.array(z.string()) });

const CHUNK = 2_000;

/**
 * Removes everything a source told and leaves what others told. Every step can be done again: a
 * withdrawal that was cut off is finished by doing it once more.
 */
export async function takeOut(
  queries: Queries,
  source: StoredSource,
  when: { by: string; at: number; state: "withdrawn" | "failed" },
): Promise<void> {
  await queries.run("loading/begin-withdrawal", { id: source.id });
  await takeOutTransfers(queries, source);
  await queries.run("loading/delete-statements-of-source", { id: source.id });
  const { sequence } = source;
  await untell<ReportFacts>(queries, "reports", sequence, (left) => writeReports(queries, left));
  await untell<LabelFacts>(queries, "labels", sequence, (left) => writeLabels(queries, left));
  // Holders first: an account's holder is looked up by what is left of its own tellings.
  await untell<HolderFacts>(queries, "holders", sequence, (left) => holdersAgain(queries, left));
  await untell<AccountFacts>(queries, "accounts", sequence, (left) => saveAccounts(queries, left));
  await queries.run("loading/drop-pairs-of-source", { prefix: `${source.id}#` });
  await queries.run("loading/finish-withdrawal", {
    id: source.id,
    at: BigInt(when.at),
    by: when.by,
    state: when.state,
  });
  await queries.run("loading/link-reports");
}

async function takeOutTransfers(queries: Queries, source: StoredSource): Promise<void> {
  const sequences = new Map((await listSources(queries)).map((one) => [one.id, one.sequence]));
  const sequenceOf = (id: string) => sequences.get(id) ?? 0;
  const touched = new Set<string>();
  for (const name of ["loading/transfers-of-source", "loading/transfers-also-of-source"]) {
    for (;;) {
      const shared = await queries.read(name, { id: source.id, limit: BigInt(CHUNK) }, transferRow);
      if (shared.length === 0) break;
      const groups = new Set(shared.flatMap((row) => tellingsOf(row, sequenceOf)).map(groupKey));
      const done = await regroup(queries, { groups: [...groups], without: source.id, sequenceOf });
      for (const id of done.touched) if (id !== source.id) touched.add(id);
    }
  }
  await queries.autoCommit("loading/delete-transfers-of-source", { id: source.id }, nothing);
  await recount(queries, [...touched]);
}

/** Takes the source's word out of what was told, and writes or forgets what is left. */
async function untell<Facts>(
  queries: Queries,
  what: "accounts" | "holders" | "reports" | "labels",
  sequence: number,
  write: (left: ReadonlyMap<string, readonly Told<Facts>[]>) => Promise<void>,
): Promise<void> {
  for (;;) {
    const parameters = { prefix: `${sequence} `, limit: BigInt(5 * CHUNK) };
    const rows = await queries.read(`loading/${what}-told-by`, parameters, toldRow);
    if (rows.length === 0) return;
    const left = new Map<string, Told<Facts>[]>();
    const gone: string[] = [];
    for (const row of rows) {
      const told = readTold<Facts>(row.told).filter((one) => one.sequence !== sequence);
      if (told.length > 0) left.set(row.key, told);
      else gone.push(row.key);
    }
    await write(left);
    if (gone.length > 0) await queries.run(`loading/forget-${what}`, { keys: gone });
  }
}
