import { DAY, HOUR } from "../../time/instant.ts";
import type { Facts, SaidSentence } from "./sentence-facts.ts";
import { exitOf, fatesOf, isOneWayFor, mostPairs, rowsOf } from "./sentence-facts.ts";
import {
  type Check,
  compare,
  different,
  hoursBetween,
  must,
  paidBy,
  percentOf,
  receivedBy,
  sumFigures,
} from "./sentence-figures.ts";

/** Instants are kept in whole milliseconds; hours of a sentence are rounded up to a minute. */
const ROUNDED = 1;
const BRIEF = 7;

/** Sentences of what the money did, and of reports. */
export const MONEY_CHECKS: Readonly<Record<string, Check>> = {
  "handed-on": handedOn,
  forwarded,
  "passed-again": passedAgain,
  gathered: (facts, said) => grouped(facts, said, "payments"),
  split: (facts, said) => grouped(facts, said, "receipts"),
  "left-when-paid": leftWhenPaid,
  "sent-on": sentOn,
  "drawn-within-day": drawnWithinDay,
  "stolen-first": stolenFirst,
  "stolen-later": stolenLater,
  "asked-received": (facts, said) => asked(facts, said, true),
  "asked-sent": (facts, said) => asked(facts, said, false),
};

/** Accounts of one holder are one actor. */
function isOf({ columns }: Facts, account: number): (other: number) => boolean {
  const { holder } = columns.accounts;
  return (other) =>
    other === account || (holder[account] !== -1 && holder[other] === holder[account]);
}

/** Received and paid by the holder, money between own accounts apart. */
function byHolder(facts: Facts, { account, rows }: SaidSentence) {
  const { columns } = facts;
  const isOwn = isOf(facts, account);
  return {
    received: rows.filter((row) => isOwn(columns.to[row]!) && !isOwn(columns.from[row]!)),
    paid: rows.filter((row) => isOwn(columns.from[row]!) && !isOwn(columns.to[row]!)),
  };
}

function passesOn({ columns }: Facts, least: number, most: number, hours: number) {
  return (receipt: number, payment: number) => {
    const wait = columns.bookedAt[payment]! - columns.bookedAt[receipt]!;
    const ratio = Number(columns.amount[payment]) / Number(columns.amount[receipt]);
    return wait >= 0 && wait <= hours * HOUR + ROUNDED && ratio >= least && ratio <= most;
  };
}

/** Each receipt by one payment of its own, half of them soon. */
function handedOn(facts: Facts, said: SaidSentence): string[] {
  const { received, paid } = byHolder(facts, said);
  const pairs = mostPairs(received, paid, passesOn(facts, 0.85, 0.9985, 108));
  const soon = mostPairs(received, paid, passesOn(facts, 0.85, 0.9985, Number(said.params.hours)));
  const oneWay = rowsOf(facts, said.account).filter(
    (row) =>
      facts.columns.to[row] === said.account && exitOf(facts, facts.columns.from[row]!) === "",
  );
  return [
    ...compare(said, {
      receipts: received.length,
      percent: percentOf(facts, paid, received),
      people: different(received.map((row) => facts.columns.from[row]!)),
      ...sumFigures(facts, received),
    }),
    ...must(paid.length === received.length && pairs === received.length, "not each by one"),
    ...must(soon * 2 >= received.length, `half not within ${said.params.hours} hours`),
    ...must(Number(said.params.of) >= received.length, "more than there were"),
    ...must(
      Number(said.params.of) <= Math.max(received.length, oneWay.length),
      "too many receipts",
    ),
  ];
}

/** Within three days of the last receipt, in payments that add up to nearly the receipts. */
function forwarded(facts: Facts, said: SaidSentence): string[] {
  const received = receivedBy(facts, said);
  const paid = paidBy(facts, said);
  const percent = percentOf(facts, paid, received);
  return [
    ...compare(said, {
      receipts: received.length,
      payments: paid.length,
      percent,
      ...sumFigures(facts, received),
    }),
    ...must(received.length + paid.length === said.rows.length, "transfers of others"),
    ...must(percent >= 82 && percent <= 100, "sums that are not alike"),
    ...must(Number(said.params.hours) <= 72, "later than three days"),
  ];
}

