import iconv from "iconv-lite";
import type { InputFile, RawTable, ReadOptions, TableReader } from "../../record/input-file.ts";
import { brokenFile } from "../broken-file.ts";
import { fileBytes } from "../file-bytes.ts";
import { eventsFrom, type TableEvent, tablesOf } from "../table-events.ts";
import { encodingOf } from "../text-lines.ts";
import { rowBuilder } from "./html-rows.ts";
import { LONGEST_PIECE, tokenizer } from "./tokens.ts";

/**
 * HTML pages with tables, most of them named .xls. The encoding is judged by the bytes; what the
 * page says of it is often wrong.
 */
export const htmlReader: TableReader = {
  format: "html",
  recognises,
  tables: (file, options): AsyncIterable<RawTable> => tablesOf(events(file, options)),
};

const BEGINS =
  /^\s*(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|meta|body|table|style|div|center|font|p|h\d|tr|br)\b/i;

function recognises(head: Buffer): boolean {
  const text = head.subarray(0, 8_192).toString("latin1").replaceAll("\0", "");
  return BEGINS.test(text);
}

const CHUNK_BYTES = 128 * 1024;

async function* events(
  file: InputFile,
  options: ReadOptions,
): AsyncGenerator<readonly TableEvent[]> {
  const decoder = iconv.getDecoder(await encodingOf(file), { stripBOM: true });
  const refuse = () => {
    throw tooLong(file.name);
  };
  yield* eventsFrom(fileBytes(file, options, CHUNK_BYTES), refuse, (take) => {
    let any = false;
    let sawTable = false;
    let rest = "";
    const rows = rowBuilder((event) => {
      any = true;
      take(event);
    }, refuse);
    const run = tokenizer((token) => {
      if (token.kind === "open" && token.name === "table") sawTable = true;
      rows.token(token);
    });
    return {
      write(chunk) {
        rest = run(rest + decoder.write(chunk), false);
        if (rest.length > LONGEST_PIECE) refuse();
      },
      end() {
        run(rest + (decoder.end() ?? ""), true);
        rows.end();
        if (!any || !sawTable) throw noTable(file.name);
      },
    };
  });
}

function tooLong(file: string) {
  const what = `a tag or a text in it is longer than ${LONGEST_PIECE} characters.`;
  return brokenFile(
    file,
    "html-text-too-long",
    what,
    "The file is no table: look at it, and ask the sender for it again.",
  );
}

function noTable(file: string) {
  const remedy =
    "If it is a page that shows tables from a folder beside it, open it in Excel and save it as .xlsx.";
  return brokenFile(file, "html-no-table", "it is an HTML page without a table.", remedy);
}
