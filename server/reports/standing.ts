import type { z } from "zod";
import type { BankPlaces, Exit, Place, reports } from "../../contract/reports.ts";
import type { Trace } from "../../contract/tracing.ts";
import { bankCodeOf } from "../identity/iban.ts";
import { dayOf, instantOfDay } from "../time/day.ts";
import { DAY } from "../time/instant.ts";
import type { Known, LastKnown } from "../tracing/last-known.ts";
import type { StoredReport, Unconfirmed, Waiting } from "./reports.store.ts";

export type Standing = z.input<typeof reports.standing.answer>;
type Sum = Standing["sums"][number];

/** The data's word on accounts: until when they are known, and the names of their holders. */
export interface Knowledge {
  readonly known: LastKnown;
  readonly holders: ReadonlyMap<string, string>;
  /** Keys of described transfers that may be in the data: a person has yet to decide. */
  readonly maybeThere: ReadonlySet<string>;
}

/**
 * Where the money of one report is, from its traces and from what only the victim says. What is on
 * the victim's own accounts again is not looked for.
 */
export function standingOf(
  traces: readonly Trace[],
  report: StoredReport,
  unconfirmed: readonly Unconfirmed[],
  knowledge: Knowledge,
): Standing {
  const { known } = knowledge;
  const places = joined([
    ...traces.flatMap((trace) => tracedPlaces(trace, known)),
    ...unconfirmed.map((one) => describedPlace(one, knowledge)),
  ]).sort(largestFirst);
  return {
    sums: sumsOf(traces, [...unconfirmed, ...report.waiting]),
    banks: byBank(places, asksOf(traces, report, unconfirmed)),
    exits: exitsOf(traces),
  };
}

function tracedPlaces(trace: Trace, known: LastKnown): Place[] {
  return trace.accounts
    .filter(
      ({ generation, exitKind, stop }) => generation > 0 && exitKind === null && stop === null,
    )
    .filter(({ held, beyondData }) => BigInt(held) + BigInt(beyondData) > 0n)
    .map((one) => ({
      account: one.account,
      phone: null,
      holder: one.holderName,
      bank: bankCodeOf(one.account) ?? one.bank,
      currency: trace.currency,
      held: one.held,
      beyondData: one.beyondData,
      heldLeast: one.ranges?.held.minimum ?? one.held,
      heldMost: one.ranges?.held.maximum ?? one.held,
      ...knownOf(known(one.account, trace.currency, one.firstReceivedAt)),
      cameAt: one.firstReceivedAt,
      dayOnly: false,
      reported: "0",
      notThere: "0",
    }));
}

/** One place an account and currency, however many transfers the victim speaks of. */
function joined(places: readonly Place[]): Place[] {
  const found = new Map<string, Place>();
  for (const one of places) {
    const key = `${one.account || `${one.holder} ${one.bank}`} ${one.currency}`;
    const before = found.get(key);
    found.set(key, before === undefined ? one : both(before, one));
  }
  return [...found.values()];
}

function both(one: Place, other: Place): Place {
  const sum = (name: "held" | "beyondData" | "heldLeast" | "heldMost" | "reported" | "notThere") =>
    (BigInt(one[name]) + BigInt(other[name])).toString();
  const [first] = [one, other]
    .filter(({ cameAt }) => cameAt !== null)
    .sort((left, right) => (left.cameAt ?? 0) - (right.cameAt ?? 0));
  return {
    ...one,
    phone: bothPhones(one.phone, other.phone),
    holder: one.holder ?? other.holder,
    held: sum("held"),
    beyondData: sum("beyondData"),
    heldLeast: sum("heldLeast"),
    heldMost: sum("heldMost"),
    reported: sum("reported"),
    notThere: sum("notThere"),
    cameAt: first?.cameAt ?? null,
    dayOnly: first?.dayOnly ?? false,
  };
}

function bothPhones(one: string | null, other: string | null): string | null {
  const phones = [one, other].flatMap((all) => all?.split(", ") ?? []);
  return [...new Set(phones)].join(", ") || null;
}

function knownOf({ until, partlyUntil }: Known) {
  return { knownUntil: until, partlyUntil };
}

/** True where the recipient's statement covers the time of a transfer that is only described. */
export function isCovered(
  { at, dayOnly, currency, recipient }: Unconfirmed,
  known: LastKnown,
): boolean {
  if (recipient.account === null || at === null) return false;
  const { around } = known(recipient.account, currency, at);
  return around !== null && (!dayOnly || around.until >= at + DAY - 1);
}

function describedPlace(described: Unconfirmed, knowledge: Knowledge): Place {
  const { key, amount, currency, at, dayOnly, recipient } = described;
  const { known, holders, maybeThere } = knowledge;
  const account = recipient.account ?? recipient.phone ?? "";
  return {
    account,
    phone: recipient.account === null ? null : recipient.phone,
    // The bank's word on its account comes before the victim's.
    holder: holders.get(account) ?? recipient.name,
    bank: bankCodeOf(account) ?? recipient.bank,
    currency,
    held: "0",
    beyondData: amount,
    heldLeast: "0",
    heldMost: "0",
    ...knownOf(known(account, currency, at)),
    cameAt: at,
    dayOnly,
    reported: amount,
    notThere: !maybeThere.has(key) && isCovered(described, known) ? amount : "0",
  };
}

