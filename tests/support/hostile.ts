import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import type { InputFile } from "../../server/loading/record/input-file.ts";
import { inputFile } from "./reading.ts";
import { workbookParts } from "./workbook.ts";

/** Files made to fill the memory or the time of whoever reads them. */

/** A workbook whose table of texts repeats one element very often: a few hundred KB on disk. */
export async function writeManyTexts(
  folder: string,
  name: string,
  element: string,
  times: number,
): Promise<InputFile> {
  const parts = workbookParts({ sheets: { Лист1: "<sheetData/>" }, strings: "" });
  const zip = new ZipFile();
  for (const [part, content] of Object.entries(parts)) {
    if (part === "xl/sharedStrings.xml") {
      const [head = "", tail = ""] = String(content).split(/(?=<\/sst>)/);
      zip.addReadStream(Readable.from(repeated(head, element, times, tail)), part);
    } else zip.addBuffer(Buffer.from(content), part);
  }
  zip.end();
  const path = join(folder, name);
  await pipeline(zip.outputStream, createWriteStream(path));
  return inputFile(path);
}

function* repeated(head: string, element: string, times: number, tail: string) {
  const block = 100_000;
  const full = Buffer.from(element.repeat(block));
  yield Buffer.from(head);
  for (let left = times; left > 0; left -= block)
    yield left >= block ? full : Buffer.from(element.repeat(left));
  yield Buffer.from(tail);
}

/** A delimited text of so many columns, every heading another word. */
export function manyColumns(columns: number, rows: number): string {
  const line = (prefix: string) =>
    Array.from({ length: columns }, (_, column) => `${prefix}${column}`).join(";");
  return [line("Столбец "), ...Array.from({ length: rows }, () => line("1"))].join("\n");
}
