import type { ExitKind } from "../../columns/columns.ts";
import { hidesDigits } from "../../identity/hidden-digits.ts";
import { foldName } from "../../identity/names.ts";
import type { Side, TransferItem } from "./load-item.ts";

/**
 * The account node a side of a transfer belongs to (property `number`). An exit is one node per
 * bank and kind. A party without an account number is known by its IIN, else by its phone. One
 * known only by a name is kept apart per counterparty, because names alone never make two rows one
 * person. A number with hidden digits is shared by many people, so the person goes with it, and the
 * counterparty where nobody is named. Only the statement's own account is known by it alone.
 */
export function accountKey(side: Side, other: Side, isOwn = false): string {
  if (side.exit !== null) return `EXIT:${side.exit}:${side.bank ?? other.bank ?? "-"}`;
  if (side.account !== null)
    return isOwn || !hidesDigits(side.account)
      ? side.account
      : `${side.account}:${side.iin ?? nameOf(side) ?? seenBy(other)}`;
  if (side.iin !== null) return `UNNUMBERED:${side.iin}`;
  if (side.phone !== null) return `PHONE:${side.phone}`;
  return `MASKED:${seenBy(other)}:${nameOf(side) ?? "-"}`;
}

function nameOf({ name }: Side): string | null {
  return name === null ? null : foldName(name);
}

function seenBy(other: Side): string {
  return other.account ?? other.iin ?? other.phone ?? "-";
}

/** The account keys of both sides of a transfer: found once a row, they go with it to the end. */
export interface Ends {
  readonly from: string;
  readonly to: string;
}

export function endsOf({ from, to, ownSide }: Pick<TransferItem, "from" | "to" | "ownSide">): Ends {
  return {
    from: accountKey(from, to, ownSide === "from"),
    to: accountKey(to, from, ownSide === "to"),
  };
}

export function exitKindOf(key: string): ExitKind | null {
  return key.startsWith("EXIT:") ? (key.split(":")[1] as ExitKind) : null;
}

/** A side whose real account number is not known: hidden digits, or no number at all. */
export function isMasked(key: string): boolean {
  return hidesDigits(key) || /^(UNNUMBERED|PHONE|MASKED):/.test(key);
}
