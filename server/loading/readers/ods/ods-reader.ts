import type { InputFile, RawTable, ReadOptions, TableReader } from "../../record/input-file.ts";
import { brokenFile } from "../broken-file.ts";
import { fileBytes } from "../file-bytes.ts";
import { eventsOfSheets } from "../sheet-events.ts";
import { type TableEvent, tablesOf } from "../table-events.ts";
import { readHead } from "../text-source.ts";
import { openPackage } from "../xlsx/package.ts";
import { rowsOfSpreadsheet } from "./ods-rows.ts";

/** OpenDocument spreadsheets of LibreOffice and others: packed (.ods) and as one XML (.fods). */
export const odsReader: TableReader = {
  format: "ods",
  recognises: (head) => isPacked(head) || isFlat(head),
  tables: (file, options): AsyncIterable<RawTable> => tablesOf(events(file, options)),
};

const SPREADSHEET = "application/vnd.oasis.opendocument.spreadsheet";
const CONTENT = "content.xml";
const MANIFEST = "META-INF/manifest.xml";

/**
 * The first member of the package names its kind, unpacked (OpenDocument part 2, 3.3). Programs that
 * pack a table again may leave it out or press it; then the name of the part with the sheets tells.
 */
function isPacked(head: Buffer): boolean {
  if (!isZip(head)) return false;
  if (head.includes(SPREADSHEET)) return true;
  return (
    head.includes(CONTENT) && !head.includes("opendocument.") && !head.includes("[Content_Types]")
  );
}

function isZip(head: Buffer): boolean {
  return head.subarray(0, 2).toString("latin1") === "PK";
}

function isFlat(head: Buffer): boolean {
  const text = head.subarray(0, 16_384).toString("latin1");
  return /<office:document\b/.test(text) && text.includes(SPREADSHEET);
}

function events(file: InputFile, options: ReadOptions): AsyncIterable<readonly TableEvent[]> {
  const remedy = "Ask for the data as .ods or .xlsx.";
  const without = { code: "not-a-table", remedy } as const;
  return eventsOfSheets(file, contentOf(file, options), rowsOfSpreadsheet, without);
}

/** The XML with the sheets: the file itself, or the part of the package that holds it. */
async function* contentOf(file: InputFile, options: ReadOptions): AsyncGenerator<Buffer> {
  if (!isZip(await readHead(file))) {
    yield* fileBytes(file, options);
    return;
  }
  const parts = await openPackage(file.name, file.path, options.signal);
  try {
    if (await isEncrypted(parts.read(MANIFEST)))
      throw brokenFile(
        file.name,
        "xlsx-encrypted",
        "it is protected by a password.",
        "Open it in LibreOffice, save without password.",
      );
    const onShare = (share: number) => options.onBytes?.(Math.round(file.bytes * share));
    yield* parts.read(CONTENT, onShare);
  } finally {
    parts.close();
  }
}

/** The manifest of a protected package says how each part is encrypted (part 2, 4.8). */
async function isEncrypted(manifest: AsyncIterable<Buffer>): Promise<boolean> {
  let text = "";
  for await (const chunk of manifest) {
    text += chunk.toString("latin1");
    if (text.includes("encryption-data")) return true;
    text = text.slice(-100);
  }
  return false;
}
