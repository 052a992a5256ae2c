import type { FileKind } from "../record/input-file.ts";

/** Columns that give how much moved, as a bank's form has one or several of them. */
export const AMOUNTS = [
  "amount",
  "amount_out",
  "amount_in",
  "amount_kzt",
  "account_amount",
] as const;

/**
 * What a column of each kind of file can mean: the canonical names of DESIGN first, then what
 * banks' own forms add.
 */
export const MEANINGS = {
  transfers: [
    "transfer_id",
    "booked_at",
    "amount",
    "currency",
    "from_account",
    "to_account",
    "from_name",
    "to_name",
    "from_iin",
    "to_iin",
    "from_bank",
    "to_bank",
    "channel",
    "purpose",
    // The time of day, where the date column has none.
    "booked_time",
    // The amount in two columns, seen from the account the statement is of: leaving it, coming to
    // it.
    "amount_out",
    "amount_in",
    // Tenge equivalent of the operation amount; what the account itself lost or gained; its
    // currency; the fee apart.
    "amount_kzt",
    "account_amount",
    "account_currency",
    "fee",
    // Words or signs that say whether money left the statement's account or came.
    "direction",
    // Statements of one account: the account itself and whoever is on the other side.
    "own_account",
    "own_name",
    "own_iin",
    "own_bank",
    "own_phone",
    "other_account",
    "other_name",
    "other_iin",
    "other_bank",
    "other_phone",
    "from_phone",
    "to_phone",
    // What kind of operation it was (the form's "document category"), and the money transfer system
    // it went through.
    "operation",
    "system",
    "merchant",
    "purpose_code",
    "document_number",
    // Carried out or declined.
    "state",
  ],
  accounts: [
    "account",
    "bank",
    "holder_iin",
    "holder_name",
    "opened_at",
    "kind",
    "phone",
    "device_id",
  ],
  reports: [
    "report_id",
    "reported_at",
    "victim_account",
    "victim_iin",
    "victim_name",
    "transfer_id",
    "amount",
    "currency",
    "lure",
    // What the victim says of a transfer that no bank has confirmed yet.
    "stolen_at",
    "recipient_account",
    "recipient_name",
    "recipient_phone",
    "recipient_bank",
  ],
  // Which days of which account are held, with its balances on them where they are known.
  statements: ["account", "from", "to", "opening", "closing", "currency"],
  labels: ["account", "label"],
  // Who operated the account, or the accounts of a person, when and with what.
  sessions: [
    "account",
    "iin",
    "at",
    // The time of day, where the column of the date has none.
    "at_time",
    "event",
    "device_id",
    "model",
    "ip",
    "phone",
    "place",
  ],
} as const satisfies Readonly<Record<FileKind, readonly string[]>>;

/** The meaning that keeps a column with the row, uninterpreted. */
export const KEPT_AS_IS = "extra";

/** Headings of other kinds of files that say the same in a session log. */
const IN_SESSIONS: Readonly<Record<string, string>> = {
  booked_at: "at",
  booked_time: "at_time",
  operation: "event",
  merchant: "place",
};

/** Headings of transfers that say the same of a stolen one in a table of crime reports. */
const IN_REPORTS: Readonly<Record<string, string>> = {
  damage: "amount",
  booked_at: "stolen_at",
};

/**
 * The meaning a heading's own has in a kind of file: the date of an operation is a session's time.
 */
export function meaningIn(kind: FileKind, meaning: string): string {
  if (kind === "sessions") return IN_SESSIONS[meaning] ?? meaning;
  return kind === "reports" ? (IN_REPORTS[meaning] ?? meaning) : meaning;
}

export function isMeaning(kind: FileKind, meaning: string): boolean {
  return (MEANINGS[kind] as readonly string[]).includes(meaning);
}
