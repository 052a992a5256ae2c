import type { Content, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { DocumentLanguage } from "../../../contract/document-language.ts";
import {
  type Block,
  columnShares,
  isLandscape,
  type Paper,
  type Run,
  staysWithNext,
  tableSize,
  textOf,
} from "./blocks.ts";

/** A longer paragraph may be parted by the end of a page. */
const WHOLE = 1_500;
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
  let group: Block[] = [];
  const close = () => {
    const short = group.every(isShort);
    const stack = group.map((one) => contentOf(one, landscape));
    content.push(...(short && stack.length > 0 ? [{ unbreakable: true, stack }] : stack));
    group = [];
  };
  for (const [at, block] of blocks.entries()) {
    group.push(block);
    if (!stays[at]) close();
  }
  return content;
}

/** A heading goes over to the next page with its table, where that is no longer than this. */
const ROWS_TOGETHER = 8;

function isShort(block: Block): boolean {
  return block.kind === "table"
    ? block.rows.length <= ROWS_TOGETHER
    : textOf(block.runs).length <= WHOLE;
}

function contentOf(block: Block, landscape: boolean): Content {
  if (block.kind === "table") return tableOf(block, landscape);
  const sign = block.kind === "item" ? [{ text: "– ", blank: false }] : [];
  return { text: [...sign, ...block.runs].map(runOf), ...LOOKS[block.kind] } as Content;
}

function runOf({ text, blank }: Run) {
  return blank ? { text, background: "#fff3a3" } : { text };
}

function tableOf(block: Extract<Block, { kind: "table" }>, landscape: boolean): Content {
  const fontSize = tableSize(block, landscape);
  const small = (runs: readonly Run[]) => ({ text: runs.map(runOf), fontSize });
  // Lines and the room beside the text of every cell.
  const room = widthOf(landscape) - block.head.length * 9;
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: columnShares(block, landscape).map((share) => Math.floor(share * room)),
      body: [
        block.head.map((text) => ({ text, bold: true, fontSize })),
        ...block.rows.map((cells) => cells.map(small)),
      ],
    },
    layout: { hLineWidth: () => 0.4, vLineWidth: () => 0.4, hLineColor: () => "#808080" },
    margin: [0, 2, 0, 8],
  };
}
