import { foldName } from "../../../identity/names.ts";
import type { PrintedFacts } from "./pdf-facts.ts";
import type { PdfLayout } from "./pdf-layout.ts";
import type { ReadRow } from "./pdf-row.ts";

/** What the statement's own figures say of the rows that were read. */
export interface PdfProof {
  /** "none": the form gives no balances, or no totals, to compare with. */
  readonly balances: "proved" | "differs" | "none";
  readonly totals: "proved" | "differs" | "none";
  /** By how much opening + rows misses closing, in minor units. */
  readonly difference: bigint;
  /** Kinds of operation whose total was compared, and those that differ. */
  readonly compared: number;
  readonly differing: readonly string[];
  /** The balances hold without the rows that are not carried out yet. */
  readonly withoutPending: boolean;
  /** Fees in their own column are taken from the account beside the amounts. */
  readonly feesApart: boolean;
}

/** Compares opening + rows with closing, and the rows of each kind with the total printed for it. */
export function proveRows(
  rows: readonly ReadRow[],
  facts: PrintedFacts,
  layout: PdfLayout,
): PdfProof {
  const balances = proveBalances(rows, facts);
  const totals = proveTotals(rows, facts, layout);
  const running = runningDiffers(rows);
  const held = balances.balances === "none" && running !== null ? !running : null;
  return {
    ...balances,
    ...totals,
    balances: held === null ? balances.balances : held ? "proved" : "differs",
  };
}

/** The figures speak against what was read: at least one of them does, and none speaks for it. */
export function isRefuted({ balances, totals }: PdfProof): boolean {
  return (
    (balances === "differs" && totals !== "proved") ||
    (totals === "differs" && balances !== "proved")
  );
}

function proveBalances(rows: readonly ReadRow[], { opening, closing }: PrintedFacts) {
  const none = { difference: 0n, withoutPending: false, feesApart: false };
  if (opening === null || closing === null) return { balances: "none", ...none } as const;
  const moved = sum(rows.map(({ moved }) => moved));
  const fees = sum(rows.map(({ feeApart }) => feeApart));
  const pending = sum(rows.filter((row) => row.pending).map((row) => row.moved));
  const missing = closing - opening - moved;
  if (missing === 0n) return { balances: "proved", ...none } as const;
  if (pending !== 0n && missing === -pending)
    return { balances: "proved", ...none, withoutPending: true } as const;
  if (fees !== 0n && missing === -fees)
    return { balances: "proved", ...none, feesApart: true } as const;
  return { balances: "differs", ...none, difference: missing } as const;
}

function proveTotals(rows: readonly ReadRow[], facts: PrintedFacts, layout: PdfLayout) {
  const compared: string[] = [];
  const differing: string[] = [];
  const compare = (name: string, printed: bigint, read: bigint) => {
    compared.push(name);
    if (printed !== read) differing.push(name);
  };
  for (const kind of layout.kinds) {
    const name = kind.totals.map(foldName).find((total) => facts.totals.has(total));
    if (name === undefined) continue;
    const read = sum(rows.filter((row) => row.kind === kind).map(({ moved }) => moved));
    const printed = facts.totals.get(name) ?? 0n;
    // Some forms print totals without their signs.
    compare(name, printed, printed >= 0n && read < 0n ? -read : read);
  }
  const [comes, leaves] = [true, false].map((coming) =>
    sum(rows.flatMap(({ moved }) => (moved > 0n === coming && moved !== 0n ? [moved] : []))),
  ) as [bigint, bigint];
  if (facts.totalIn !== null) compare("in", facts.totalIn, comes);
  if (facts.totalOut !== null) compare("out", facts.totalOut, -leaves);
  const totals = compared.length === 0 ? "none" : differing.length === 0 ? "proved" : "differs";
  return { totals, compared: compared.length, differing } as const;
}

/** Each balance beside a row follows from the one before it; null where rows have none. */
function runningDiffers(rows: readonly ReadRow[]): boolean | null {
  const held = rows.filter(({ balance }) => balance !== null);
  if (held.length < 2 || held.length < rows.length) return null;
  const follows = (list: readonly ReadRow[]) =>
    list.every((row, at) => {
      const before = list[at - 1];
      return before === undefined || row.balance === (before.balance ?? 0n) + row.moved;
    });
  return !follows(held) && !follows([...held].reverse());
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((all, one) => all + one, 0n);
}
