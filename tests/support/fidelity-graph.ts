import { z } from "zod";
import type { BankFormat, WrittenFile, WrittenRow } from "../../fixtures/banks/format.ts";
import type { Party } from "../../fixtures/banks/parties.ts";
import { count, minorUnits } from "../../graph-queries/row-values.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { formatInstant } from "../../server/time/instant.ts";

/** Compares what the graph holds with what was written. */

const transferRow = z.object({
  from: z.string(),
  to: z.string(),
  amount: minorUnits,
  currency: z.string(),
  bookedAt: count,
  dayOnly: z.boolean(),
  purpose: z.string().nullable(),
  sources: count,
  fee: minorUnits.nullable(),
});
type GraphTransfer = z.infer<typeof transferRow>;
const holderRow = z.object({
  account: z.string(),
  iin: z.string().nullable(),
  name: z.string().nullable(),
});

export async function transfersInGraph(database: Database): Promise<GraphTransfer[]> {
  return database.queries.read("support/transfers-for-tests", {}, transferRow);
}

/**
 * What differs between the transfers of the graph and the ones written: text lines, each with how
 * often.
 */
export function graphDifferences(
  read: readonly GraphTransfer[],
  format: BankFormat,
  files: readonly WrittenFile[],
): string[] {
  const written = new Map<string, WrittenRow>();
  for (const row of files.flatMap((file) => file.rows)) written.set(row.transfer.id, row);
  const transfers = [...written.values()];
  const held = new Set(
    transfers.flatMap(({ transfer: { from, to } }) =>
      [from, to].filter((side) => side.held).map((side) => side.account),
    ),
  );
  const timed = format.carries.row.includes("time");
  /** Where both accounts' statements tell of a transfer, the fee stands in one of them only. */
  const feeOf = (from: string | null, to: string | null, fee: bigint) =>
    format.carries.row.includes("fee") && held.has(from) && !held.has(to) ? fee : 0n;
  const balance = new Map<string, number>();
  const add = (key: string, by: number) => balance.set(key, (balance.get(key) ?? 0) + by);
  for (const { transfer, purpose } of transfers) {
    const { from, to } = transfer;
    const fee = feeOf(from.account, to.account, transfer.fee);
    add(key(ends(from), ends(to), transfer, instant(transfer.at, timed), fee, purpose), 1);
  }
  for (const row of read) {
    const fee = feeOf(row.from, row.to, row.fee ?? 0n);
    add(key(row.from, row.to, row, instant(row.bookedAt, timed), fee, row.purpose ?? ""), -1);
  }
  return [...balance].flatMap(([line, left]) =>
    left === 0 ? [] : [left > 0 ? `missing ${left}: ${line}` : `too many ${-left}: ${line}`],
  );
}

/**
 * Accounts abroad may stand as themselves or as the way out of their kind: both are read as
 * "abroad".
 */
function ends(party: Party): string {
  if (party.exit === "foreign") return "abroad";
  return party.account ?? `EXIT:${party.exit}`;
}

const ABROAD = new Set([
  "EXIT:foreign",
  "DE89370400440532013000",
  "TR330006100519786457841326",
  "40817810099910004312",
]);

type Amount = Pick<GraphTransfer, "amount" | "currency">;

function key(
  from: string,
  to: string,
  money: Amount,
  at: string,
  fee: bigint,
  purpose: string,
): string {
  const end = (number: string) => (ABROAD.has(number) ? "abroad" : number);
  return [
    end(from),
    end(to),
    money.amount,
    money.currency,
    at,
    fee,
    purpose.replace(/\s+/g, ""),
  ].join(" | ");
}

function instant(at: number, timed: boolean): string {
  return timed ? formatInstant(at) : formatInstant(at).slice(0, 10);
}

/**
 * Holders of the graph that are not those written: each account has one, with the IIN and the name
 * of the file.
 */
export async function holderDifferences(
  database: Database,
  format: BankFormat,
  files: readonly WrittenFile[],
): Promise<string[]> {
  if (!format.carries.other.includes("iin")) return [];
  const held = new Map<string, { iin: string | null; names: Set<string> }>();
  for (const { transfer, fromName, toName } of files.flatMap((file) => file.rows))
    for (const [party, name] of [
      [transfer.from, fromName],
      [transfer.to, toName],
    ] as const) {
      if (party.account === null || party.exit !== null) continue;
      const known = held.get(party.account) ?? { iin: party.iin, names: new Set<string>() };
      known.names.add(name);
      held.set(party.account, known);
    }
  const read = await database.queries.read("support/holders-for-tests", {}, holderRow);
  const byAccount = new Map<string, (typeof read)[number][]>();
  for (const row of read) byAccount.set(row.account, [...(byAccount.get(row.account) ?? []), row]);
  return [...held].flatMap(([account, { iin, names }]) => {
    const holders = byAccount.get(account) ?? [];
    const right =
      holders.length === 1 && holders[0]?.iin === iin && names.has(holders[0]?.name ?? "");
    return right
      ? []
      : [`${account}: wrote ${iin} ${[...names].join("/")}, read ${JSON.stringify(holders)}`];
  });
}
