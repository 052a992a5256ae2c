import { formatTime, isoDay, startOfDay } from "../../../contract/format/dates.ts";
import { formatAmount, parseTypedAmount } from "../../../contract/format/money.ts";
import type { FoundValue } from "../../../contract/found-values.ts";
import type { Language } from "../../../contract/languages.ts";
import {
  type Proposal,
  type ProposedTransfer,
  proposalOf,
} from "../../../contract/report-proposals.ts";
import type { CandidateRequest, Entry } from "../../data/first-hour.ts";

/** The form of a new report as a person fills it in. Pure. */
export interface FormState {
  readonly number: string;
  readonly lure: string;
  readonly victimName: string;
  readonly victimIin: string;
  readonly victimAccount: string;
  readonly amount: string;
  readonly currency: string;
  /** YYYY-MM-DD; null = not known. */
  readonly day: string | null;
  /** HH:MM or HH:MM:SS; empty = not known. */
  readonly clock: string;
  readonly recipientAccount: string;
  readonly recipientName: string;
  readonly recipientPhone: string;
  readonly recipientBank: string;
}
export type FieldName = keyof FormState;

export const EMPTY: FormState = {
  number: "",
  lure: "",
  victimName: "",
  victimIin: "",
  victimAccount: "",
  amount: "",
  currency: "KZT",
  day: null,
  clock: "",
  recipientAccount: "",
  recipientName: "",
  recipientPhone: "",
  recipientBank: "",
};

/** What a text proposes for the fields, as the form shows it. */
export function fieldsOf(found: readonly FoundValue[], language: Language): Partial<FormState> {
  const proposal: Proposal = proposalOf(found);
  const { amount, currency, at, dayOnly, clock } = proposal;
  const said = {
    number: proposal.number,
    victimName: proposal.victimName,
    victimIin: proposal.victimIin,
    victimAccount: proposal.victimAccount,
    recipientAccount: proposal.recipientAccount,
    recipientName: proposal.recipientName,
    recipientPhone: proposal.recipientPhone,
    amount: amount === null ? null : formatAmount(amount, currency ?? "KZT", language),
    currency,
    day: at === null ? null : isoDay(at),
    clock: at === null ? clock : dayOnly ? null : formatTime(at, true),
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null));
}

/**
 * Puts proposals into fields that are empty or still hold an earlier proposal: what a person typed
 * stays.
 */
export function withProposed(
  state: FormState,
  proposed: Partial<FormState>,
  before: Partial<FormState>,
): FormState {
  const free = (name: FieldName) =>
    (state[name] ?? "") === (EMPTY[name] ?? "") || state[name] === before[name];
  const changes = (Object.keys(proposed) as FieldName[]).filter(free);
  return { ...state, ...Object.fromEntries(changes.map((name) => [name, proposed[name]])) };
}

/** The fields that a found value may be put into. */
export function targetsOf({ kind }: FoundValue): readonly FieldName[] {
  return TARGETS[kind];
}

const TARGETS: Readonly<Record<FoundValue["kind"], readonly FieldName[]>> = {
  amount: ["amount"],
  time: ["day"],
  clock: ["clock"],
  account: ["victimAccount", "recipientAccount"],
  phone: ["recipientPhone"],
  iin: ["victimIin"],
  name: ["victimName", "recipientName"],
  number: ["number"],
};

/** The fields after a person put one found value into one of them. */
export function put(value: FoundValue, field: FieldName, language: Language): Partial<FormState> {
  if (value.kind === "time") {
    const at = Number(value.value);
    return { day: isoDay(at), clock: value.dayOnly ? "" : formatTime(at, true) };
  }
  if (value.kind === "amount") {
    const currency = value.currency ?? "KZT";
    return { amount: formatAmount(value.value, currency, language), currency };
  }
  return { [field]: value.value };
}

/** Minor units as text; null where the field holds no amount above zero. */
export function amountOf({ amount, currency }: FormState): string | null {
  const minor = parseTypedAmount(amount, currency);
  return minor === null || BigInt(minor) <= 0n ? null : minor;
}

/** The instant, and whether only its day is known; null where the day is not. */
export function timeOf({ day, clock }: FormState): { at: number; dayOnly: boolean } | null {
  const begins = day === null ? null : startOfDay(day);
  if (begins === null) return null;
  const [, hours, minutes, seconds = "0"] = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(clock) ?? [];
  if (hours === undefined) return { at: begins, dayOnly: true };
  const passed = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  return { at: begins + passed * 1_000, dayOnly: false };
}

const said = (text: string) => (text.trim() === "" ? null : text.trim());

function victimOf({ victimName, victimIin, victimAccount }: FormState) {
  const iin = victimIin.replace(/\s/g, "");
  return {
    name: said(victimName),
    iin: /^\d{12}$/.test(iin) ? iin : null,
    account: said(victimAccount),
  };
}

function stolenOf(state: FormState) {
  const amount = amountOf(state);
  if (amount === null) return null;
  const time = timeOf(state);
  return {
    amount,
    currency: state.currency,
    at: time?.at ?? null,
    dayOnly: time?.dayOnly ?? false,
    recipient: {
      account: said(state.recipientAccount),
      name: said(state.recipientName),
      phone: said(state.recipientPhone),
      bank: said(state.recipientBank),
    },
  };
}

