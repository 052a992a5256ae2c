import { join } from "node:path";
import type { RowRecord } from "../record/row-record.ts";
import {
  saysSomething,
  TRANSFER_COLUMNS,
  type TransferColumn,
} from "../record/transfer-columns.ts";
import { type CsvFile, cell, csvFile, type ImportFile, namesOf } from "./import-file.ts";

export interface TransferFiles {
  add(row: RowRecord): void;
  close(): ImportFile[];
}

/**
 * Transfers as the import takes them. Unknown columns of the sources are columns here too: a new
 * set of them, a new file.
 */
export function transferFiles(folder: string): TransferFiles {
  const files = new Map<string, CsvFile>();
  const fileFor = (extras: readonly string[]) => {
    const key = extras.join("\n");
    const known = files.get(key);
    if (known !== undefined) return known;
    const file = csvFile(join(folder, `transfers-${files.size + 1}.csv`));
    const columns = TRANSFER_COLUMNS.map(({ name, type }) => `${name}:${typeOfImport(type)}`);
    const unknown = extras.map((name) => cell(`x_${name}:string`));
    file.line([":START_ID(Account)", ":END_ID(Account)", ...columns, ...unknown].join(","));
    files.set(key, file);
    return file;
  };
  return {
    add: (row) => {
      const { extra } = row.item;
      const extras = namesOf(extra);
      let line = `${cell(row.from)},${cell(row.to)}`;
      for (const { type, value } of TRANSFER_COLUMNS) {
        const found = value(row);
        if (!saysSomething(found)) line += ",";
        else line += type === "word" ? `,${found}` : `,${cell(found)}`;
      }
      for (const name of extras) line += `,${cell(extra[name])}`;
      fileFor(extras).line(line);
    },
    close: () =>
      [...files.values()].map((file) => {
        file.close();
        return { file, argument: `--relationships=TRANSFER=${file.path}` };
      }),
  };
}

function typeOfImport(type: TransferColumn["type"]): string {
  return type === "word" ? "string" : type;
}
