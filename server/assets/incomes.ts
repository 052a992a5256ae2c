import type { Income } from "../../contract/assets.ts";
import { groupBy } from "../exploring/sums.ts";
import { foldName } from "../identity/names.ts";
import { HOME_ZONE, type Instant, offsetMilliseconds } from "../time/instant.ts";
import { KINDS_OF_INCOME, type KindOfIncome } from "./income-words.ts";

/** A payment to the defendant, from somebody else. */
export interface Receipt {
  readonly id: string;
  readonly account: string;
  readonly payer: string;
  readonly payerName: string | null;
  readonly payerKind: "person" | "organisation" | "unknown";
  readonly payerIin: string | null;
  /** Minor units. */
  readonly amount: bigint;
  readonly currency: string;
  readonly bookedAt: Instant;
  readonly purpose: string | null;
  readonly sourceName: string | null;
  readonly row: number;
}

/** Without words an organisation's payments are income from so many months on … */
const MONTHS_OF_A_RHYTHM = 3;
/** … in at least so many of a hundred months between the first and the last. */
const SHARE_OF_MONTHS = 60n;

const RHYTHM: KindOfIncome = { kind: "regular", words: [], protection: "unclear", article: null };

/**
 * Regular income among receipts: what their purposes call so, and what an organisation pays month
 * after month in about the same sum. The largest first. A person's payments are income only where
 * their words say alimony: "salary" between droppers is a pretext.
 */
export function incomesOf(receipts: readonly Receipt[]): Income[] {
  const told = receipts.map((receipt) => ({ receipt, kind: kindOf(receipt) }));
  const groups = groupBy(told, ({ receipt, kind }) =>
    [kind?.kind ?? "", receipt.payer, receipt.currency].join("|"),
  );
  const found = [...groups.values()].flatMap((group) => {
    const list = group.map(({ receipt }) => receipt);
    const kind = group[0]?.kind ?? null;
    if (kind !== null) return [income(kind, list)];
    const paid = list.filter(({ payerKind }) => payerKind === "organisation");
    return hasRhythm(paid) ? [income(RHYTHM, paid)] : [];
  });
  return found.sort(
    (left, right) =>
      Number(BigInt(right.total) > BigInt(left.total)) -
        Number(BigInt(right.total) < BigInt(left.total)) ||
      (left.payer.key < right.payer.key ? -1 : 1),
  );
}

function kindOf({ purpose, payerKind }: Receipt): KindOfIncome | null {
  if (purpose === null) return null;
  const text = ` ${foldName(purpose)}`;
  const kind = KINDS_OF_INCOME.find(({ words }) => words.some((word) => text.includes(` ${word}`)));
  if (kind === undefined) return null;
  return payerKind !== "person" || kind.fromPersons === true ? kind : null;
}

/**
 * In three months or more, in most of those between, each within half and one and a half times the
 * middle one.
 */
function hasRhythm(receipts: readonly Receipt[]): boolean {
  const months = monthsOf(receipts);
  if (months.length < MONTHS_OF_A_RHYTHM) return false;
  const between = (months.at(-1) as number) - (months[0] as number) + 1;
  if (BigInt(months.length) * 100n < BigInt(between) * SHARE_OF_MONTHS) return false;
  const middle = middleOf(receipts);
  return receipts.every(({ amount }) => 2n * amount >= middle && 2n * amount <= 3n * middle);
}

function income(kind: KindOfIncome, receipts: readonly Receipt[]): Income {
  const [first] = receipts;
  const last = receipts.at(-1);
  if (first === undefined || last === undefined) throw new Error("No receipts, no income");
  return {
    kind: kind.kind,
    protection: kind.protection,
    article: kind.article,
    payer: { key: first.payer, name: first.payerName, iin: first.payerIin },
    accounts: [...new Set(receipts.map(({ account }) => account))].sort(),
    count: receipts.length,
    months: monthsOf(receipts).length,
    first: first.bookedAt,
    last: last.bookedAt,
    usual: middleOf(receipts).toString(),
    total: receipts.reduce((sum, { amount }) => sum + amount, 0n).toString(),
    currency: first.currency,
    example: {
      transferId: last.id,
      purpose: last.purpose,
      sourceName: last.sourceName,
      row: last.row,
    },
  };
}

/** Months in Kazakhstan since year 0, ascending. */
function monthsOf(receipts: readonly Receipt[]): number[] {
  const offset = offsetMilliseconds(HOME_ZONE) ?? 0;
  const months = receipts.map(({ bookedAt }) => {
    const day = new Date(bookedAt + offset);
    return day.getUTCFullYear() * 12 + day.getUTCMonth();
  });
  return [...new Set(months)].sort((left, right) => left - right);
}

/** The middle amount; of an even number the lower of the two. */
function middleOf(receipts: readonly Receipt[]): bigint {
  const amounts = receipts
    .map(({ amount }) => amount)
    .sort((left, right) => (left < right ? -1 : 1));
  return amounts[Math.floor((amounts.length - 1) / 2)] as bigint;
}