/** A receipt, the payment that passed it on, and the payment of its recipient. */
function passedAgain(facts: Facts, said: SaidSentence): string[] {
  const { columns } = facts;
  const fits = passesOn(facts, 0.85, 0.9985, 108);
  const orders = [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ].map((order) => order.map((at) => said.rows[at] as number));
  const linked = (row: number, next: number) =>
    fits(row, next) && isOf(facts, columns.to[row]!)(columns.from[next]!);
  const way = orders.find(([first, then, last]) => linked(first!, then!) && linked(then!, last!));
  if (said.rows.length !== 3 || !way) return ["not passed on twice"];
  const isOwn = isOf(facts, said.account);
  const between = way[1] as number;
  return [
    ...compare(said, {
      hours: hoursBetween(facts, said.rows),
      ...sumFigures(facts, [way[0] as number]),
    }),
    ...must(isOwn(columns.from[between]!) || isOwn(columns.to[between]!), "others' money"),
  ];
}

/** One side is one transfer an occasion, the other at least two. */
function grouped(facts: Facts, said: SaidSentence, single: "receipts" | "payments"): string[] {
  const { received, paid } = byHolder(facts, said);
  const [one, many] = single === "payments" ? [paid, received] : [received, paid];
  const { columns } = facts;
  const sum = (rows: readonly number[]) =>
    rows.reduce((all, row) => all + Number(columns.amount[row]), 0);
  const ratio = sum(paid) / sum(received);
  const near = (row: number) =>
    many.filter((other) => {
      const wait =
        (columns.bookedAt[row]! - columns.bookedAt[other]!) * (single === "payments" ? 1 : -1);
      return wait >= 0 && wait <= 2 * DAY;
    });
  return [
    ...compare(said, {
      receipts: received.length,
      payments: paid.length,
      times: one.length,
      ...sumFigures(facts, received),
    }),
    ...must(many.length >= 2 * one.length, "not in several"),
    ...must(ratio >= 0.82 && ratio <= 0.9986, `sums that are not alike: ${ratio}`),
    ...must(
      one.every((row) => near(row).length >= 2),
      "not within two days",
    ),
  ];
}

/** Receipts of the 36 hours before cover four fifths of each payment out. */
function leftWhenPaid(facts: Facts, said: SaidSentence): string[] {
  const { columns } = facts;
  const { received } = byHolder(facts, said);
  const out = paidBy(facts, said).filter((row) => exitOf(facts, columns.to[row]!) !== "");
  const isCovered = (payment: number) => {
    const before = received.filter((row) => {
      const wait = columns.bookedAt[payment]! - columns.bookedAt[row]!;
      return wait >= 0 && wait <= 36 * HOUR;
    });
    const sum = before.reduce((all, row) => all + Number(columns.amount[row]), 0);
    return sum >= 0.8 * Number(columns.amount[payment]);
  };
  const all = rowsOf(facts, said.account).filter(
    (row) =>
      columns.from[row] === said.account && !["", "pos"].includes(exitOf(facts, columns.to[row]!)),
  );
  const of = Number(said.params.of);
  return [
    ...compare(said, { times: out.length, ...sumFigures(facts, out) }),
    ...must(out.every(isCovered), "not covered by receipts"),
    ...must(!out.some((row) => exitOf(facts, columns.to[row]!) === "pos"), "a purchase"),
    ...must(of >= out.length && of <= all.length, `${of} of ${all.length} payments`),
  ];
}

/** Brief dealings, one way, between two holders. */
function strangersFates(facts: Facts, account: number) {
  const { columns } = facts;
  return fatesOf(facts, account).filter(({ row }) => {
    const payer = columns.from[row]!;
    return isOneWayFor(facts, payer, account, BRIEF) && !isOf(facts, account)(payer);
  });
}

function sentOn(facts: Facts, said: SaidSentence): string[] {
  const named = new Set(said.rows);
  const fates = strangersFates(facts, said.account).filter(({ row }) => named.has(row));
  const gone = fates.filter(({ hours }) => hours <= 72);
  const rows = fates.map(({ row }) => row);
  const left = fates.reduce((all, fate) => all + fate.left, 0);
  const came = rows.reduce((all, row) => all + Number(facts.columns.amount[row]), 0);
  const soon = gone.filter(({ hours }) => hours <= Number(said.params.hours) + 1e-9);
  return [
    ...compare(said, {
      receipts: gone.length,
      of: fates.length,
      percent: Math.floor((left / came) * 100),
      ...sumFigures(facts, rows),
    }),
    ...must(soon.length * 2 >= gone.length, `half not within ${said.params.hours} hours`),
    ...must(
      strangersFates(facts, said.account).every(({ row }) => named.has(row) || isHub(facts, row)),
      "receipts of strangers left out",
    ),
  ];
}

