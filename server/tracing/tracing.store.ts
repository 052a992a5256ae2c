import { z } from "zod";
import { count, minorUnits } from "../../graph-queries/row-values.ts";
import type { Queries } from "../../graph-queries/runner.ts";
import { jsonOf } from "../money/json.ts";
import type { Facts } from "./database-facts.ts";
import { dumpsOf, strays } from "./dump-period.ts";
import { STOPPING_KINDS } from "./stops.ts";
import type { KnownReport } from "./victims.ts";

const reportRow = z.object({
  id: z.string(),
  victimIin: z.string().nullable(),
  victimName: z.string().nullable(),
  accounts: z.array(z.string()),
  transferIds: z.array(z.string()),
  stated: z.array(z.string()),
  decisions: z.array(
    z.object({
      case: z.string(),
      transferId: z.string(),
      stated: minorUnits,
      whole: minorUnits,
      isStated: z.boolean(),
      at: count,
    }),
  ),
});

const statementRow = z.object({
  account: z.string(),
  from: count.nullable(),
  until: count.nullable(),
  opening: z.bigint().nullable(),
  closing: z.bigint().nullable(),
  currency: z.string().nullable(),
});

const markedRow = z.object({
  number: z.string(),
  kind: z.string().nullable(),
  stub: z.boolean(),
  exit: z.boolean(),
});
const fileRow = z.object({
  source: z.string(),
  bank: z.string(),
  from: count,
  until: count,
  rows: count,
});
const accountsRow = z.object({ number: z.string(), sources: z.array(z.string()) });

export async function readReports(queries: Queries): Promise<KnownReport[]> {
  return queries.read("tracing/reports", {}, reportRow);
}

/** The reports of a case, or undefined where there is no such case. */
export async function readCaseReports(queries: Queries, id: string): Promise<string[] | undefined> {
  const [row] = await queries.read(
    "tracing/case-reports",
    { case: id },
    z.object({ reports: z.array(z.string()) }),
  );
  return row?.reports;
}

/** Everything besides transfers and reports that a trace rests on. */
export async function readFacts(queries: Queries): Promise<Facts> {
  const statements = await queries.read("tracing/statements", {}, statementRow);
  const marked = await queries.read("tracing/marked-accounts", {}, markedRow);
  const reversals = await queries.read("tracing/reversals", {}, z.object({ id: z.string() }));
  const files = await queries.read("tracing/dump-period", {}, fileRow);
  const strayFiles = strays(files);
  const sources = [...new Set(strayFiles.map(({ source }) => source))];
  const ofStrays = await queries.read("tracing/accounts-of-strays", { sources }, accountsRow);
  return {
    statements,
    marked,
    reversals: reversals.map((row) => row.id),
    dump: dumpsOf(files, strayFiles, ofStrays),
  };
}

/** Accounts where the account list alone ends a trace, with the kind it gives them. */
export function readListedStops(queries: Queries): Promise<{ number: string; kind: string }[]> {
  const row = z.object({ number: z.string(), kind: z.string() });
  return queries.read("tracing/listed-stops", { kinds: [...STOPPING_KINDS] }, row);
}

/** Changes with everything that a trace rests on. */
export async function readState(queries: Queries): Promise<string> {
  const [row] = await queries.read("tracing/state", {}, z.record(z.string(), z.unknown()));
  return jsonOf(row);
}

/** Name of the holder by account number. */
export async function readNames(
  queries: Queries,
  numbers: readonly string[],
): Promise<Map<string, string>> {
  const row = z.object({ number: z.string(), name: z.string().nullable() });
  const rows = await queries.read("tracing/holder-names", { numbers: [...numbers] }, row);
  return new Map(
    rows.flatMap((one) => (one.name === null ? [] : [[one.number, one.name] as const])),
  );
}
