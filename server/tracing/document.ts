import type { Trace, TraceAccount } from "../../contract/tracing.ts";
import { formatDecimal } from "../money/money.ts";
import { formatInstant } from "../time/instant.ts";

type Figures = Readonly<Record<"received" | "passedOn" | "held" | "exited" | "beyondData", string>>;

/**
 * The document of `trace --json` (docs/tracing.md): amounts as decimals of the currency
 * ("1500.50"). Under "range" the figures are those of the base rule and every account also has
 * minimum and maximum over all rules. Exits are no accounts; they appear as ends of steps.
 */
export function traceDocument(trace: Trace, range: boolean) {
  const decimal = (amount: string) => formatDecimal(BigInt(amount), trace.currency);
  const figures = (of: Figures) => ({
    received: decimal(of.received),
    passedOn: decimal(of.passedOn),
    held: decimal(of.held),
    exited: decimal(of.exited),
    beyondData: decimal(of.beyondData),
  });
  const shares = (list: TraceAccount["byVictim"]) =>
    list.map((one) => ({ victim: one.victim, amount: decimal(one.amount) }));
  const time = (at: number | null) => (at === null ? null : formatInstant(at));
  const account = (one: TraceAccount) => ({
    account: one.account,
    holder: one.holderKey,
    holderName: one.holderName,
    bank: one.bank,
    ...figures(one),
    generation: one.generation,
    ...(one.ranges === null ? {} : rangesOf(one.ranges, decimal)),
    certain: decimal(one.certain),
    stop: one.stop,
    firstReceivedAt: time(one.firstReceivedAt),
    lastLeftAt: time(one.lastLeftAt),
    openingUnknown: one.openingUnknown,
    unexplained: decimal(one.unexplained),
    byVictim: shares(one.byVictim),
  });
  return {
    method: range ? "range" : trace.method,
    ...(range ? { base: trace.method } : {}),
    currency: trace.currency,
    ...(trace.convertedFrom == null ? {} : { convertedFrom: trace.convertedFrom }),
    stolen: decimal(trace.stolen),
    held: decimal(trace.held),
    exited: decimal(trace.exited),
    beyondData: decimal(trace.beyondData),
    accounts: trace.accounts.filter(hasMoney).map(account),
    steps: trace.steps.map((one) => ({
      transferId: one.transferId,
      amount: decimal(one.amount),
      whole: decimal(one.whole),
      from: one.from,
      to: one.to,
      bookedAt: formatInstant(one.bookedAt),
      generation: one.generation,
      byVictim: shares(one.byVictim),
    })),
    victims: trace.victims.map((one) => ({
      victim: one.victim,
      name: one.name,
      accounts: one.accounts,
      reports: one.reports,
      stolen: decimal(one.stolen),
      held: decimal(one.held),
      exited: decimal(one.exited),
      beyondData: decimal(one.beyondData),
      returned: decimal(one.returned),
      others: decimal(one.others),
    })),
    holders: trace.holders.map((one) => ({
      holder: one.holder,
      name: one.name,
      accounts: one.accounts,
      generation: one.generation,
      ...figures(one),
      firstReceivedAt: time(one.firstReceivedAt),
      lastLeftAt: time(one.lastLeftAt),
      byVictim: shares(one.byVictim),
    })),
    requests: trace.requests.map((one) => ({
      ...one,
      from: formatInstant(one.from),
      until: time(one.until),
      waiting: decimal(one.waiting),
    })),
    ...(trace.othersJoined === undefined ? {} : { othersJoined: trace.othersJoined }),
    leftOut: trace.leftOut.map((one) => ({ ...one, amount: decimal(one.amount) })),
  };
}

/** An account the money came to; an exit only where a victim paid straight into it. */
export function hasMoney(one: TraceAccount): boolean {
  if (one.exitKind !== null) return BigInt(one.exited) > 0n;
  return BigInt(one.ranges?.received.maximum ?? one.received) > 0n;
}

function rangesOf(
  ranges: NonNullable<TraceAccount["ranges"]>,
  decimal: (amount: string) => string,
) {
  const range = ({ minimum, maximum }: { minimum: string; maximum: string }) => ({
    minimum: decimal(minimum),
    maximum: decimal(maximum),
  });
  return {
    ...range(ranges.received),
    range: {
      received: range(ranges.received),
      passedOn: range(ranges.passedOn),
      held: range(ranges.held),
      exited: range(ranges.exited),
      beyondData: range(ranges.beyondData),
    },
  };
}