/** Payers that detection may have left out because everybody deals with them. */
function isHub(facts: Facts, row: number): boolean {
  const { columns } = facts;
  const payer = columns.from[row]!;
  const partners = (side: Int32Array, other: Int32Array) =>
    different(
      rowsOf(facts, payer)
        .filter((one) => side[one] === payer)
        .map((one) => other[one]!),
    );
  return Math.max(partners(columns.from, columns.to), partners(columns.to, columns.from)) >= 25;
}

function drawnWithinDay(facts: Facts, said: SaidSentence): string[] {
  const drawn = strangersFates(facts, said.account)
    .filter(({ row, cashed }) => cashed >= 0.5 * Number(facts.columns.amount[row]))
    .map(({ row }) => row);
  const rows = drawn.filter((row) => said.rows.includes(row));
  return [
    ...compare(said, { receipts: rows.length, ...sumFigures(facts, rows) }),
    ...must(
      drawn.every((row) => said.rows.includes(row) || isHub(facts, row)),
      "receipts of strangers left out",
    ),
  ];
}

function reportedIds({ reports }: Facts): ReadonlySet<string> {
  return new Set(reports.flatMap(({ stolen }) => stolen));
}

function stolenFirst(facts: Facts, said: SaidSentence): string[] {
  const ids = new Set(said.rows.map((row) => facts.columns.idOf(row)));
  const reported = reportedIds(facts);
  const naming = facts.reports.filter(({ stolen }) => stolen.some((id) => ids.has(id)));
  return [
    ...compare(said, { reports: naming.length, ...sumFigures(facts, said.rows) }),
    ...must(receivedBy(facts, said).length === said.rows.length, "not received"),
    ...must(
      [...ids].every((id) => reported.has(id)),
      "not reported",
    ),
  ];
}

/** Reported money can have come by as many payments, each after the one before. */
function stolenLater(facts: Facts, said: SaidSentence): string[] {
  const { columns } = facts;
  const reported = reportedIds(facts);
  let reach = new Map<number, number>();
  const note = (into: Map<number, number>, row: number) => {
    const known = into.get(columns.to[row]!) ?? Number.POSITIVE_INFINITY;
    into.set(columns.to[row]!, Math.min(known, columns.bookedAt[row]!));
  };
  for (const id of reported) {
    const row = columns.rowOfId(id);
    if (row !== undefined) note(reach, row);
  }
  const comes = (row: number) =>
    columns.bookedAt[row]! >= (reach.get(columns.from[row]!) ?? Number.POSITIVE_INFINITY);
  const hop = Number(said.params.hop);
  for (let step = 2; step < hop; step += 1) {
    const next = new Map<number, number>();
    for (const [account, since] of reach)
      for (const row of rowsOf(facts, account))
        if (columns.from[row] === account && columns.bookedAt[row]! >= since) note(next, row);
    reach = next;
  }
  return [
    ...compare(said, sumFigures(facts, said.rows)),
    ...must(hop >= 2, `step ${hop}`),
    ...must(receivedBy(facts, said).length === said.rows.length, "not received"),
    ...must(said.rows.some(comes), `no way of ${hop} steps`),
    ...must(!said.rows.some((row) => reported.has(columns.idOf(row))), "reported itself"),
  ];
}

function asked(facts: Facts, said: SaidSentence, received: boolean): string[] {
  const own = received ? receivedBy(facts, said) : paidBy(facts, said);
  const side = received ? facts.columns.from : facts.columns.to;
  const others = own.map((row) => side[row]!);
  const stands = (account: number) =>
    (facts.ranked.get(facts.columns.accounts.numbers[account] as string)?.points ?? 0) > 0;
  return [
    ...compare(said, {
      transfers: own.length,
      accounts: different(others),
      ...sumFigures(facts, own),
    }),
    ...must(own.length === said.rows.length && own.length > 0, "transfers of others"),
    ...must(others.every(stands), "from accounts that do not stand out"),
  ];
}
