import type { Table } from "../../../contract/csv.ts";
import type { GridRow } from "../../../contract/loading.ts";
import { formatDecimal } from "../../money/money.ts";
import { DAY, formatInstant } from "../../time/instant.ts";

/** A statement as kept, with the account it is of. */
export interface HeldStatement {
  readonly account: string;
  readonly holderName: string | null;
  readonly bank: string | null;
  readonly currency: string;
  readonly from: number;
  /** The last instant held. */
  readonly to: number;
  readonly opening: bigint | null;
  readonly closing: bigint | null;
  readonly rowsIn: bigint;
  readonly rowsOut: bigint;
}

/**
 * Which days of which account are held. A span is proved where opening + in − out = closing,
 * differs by what is missing, and is unknown where the form has no balances. Days between the first
 * and the last held day that no statement covers are gaps.
 */
export function gridOf(statements: readonly HeldStatement[]): GridRow[] {
  const rows = new Map<string, HeldStatement[]>();
  for (const statement of statements) {
    const key = `${statement.account}|${statement.currency}`;
    rows.set(key, [...(rows.get(key) ?? []), statement]);
  }
  return [...rows.values()].map((held) => {
    const ordered = held.sort((left, right) => left.from - right.from || left.to - right.to);
    const { account, holderName, bank, currency } = ordered[0] as HeldStatement;
    return {
      account,
      holderName,
      bank,
      currency,
      spans: ordered.map(spanOf),
      gaps: gapsOf(ordered),
    };
  });
}

function spanOf({
  from,
  to,
  opening,
  closing,
  rowsIn,
  rowsOut,
}: HeldStatement): GridRow["spans"][number] {
  if (opening === null || closing === null) return { from, to, state: "unknown", difference: null };
  const difference = closing - (opening + rowsIn - rowsOut);
  return difference === 0n
    ? { from, to, state: "proved", difference: null }
    : { from, to, state: "differs", difference: difference.toString() };
}

function gapsOf(ordered: readonly HeldStatement[]): GridRow["gaps"] {
  const gaps: { from: number; to: number }[] = [];
  let held = ordered[0]?.to ?? 0;
  for (const { from, to } of ordered) {
    if (from > held + 1) gaps.push({ from: held + 1, to: from - 1 });
    held = Math.max(held, to);
  }
  return gaps.filter((gap) => gap.to - gap.from >= DAY / 2);
}

/**
 * The grid as a table: one line a span or gap of an account's time; the difference as a decimal.
 */
export function gridTable(rows: readonly GridRow[]): Table {
  const day = (at: number) => formatInstant(at).slice(0, 10);
  return {
    columns: ["account", "holder", "bank", "currency", "from", "to", "state", "difference"],
    decimals: new Set(["difference"]),
    rows: rows.flatMap((row) => {
      const head = [row.account, row.holderName ?? "", row.bank ?? "", row.currency];
      const spans = row.spans.map(({ from, to, state, difference }) => [
        ...[...head, day(from), day(to), state],
        difference === null ? "" : formatDecimal(BigInt(difference), row.currency),
      ]);
      return [
        ...spans,
        ...row.gaps.map(({ from, to }) => [...head, day(from), day(to), "gap", ""]),
      ];
    }),
  };
}
