import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { finished } from "node:stream/promises";
import { BYTE_ORDER_MARK, csvFor, csvRow } from "../../../contract/csv.ts";
import { warnedPath } from "../data-folder/folders.ts";
import type { RefusedItem } from "../record/load-item.ts";
import { type WarnedRows, warnedRows } from "./warned-rows.ts";

/**
 * Columns added to the source's own; the readers leave columns of this prefix out when the mended
 * file is loaded.
 */
const REASONS = [
  "refused_file",
  "refused_row",
  "refused_column",
  "refused_value",
  "refused_reason",
  "refused_remedy",
];

export interface RefusedRows {
  add(item: RefusedItem): Promise<void>;
  /** Rows that were taken, with what was assumed or mended in them. */
  warn: WarnedRows["add"];
  /** Beside the refused rows, in a file of its own. */
  warned: WarnedRows["close"];
  /** Path of the file, null where nothing was refused; rows that are added later go on with it. */
  close(): Promise<string | null>;
}

/**
 * The refused rows of one source in its own layout, each with what to mend; the file is made anew
 * with the first row.
 */
export function refusedRows(
  path: string,
  fileName: string,
  header: readonly string[],
): RefusedRows {
  const warned = warnedRows(warnedPath(path), fileName);
  let begun = false;
  let file: WriteStream | undefined;
  const open = async (): Promise<WriteStream> => {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const opened = createWriteStream(path, { flags: begun ? "a" : "w", mode: 0o600 });
    // close() throws where the disk is full.
    opened.on("error", () => {});
    if (!begun) opened.write(BYTE_ORDER_MARK + line([...header, ...REASONS]));
    begun = true;
    return opened;
  };
  return {
    warn: warned.add,
    warned: warned.close,
    add: async (item) => {
      file ??= await open();
      const cells = header.length > 0 ? header.map((_, at) => item.cells[at] ?? "") : item.cells;
      if (!file.write(line([...cells, ...reasonsOf(item, fileName)]))) await once(file, "drain");
    },
    close: async () => {
      const ending = file;
      file = undefined;
      if (ending !== undefined) {
        ending.end();
        await finished(ending);
      }
      return begun ? path : null;
    },
  };
}

function reasonsOf(item: RefusedItem, fileName: string): string[] {
  const { member, sheet, row } = item.position;
  return [
    member === undefined ? fileName : `${fileName}!${member}`,
    sheet === undefined ? String(row) : `${sheet}!${row}`,
    item.column,
    item.value,
    `${item.code}: ${item.reason}`,
    item.remedy,
  ];
}

/** A person mends it in a spreadsheet, whatever the language of the screen was at the load. */
const DIALECT = csvFor("ru");

function line(cells: readonly string[]): string {
  return csvRow(cells, DIALECT);
}
