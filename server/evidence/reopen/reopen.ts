import { csvFor, readCsv, writeCsv } from "../../../contract/csv.ts";
import { UserError } from "../../errors/user-error.ts";
import { guardedXml } from "../../xml/guarded.ts";
import type { BagFile } from "../bag/bag-files.ts";
import { readWhole } from "../bag/files.ts";
import { openOfficeFile, openWorkbook } from "./office.ts";
import { openPdf } from "./pdf.ts";

/**
 * Opens every document again as a reader would, after it was written and before anything is signed.
 * A court must never be the first to find out that a file does not open. Each reader throws with a
 * sentence that says what is wrong.
 */
const READERS: Readonly<Record<string, (bytes: Buffer, name: string) => void>> = {
  csv: (bytes) => openCsv(utf8(bytes)),
  json: (bytes) => JSON.parse(utf8(bytes)),
  txt: (bytes) => void utf8(bytes),
  svg: openXml,
  pdf: openPdf,
  docx: openOfficeFile,
  xlsx: (bytes, name) => void openWorkbook(bytes, name),
};

/** Opens one document; what cannot be opened is a UserError that names it. */
export function reopenDocument(name: string, bytes: Buffer): void {
  const reader = READERS[name.slice(name.lastIndexOf(".") + 1)];
  try {
    if (!reader) throw new Error("no reader for such a file");
    reader(bytes, name);
  } catch (error) {
    throw unreadable(name, error);
  }
}

/** Opens the documents of a package one after another. */
export async function reopenDocuments(files: readonly BagFile[]): Promise<void> {
  for (const file of files)
    if (!isForeign(file.path)) reopenDocument(file.path, await readWhole(file));
}

/** What people put into the case is taken along as it is; recompute compares its hash. */
function isForeign(path: string): boolean {
  return path.startsWith("data/4-attachments/") && !path.endsWith("/files.csv");
}

function utf8(bytes: Buffer): string {
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
}

/** The same bytes come out of what was read: nothing is lost, and no cell is a live formula. */
function openCsv(text: string): void {
  const records = readCsv(text);
  if (records === null) throw new Error("the rows have not as many cells as the heading");
  const [head = ""] = text.slice(1).split("\r\n", 1);
  const language = head.includes(";") ? "ru" : "en";
  const columns = head.split(csvFor(language).delimiter);
  const rows = records.map((record) => columns.map((name) => record[name] ?? ""));
  if (writeCsv({ columns, rows }, csvFor(language)) !== text)
    throw new Error("a cell is not as a table for a person has it");
}

function openXml(bytes: Buffer, name: string): void {
  const xml = guardedXml(name, { open: () => {}, close: () => {}, text: () => {} });
  xml.write(bytes);
  xml.end();
}

function unreadable(name: string, cause: unknown): UserError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new UserError({
    code: "document-unreadable",
    status: 500,
    message: `The document ${name} was written, but cannot be opened again: ${why.replace(/\.$/, "")}.`,
    remedy: "Nothing was signed. Tell the makers of the program, and name this document.",
    params: { name },
    cause,
  });
}
