import { CHANNELS, ORGANISATION } from "../../columns/columns.ts";
import { DAY } from "../../time/instant.ts";
import type { Context } from "../indicators/context.ts";
import { rowsOfAccount } from "../indicators/explained-rows.ts";
import { CONSTANTS } from "../parameters.ts";
import type { FoundAccount } from "./detection-result.ts";

const DAILY: ReadonlySet<number> = new Set(
  (["card", "pos"] as const).map((channel) => CHANNELS.indexOf(channel)),
);

/** Transfers with one counterparty, and when the first and the last were. */
interface Dealings {
  readonly transfers: number;
  readonly first: number;
  readonly last: number;
}
const NOBODY: Dealings = { transfers: 0, first: 0, last: 0 };

/** What speaks for ordinary life, in figures. */
export function speaksAgainst(context: Context, account: number): FoundAccount["against"] {
  const { columns, flow, input } = context;
  const { holderKind, openedAt } = columns.accounts;
  const { knownPercent, incomes, dailyPayments, years, yearDays } = CONSTANTS.against;
  const rows = rowsOfAccount(columns, account, input);
  const otherEnd = (row: number) =>
    columns.from[row] === account ? columns.to[row]! : columns.from[row]!;
  const partners = new Map<number, Dealings>();
  const payers = new Map<number, Dealings>();
  let daily = 0;
  for (const row of rows) {
    const other = otherEnd(row);
    const { transfers, first } = partners.get(other) ?? {
      ...NOBODY,
      first: columns.bookedAt[row]!,
    };
    partners.set(other, { transfers: transfers + 1, first, last: columns.bookedAt[row]! });
    if (columns.from[row] === account && DAILY.has(columns.channel[row]!)) daily += 1;
    if (columns.to[row] !== account || holderKind[other] !== ORGANISATION) continue;
    const when = columns.bookedAt[row]!;
    const paid = payers.get(other) ?? { ...NOBODY, first: when };
    payers.set(other, { transfers: paid.transfers + 1, first: paid.first, last: when });
  }
  const found: { code: string; params: Record<string, string | number> }[] = [];
  const percent = shareWithKnown(
    context,
    rows,
    (row) => partners.get(otherEnd(row)) ?? NOBODY,
    otherEnd,
  );
  // Rates and habits need days of its own that are held.
  const isHeld = context.held.time[account]! >= CONSTANTS.against.heldDays * DAY;
  if (isHeld && percent >= knownPercent)
    found.push({ code: "known-partners", params: { percent } });
  // Two payments within days are one purchase taken back, not an income.
  const times = Math.max(
    0,
    ...[...payers.values()]
      .filter(({ first, last }) => last - first >= CONSTANTS.against.knownDays * DAY)
      .map(({ transfers }) => transfers),
  );
  if (isHeld && times >= incomes) found.push({ code: "regular-income", params: { times } });
  if (isHeld && daily >= dailyPayments)
    found.push({ code: "daily-life", params: { transfers: daily } });
  if (holderKind[account] === ORGANISATION) found.push({ code: "organisation", params: {} });
  const age = (flow.start - openedAt[account]!) / (yearDays * DAY);
  if (age >= years) found.push({ code: "long-open", params: { years: Math.floor(age) } });
  return found;
}

/** Per cent of its money that moved with accounts it deals with again and again. */
function shareWithKnown(
  { columns }: Context,
  rows: readonly number[],
  dealingsWith: (row: number) => Dealings,
  otherEnd: (row: number) => number,
): number {
  let again = 0;
  let whole = 0;
  for (const row of rows) {
    const amount = Number(columns.amount[row]);
    whole += amount;
    const { transfers, first, last } = dealingsWith(row);
    const { knownTransfers, knownDays } = CONSTANTS.against;
    const known = transfers >= knownTransfers && last - first >= knownDays * DAY;
    if (known && columns.accounts.exitKind[otherEnd(row)] === 0) again += amount;
  }
  return whole > 0 ? Math.floor((again / whole) * 100) : 0;
}
