import { formatTime, isoDay } from "../../../contract/format/dates.ts";
import { formatAmount } from "../../../contract/format/money.ts";
import type { Language } from "../../../contract/languages.ts";
import type { FileTaken } from "../../data/first-hour.ts";
import type { FormState } from "./form-state.ts";

/** What a file of one transfer (a receipt) says, for fields that are still empty. Pure. */
export function fieldsOfFile(
  { found, preview: { rows } }: FileTaken,
  language: Language,
): Partial<FormState> {
  const [row] = rows;
  if (row === undefined || rows.length > 1 || found.kind !== "transfers") return {};
  const currency = row.currency ?? "KZT";
  return {
    ...(row.amount === null
      ? {}
      : { amount: formatAmount(row.amount, currency, language), currency }),
    ...(row.bookedAt === null
      ? {}
      : { day: isoDay(row.bookedAt), clock: formatTime(row.bookedAt, true) }),
    ...recipientOf(row.to),
    ...victimOf(row.from),
  };
}

/** The key of a side whose number the file hides names a phone, an IIN or a person. */
function recipientOf(key: string | null): Partial<FormState> {
  if (key === null) return {};
  const [kind, rest = ""] = key.split(":");
  if (kind === "PHONE") return { recipientPhone: rest };
  if (kind === "MASKED" || kind === "UNNUMBERED" || kind === "EXIT") return {};
  return { recipientAccount: kind ?? "" };
}

function victimOf(key: string | null): Partial<FormState> {
  if (key === null) return {};
  const [kind, rest = ""] = key.split(":");
  if (kind === "UNNUMBERED") return /^\d{12}$/.test(rest) ? { victimIin: rest } : {};
  return /^(?:PHONE|MASKED|EXIT)$/.test(kind ?? "") ? {} : { victimAccount: kind ?? "" };
}