function largestFirst(one: Place, other: Place): number {
  const [left, right] = [one, other].map((place) => BigInt(place.held) + BigInt(place.beyondData));
  if (left !== right) return (left ?? 0n) > (right ?? 0n) ? -1 : 1;
  return one.account < other.account ? -1 : 1;
}

interface Ask {
  readonly bank: string | null;
  readonly account: string;
  readonly from: number;
  readonly until: number | null;
}

/** Statements that the traces ask for, and those that confirm what only the victim says. */
function asksOf(
  traces: readonly Trace[],
  report: StoredReport,
  unconfirmed: readonly Unconfirmed[],
): Ask[] {
  const traced = traces.flatMap(({ requests }) =>
    requests.map(({ account, bank, from, until }) => ({ account, bank, from, until })),
  );
  const first = unconfirmed
    .map(({ at }) => at ?? report.reportedAt)
    .filter((at) => at !== null)
    .sort((one, other) => one - other)[0];
  const from = first === undefined ? null : instantOfDay(dayOf(first));
  const described = unconfirmed.flatMap(({ recipient: { account, bank } }) =>
    account !== null && bankCodeOf(account) !== null ? [{ account, bank }] : [],
  );
  const own = unconfirmed.length === 0 ? [] : report.victim.accounts;
  const victims = own.map((account) => ({ account, bank: null }));
  const toConfirm =
    from === null ? [] : [...described, ...victims].map((one) => ({ ...one, from, until: null }));
  return [...traced, ...toConfirm].map((one) => ({
    ...one,
    bank: bankCodeOf(one.account) ?? one.bank,
  }));
}

/** The bank with the largest sum first; banks that are only asked come after. */
function byBank(places: readonly Place[], asks: readonly Ask[]): BankPlaces[] {
  const banks = [...new Set([...places, ...asks].map(({ bank }) => bank))];
  return banks.map((bank) => ({
    bank,
    places: places.filter((one) => one.bank === bank),
    statements: oneAnAccount(asks.filter((one) => one.bank === bank)),
  }));
}

/** One statement an account, over all the days that are asked for; no end where one has none. */
function oneAnAccount(asks: readonly Ask[]): Omit<Ask, "bank">[] {
  const found = new Map<string, Omit<Ask, "bank">>();
  for (const { account, from, until } of asks) {
    const before = found.get(account) ?? { account, from, until };
    const isOpen = before.until === null || until === null;
    found.set(account, {
      account,
      from: Math.min(before.from, from),
      until: isOpen ? null : Math.max(before.until ?? until, until),
    });
  }
  return [...found.values()];
}

function sumsOf(
  traces: readonly Trace[],
  unconfirmed: readonly (Pick<Unconfirmed, "amount" | "currency"> | Waiting)[],
): Sum[] {
  const sums = new Map<string, Sum>();
  const add = (currency: string, more: Omit<Sum, "currency" | "outstanding">) => {
    const before = sums.get(currency);
    const plus = (name: keyof typeof more) =>
      (BigInt(before?.[name] ?? "0") + BigInt(more[name])).toString();
    sums.set(currency, {
      currency,
      stolen: plus("stolen"),
      held: plus("held"),
      beyondData: plus("beyondData"),
      exited: plus("exited"),
      // Nothing that came back beside the banks' rows is known here (still-sought.ts).
      outstanding: plus("stolen"),
    });
  };
  for (const { currency, stolen, held, beyondData, exited } of traces)
    add(currency, { stolen, held, beyondData, exited });
  for (const { currency, ...one } of unconfirmed) {
    const amount = one.amount.toString();
    add(currency, { stolen: amount, held: "0", beyondData: amount, exited: "0" });
  }
  return [...sums.values()];
}

/** Each place where money left, with its bank and name where they are known. */
function exitsOf(traces: readonly Trace[]): Exit[] {
  const found = new Map<string, Exit>();
  for (const { currency, accounts } of traces) {
    for (const one of accounts) {
      const kind = one.exitKind ?? one.stop;
      const amount = BigInt(one.exitKind === null ? one.exited : one.received);
      if (kind === null || amount === 0n) continue;
      const key = `${one.account} ${currency}`;
      const before = found.get(key);
      found.set(key, {
        kind,
        account: one.exitKind === null ? one.account : null,
        name: one.exitKind === null ? one.holderName : null,
        bank: bankCodeOf(one.account) ?? one.bank,
        currency,
        amount: (BigInt(before?.amount ?? "0") + amount).toString(),
        at: before?.at ?? one.firstReceivedAt,
      });
    }
  }
  return [...found.values()].sort((one, other) =>
    BigInt(one.amount) > BigInt(other.amount) ? -1 : 1,
  );
}
