import { type Grouped, groupByOwner } from "../../columns/typed-arrays.ts";
import type { MoneyRows } from "../network/money-rows.ts";
import { CONSTANTS, PARAMETERS } from "../parameters.ts";
import { type Context, once } from "./context.ts";
import { moneyRows } from "./money-passed-on.ts";

/** The rows of a run as the search for suspects reads them: by account, with what reports say. */
export interface SuspectRows {
  readonly rows: MoneyRows;
  readonly accounts: number;
  /** Places by the ordinary account that paid, and that received. */
  readonly outgoing: Grouped;
  readonly incoming: Grouped;
  /** Places of reported transfers, in time order. */
  readonly stolen: ReadonlySet<number>;
  /** Accounts that reported, or whose payment was reported. */
  readonly victims: ReadonlySet<number>;
  /** Amount in units: a quarter of the middle reported transfer of its currency. */
  readonly units: (place: number) => number;
  /** An ordinary account of a person, as far as is known. */
  readonly isPerson: (account: number) => boolean;
  /** Between two persons who never dealt the other way, and for a week at most. */
  readonly isStranger: (place: number) => boolean;
  /** Money also went the other way between the two accounts. */
  readonly wentBack: (place: number) => boolean;
}

export const suspectRows = once((context): SuspectRows => {
  const rows = moneyRows(context);
  const { relations, relationOfRow, columns, input } = context;
  const { exitKind } = columns.accounts;
  const accounts = columns.accounts.length;
  const placeOf = new Int32Array(columns.length).fill(-1);
  for (let place = 0; place < rows.count; place += 1) placeOf[rows.row[place]!] = place;
  const stolen = new Set<number>();
  const victims = new Set<number>();
  for (const report of [...input.reports].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    for (const account of report.victims) victims.add(account);
    for (const id of report.stolen) {
      const row = columns.rowOfId(id);
      const place = row === undefined ? -1 : placeOf[row]!;
      if (place === -1) continue;
      stolen.add(place);
      if (report.victims.length === 0) victims.add(rows.from[place]!);
    }
  }
  const isPerson = (account: number) => exitKind[account] === 0 && rows.firm[account] === 0;
  const relationAt = (place: number) => relationOfRow[rows.row[place]!]!;
  return {
    rows,
    accounts,
    outgoing: groupByOwner(rows.from, rows.count, accounts, (p) => exitKind[rows.from[p]!] === 0),
    incoming: groupByOwner(rows.to, rows.count, accounts, (p) => exitKind[rows.to[p]!] === 0),
    stolen,
    victims,
    units: unitsOf(context, rows, stolen),
    isPerson,
    isStranger: (place) => {
      const [payer, payee] = [rows.from[place]!, rows.to[place]!];
      const relation = relationAt(place);
      if (relation === -1 || relations.back[relation] !== -1) return false;
      if (rows.actorOf[payer] === rows.actorOf[payee]) return false;
      const life = relations.last[relation]! - relations.first[relation]!;
      return isPerson(payer) && isPerson(payee) && life <= PARAMETERS.briefDays;
    },
    wentBack: (place) => {
      const relation = relationAt(place);
      return relation !== -1 && relations.back[relation] !== -1;
    },
  };
});

/** Places of an account, in time order. */
export function placesOf({ offsets, places }: Grouped, account: number): Int32Array {
  return places.subarray(offsets[account]!, offsets[account + 1]!);
}

/** A currency without reports is measured by the middle of its own transfers. */
function unitsOf(
  { columns }: Context,
  rows: MoneyRows,
  stolen: ReadonlySet<number>,
): (place: number) => number {
  const currencyAt = (place: number) => columns.currency[rows.row[place]!]!;
  const unit = columns.currencies.map((_, currency) => {
    const isIts = (place: number) => currencyAt(place) === currency;
    const reported = [...stolen].filter(isIts);
    const measured = reported.length > 0 ? reported : [...rows.row.keys()].filter(isIts);
    const share = reported.length > 0 ? CONSTANTS.suspects.unitShare : 1;
    return share * middle(measured.map((place) => rows.amount[place]!));
  });
  return (place) => rows.amount[place]! / unit[currencyAt(place)]!;
}

function middle(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const half = sorted.length >> 1;
  if (sorted.length === 0) return 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
