import type { Ground } from "../../contract/report-candidates.ts";
import { fitsHidden, hidesDigits } from "../identity/hidden-digits.ts";
import { bankCodeOf, normaliseAccountNumber } from "../identity/iban.ts";
import { mayBeName } from "../identity/names.ts";
import { normalisePhone } from "../identity/phone.ts";
import { dayOf } from "../time/day.ts";
import { DAY, type Instant, MINUTE } from "../time/instant.ts";

/** What a victim says of a stolen transfer and of himself. */
export interface Description {
  readonly amount: string;
  readonly currency: string;
  readonly at: Instant | null;
  readonly dayOnly: boolean;
  readonly victim: {
    readonly name: string | null;
    readonly iin: string | null;
    readonly accounts: readonly string[];
  };
  readonly recipient: {
    readonly account: string | null;
    readonly name: string | null;
    readonly phone: string | null;
    readonly bank: string | null;
  };
}

/** One side of a transfer as the data knows it. */
export interface KnownSide {
  readonly account: string;
  readonly name: string | null;
  readonly iin: string | null;
  readonly phone: string | null;
  readonly bank: string | null;
}

export interface KnownTransfer {
  readonly bookedAt: Instant;
  readonly dayOnly: boolean;
  /** Its amount, or all that the account lost with the fee, is the described one. */
  readonly sameAmount: boolean;
  readonly from: KnownSide;
  readonly to: KnownSide;
}

/** A bank books a transfer at most so many days after the victim made it. */
export const DAYS_AROUND = 3;

/**
 * Grounds on which a transfer may be the described one; null where something speaks against it.
 * A thing that neither side says is no ground either way. Victims misremember sums: another amount fits
 * where both accounts and the day do. Somebody else may have paid for the victim: another payer fits
 * where the sum, the account paid and the day do.
 */
export function groundsFor(wanted: Description, found: KnownTransfer): Ground[] | null {
  const [time, recipient] = [timeGround(wanted, found), recipientGrounds(wanted, found.to)];
  const isPaidSo =
    found.sameAmount && recipient.includes("recipient") && (time === "minute" || time === "day");
  const payer = payerGrounds(wanted, found.from).map((one) =>
    one === "against" && isPaidSo ? "other-payer" : one,
  );
  const said = [time, ...payer, ...recipient];
  if (said.includes("against")) return null;
  const isBetween = said.includes("payer") && said.includes("recipient") && wanted.at !== null;
  if (!found.sameAmount && !isBetween) return null;
  return [
    found.sameAmount ? "amount" : "other-amount",
    ...said.filter((one) => one !== "against" && one !== null),
  ] as Ground[];
}

type Said = Ground | "against" | null;

function timeGround({ at, dayOnly }: Description, found: KnownTransfer): Said {
  if (at === null) return null;
  const apart = Math.abs(dayOf(at) - dayOf(found.bookedAt));
  if (apart > DAYS_AROUND) return "against";
  if (apart > 0) return "days-apart";
  const exact = !dayOnly && !found.dayOnly && Math.abs(at - found.bookedAt) < 2 * MINUTE;
  return exact ? "minute" : "day";
}

function payerGrounds({ victim }: Description, from: KnownSide): Said[] {
  const accounts = victim.accounts.map(normaliseAccountNumber);
  if (accounts.includes(from.account)) return ["payer"];
  if (victim.iin !== null && from.iin !== null)
    return [victim.iin === from.iin ? "payer" : "against"];
  const name = namesAgree(victim.name, from.name);
  if (name === false) return ["against"];
  // Another account than the one named may be the victim's too, if somebody says so.
  const other = accounts.length > 0 && isWhole(from.account);
  return name === true ? ["payer-name"] : [other ? "against" : null];
}

function recipientGrounds({ recipient }: Description, to: KnownSide): Said[] {
  const { account, name, phone, bank } = recipient;
  const number = account === null ? null : normaliseAccountNumber(account);
  if (number !== null && number === to.account) return ["recipient"];
  const bothWhole = number !== null && isIban(number) && isIban(to.account);
  if (bothWhole) return ["against"];
  const said: Said[] = [];
  if (number !== null && hidesDigits(number) && fitsHidden(number, to.account))
    said.push("recipient-digits");
  const named = namesAgree(name, to.name);
  if (named !== null) said.push(named ? "recipient-name" : "against");
  const called = phone === null ? null : normalisePhone(phone);
  if (called !== null && called === to.phone) said.push("recipient-phone");
  const banks = [bank, bankCodeOf(to.account) ?? to.bank];
  if (banks.every((one) => /^\d{3}$/.test(one ?? "")))
    said.push(banks[0] === banks[1] ? "recipient-bank" : "against");
  return said;
}

function namesAgree(one: string | null, other: string | null): boolean | null {
  return one === null || other === null ? null : mayBeName(one, other);
}

function isIban(number: string): boolean {
  return bankCodeOf(number) !== null && !hidesDigits(number);
}

function isWhole(number: string): boolean {
  return !hidesDigits(number) && !/^(?:UNNUMBERED|PHONE|MASKED|EXIT):/.test(number);
}

const WEIGHTS: Readonly<Record<Ground, number>> = {
  amount: 1,
  "other-amount": -4,
  "days-apart": 0,
  day: 2,
  minute: 5,
  payer: 8,
  "payer-name": 4,
  "other-payer": -3,
  recipient: 8,
  "recipient-digits": 2,
  "recipient-name": 4,
  "recipient-phone": 5,
  "recipient-bank": 1,
};

/** How much speaks for a transfer, for the order of a list only. */
export function weightOf(grounds: readonly Ground[]): number {
  return grounds.reduce((sum, one) => sum + WEIGHTS[one], 0);
}

const NAMES_A_PARTY: ReadonlySet<Ground> = new Set([
  "payer",
  "payer-name",
  "recipient",
  "recipient-name",
  "recipient-phone",
]);

/** A proposal needs one of the two parties: amount and day alone fit strangers. */
export function namesAParty(grounds: readonly Ground[]): boolean {
  return grounds.some((one) => NAMES_A_PARTY.has(one));
}

/** The times in which a bank's row of the described transfer lies; null where no time is said. */
export function windowOf(at: Instant | null): { from: Instant; until: Instant } | null {
  const around = DAYS_AROUND * DAY;
  return at === null ? null : { from: at - around - DAY, until: at + around + DAY };
}
