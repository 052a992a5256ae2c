import { isoDay, startOfDay } from "./format/dates.ts";
import type { FoundValue } from "./found-values.ts";

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
  /** HH:MM of a text that says no day. */
  readonly clock: string | null;
  readonly victimName: string | null;
  readonly victimIin: string | null;
  readonly victimAccount: string | null;
  readonly recipientAccount: string | null;
  readonly recipientName: string | null;
  readonly recipientPhone: string | null;
}

/**
 * A value goes into a field only where no other value of the text could stand there. An account
 * with wrong check digits does too: the form says that they do not fit.
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
  const day = time === null ? oneDay(found) : null;
  return {
    number: only("number")?.value ?? null,
    amount: amount?.value ?? null,
    currency: amount?.currency ?? null,
    at: time === null ? day : Number(time.value),
    dayOnly: time?.dayOnly ?? day !== null,
    clock: only("clock")?.value ?? null,
    victimName: only("name", of("victim"))?.value ?? null,
    victimIin: only("iin", of("victim"))?.value ?? null,
    victimAccount: only("account", of("victim"))?.value ?? null,
    ...recipientOf(found),
  };
}

/** Several clocks of one day say the day; null = of more days, or of none. */
function oneDay(found: readonly FoundValue[]): number | null {
  const days = new Set(
    found.filter(({ kind }) => kind === "time").map(({ value }) => isoDay(Number(value))),
  );
  const [day] = days;
  return days.size === 1 && day !== undefined ? startOfDay(day) : null;
}

/** Whom a transfer went to, as far as the text says it. */
type Recipient = Pick<Proposal, "recipientAccount" | "recipientName" | "recipientPhone">;

const NOBODY: Recipient = { recipientAccount: null, recipientName: null, recipientPhone: null };
const FIELDS = {
  account: "recipientAccount",
  name: "recipientName",
  phone: "recipientPhone",
} as const;
type Field = keyof typeof FIELDS;
const KINDS = Object.keys(FIELDS) as Field[];

/**
 * The one recipient of a text. Where it names two accounts, or several sums, a name and a phone are
 * of one of them: they stand in the form only where every transfer has them.
 */
function recipientOf(found: readonly FoundValue[]): Recipient {
  const paid = recipients(found);
  const sums = sumsOf(found);
  const accounts = paid.filter(({ kind }) => kind === "account");
  const isOne = sums.length < 2 && accounts.length < 2;
  const all =
    isOne || sums.length === 0 ? [onlyOnes(paid, accounts.length)] : recipientsOf(found, sums);
  const shared = (field: keyof Recipient) => {
    const values = new Set(all.map((one) => one[field]));
    return values.size === 1 ? (all[0]?.[field] ?? null) : null;
  };
  return {
    recipientAccount: shared("recipientAccount"),
    recipientName: shared("recipientName"),
    recipientPhone: shared("recipientPhone"),
  };
}

function recipients(found: readonly FoundValue[]): FoundValue[] {
  return found.filter(
    ({ kind, party, doubtful }) =>
      party === "recipient" &&
      KINDS.some((one) => one === kind) &&
      (!doubtful || kind === "account"),
  );
}

/** Of each kind the only value; beside two accounts nobody knows whose a name or a phone is. */
function onlyOnes(paid: readonly FoundValue[], accounts: number): Recipient {
  if (accounts > 1) return NOBODY;
  return recipientFrom((kind) => {
    const all = paid.filter((one) => one.kind === kind);
    return all.length === 1 ? (all[0]?.value ?? null) : null;
  });
}

function recipientFrom(said: (kind: Field) => string | null): Recipient {
  return {
    recipientAccount: said("account"),
    recipientName: said("name"),
    recipientPhone: said("phone"),
  };
}

function sumsOf(found: readonly FoundValue[]): FoundValue[] {
  return found.filter((one) => one.kind === "amount" && one.beside === null);
}

const placeOf = ({ sentences }: FoundValue): number => sentences[0] ?? 0;

/**
 * The recipient of each sum: what its own sentence says of whom, else the sentences behind it that
 * name no other transfer. A value of another sentence is never taken for one of this sum.
 */