/** What to look for in the data; null until amount and day are known. */
export function requestOf(state: FormState): CandidateRequest | null {
  const stolen = stolenOf(state);
  return stolen === null || stolen.at === null ? null : { victim: victimOf(state), stolen };
}

/** A transfer of the report; the form shows one, those before it are kept beside it. */
export type Stolen = Entry["stolen"][number];

/** The transfer that the form shows, to be kept; null while it has no amount. */
export function shownTransfer(state: FormState, transferId: string | null): Stolen | null {
  const stolen = stolenOf(state);
  return stolen === null ? null : { ...stolen, transferId };
}

/**
 * The form for one more transfer of the same victim, mostly to the same recipient: sum and time of
 * the last one are cleared.
 */
export function nextTransfer(state: FormState): FormState {
  const { amount, day, clock } = EMPTY;
  return { ...state, amount, day, clock };
}

/** The form with a transfer that was kept, to be changed. */
export function withKept(state: FormState, kept: Stolen, language: Language): FormState {
  const { amount, at, recipient } = kept;
  const shown = withTransfer(
    { ...state, day: EMPTY.day, clock: EMPTY.clock },
    { amount, currency: kept.currency ?? "KZT", at, dayOnly: kept.dayOnly ?? false },
    language,
  );
  return {
    ...shown,
    recipientAccount: recipient.account ?? "",
    recipientName: recipient.name ?? "",
    recipientPhone: recipient.phone ?? "",
    recipientBank: recipient.bank ?? "",
  };
}

/** The form with the sum and the time of a transfer. */
function withTransfer(
  state: FormState,
  {
    amount,
    currency,
    at,
    dayOnly,
  }: Pick<ProposedTransfer, "amount" | "currency" | "at" | "dayOnly">,
  language: Language,
): FormState {
  const sum = {
    amount: formatAmount(amount, currency ?? "KZT", language),
    currency: currency ?? "KZT",
  };
  const time =
    at === null ? {} : { day: isoDay(at), clock: dayOnly ? EMPTY.clock : formatTime(at, true) };
  return { ...state, ...sum, ...time };
}

const OF_RECIPIENT = ["recipientAccount", "recipientName", "recipientPhone"] as const;

/**
 * The forms of the transfers that a text tells of. Each has the recipient that the text names for
 * it, or none: what the form shows may be of another one. What a person typed stays in all.
 */
export function formsOf(
  state: FormState,
  transfers: readonly ProposedTransfer[],
  proposed: Partial<FormState>,
  language: Language,
): FormState[] {
  return transfers.map((one) => {
    const recipient = OF_RECIPIENT.map((field) => {
      const isTyped = state[field] !== "" && state[field] !== proposed[field];
      return [field, isTyped ? state[field] : (one[field] ?? "")];
    });
    return { ...withTransfer(state, one, language), ...Object.fromEntries(recipient) };
  });
}

/**
 * The report to enter: the transfers kept before and the one shown. null while the number or every
 * amount is missing, or where the shown one is begun and has no amount.
 */
export function entryOf(
  state: FormState,
  transferId: string | null,
  reportedAt: number,
  before: readonly Stolen[] = [],
): Entry | null {
  const shown = shownTransfer(state, transferId);
  const number = said(state.number);
  const stolen = shown === null ? before : [...before, shown];
  if (number === null || stolen.length === 0 || (shown === null && isBegun(state, before.at(-1))))
    return null;
  return {
    number,
    reportedAt,
    victim: victimOf(state),
    lure: said(state.lure),
    stolen: [...stolen],
  };
}

/** Something is told of the shown transfer beside the recipient of the one before it. */
function isBegun(state: FormState, before: Stolen | undefined): boolean {
  const { amount, recipientAccount, recipientName, recipientPhone } = state;
  const of = before?.recipient;
  return (
    said(amount) !== null ||
    said(recipientAccount) !== (of?.account ?? null) ||
    said(recipientName) !== (of?.name ?? null) ||
    said(recipientPhone) !== (of?.phone ?? null)
  );
}

/** A form with what it holds: the shown transfer is the last one of the report. */
export interface FilledForm {
  readonly state: FormState;
  /** The transfer of the data that the shown one names. */
  readonly chosen: string | null;
  /** Those before it. */
  readonly kept: readonly Stolen[];
}

/** The form with a report that was entered before. */
export function filledWith(
  number: string,
  { victim, lure, stolen }: Omit<Entry, "number">,
  language: Language,
): FilledForm {
  const last = stolen.at(-1);
  const state: FormState = {
    ...EMPTY,
    number,
    lure: lure ?? "",
    victimName: victim.name ?? "",
    victimIin: victim.iin ?? "",
    victimAccount: victim.account ?? "",
  };
  return {
    state: last === undefined ? state : withKept(state, last, language),
    chosen: last?.transferId ?? null,
    kept: stolen.slice(0, -1),
  };
}

/**
 * The recipient's account before it was changed, while a kept transfer still has it: an account
 * that is wrong in one transfer is mostly wrong in all.
 */
export function accountLeftIn(kept: readonly Stolen[], before: string, now: string): string | null {
  const isChanged = before !== "" && now !== "" && now !== before;
  return isChanged && kept.some(({ recipient }) => recipient.account === before) ? before : null;
}
