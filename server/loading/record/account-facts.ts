import type { HolderKind } from "../../columns/columns.ts";
import { type Hash64, hashOf } from "../memory/hash64.ts";
import type {
  AccountItem,
  HeldItem,
  ReportItem,
  SessionItem,
  Side,
  StatementItem,
  TransferItem,
} from "./load-item.ts";
import { sameFacts } from "./source-facts.ts";

/**
 * How much the word of a row counts: an account list first, then a statement of the account itself,
 * then a row that only names it as someone's counterparty.
 */
export const WEIGHT = { counterparty: 0, own: 1, list: 2 } as const;

/** What a row says of an account. The names stand in alphabetical order where facts are made. */
export interface AccountFacts {
  readonly weight: number;
  readonly bank?: string;
  readonly currency?: string;
  readonly openedAt?: number;
  readonly kind?: string;
  readonly phone?: string;
  readonly deviceId?: string;
  readonly iin?: string;
  readonly name?: string;
  readonly holderKind?: HolderKind;
  readonly extra?: Readonly<Record<string, string>>;
}

/** What a row says of a holder. */
export interface HolderFacts {
  readonly weight: number;
  readonly name?: string;
  readonly kind?: HolderKind;
}

/** What rows say of accounts, by account key, in the order of the rows. */
export type FactsByAccount = Map<string, AccountFacts[]>;

export function addFacts(byAccount: FactsByAccount, key: string, facts: AccountFacts): void {
  const earlier = byAccount.get(key);
  if (earlier === undefined) byAccount.set(key, [facts]);
  else earlier.push(facts);
}

type Writable<Facts> = { -readonly [Name in keyof Facts]: Facts[Name] };

/** What a transfer says of one of its sides. */
export function factsOfSide(item: TransferItem, which: "from" | "to"): AccountFacts {
  const { side, other, weight } = sideOf(item, which);
  const bank = side.bank ?? (side.exit === null ? null : other.bank);
  if (side.exit !== null) return bank === null ? { weight } : { bank, weight };
  const facts: Writable<Partial<AccountFacts>> = {};
  if (bank !== null) facts.bank = bank;
  if (side.holderKind !== "unknown") facts.holderKind = side.holderKind;
  if (side.iin !== null) facts.iin = side.iin;
  if (side.name !== null) facts.name = side.name;
  if (side.phone !== null) facts.phone = side.phone;
  facts.weight = weight;
  return facts as AccountFacts;
}

/** A hash of the account key and of everything factsOfSide() looks at. */
export function hashOfSide(key: string, item: TransferItem, which: "from" | "to"): Hash64 {
  const { side, other, weight } = sideOf(item, which);
  const { exit, bank, iin, name, phone, holderKind } = side;
  return exit === null
    ? hashOf([key, weight === WEIGHT.own ? null : "", bank, iin, name, phone, holderKind])
    : hashOf([key, bank ?? other.bank]);
}

/** A row of someone's statement knows the other side only as a counterparty. */
function sideOf(
  item: TransferItem,
  which: "from" | "to",
): { side: Side; other: Side; weight: number } {
  const [side, other] = which === "from" ? [item.from, item.to] : [item.to, item.from];
  const isCounterparty = item.ownSide !== null && item.ownSide !== which;
  const weight = isCounterparty || side.account === null ? WEIGHT.counterparty : WEIGHT.own;
  return { side, other, weight };
}

/** What a row of an account list says. */
export function factsOfListRow(item: AccountItem): AccountFacts {
  const facts: Writable<Partial<AccountFacts>> = {};
  if (item.bank !== null) facts.bank = item.bank;
  if (item.deviceId !== null) facts.deviceId = item.deviceId;
  if (Object.keys(item.extra).length > 0) facts.extra = item.extra;
  if (item.holderKind !== "unknown") facts.holderKind = item.holderKind;
  if (item.holderIin !== null) facts.iin = item.holderIin;
  if (item.accountKind !== null) facts.kind = item.accountKind;
  if (item.holderName !== null) facts.name = item.holderName;
  if (item.openedAt !== null) facts.openedAt = item.openedAt;
  if (item.phone !== null) facts.phone = item.phone;
  facts.weight = WEIGHT.list;
  return facts as AccountFacts;
}

/** What the heading of a statement, or a list of statements, says of the account. */
export function factsOfStatement({ bank, currency }: StatementItem | HeldItem): AccountFacts {
  return { ...(bank === null ? {} : { bank }), currency, weight: WEIGHT.own };
}

/** The holder of an account as a session log has him. Its transfers are not held for that. */
export function factsOfSession({ bank, holderKind, iin }: SessionItem): AccountFacts {
  return {
    ...(bank === null ? {} : { bank }),
    ...(holderKind === "unknown" ? {} : { holderKind }),
    ...(iin === null ? {} : { iin }),
    weight: WEIGHT.counterparty,
  };
}

/** What a crime report says of the victim's account. */
export function factsOfVictim({ victimIin, victimName }: ReportItem): AccountFacts {
  return {
    ...(victimIin === null ? {} : { iin: victimIin }),
    ...(victimName === null ? {} : { name: victimName }),
    weight: WEIGHT.counterparty,
  };
}

export function holderFactsOf({ weight, name, holderKind }: AccountFacts): HolderFacts {
  return {
    ...(holderKind === undefined ? {} : { kind: holderKind }),
    ...(name === undefined ? {} : { name }),
    weight,
  };
}

/**
 * What two accounts of one holder say of it in one source. Of two names of equal weight the longer
 * one, then the first by alphabet: accounts come in no order that means anything. Undefined where
 * `other` changes nothing.
 */
export function joinHolderFacts(one: HolderFacts, other: HolderFacts): HolderFacts | undefined {
  const otherFirst =
    other.weight > one.weight ||
    (other.weight === one.weight && isBetterName(other.name, one.name));
  const joined = otherFirst ? { ...one, ...other } : { ...other, ...one };
  return sameFacts(joined, one) ? undefined : joined;
}

function isBetterName(name: string | undefined, than: string | undefined): boolean {
  if (name === undefined || than === undefined) return than === undefined && name !== undefined;
  return name.length > than.length || (name.length === than.length && name < than);
}
