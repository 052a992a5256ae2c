import { CHANNELS, type Channel, type ExitKind } from "../../columns/columns.ts";
import {
  BANK_CHARGES,
  CARD,
  CASH,
  CASH_CODES,
  CASH_IN,
  CRYPTO,
  FOREIGN,
  finder,
  POS,
  REVERSALS,
} from "./bank-words.ts";

/** What the row says about how the money went, as texts; "" where it says nothing. */
export interface ChannelWords {
  readonly channel: string;
  readonly operation: string;
  readonly system: string;
  readonly merchant: string;
  readonly purpose: string;
  readonly purposeCode: string;
  /** Names of the sides that have no account number, else "". */
  readonly nameless: string;
  /** A side has neither account number nor IIN, so the purpose may tell what it is. */
  readonly faceless: boolean;
  readonly someoneWithoutAccount: boolean;
}

export interface ChannelFacts {
  readonly channel: Channel;
  /** What a side without an account number is, where the words tell. */
  readonly exit: ExitKind | null;
  /** Cash that came in rather than went out. */
  readonly deposit: boolean;
}

const CANONICAL: ReadonlySet<string> = new Set(CHANNELS);
const EXIT_OF: Readonly<Record<Channel, ExitKind | null>> = {
  transfer: null,
  card: "pos",
  cash: "cash",
  pos: "pos",
  crypto: "crypto",
  other: "other",
};
const saysCash = finder(CASH);
const saysDeposit = finder(CASH_IN);
const saysPos = finder(POS);
const saysCard = finder(CARD);
const saysCrypto = finder(CRYPTO);
const saysForeign = finder(FOREIGN);
const saysBankCharge = finder(BANK_CHARGES);
const saysReversal = finder(REVERSALS);

/**
 * The channel of a row of the canonical files: the word itself; an unknown one is "other", nothing
 * is a transfer.
 */
export function canonicalChannel(text: string): ChannelFacts & { readonly reversal: boolean } {
  const known = CANONICAL_FACTS.get(text) ?? CANONICAL_FACTS.get(text.trim().toLowerCase());
  return known ?? { channel: "other", exit: "other", deposit: false, reversal: false };
}

const CANONICAL_FACTS: ReadonlyMap<string, ReturnType<typeof canonicalChannel>> = new Map([
  ...CHANNELS.map(
    (channel) =>
      [channel, { channel, exit: EXIT_OF[channel], deposit: false, reversal: false }] as const,
  ),
  ["", { channel: "transfer", exit: null, deposit: false, reversal: false }] as const,
]);

/**
 * The channel told by the kind of operation, then the counterparty, then the code, then (for a
 * faceless side only) the purpose.
 */
export function channelOf(words: ChannelWords): ChannelFacts {
  for (const word of [words.channel.toLowerCase(), words.operation.toLowerCase()]) {
    if (CANONICAL.has(word)) return canonicalChannel(word);
  }
  const kind = words.channel === "" ? words.operation : `${words.channel} ${words.operation}`;
  const told = byKind(kind);
  if (told !== null) return told;
  if (saysCrypto(words.nameless) || (words.someoneWithoutAccount && saysCrypto(words.purpose))) {
    return { channel: "crypto", exit: "crypto", deposit: false };
  }
  if (saysForeign(kind) || saysForeign(words.system))
    return { channel: "transfer", exit: "foreign", deposit: false };
  if (words.someoneWithoutAccount && CASH_CODES.has(words.purposeCode)) {
    return { channel: "cash", exit: "cash", deposit: saysDeposit(words.purpose) };
  }
  if (words.merchant !== "") return { channel: "pos", exit: "pos", deposit: false };
  if (words.faceless && (saysBankCharge(kind) || saysBankCharge(words.purpose))) {
    return { channel: "other", exit: "other", deposit: false };
  }
  if (words.faceless) return byKind(words.purpose) ?? byForeign(words.purpose);
  return { channel: "transfer", exit: null, deposit: false };
}

function byKind(text: string): ChannelFacts | null {
  if (text === "") return null;
  if (saysCrypto(text)) return { channel: "crypto", exit: "crypto", deposit: false };
  if (saysCash(text)) return { channel: "cash", exit: "cash", deposit: saysDeposit(text) };
  if (saysCard(text)) return { channel: "card", exit: null, deposit: false };
  return saysPos(text) ? { channel: "pos", exit: "pos", deposit: false } : null;
}

function byForeign(text: string): ChannelFacts {
  return { channel: "transfer", exit: saysForeign(text) ? "foreign" : null, deposit: false };
}

export function isReversal(operation: string, purpose: string): boolean {
  return saysReversal(operation) || saysReversal(purpose);
}
