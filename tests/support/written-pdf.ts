import { deflateSync } from "node:zlib";

/** One object of a PDF: its dictionary and, where it has one, its packed part. */
export interface PdfObject {
  readonly dictionary: string;
  readonly stream?: Uint8Array;
}

/** A PDF put together by hand, so that a test shows exactly what it is about; object 1 is its root. */
export function writtenPdf(objects: readonly PdfObject[]): Buffer {
  const parts: Buffer[] = [Buffer.from("%PDF-1.7\n")];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  const add = (part: Buffer) => {
    parts.push(part);
    length += part.length;
  };
  objects.forEach(({ dictionary, stream }, at) => {
    offsets.push(length);
    const body = stream === undefined ? "" : ` /Length ${stream.length}`;
    add(Buffer.from(`${at + 1} 0 obj\n<< ${dictionary}${body} >>\n`));
    if (stream !== undefined)
      add(Buffer.concat([Buffer.from("stream\n"), stream, Buffer.from("\nendstream\n")]));
    add(Buffer.from("endobj\n"));
  });
  const places = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const count = objects.length + 1;
  const begin = length;
  add(
    Buffer.from(
      `xref\n0 ${count}\n0000000000 65535 f \n${places}trailer << /Size ${count} /Root 1 0 R >>\nstartxref\n${begin}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

const FONT = "/Type /Font /Subtype /Type1 /BaseFont /Helvetica";
const PAGE = "/Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]";
const packed = (text: string | Uint8Array) => new Uint8Array(deflateSync(text));

/** What a page shows: lines of Latin text, or one picture of the whole page. */
export type WrittenPage = { readonly lines: readonly string[] } | { readonly picture: true };

/** A PDF of pages, each a page of text or a scan. */
export function pdfOfPages(pages: readonly WrittenPage[]): Buffer {
  const first = 4;
  const kids = pages.map((_, at) => `${first + at * 3} 0 R`).join(" ");
  const objects: PdfObject[] = [
    { dictionary: "/Type /Catalog /Pages 2 0 R" },
    { dictionary: `/Type /Pages /Count ${pages.length} /Kids [${kids}]` },
    { dictionary: FONT },
  ];
  pages.forEach((page, at) => {
    const number = first + at * 3;
    const isPicture = "picture" in page;
    const content = isPicture
      ? "q 595 0 0 842 0 0 cm /Im Do Q"
      : page.lines
          .map((line, row) => `BT /F 10 Tf 40 ${800 - row * 14} Td (${line}) Tj ET`)
          .join("\n");
    objects.push(
      {
        dictionary: `${PAGE} /Contents ${number + 1} 0 R /Resources << /Font << /F 3 0 R >> /XObject << /Im ${number + 2} 0 R >> >>`,
      },
      { dictionary: "/Filter /FlateDecode", stream: packed(content) },
      {
        dictionary:
          "/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode",
        stream: packed(new Uint8Array(64).fill(isPicture ? 120 : 255)),
      },
    );
  });
  return writtenPdf(objects);
}

/**
 * One page with texts at their places: rows of columns, `places` in points from the left; `mode` 3
 * draws them so that nobody sees them.
 */
export function pdfOfColumns(
  rows: readonly (readonly string[])[],
  places: readonly number[],
  mode = 0,
) {
  const content = rows.flatMap((cells, row) =>
    cells.map(
      (text, at) => `BT ${mode} Tr /F 9 Tf ${places[at] ?? 0} ${790 - row * 16} Td (${text}) Tj ET`,
    ),
  );
  return writtenPdf([
    { dictionary: "/Type /Catalog /Pages 2 0 R" },
    { dictionary: "/Type /Pages /Count 1 /Kids [3 0 R]" },
    { dictionary: `${PAGE} /Contents 5 0 R /Resources << /Font << /F 4 0 R >> >>` },
    { dictionary: FONT },
    { dictionary: "/Filter /FlateDecode", stream: packed(content.join("\n")) },
  ]);
}

function onePage(contents: readonly PdfObject[], resources = ""): PdfObject[] {
  return [
    { dictionary: "/Type /Catalog /Pages 2 0 R" },
    { dictionary: "/Type /Pages /Count 1 /Kids [3 0 R]" },
    { dictionary: `${PAGE} /Contents 4 0 R /Resources << ${resources} >>` },
    ...contents,
  ];
}

/** Packed twice: a few KB that become gigabytes. */
export function packedTwice(bytes: number): Buffer {
  const inner = deflateSync(Buffer.alloc(bytes, "0 0 m "));
  return writtenPdf(
    onePage([{ dictionary: "/Filter [/FlateDecode /FlateDecode]", stream: packed(inner) }]),
  );
}

/** One page whose content unpacks to so many bytes. */
export function largeContent(bytes: number): Buffer {
  const content = packed(Buffer.alloc(bytes, "0 0 m "));
  return writtenPdf(onePage([{ dictionary: "/Filter /FlateDecode", stream: content }]));
}

/** Forms that each show the next one ten times: ten to the power of `depth` in all. */
export function formsInForms(depth: number): Buffer {
  const form = "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Filter /FlateDecode";
  const show = packed("/X Do ".repeat(10));
  const forms = Array.from({ length: depth }, (_, at): PdfObject => {
    const next = at + 1 < depth ? `/Resources << /XObject << /X ${at + 6} 0 R >> >>` : "";
    return { dictionary: `${form} ${next}`, stream: at + 1 < depth ? show : packed("0 0 m") };
  });
  return writtenPdf(
    onePage(
      [{ dictionary: "/Filter /FlateDecode", stream: show }, ...forms],
      "/XObject << /X 5 0 R >>",
    ),
  );
}

/** So many empty pages. */
export function manyPages(count: number): Buffer {
  const kids = Array.from({ length: count }, (_, at) => `${at + 3} 0 R`).join(" ");
  return writtenPdf([
    { dictionary: "/Type /Catalog /Pages 2 0 R" },
    { dictionary: `/Type /Pages /Count ${count} /Kids [${kids}]` },
    ...Array.from({ length: count }, () => ({ dictionary: PAGE })),
  ]);
}
