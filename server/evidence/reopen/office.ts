import PizZip from "pizzip";
import { guardedXml, type XmlEvents } from "../../xml/guarded.ts";

/** Opens a Word file or workbook: a ZIP whose checksums hold and whose XML parts are well-formed. */
export function openOfficeFile(bytes: Buffer, name: string): void {
  for (const part of partsOf(bytes)) readXml(part.bytes, `${name}, ${part.path}`, NOTHING);
}

/**
 * The cells of a workbook's first sheet, row by row, as a spreadsheet shows them. A formula is a
 * fault: none is ever written.
 */
export function openWorkbook(bytes: Buffer, name: string): string[][] {
  openOfficeFile(bytes, name);
  const sheet = partsOf(bytes).find((part) => part.path === "xl/worksheets/sheet1.xml");
  if (!sheet) throw new Error("it has no sheet");
  const rows: string[][] = [];
  let cell: { column: number; text: string } | null = null;
  let reading = false;
  readXml(sheet.bytes, name, {
    open: (tag, attributes) => {
      if (tag === "f") throw new Error(`cell ${attributes.r ?? ""} is a formula`);
      if (tag === "row") rows.push([]);
      if (tag === "c") cell = { column: columnOf(attributes.r ?? ""), text: "" };
      reading = tag === "t" || tag === "v";
    },
    text: (text) => {
      if (cell !== null && reading) cell.text += text;
    },
    close: (tag) => {
      if (tag === "c" && cell !== null) {
        const row = rows.at(-1);
        if (row) row[cell.column] = decoded(cell.text);
        cell = null;
      }
      reading = false;
    },
  });
  return rows;
}

const NOTHING: XmlEvents = { open: () => {}, close: () => {}, text: () => {} };

function partsOf(bytes: Buffer): { path: string; bytes: Buffer }[] {
  const zip = new PizZip(bytes, { checkCRC32: true });
  return Object.values(zip.files)
    .filter((file) => /\.(xml|rels)$/.test(file.name))
    .map((file) => ({ path: file.name, bytes: file.asNodeBuffer() }));
}

function readXml(bytes: Buffer, name: string, events: XmlEvents): void {
  const xml = guardedXml(name, events);
  xml.write(bytes);
  xml.end();
}

/** "AB12" → 27. */
function columnOf(reference: string): number {
  const letters = /^[A-Z]+/.exec(reference)?.[0] ?? "A";
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** "_x005F_" → "_" (ECMA-376 part 1, 22.9.2.19). */
function decoded(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
