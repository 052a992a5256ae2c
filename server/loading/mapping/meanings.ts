import type { FileKind } from "../reading.ts";

/** What a column of each kind of file can mean: the canonical names of DESIGN, then what banks' own forms add. */
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
  ],
  accounts: ["account", "bank", "holder_iin", "holder_name", "opened_at", "kind", "phone", "device_id"],
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
  ],
  labels: ["account", "label"],
} as const satisfies Readonly<Record<FileKind, readonly string[]>>;

export type TransferMeaning = (typeof MEANINGS.transfers)[number];
export type AccountMeaning = (typeof MEANINGS.accounts)[number];
export type ReportMeaning = (typeof MEANINGS.reports)[number];
