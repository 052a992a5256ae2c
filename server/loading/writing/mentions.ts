import type { AccountItem, Side, TransferItem } from "../items.ts";
import { type AccountFacts, joinFacts, WEIGHT } from "./told.ts";

/** Accounts with what one source tells of them, in the order they are first seen. */
export type Mentions = Map<string, AccountFacts>;

export function mention(mentions: Mentions, number: string, facts: AccountFacts): void {
  const earlier = mentions.get(number);
  if (earlier === undefined) mentions.set(number, facts);
  else {
    const joined = joinFacts(earlier, facts);
    if (joined !== undefined) mentions.set(number, joined);
  }
}

/**
 * What a transfer tells of one of its sides. A row of someone's statement knows the other side by
 * hearsay only.
 */
export function factsOfSide(
  side: Side,
  item: TransferItem,
  which: "from" | "to",
  other: Side,
): AccountFacts {
  const hearsay = item.ownSide !== null && item.ownSide !== which;
  const weight = hearsay || side.account === null ? WEIGHT.mention : WEIGHT.own;
  const bank = side.bank ?? (side.exit === null ? null : other.bank);
  if (side.exit !== null) return bank === null ? { weight } : { bank, weight };
  // By alphabet, as they are written (told.ts).
  const facts: Writable<Partial<AccountFacts>> = {};
  if (bank !== null) facts.bank = bank;
  if (side.holderKind !== "unknown") facts.holderKind = side.holderKind;
  if (side.iin !== null) facts.iin = side.iin;
  if (side.name !== null) facts.name = side.name;
  if (side.phone !== null) facts.phone = side.phone;
  facts.weight = weight;
  return facts as AccountFacts;
}

export function factsOfAccount(item: AccountItem): AccountFacts {
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

type Writable<Facts> = { -readonly [Name in keyof Facts]: Facts[Name] };
