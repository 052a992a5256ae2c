import PizZip from "pizzip";
import { ENTRY_DATE } from "../entry-date.ts";
import type { LetterWords } from "./letter-words.ts";

/**
 * The letter as a Word document (ECMA-376) with docxtemplater's tags: {sender}, {bank}, {numbered}
 * (number and day of a letter that was sent, else their blank), {#case}{case}{/case} (numbers in
 * the register), {due}, and a table row that is repeated for {#accounts}: {n}, {account}, {holder},
 * {iin}, {from}, {until}. An office may lay the same tags on its own paper.
 */
export function builtInTemplate(words: LetterWords): Buffer {
  const zip = new PizZip();
  for (const [path, text] of [
    ["[Content_Types].xml", CONTENT_TYPES],
    ["_rels/.rels", RELATIONS],
    ["word/document.xml", documentXml(words)],
  ] as const) {
    zip.file(path, XML + text, { date: ENTRY_DATE });
  }
  return zip.generate({ type: "nodebuffer", compression: "DEFLATE" });
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = "http://schemas.openxmlformats.org";
const CONTENT_TYPES =
  `<Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const RELATIONS = `<Relationships xmlns="${OFFICE}/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;

function documentXml(words: LetterWords): string {
  const [n, account, holder, iin, from, until] = words.columns;
  const body = [
    paragraph("{sender}", { after: 240 }),
    paragraph(words.to, { align: "right", bold: true, after: 240 }),
    paragraph("{numbered}", { after: 360 }),
    paragraph(words.title, { align: "center", bold: true, size: 28 }),
    paragraph(words.subtitle, { align: "center", after: 240 }),
    // A paragraph that holds nothing but a section tag goes away with it.
    paragraph("{#case}", {}),
    paragraph(words.inCase, { after: 120 }),
    paragraph("{/case}", {}),
    paragraph(words.basis, { after: 120 }),
    table([
      [n, account, holder, iin, from, until],
      ["{#accounts}{n}", "{account}", "{holder}", "{iin}", "{from}", "{until}{/accounts}"],
    ]),
    paragraph("", { after: 60 }),
    paragraph(words.asks, { after: 60, bold: true }),
    ...words.list.map((line) => paragraph(line, { after: 60 })),
    paragraph(words.answer, { after: 480 }),
    paragraph(words.signature, {}),
  ];
  const page =
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>';
  return `<w:document xmlns:w="${OFFICE}/wordprocessingml/2006/main"><w:body>${body.join("")}${page}</w:body></w:document>`;
}

interface Look {
  readonly align?: "center" | "right";
  readonly bold?: boolean;
  /** Half points. */
  readonly size?: number;
  /** Room below, twentieths of a point. */
  readonly after?: number;
}

function paragraph(text: string, { align, bold = false, size = 24, after = 0 }: Look): string {
  const place = align === undefined ? "" : `<w:jc w:val="${align}"/>`;
  return `<w:p><w:pPr><w:spacing w:after="${after}"/>${place}</w:pPr>${run(text, bold, size)}</w:p>`;
}

function run(text: string, bold: boolean, size: number): string {
  const fonts =
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>';
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<w:r><w:rPr>${fonts}${bold ? "<w:b/>" : ""}<w:sz w:val="${size}"/></w:rPr><w:t xml:space="preserve">${escaped}</w:t></w:r>`;
}

/** Twentieths of a point; together the width between the margins. */
const WIDTHS = [500, 2_900, 2_540, 1_500, 1_100, 1_100] as const;

function table(rows: readonly (readonly string[])[]): string {
  const edges = ["top", "left", "bottom", "right", "insideH", "insideV"]
    .map((edge) => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="808080"/>`)
    .join("");
  const cell = (text: string, at: number, bold: boolean) =>
    `<w:tc><w:tcPr><w:tcW w:w="${WIDTHS[at]}" w:type="dxa"/></w:tcPr><w:p>${run(text, bold, 18)}</w:p></w:tc>`;
  const line = (cells: readonly string[], index: number) =>
    `<w:tr><w:trPr><w:cantSplit/>${index === 0 ? "<w:tblHeader/>" : ""}</w:trPr>${cells.map((text, at) => cell(text, at, index === 0)).join("")}</w:tr>`;
  const grid = WIDTHS.map((width) => `<w:gridCol w:w="${width}"/>`).join("");
  return `<w:tbl><w:tblPr><w:tblW w:w="9640" w:type="dxa"/><w:tblBorders>${edges}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.map(line).join("")}</w:tbl>`;
}
