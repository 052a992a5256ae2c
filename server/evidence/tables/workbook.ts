import { type CellValue, writeXlsxStream } from "hucre";
import type { Texts } from "../texts/texts.ts";
import type { Table } from "./csv.ts";
import { TRANSFER_COLUMNS } from "./fact-tables.ts";

/** Digits a spreadsheet keeps exactly; longer amounts stay text rather than being rounded. */
const EXACT_DIGITS = 15;

/**
 * transfers.csv as a workbook with headings in the reader's language: amounts are numbers,
 * everything else stays text.
 */
export async function* transfersWorkbook(table: Table, texts: Texts): AsyncGenerator<Uint8Array> {
  const columns = TRANSFER_COLUMNS.map((name) => ({
    header: texts.transferColumns[name],
    width: WIDTHS[name] ?? 16,
  }));
  const money = new Set(["amount", "fee"].map((name) => table.columns.indexOf(name)));
  const rows = function* (): Generator<CellValue[]> {
    for (const row of table.rows)
      yield row.map((text, at) => (money.has(at) ? amount(text) : text));
  };
  const stream = writeXlsxStream(rows(), {
    name: texts.sheet,
    columns,
    freezePane: { rows: 1 },
  });
  const reader = stream.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
}

const WIDTHS: Readonly<Partial<Record<(typeof TRANSFER_COLUMNS)[number], number>>> = {
  booked_at: 26,
  from_account: 24,
  from_name: 28,
  to_account: 24,
  to_name: 28,
  purpose: 40,
  source_file: 28,
  source_sha256: 20,
};

function amount(text: string): CellValue {
  return text === "" || text.replace(/\D/g, "").length > EXACT_DIGITS ? text : Number(text);
}
