import type { Content, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { DocumentLanguage } from "../../../contract/document-language.ts";
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
  textOf,
} from "./blocks.ts";

/** A longer paragraph may be parted by the end of a page. */
const WHOLE = 1_500;
/** So many letters of a group surely have room on one page. */
const ONE_PAGE = 2_500;
const MARGIN = 56;
/** Points between the margins of a page of A4, upright and on its side. */
const widthOf = (landscape: boolean) => (landscape ? 842 : 595) - 2 * MARGIN;

/** The same paper as a PDF. */
export function paperPdf(paper: Paper, language: DocumentLanguage): TDocumentDefinitions {
  return {
    info: { title: paper.title },
    language,
    pageOrientation: isLandscape(paper.blocks) ? "landscape" : "portrait",
    pageMargins: [MARGIN, MARGIN, MARGIN, MARGIN],
    content: together(paper.blocks),
    ...(paper.draft === null
      ? {}
      : {
          header: {
            text: paper.draft,
            bold: true,
            alignment: "right",
            margin: [MARGIN, 26, MARGIN, 0],
          },
        }),
    footer: (page: number, pages: number) => ({
      text: `${page} / ${pages}`,
      alignment: "center",
      fontSize: 8,
    }),
  };
}

const LOOKS = {
  heading: {
    bold: true,
    fontSize: 13,
    alignment: "center",
    margin: [0, 8, 0, 2],
    headlineLevel: 1,
  },
  subheading: { bold: true, alignment: "center", margin: [0, 0, 0, 10], headlineLevel: 2 },
  label: { bold: true, margin: [0, 6, 0, 2], headlineLevel: 3 },
  right: { margin: [230, 0, 0, 3] },
  // Justified lines would have holes before commas and after hyphens.
  paragraph: { margin: [0, 0, 0, 5] },
  item: { margin: [14, 0, 0, 3] },
} as const;

/**
 * Blocks in the groups that stay on one page; a long table goes over pages, with its heading
 * repeated.
 */
function together(blocks: readonly Block[]): Content[] {
  const stays = staysWithNext(blocks);
  const landscape = isLandscape(blocks);
  const content: Content[] = [];
  let group: Piece[] = [];
  const close = () => {
    const letters = group.reduce((all, one) => all + one.letters, 0);
    const short = group.every(({ isShort }) => isShort) && letters <= ONE_PAGE;
    const stack = group.map((one) => one.content);
    content.push(...(short && stack.length > 0 ? [{ unbreakable: true, stack }] : stack));
    group = [];
  };
  for (const [at, block] of blocks.entries()) {
    const end = block.kind === "table" && stays[at] ? block.rows.length - LAST_ROWS : 0;
    if (block.kind === "table" && end > 0) {
      group.push(tablePiece(block, landscape, 0, end));
      close();
      group.push(tablePiece(block, landscape, end));
    } else group.push(pieceOf(block, landscape));
    if (!stays[at]) close();
  }
  return content;
}

interface Piece {
  readonly content: Content;
  readonly isShort: boolean;
  readonly letters: number;
}

/** A heading goes over to the next page with its table, where that is no longer than this. */
const ROWS_TOGETHER = 8;

function pieceOf(block: Block, landscape: boolean): Piece {
  if (block.kind === "table") return tablePiece(block, landscape, 0);
  const sign = block.kind === "item" ? [{ text: "– ", blank: false }] : [];
  const content = { text: [...sign, ...block.runs].map(runOf), ...LOOKS[block.kind] } as Content;
  const letters = textOf(block.runs).length;
  return { content, isShort: letters <= WHOLE, letters };
}

/** Some rows of a table; those that follow others have no heading of their own. */
function tablePiece(block: Table, landscape: boolean, from: number, until?: number): Piece {
  const rows = block.rows.slice(from, until);
  const isLast = until === undefined;
  const content = tableOf(block, landscape, { rows, isFirst: from === 0, isLast });
  return { content, isShort: rows.length <= ROWS_TOGETHER, letters: 0 };
}

function runOf({ text, blank }: Run) {
  return blank ? { text, background: "#fff3a3" } : { text };
}

type Table = Extract<Block, { kind: "table" }>;

function tableOf(
  block: Table,
  landscape: boolean,
  { rows, isFirst, isLast }: { rows: Table["rows"]; isFirst: boolean; isLast: boolean },
): Content {
  const fontSize = tableSize(block, landscape);
  const isSum = sumColumns(block);
  const place = (at: number) => (isSum[at] ? { alignment: "right" as const } : {});
  const small = (runs: readonly Run[], at: number) => ({
    ...{ text: runs.map(runOf), fontSize },
    ...place(at),
  });
  // Lines and the room beside the text of every cell.
  const room = widthOf(landscape) - block.head.length * 9;
  const head = block.head.map((text, at) => ({ text, bold: true, fontSize, ...place(at) }));
  return {
    table: {
      headerRows: isFirst ? 1 : 0,
      ...(isFirst && { keepWithHeaderRows: 1 }),
      dontBreakRows: true,
      widths: columnShares(block, landscape).map((share) => Math.floor(share * room)),
      body: [...(isFirst ? [head] : []), ...rows.map((cells) => cells.map(small))],
    },
    layout: { hLineWidth: () => 0.4, vLineWidth: () => 0.4, hLineColor: () => "#808080" },
    margin: [0, isFirst ? 2 : 0, 0, isLast ? 8 : 0],
  };
}
