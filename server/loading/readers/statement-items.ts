import type { Channel, HolderKind } from "../../columns/columns.ts";
import { HOME_ZONE, offsetMilliseconds } from "../../time/instant.ts";
import type { Zone } from "../../time/written.ts";
import { channelOf } from "../cells/channels.ts";
import type { Identifiers } from "../cells/identifiers.ts";
import type { Position, RefusedItem, Side, Warning } from "../record/load-item.ts";

/** Shared by the formats whose fields have a fixed meaning: 1C, camt, MT940. */

/** The zone of times that name none. */
export const ASSUMED_ZONE: Zone = { name: HOME_ZONE, offset: offsetMilliseconds(HOME_ZONE) ?? 0 };

/** A party as the file has it; "" where it does not say. */
export interface WrittenParty {
  readonly account: string;
  readonly name: string;
  readonly iin: string;
  readonly bank: string;
  /** Told by other fields (1C: КБЕ); used where no IIN or BIN tells. */
  readonly holderKind?: HolderKind;
}

/** Normalises a party; what had to be mended or looks wrong goes into `warnings` under `column`. */
export function sideOf(
  party: WrittenParty,
  identifiers: Identifiers,
  warnings: Warning[],
  column: string,
): Side {
  const account = party.account.trim() === "" ? null : identifiers.account(party.account);
  const holder = party.iin.trim() === "" ? null : identifiers.iin(party.iin);
  for (const code of account?.warnings ?? []) warnings.push({ code, column, value: party.account });
  for (const code of holder?.warnings ?? []) warnings.push({ code, column, value: party.iin });
  const known = holder?.holderKind ?? "unknown";
  const bank = party.bank.trim();
  return {
    account: account?.number ?? null,
    exit: null,
    name: party.name.trim() || null,
    iin: holder?.iin ?? null,
    holderKind: known === "unknown" ? (party.holderKind ?? "unknown") : known,
    bank: account?.bank ?? (bank === "" ? null : identifiers.bank(bank)),
    phone: account?.phone ?? null,
  };
}

/** What the row says about how the money went; "" where it says nothing. */
export interface MovementWords {
  readonly operation: string;
  readonly purpose: string;
  readonly purposeCode: string;
}

/**
 * The channel, and the side without an account as the way out (or in) it is, where the words tell.
 */
export function throughExits(
  from: Side,
  to: Side,
  words: MovementWords,
): { from: Side; to: Side; channel: Channel } {
  const sides = [from, to];
  const { channel, exit } = channelOf({
    ...words,
    // "TRANSFER" is what such files say of nearly everything: it rules nothing out.
    operation: /^(?:transfer|other)$/i.test(words.operation.trim()) ? "" : words.operation,
    channel: "",
    system: "",
    merchant: "",
    nameless: sides.flatMap((side) => (side.account === null ? (side.name ?? []) : [])).join(" "),
    faceless: sides.some((side) => side.account === null && side.iin === null),
    someoneWithoutAccount: sides.some((side) => side.account === null),
  });
  const out = (side: Side, other: Side): Side =>
    exit === null || side.account !== null || side.iin !== null
      ? side
      : { ...side, exit, bank: side.bank ?? other.bank };
  return { from: out(from, to), to: out(to, from), channel };
}

export interface Refusal {
  readonly column: string;
  readonly value: string;
  readonly code: string;
  readonly reason: string;
  readonly remedy: string;
}

/** These formats have no cells: the refused row goes back as the text it was. */
export function refusedItem(position: Position, raw: string, refusal: Refusal): RefusedItem {
  return { kind: "refused", position, raw, cells: [raw], ...refusal };
}

const ASK_BANK =
  "Compare with the bank's paper statement, mend the file, or ask the bank for it again.";

export function badAmount(column: string, value: string, reason: string): Refusal {
  const code = value.trim() === "" ? "amount-missing" : `amount-${reason}`;
  const what =
    value.trim() === ""
      ? "There is no amount."
      : `"${value}" is not an amount that can be taken (${reason}).`;
  return { column, value, code, reason: what, remedy: ASK_BANK };
}

export function zeroAmount(column: string, value: string): Refusal {
  return {
    column,
    value,
    code: "amount-zero",
    reason: "No money moved.",
    remedy: "Nothing to do if the bank meant it.",
  };
}

export function badDate(column: string, value: string): Refusal {
  const code = value.trim() === "" ? "date-missing" : "date-not-understood";
  const reason =
    value.trim() === "" ? "There is no date." : `"${value}" is not a date that exists.`;
  return { column, value, code, reason, remedy: ASK_BANK };
}

export function badDirection(column: string, value: string): Refusal {
  return {
    column,
    value,
    code: "direction-unknown",
    reason: "Nothing says whether the money came or went.",
    remedy: ASK_BANK,
  };
}
