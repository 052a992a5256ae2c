import type { Texts } from "../texts/document-texts.ts";
import { TRANSFER_COLUMNS } from "./fact-tables.ts";
import type { Sheet } from "./workbook.ts";

/** Widths of the workbook's columns, in characters. */
const TRANSFER_WIDTHS: Readonly<Partial<Record<(typeof TRANSFER_COLUMNS)[number], number>>> = {
  booked_at: 26,
  from_account: 24,
  from_name: 28,
  to_account: 24,
  to_name: 28,
  purpose: 40,
  source_file: 28,
  source_sha256: 20,
};

/** transfers.csv as a workbook with headings in the reader's language. */
export function transfersSheet(texts: Texts): Sheet {
  return {
    name: texts.sheet,
    headings: TRANSFER_COLUMNS.map((name) => texts.transferColumns[name]),
    widths: TRANSFER_COLUMNS.map((name) => TRANSFER_WIDTHS[name] ?? 16),
  };
}
