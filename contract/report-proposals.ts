import type { FoundValue } from "./reports.ts";

/**
 * A value that a text gives beyond doubt, for the fields of the form; null = it does not, or says
 * two things.
 */
export interface Proposal {
  readonly number: string | null;
  readonly amount: string | null;
  readonly currency: string | null;
  readonly at: number | null;
  readonly dayOnly: boolean;
  readonly victimName: string | null;
  readonly victimIin: string | null;
  readonly victimAccount: string | null;
  readonly recipientAccount: string | null;
  readonly recipientName: string | null;
  readonly recipientPhone: string | null;
}

/**
 * A value goes into a field only where no other value of the text could stand there. An account with
 * wrong check digits does too: the form says that they do not fit.
 */
export function proposalOf(found: readonly FoundValue[]): Proposal {
  const only = (kind: FoundValue["kind"], fits: (one: FoundValue) => boolean = () => true) => {
    const all = found.filter(
      (one) =>
        one.kind === kind &&
        one.beside === null &&
        (!one.doubtful || kind === "account") &&
        fits(one),
    );
    return all.length === 1 ? (all[0] ?? null) : null;
  };
  const of = (party: FoundValue["party"]) => (one: FoundValue) => one.party === party;
  const amount = only("amount");
  const time = only("time");
  return {
    number: only("number")?.value ?? null,
    amount: amount?.value ?? null,
    currency: amount?.currency ?? null,
    at: time === null ? null : Number(time.value),
    dayOnly: time?.dayOnly ?? false,
    victimName: only("name", of("victim"))?.value ?? null,
    victimIin: only("iin", of("victim"))?.value ?? null,
    victimAccount: only("account", of("victim"))?.value ?? null,
    recipientAccount: only("account", of("recipient"))?.value ?? null,
    recipientName: only("name", of("recipient"))?.value ?? null,
    recipientPhone: only("phone", of("recipient"))?.value ?? null,
  };
}

/** One of several transfers that a text tells of. */
export type ProposedTransfer = Pick<Proposal, "currency" | "at" | "dayOnly"> & {
  readonly amount: string;
};

/**
 * The transfers of a text that tells of several sums, in its order. Each sum has the one time of
 * its own sentence, or the time beside it where sums and times take turns; else all have the one
 * day that the text names. Nothing where there is one sum.
 */
export function transfersOf(found: readonly FoundValue[]): ProposedTransfer[] {
  const amounts = found.filter((one) => one.kind === "amount" && one.beside === null);
  if (amounts.length < 2) return [];
  const times = found.filter((one) => one.kind === "time");
  const inOrder = inTurn(found, amounts, times) ? times : [];
  const alone = (all: readonly FoundValue[], sentence: number) => {
    const own = all.filter((one) => one.sentence === sentence);
    return own.length === 1 ? own[0] : undefined;
  };
  return amounts.map(({ value, currency, sentence }, place) => {
    const isAlone = alone(amounts, sentence) !== undefined;
    const ofSentence = isAlone ? alone(times, sentence) : undefined;
    const time = ofSentence ?? inOrder[place] ?? (times.length === 1 ? times[0] : undefined);
    return {
      amount: value,
      currency,
      at: time === undefined ? null : Number(time.value),
      dayOnly: time?.dayOnly ?? false,
    };
  });
}

/** A time, a sum, a time, a sum; or each sum first. */
function inTurn(
  found: readonly FoundValue[],
  amounts: readonly FoundValue[],
  times: readonly FoundValue[],
): boolean {
  const told = found.filter((one) => amounts.includes(one) || times.includes(one));
  return (
    times.length === amounts.length &&
    told.every((one, at) => at < 2 || one.kind === told[at - 2]?.kind)
  );
}
