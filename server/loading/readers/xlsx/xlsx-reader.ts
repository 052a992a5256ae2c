import type { InputFile, RawTable, ReadOptions, TableReader } from "../../record/input-file.ts";
import { openPackage } from "./package.ts";
import { readSheet } from "./sheet.ts";
import { openWorkbook } from "./xlsx-workbook.ts";

/** Excel workbooks (.xlsx, .xlsm): every sheet a table, hidden ones too and marked as such. */
export const xlsxReader: TableReader = { format: "xlsx", recognises: isOfficePackage, tables };

const LOCAL_HEADER = Buffer.from("PK\x03\x04", "latin1");

/** A zip whose first members are those of an Office document; a plain zip of files is not one. */
export function isOfficePackage(head: Buffer): boolean {
  if (!head.subarray(0, 4).equals(LOCAL_HEADER)) return false;
  for (let at = 0; at >= 0 && at + 30 < head.length; at = head.indexOf(LOCAL_HEADER, at + 4)) {
    const name = head.subarray(at + 30, at + 30 + head.readUInt16LE(at + 26)).toString("latin1");
    if (/^\/?(\[Content_Types\]\.xml|_rels[\\/]\.rels|xl[\\/]|docProps[\\/]|mimetype$)/i.test(name))
      return true;
  }
  return false;
}

async function* tables(file: InputFile, options: ReadOptions): AsyncGenerator<RawTable> {
  const parts = await openPackage(file.name, file.path, options.signal);
  try {
    const workbook = await openWorkbook(file.name, parts, options.scratch);
    try {
      let before =
        file.bytes - workbook.sheets.reduce((sum, sheet) => sum + parts.size(sheet.part), 0);
      for (const sheet of workbook.sheets) {
        options.signal?.throwIfAborted();
        const size = parts.size(sheet.part);
        const from = before;
        const onShare = (share: number) => options.onBytes?.(Math.round(from + size * share));
        yield {
          name: sheet.name,
          hidden: sheet.hidden,
          rows: readSheet(file.name, parts, workbook, sheet, onShare),
        };
        before += size;
      }
    } finally {
      workbook.strings.close();
    }
  } finally {
    parts.close();
  }
}
