import type { SessionEvent } from "../../../contract/operators.ts";
import { hidesDigits } from "../../identity/hidden-digits.ts";
import { type Hash64, hashOf } from "../memory/hash64.ts";
import type { SessionItem } from "./load-item.ts";

/** A row of a session log as it is stored (property names of :AccountSession). */
export interface SessionRow {
  /** Key of the account; of a log that names only the person, "UNNUMBERED:" and the IIN. */
  readonly account: string;
  readonly at: number;
  readonly zone: string;
  readonly dayOnly: boolean;
  /** Distinguishes what happened on one account at one instant. */
  readonly what: string;
  readonly event: SessionEvent | null;
  readonly eventText: string | null;
  readonly device: string | null;
  readonly model: string | null;
  readonly ip: string | null;
  readonly phone: string | null;
  readonly place: string | null;
  readonly row: number;
  readonly extra: Readonly<Record<string, string>>;
}

/** `order` = position among the data rows of the source, from 1. */
export function sessionRow(item: SessionItem, order: number): SessionRow {
  const { at, zone, dayOnly, event, eventText, deviceId, model, ip, phone, place, extra } = item;
  const what = textOf(hashOf([eventText, deviceId, ip, phone, place, dayOnly ? "day" : ""]));
  // One object at once: put together of parts it would cost a million rows several seconds.
  return {
    account: accountOf(item),
    at,
    zone,
    dayOnly,
    what,
    event,
    eventText,
    device: deviceId,
    model,
    ip,
    phone,
    place,
    row: order,
    extra,
  };
}

export function sessionHash({ account, at, what }: SessionRow): Hash64 {
  return hashOf(["session", account, String(at), what]);
}

/** A number with hidden digits is shared by many people, so the person goes with it. */
function accountOf({ account, iin }: SessionItem): string {
  if (account === null) return `UNNUMBERED:${iin}`;
  return hidesDigits(account) ? `${account}:${iin}` : account;
}

function textOf({ high, low }: Hash64): string {
  return `${high.toString(36)}-${low.toString(36)}`;
}
