import { hidesDigits } from "../../identity/hidden-digits.ts";
import { normaliseAddress } from "../../identity/network-address.ts";
import { normalisePhone } from "../../identity/phone.ts";
import { saysNothing } from "../cells/identifiers.ts";
import { cellOf, type Fault, NO_WARNINGS, refuse } from "../cells/refused-cell.ts";
import { sessionEventOf } from "../cells/session-events.ts";
import type { RawRow } from "../record/input-file.ts";
import type { LoadItem, SessionItem, Warning } from "../record/load-item.ts";
import { bookedReader } from "./row-dates.ts";
import { nameOf, type TablePlan } from "./table-plan.ts";
import { extrasOf } from "./transfer-rows.ts";

/** Reads one row of a session log: who operated an account, when, with what device and from where. */
export function sessionReader(plan: TablePlan): (row: RawRow) => LoadItem {
  const time = bookedReader(plan, ["at", "at_time"]);
  const zoneAssumed: Warning = {
    code: "zone-assumed",
    column: nameOf(plan, "at"),
    value: plan.zone.name,
  };
  const said = (row: RawRow, meaning: string) => {
    const text = cellOf(row, plan.column(meaning));
    // Copies: a device is kept until the end, and would keep the piece of file it was cut from.
    return text === "" || saysNothing(text) ? null : plan.identifiers.name(text);
  };
  return (row) => {
    const date = time(row);
    if ("code" in date) return refuse(row, date);
    const warnings: Warning[] = [];
    const whose = operated(plan, row, warnings);
    if ("code" in whose) return refuse(row, whose);
    const written = said(row, "ip");
    const ip = written === null ? null : normaliseAddress(written);
    if (written !== null && ip === null)
      return refuse(row, badAddress(nameOf(plan, "ip"), written));
    const [eventText, deviceId, model, phone, place] = [
      said(row, "event"),
      said(row, "device_id"),
      said(row, "model"),
      said(row, "phone"),
      said(row, "place"),
    ];
    if ([eventText, deviceId, model, ip, phone, place].every((text) => text === null))
      return refuse(row, saysTooLittle(nameOf(plan, "event")));
    if (date.zoneAssumed) warnings.push(zoneAssumed);
    return {
      kind: "session",
      position: row.position,
      raw: row.raw,
      account: whose.account,
      iin: whose.iin,
      holderKind: whose.holderKind,
      bank: whose.bank,
      at: date.instant,
      zone: date.zone,
      dayOnly: date.dayOnly,
      event: eventText === null ? null : sessionEventOf(eventText),
      eventText,
      deviceId,
      model,
      ip,
      phone: phone === null ? null : (normalisePhone(phone) ?? phone),
      place,
      extra: extrasOf(plan, row, ""),
      warnings: warnings.length === 0 ? NO_WARNINGS : warnings,
    };
  };
}

type Whose = Pick<SessionItem, "account" | "iin" | "holderKind" | "bank">;

/** The account, or the person whose accounts they are; the heading's account where no column has one. */
function operated(plan: TablePlan, row: RawRow, warnings: Warning[]): Whose | Fault {
  const text = (meaning: string) => cellOf(row, plan.column(meaning));
  const [number, person] = [text("account"), text("iin")];
  const account = number === "" ? null : plan.identifiers.account(number);
  const holder = person === "" ? null : plan.identifiers.iin(person);
  for (const [facts, meaning, value] of [
    [account, "account", number],
    [holder, "iin", person],
  ] as const)
    for (const code of facts?.warnings ?? [])
      warnings.push({ code, column: nameOf(plan, meaning), value });
  const iin = holder?.iin ?? plan.own?.iin ?? null;
  const found = account?.number ?? (holder === null ? (plan.own?.account ?? null) : null);
  if (found === null && iin === null) return noAccount(plan, number);
  if (found !== null && iin === null && hidesDigits(found)) return hiddenAccount(plan, number);
  const bank = account?.bank ?? (found === null ? null : (plan.own?.bank ?? null));
  return { account: found, iin, holderKind: holder?.holderKind ?? "unknown", bank };
}

function noAccount(plan: TablePlan, value: string): Fault {
  return {
    column: nameOf(plan, "account"),
    value,
    code: "session-without-account",
    reason: "The row gives neither an account nor an IIN.",
    remedy: "Fill in the account number or the IIN of its holder.",
  };
}

function hiddenAccount(plan: TablePlan, value: string): Fault {
  return {
    column: nameOf(plan, "account"),
    value,
    code: "session-account-hidden",
    reason: "Digits of the account are hidden, and no IIN says whose it is.",
    remedy: "Fill in the whole account number, or the IIN of its holder.",
  };
}

function badAddress(column: string, value: string): Fault {
  return {
    column,
    value,
    code: "address-not-understood",
    reason: `"${value}" is not an IP address.`,
    remedy: "Write an IPv4 or IPv6 address, or leave the cell empty.",
  };
}

function saysTooLittle(column: string): Fault {
  return {
    column,
    value: "",
    code: "session-says-nothing",
    reason: "The row gives a time, and no event, device, address, phone or place.",
    remedy: "Fill in at least one of them, or leave the row out.",
  };
}