function recipientsOf(found: readonly FoundValue[], sums: readonly FoundValue[]): Recipient[] {
  const paid = recipients(found);
  const first = Math.min(...sums.map(placeOf));
  // Receipts that name the recipient before the sum cannot be told from those that name it after.
  const isBefore = paid.some((one) => one.sentences.every((place) => place < first));
  const said: Recipient[] = [];
  for (const [at, sum] of sums.entries()) {
    const before = said[at - 1];
    if (sum.toSame && before !== undefined) said.push(before);
    else said.push(recipientOfSum(found, paid, { sum, sums, isBefore }));
  }
  return said;
}

function recipientOfSum(
  found: readonly FoundValue[],
  paid: readonly FoundValue[],
  of: {
    readonly sum: FoundValue;
    readonly sums: readonly FoundValue[];
    readonly isBefore: boolean;
  },
): Recipient {
  const { sum, sums, isBefore } = of;
  const sentence = placeOf(sum);
  const beside = sums.filter((one) => placeOf(one) === sentence);
  const own = paid.filter(({ sentences }) => sentences.includes(sentence));
  const behind = isBefore ? [] : saidBehind(found, paid, sums, sentence);
  return recipientFrom((kind) => {
    const here = own.filter((one) => one.kind === kind);
    const told = found.filter((one) => beside.includes(one) || here.includes(one));
    if (beside.length > 1 && here.length > 0)
      return inTurn(told, beside, here) ? (here[beside.indexOf(sum)]?.value ?? null) : null;
    const all = here.length > 0 ? here : behind.filter((one) => one.kind === kind);
    return all.length === 1 ? (all[0]?.value ?? null) : null;
  });
}

/**
 * What the sentences behind a sum say of its recipient, up to the next sum, another time or another
 * recipient.
 */
function saidBehind(
  found: readonly FoundValue[],
  paid: readonly FoundValue[],
  sums: readonly FoundValue[],
  sentence: number,
): FoundValue[] {
  const next = Math.min(...sums.map(placeOf).filter((one) => one > sentence));
  const last = Math.max(sentence, ...found.flatMap(({ sentences }) => sentences));
  const inSentence = (all: readonly FoundValue[], place: number) =>
    all.filter(({ sentences }) => sentences.includes(place));
  const known = new Set(inSentence(paid, sentence).map(({ kind }) => kind));
  const said: FoundValue[] = [];
  for (let place = sentence + 1; place < next && place <= last; place += 1) {
    const here = inSentence(paid, place);
    const isOther = here.some(({ kind }) => known.has(kind));
    if (isOther || inSentence(found, place).some(({ kind }) => kind === "time")) break;
    for (const one of here) known.add(one.kind);
    said.push(...here);
  }
  return said;
}

/** One of several transfers that a text tells of. */
export type ProposedTransfer = Pick<Proposal, "currency" | "at" | "dayOnly"> &
  Recipient & { readonly amount: string };

/**
 * The transfers of a text that tells of several sums, in its order. Each sum has the one time of
 * its own sentence, or the time beside it where sums and times take turns; else all have the one
 * day that the text names. Account, name and phone are those of its own sentence. Nothing where
 * there is one sum.
 */
export function transfersOf(found: readonly FoundValue[]): ProposedTransfer[] {
  const amounts = sumsOf(found);
  if (amounts.length < 2) return [];
  const times = found.filter((one) => one.kind === "time");
  const inOrder = inTurn(found, amounts, times) ? times : [];
  const alone = (all: readonly FoundValue[], sentence: number) => {
    const own = all.filter(({ sentences }) => sentences.includes(sentence));
    return own.length === 1 ? own[0] : undefined;
  };
  const day = oneDay(found);
  const recipient = recipientsOf(found, amounts);
  return amounts.map((sum, place) => {
    const { value, currency } = sum;
    const sentence = placeOf(sum);
    const isAlone = alone(amounts, sentence) !== undefined;
    const ofSentence = isAlone ? alone(times, sentence) : undefined;
    const time = ofSentence ?? inOrder[place] ?? (times.length === 1 ? times[0] : undefined);
    return {
      amount: value,
      currency,
      at: time === undefined ? day : Number(time.value),
      dayOnly: time?.dayOnly ?? day !== null,
      ...(recipient[place] ?? NOBODY),
    };
  });
}

/** A time, a sum, a time, a sum; or each sum first. */
function inTurn(
  found: readonly FoundValue[],
  amounts: readonly FoundValue[],
  others: readonly FoundValue[],
): boolean {
  const told = found.filter((one) => amounts.includes(one) || others.includes(one));
  return (
    others.length === amounts.length &&
    told.every((one, at) => at < 2 || one.kind === told[at - 2]?.kind)
  );
}
