import { z } from "zod";
import type { Queries } from "../../graph-queries/runner.ts";
import { compactAccountNumber } from "../identity/iban.ts";

/** Anything the graph keeps of a record; integers become texts, so that none loses digits. */
type Kept = Readonly<Record<string, unknown>>;

/** Everything held about one person. */
export interface PersonHeld {
  /** IIN or BIN and accounts that the person was found by. */
  readonly numbers: readonly string[];
  readonly accounts: readonly { readonly holder: Kept; readonly account: Kept }[];
  readonly sessions: readonly Kept[];
  /** Other records in which one of the numbers stands, by their label. */
  readonly records: readonly { readonly labels: readonly string[]; readonly record: Kept }[];
}

const numbersRow = z.object({ numbers: z.array(z.string()) });
const kept = z.record(z.string(), z.unknown()).transform(plain);
const accountRow = z.object({ holder: kept, account: kept });
const sessionRow = z.object({ session: kept });

/** Labels that are asked for by themselves, or hold nobody's data but the office's own. */
const APART = [
  ...["Account", "Holder", "AccountSession", "User", "Session", "ApiToken", "SignInRules"],
  ...["AuditEntry", "AuditHead", "Migration", "Source", "SourceWords", "DetectionRun"],
];

/** The numbers of a person; the asked one alone where the data have no such person. */
export async function numbersOf(queries: Queries, whom: string): Promise<string[]> {
  const asked = [...new Set([whom, compactAccountNumber(whom)])];
  const rows = await queries.read("audit/numbers-of-person", { whom: asked }, numbersRow);
  const found = [...new Set(rows.flatMap((row) => row.numbers))];
  return found.length > 0 ? found : asked;
}

export async function personHeld(queries: Queries, whom: string): Promise<PersonHeld> {
  const numbers = await numbersOf(queries, whom);
  const accounts = await queries.read("audit/held-accounts", { numbers }, accountRow);
  const sessions = await queries.read("audit/held-sessions", { numbers }, sessionRow);
  const records: { labels: string[]; record: Kept }[] = [];
  for await (const [labels, record] of queries.stream("audit/held-records", { apart: APART })) {
    const found = plain(record as Record<string, unknown>);
    const text = JSON.stringify(found);
    if (numbers.some((number) => text.includes(number)))
      records.push({ labels: labels as string[], record: found });
  }
  return { numbers, accounts, sessions: sessions.map(({ session }) => session), records };
}

const transferRow = z.tuple([
  z.string(),
  z.bigint(),
  z.bigint(),
  z.string(),
  z.string(),
  z.string(),
  z.string().nullable(),
  z.string().nullable(),
  z.string().nullable(),
  z.bigint().nullable(),
]);

/** Every transfer of the person's accounts, oldest first. */
export async function* transfersOf(queries: Queries, numbers: readonly string[]) {
  for await (const row of queries.stream("audit/held-transfers", { numbers })) {
    const [id, at, amount, currency, from, to, channel, purpose, sourceId, place] =
      transferRow.parse(row);
    yield { id, at: Number(at), amount, currency, from, to, channel, purpose, sourceId, place };
  }
}

function plain(record: Record<string, unknown>): Kept {
  return JSON.parse(
    JSON.stringify(record, (_name, value) => (typeof value === "bigint" ? String(value) : value)),
  );
}
