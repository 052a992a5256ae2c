import { UserError } from "../../errors/user-error.ts";
import type { InputFile, RawRow, ReadOptions, TableReader } from "../reading.ts";
import { findDialect } from "./dialect.ts";
import { createRowMachine } from "./row-machine.ts";
import { readText } from "./text-source.ts";

/** Delimited text of any dialect: the last reader asked, because nearly anything is text. */
export const textReader: TableReader = {
  format: "table",
  recognises: (head) => !head.includes(0),
  async *tables(file, options) {
    yield { name: null, rows: rowsOf(file, options) };
  },
};

async function* rowsOf(file: InputFile, options: ReadOptions): AsyncGenerator<readonly RawRow[]> {
  const pieces = readText(file, options);
  const first = await pieces.next();
  const head = first.done ? "" : first.value;
  const dialect = findDialect(head);
  if (dialect === null) throw noTable(file);
  const machine = createRowMachine(dialect);
  yield machine.push(head, false);
  for await (const piece of pieces) yield machine.push(piece, false);
  yield machine.push("", true);
}

function noTable(file: InputFile): UserError {
  return new UserError({
    code: "file-not-a-table",
    message: `${file.name} is no table: no delimiter splits its lines into columns.`,
    remedy: "Ask the bank for the answer form (18 columns) as XLSX or CSV, or convert the file to CSV.",
    params: { file: file.name },
  });
}
