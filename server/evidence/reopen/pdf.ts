import { inflateSync } from "node:zlib";

/**
 * Opens a PDF far enough to know that a viewer will (ISO 32000-1, 7.5). It has a header, a
 * cross-reference table, every object where the table says, every compressed stream whole, and at
 * least one page. It reads what our own writer makes: one table, no object streams.
 */
export function openPdf(bytes: Buffer): void {
  const text = bytes.toString("latin1");
  if (!/^%PDF-1\.\d/.test(text)) throw new Error("it does not begin as a PDF");
  const end = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-200));
  if (!end) throw new Error("its end is missing");
  const table = Number(end[1]);
  const head = /^xref\s+0 (\d+)\s+/.exec(text.slice(table, table + 40));
  if (!head) throw new Error("its table of objects is missing");
  const count = Number(head[1]);
  const first = table + head[0].length;
  for (let number = 1; number < count; number += 1) {
    const entry = text.slice(first + number * 20, first + number * 20 + 18);
    const match = /^(\d{10}) \d{5} n/.exec(entry);
    if (match) openObject(bytes, text, Number(match[1]), number);
  }
  const trailer = text.slice(first + count * 20);
  if (!/^\s*trailer[\s\S]*\/Root \d+ 0 R/.test(trailer)) throw new Error("it has no root");
  const pages = /\/Type \/Pages[\s\S]{0,200}?\/Count (\d+)/.exec(text);
  if (!pages || Number(pages[1]) < 1) throw new Error("it has no page");
}

function openObject(bytes: Buffer, text: string, at: number, number: number): void {
  if (!text.startsWith(`${number} 0 obj`, at)) throw new Error(`object ${number} is not in place`);
  const close = text.indexOf("endobj", at);
  const stream = text.indexOf("stream", at);
  if (stream === -1 || close === -1 || stream > close) return;
  const dictionary = text.slice(at, stream);
  const length = /\/Length (\d+)(?! 0 R)/.exec(dictionary);
  if (!length) throw new Error(`object ${number} has no length`);
  const start = stream + "stream".length + (text[stream + "stream".length] === "\r" ? 2 : 1);
  const body = bytes.subarray(start, start + Number(length[1]));
  if (!/^\s*endstream/.test(text.slice(start + Number(length[1]), start + Number(length[1]) + 20)))
    throw new Error(`object ${number} is cut off`);
  if (/\/Filter \/FlateDecode/.test(dictionary)) inflateSync(body);
}
