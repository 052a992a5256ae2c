import { UserError } from "../../errors/user-error.ts";
import type { InputFile, RawRow, TableReader } from "../record/input-file.ts";
import { detectEncoding, ENCODING_NAMES } from "./encoding.ts";
import { findDialect } from "./find-dialect.ts";
import { mendedRows } from "./mended-rows.ts";
import { createRowMachine, type RowMachine } from "./row-machine.ts";
import { readText } from "./text-source.ts";

const DELIMITER_NAMES: Readonly<Record<string, string>> = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "bar",
};

/** Delimited text of any dialect: the last reader asked, because nearly anything is text. */
export const textReader: TableReader = {
  format: "table",
  recognises: looksLikeText,
  async *tables(file, options) {
    const pieces = readText(file, options);
    try {
      const first = await pieces.next();
      if (first.done) throw noTable(file);
      const { text, encoding, marked } = first.value;
      const dialect = findDialect(text);
      if (dialect === null) throw noTable(file);
      yield {
        name: null,
        dialect: `${ENCODING_NAMES[encoding]}, ${DELIMITER_NAMES[dialect.delimiter]}`,
        rows: rowsOf(createRowMachine(dialect), mendedRows(marked), text, pieces),
      };
    } finally {
      await pieces.return(undefined);
    }
  },
};

async function* rowsOf(
  machine: RowMachine,
  mended: ReturnType<typeof mendedRows>,
  head: string,
  pieces: AsyncIterable<{ readonly text: string }>,
): AsyncGenerator<readonly RawRow[]> {
  yield mended(machine.push(head, false));
  for await (const { text } of pieces) yield mended(machine.push(text, false));
  yield mended(machine.push("", true));
}

/**
 * Not text: control characters or NUL bytes (outside UTF-16) in more than one byte of two hundred.
 */
function looksLikeText(head: Buffer): boolean {
  const encoding = detectEncoding(head);
  if (encoding === "utf-16le" || encoding === "utf-16be") return true;
  let controls = 0;
  for (const byte of head) {
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 26)) controls += 1;
  }
  return controls * 200 <= head.length;
}

function noTable(file: InputFile): UserError {
  return new UserError({
    code: "file-not-a-table",
    message: `${file.name} is no table: no delimiter splits its lines into columns.`,
    remedy:
      "Ask the bank for the answer form (18 columns) as XLSX or CSV, or convert the file to CSV.",
    params: { file: file.name },
  });
}
