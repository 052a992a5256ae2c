import type { ExitKind } from "../../columns/columns.ts";
import { foldName } from "../../identity/names.ts";
import type { Side } from "./load-item.ts";

/**
 * The account node a side of a transfer belongs to (property `number`). An exit is one node per
 * bank and kind. A party without an account number is known by its IIN, else by its phone; one
 * known only by a name is kept apart per counterparty, because names alone never make two rows one
 * person.
 */
export function accountKey(side: Side, other: Side): string {
  if (side.exit !== null) return `EXIT:${side.exit}:${side.bank ?? other.bank ?? "-"}`;
  if (side.account !== null) return side.account;
  if (side.iin !== null) return `UNNUMBERED:${side.iin}`;
  if (side.phone !== null) return `PHONE:${side.phone}`;
  const seenBy = other.account ?? other.iin ?? other.phone ?? "-";
  return `MASKED:${seenBy}:${side.name === null ? "-" : foldName(side.name)}`;
}

/** The account keys of both sides of a transfer: found once a row, they go with it to the end. */
export interface Ends {
  readonly from: string;
  readonly to: string;
}

export function endsOf({ from, to }: { readonly from: Side; readonly to: Side }): Ends {
  return { from: accountKey(from, to), to: accountKey(to, from) };
}

export function exitKindOf(key: string): ExitKind | null {
  return key.startsWith("EXIT:") ? (key.split(":")[1] as ExitKind) : null;
}

/** A side whose real account number is not known: hidden digits, or no number at all. */
export function isMasked(key: string): boolean {
  return key.includes("*") || /^(UNNUMBERED|PHONE|MASKED):/.test(key);
}
