import PizZip from "pizzip";
import { cleanText } from "../../../contract/clean-text.ts";
import { ENTRY_DATE } from "../entry-date.ts";
import {
  type Block,
  columnShares,
  isLandscape,
  LAST_ROWS,
  type Paper,
  type Run,
  staysWithNext,
  sumColumns,
  tableSize,
} from "./blocks.ts";

/** A paper as a Word document (ECMA-376). The same paper gives the same bytes. */
export function writeDocx(paper: Paper): Buffer {
  const zip = new PizZip();
  for (const [path, text] of [
    ["[Content_Types].xml", CONTENT_TYPES],
    ["_rels/.rels", RELATIONS],
    ["docProps/core.xml", coreXml(paper.title)],
    ["word/_rels/document.xml.rels", DOCUMENT_RELATIONS],
    ["word/header1.xml", headerXml(paper.draft)],
    ["word/footer1.xml", FOOTER],
    ["word/document.xml", documentXml(paper.blocks)],
  ] as const) {
    zip.file(path, XML + text, { date: ENTRY_DATE });
  }
  return zip.generate({ type: "nodebuffer", compression: "DEFLATE" });
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = "http://schemas.openxmlformats.org";
const PACKAGE = `${OFFICE}/package/2006`;
const PARTS = `${OFFICE}/officeDocument/2006/relationships`;
const WORD = `xmlns:w="${OFFICE}/wordprocessingml/2006/main"`;
const WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const override = (part: string, type: string) =>
  `<Override PartName="/${part}" ContentType="${type}"/>`;
const relation = (id: number, type: string, target: string) =>
  `<Relationship Id="rId${id}" Type="${type}" Target="${target}"/>`;

const CONTENT_TYPES = [
  `<Types xmlns="${PACKAGE}/content-types">`,
  `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
  `<Default Extension="xml" ContentType="application/xml"/>`,
  override("word/document.xml", `${WORD_TYPE}.document.main+xml`),
  override("word/header1.xml", `${WORD_TYPE}.header+xml`),
  override("word/footer1.xml", `${WORD_TYPE}.footer+xml`),
  override("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
  "</Types>",
].join("");
const RELATIONS = [
  `<Relationships xmlns="${PACKAGE}/relationships">`,
  relation(1, `${PARTS}/officeDocument`, "word/document.xml"),
  relation(2, `${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml"),
  "</Relationships>",
].join("");
const DOCUMENT_RELATIONS = [
  `<Relationships xmlns="${PACKAGE}/relationships">`,
  relation(1, `${PARTS}/header`, "header1.xml"),
  relation(2, `${PARTS}/footer`, "footer1.xml"),
  "</Relationships>",
].join("");
const FOOTER = `<w:ftr ${WORD}><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>`;

function coreXml(title: string): string {
  return `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xml(title)}</dc:title></cp:coreProperties>`;
}

function headerXml(draft: string | null): string {
  const text =
    draft === null
      ? "<w:p/>"
      : `<w:p><w:pPr><w:jc w:val="right"/></w:pPr>${run({ text: draft, blank: false }, { bold: true })}</w:p>`;
  return `<w:hdr ${WORD}>${text}</w:hdr>`;
}

function documentXml(blocks: readonly Block[]): string {
  const stays = staysWithNext(blocks);
  const landscape = isLandscape(blocks);
  const body = blocks.map((block, at) =>
    block.kind === "table"
      ? table(block, landscape, stays[at] ?? false)
      : paragraph(block, stays[at] ?? false),
  );
  const page = `<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:footerReference w:type="default" r:id="rId2"/>${landscape ? ON_SIDE : UPRIGHT}</w:sectPr>`;
  return `<w:document ${WORD} xmlns:r="${PARTS}"><w:body>${body.join("")}${page}</w:body></w:document>`;
}

interface Look {
  readonly place: string;
  /** Room below, twentieths of a point. */
  readonly after: number;
  /** Room above. */
  readonly before?: number;
  readonly bold?: true;
  /** Half points. */
  readonly size?: number;
}

/** A4 with its margins, the wide one where the paper is bound. */
const UPRIGHT =
  '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1417" w:header="567" w:footer="567" w:gutter="0"/>';
const ON_SIDE =
  '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1417" w:right="1134" w:bottom="850" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>';
/** Twentieths of a point between the margins. */
const widthOf = (landscape: boolean) => (landscape ? 14_570 : 9_639);
/** A line to be filled in by hand: justified, it would tear the words beside it apart. */
const BY_HAND = "____";
const LOOKS: Readonly<Record<Exclude<Block["kind"], "table">, Look>> = {
  heading: { place: '<w:jc w:val="center"/>', before: 160, after: 60, bold: true, size: 28 },
  subheading: { place: '<w:jc w:val="center"/>', after: 240, bold: true },
  label: { place: "", after: 60, bold: true },
  right: { place: '<w:ind w:left="4820"/>', after: 60 },
  paragraph: { place: '<w:ind w:firstLine="567"/><w:jc w:val="both"/>', after: 120 },
  item: { place: '<w:ind w:left="567" w:hanging="283"/>', after: 60 },
};

function paragraph(block: Exclude<Block, { kind: "table" }>, stays: boolean): string {
  const look = LOOKS[block.kind];
  const place = block.runs.some(({ text }) => text.includes(BY_HAND))
    ? look.place.replace('<w:jc w:val="both"/>', "")
    : look.place;
  const keep = stays ? "<w:keepNext/>" : "";
  const sign = block.kind === "item" ? [{ text: "– ", blank: false }] : [];
  const runs = [...sign, ...block.runs].map((one) => run(one, look)).join("");
  return `<w:p><w:pPr>${keep}<w:keepLines/><w:spacing w:before="${look.before ?? 0}" w:after="${look.after}"/>${place}</w:pPr>${runs}</w:p>`;
}

function run({ text, blank }: Run, { bold, size = 24 }: Partial<Look>): string {
  const fonts =
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>';
  const marked = blank ? '<w:highlight w:val="yellow"/>' : "";
  const lines = cleanText(text)
    .split("\n")
    .map((line) => `<w:t xml:space="preserve">${xml(line)}</w:t>`)
    .join("<w:br/>");
  return `<w:r><w:rPr>${fonts}${bold ? "<w:b/>" : ""}<w:sz w:val="${size}"/>${marked}</w:rPr>${lines}</w:r>`;
}

function table(
  block: Extract<Block, { kind: "table" }>,
  landscape: boolean,
  stays: boolean,
): string {
  const full = widthOf(landscape);
  const size = tableSize(block, landscape) * 2;
  const edges = ["top", "left", "bottom", "right", "insideH", "insideV"]
    .map((edge) => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="808080"/>`)
    .join("");
  const widths = columnShares(block, landscape).map((share) => Math.round(share * full));
  const keeps = "<w:keepNext/>";
  const isSum = sumColumns(block);
  const placed = (at: number, keep: string) => {
    const place = `${keep}${isSum[at] ? '<w:jc w:val="right"/>' : ""}`;
    return place && `<w:pPr>${place}</w:pPr>`;
  };
  const cell = (runs: readonly Run[], at: number, look: Partial<Look>, keep = "") =>
    `<w:tc><w:tcPr><w:tcW w:w="${widths[at] ?? 0}" w:type="dxa"/></w:tcPr><w:p>${placed(at, keep)}${runs.map((one) => run(one, { size, ...look })).join("")}</w:p></w:tc>`;
  const head = block.head
    .map((text, at) => cell([{ text, blank: false }], at, { bold: true }))
    .join("");
  const rows = block.rows.map((cells, row) => {
    const keep = stays && row >= block.rows.length - LAST_ROWS ? keeps : "";
    return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.map((runs, at) => cell(runs, at, {}, keep)).join("")}</w:tr>`;
  });
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("");
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${full}" w:type="dxa"/><w:tblBorders>${edges}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>` +
    `<w:tblGrid>${grid}</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${head}</w:tr>${rows.join("")}</w:tbl>` +
    `<w:p><w:pPr>${stays ? keeps : ""}<w:spacing w:after="60"/></w:pPr></w:p>`
  );
}

function xml(text: string): string {
  return cleanText(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
