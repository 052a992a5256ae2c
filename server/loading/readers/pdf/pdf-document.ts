import { readFile } from "node:fs/promises";
import { UserError } from "../../../errors/user-error.ts";
import type { InputFile } from "../../record/input-file.ts";
import { brokenFile } from "../broken-file.ts";
import { PDF_LIMITS } from "./pdf-limits.ts";
import type { PdfPage, TextItem } from "./pdf-lines.ts";
import { lookAtParts } from "./pdf-parts.ts";

/** The text of a PDF, page by page. */
export interface PdfText {
  readonly pages: readonly PdfPage[];
  /** Some text is on the pages and not shown. */
  readonly hiddenText: boolean;
}

const ASK_FOR_TABLE = "Ask the bank for the same statement as XLSX or CSV, or for a new PDF.";
type Pdfjs = typeof import("unpdf/pdfjs");
type OpenDocument = Awaited<ReturnType<Pdfjs["getDocument"]>["promise"]>;
type OpenPage = Awaited<ReturnType<OpenDocument["getPage"]>>;

/**
 * The pages of a PDF with their texts and places. Refuses the whole file, naming the page, where
 * one page is a picture, is damaged or shows more than any statement. A statement of which a page
 * is missing is none.
 */
export async function readPdf(file: InputFile, signal?: AbortSignal): Promise<PdfText> {
  if (file.bytes > PDF_LIMITS.bytes) throw tooLarge(file.name);
  const bytes = await readFile(file.path, signal ? { signal } : {});
  const hiddenText = refuseFaults(file.name, bytes);
  // Loaded only here: most files are no PDF.
  const pdfjs = await import("unpdf/pdfjs");
  const document = await open(pdfjs, file.name, bytes);
  try {
    if (document.numPages > PDF_LIMITS.pages) throw tooManyPages(file.name, document.numPages);
    const pages: PdfPage[] = [];
    let items = 0;
    for (let number = 1; number <= document.numPages; number += 1) {
      signal?.throwIfAborted();
      const page = await readPage(pdfjs, document, file.name, number);
      pages.push(page);
      items += page.items.length;
      if (items > PDF_LIMITS.items) throw tooMuchText(file.name, number);
    }
    if (pages.every((page) => page.items.length === 0)) throw noText(file.name);
    return { pages, hiddenText };
  } finally {
    await document.loadingTask.destroy();
  }
}

async function open(pdfjs: Pdfjs, file: string, bytes: Buffer): Promise<OpenDocument> {
  try {
    return await pdfjs.getDocument({
      data: new Uint8Array(bytes),
      verbosity: 0,
      isEvalSupported: false,
      useSystemFonts: false,
      disableFontFace: true,
      enableXfa: false,
    }).promise;
  } catch (error) {
    throw whyNotOpened(file, error);
  }
}

function whyNotOpened(file: string, error: unknown): UserError {
  if ((error as Error | null)?.name === "PasswordException")
    return brokenFile(
      file,
      "pdf-password",
      "the PDF is protected by a password.",
      "Open it with the password, print it to a new PDF with its text, and load that one.",
    );
  return damaged(file, "the PDF is damaged or cut off, or is none.", error);
}

function damaged(file: string, what: string, cause?: unknown): UserError {
  return brokenFile(file, "pdf-damaged", what, ASK_FOR_TABLE, cause);
}

/** Whether some of the text is not shown; throws where a part is damaged or too large. */
function refuseFaults(file: string, bytes: Buffer): boolean {
  const found = lookAtParts(bytes);
  if (found.fault === null) return found.hiddenText;
  if (found.fault !== "damaged") throw tooMuchText(file, null);
  const place = found.object === null ? "" : ` (object ${found.object})`;
  const pages = found.object === null ? [] : pagesOfPart(bytes, found.object);
  const [page] = pages;
  if (page === undefined) throw damaged(file, `a part of the PDF is damaged${place}.`);
  throw pageDamaged(file, page);
}

/** Numbers of the pages, in the order they stand in the file, whose content the object is. */
function pagesOfPart(bytes: Buffer, object: number): number[] {
  const text = bytes.toString("latin1");
  const pages = [...text.matchAll(/\/Type\s*\/Page(?!s)\b/g)].map(({ index }) => {
    const from = Math.max(text.lastIndexOf(" obj", index), 0);
    return text.slice(from, text.indexOf("endobj", index));
  });
  const contents = new RegExp(`/Contents\\s*(?:\\[[^\\]]*?)?\\b${object}\\s+\\d+\\s+R`);
  return pages.flatMap((page, at) => (contents.test(page) ? [at + 1] : []));
}

async function readPage(
  pdfjs: Pdfjs,
  document: OpenDocument,
  file: string,
  number: number,
): Promise<PdfPage> {
  let page: OpenPage | undefined;
  try {
    page = await document.getPage(number);
    const view = page.getViewport({ scale: 1 });
    const items = await textItems(pdfjs, page, view.transform, () => tooMuchText(file, number));
    if (items.length === 0 && (await showsSomething(pdfjs, page))) throw isPicture(file, number);
    return { number, width: view.width, height: view.height, items };
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw pageDamaged(file, number, error);
  } finally {
    page?.cleanup();
  }
}

async function textItems(
  pdfjs: Pdfjs,
  page: OpenPage,
  view: readonly number[],
  tooMuch: () => UserError,
): Promise<TextItem[]> {
  const items: TextItem[] = [];
  const reader = page.streamTextContent().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return items;
    for (const item of value.items) {
      if (!("str" in item) || item.str.trim() === "") continue;
      const place = itemAt(item, pdfjs.Util.transform(view as number[], item.transform));
      if (place !== null) items.push(place);
    }
    if (items.length > PDF_LIMITS.itemsOfPage) {
      void reader.cancel(new Error("too much text"));
      throw tooMuch();
    }
  }
}

/** Null for text that runs up or down: marks in the margin. */
function itemAt(
  { str, width }: { str: string; width: number },
  [a, b, c, d, x, y]: readonly number[],
): TextItem | null {
  if (Math.abs(b ?? 0) > Math.abs(a ?? 0)) return null;
  const size = Math.hypot(c ?? 0, d ?? 0) || 1;
  const text = plainSpaces(str);
  const before = text.length - text.trimStart().length;
  const letter = width / Math.max(1, text.length);
  const start = (x ?? 0) + before * letter;
  const trimmed = text.trim();
  const end =
    before === 0 && trimmed.length === text.length
      ? start + width
      : start + trimmed.length * letter;
  return { text: trimmed, x: start, end, y: y ?? 0, size };
}

/** Spaces of any width as one, minus signs as one, what shows nothing left out. */
function plainSpaces(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]/g, " ")
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, "")
    .replace(/[\u2212\u2012\u2013]/g, "-");
}

/** Whether a page without text is a picture or a drawing rather than paper with a few lines. */
async function showsSomething(pdfjs: Pdfjs, page: OpenPage): Promise<boolean> {
  const { OPS } = pdfjs;
  const pictures = new Set<number>([
    OPS.paintImageXObject,
    OPS.paintInlineImageXObject,
    OPS.paintImageMaskXObject,
    OPS.showText,
  ]);
  const drawn = new Set<number>([
    OPS.fill,
    OPS.eoFill,
    OPS.stroke,
    OPS.fillStroke,
    OPS.eoFillStroke,
    OPS.shadingFill,
  ]);
  const { fnArray, argsArray } = await page.getOperatorList();
  let strokes = 0;
  return fnArray.some((operator, at) => {
    if (pictures.has(operator)) return true;
    // A path says itself what is done with it; one that only limits what follows shows nothing.
    const painted = operator === OPS.constructPath ? argsArray[at]?.[0] : operator;
    if (drawn.has(painted)) strokes += 1;
    return strokes > MOST_RULES;
  });
}

/** Rules and boxes on paper without text; letters drawn as shapes are many more. */
const MOST_RULES = 40;

function isPicture(file: string, page: number): UserError {
  return new UserError({
    code: "pdf-page-is-image",
    message: `${file}: page ${page} is an image without text (a scan or a photograph); nothing of the file was loaded.`,
    remedy: ASK_FOR_TABLE,
    params: { file, page },
  });
}

function pageDamaged(file: string, page: number, cause?: unknown): UserError {
  return new UserError({
    code: "pdf-page-damaged",
    message: `${file}: page ${page} is damaged; nothing of the file was loaded.`,
    remedy: ASK_FOR_TABLE,
    params: { file, page },
    ...(cause === undefined ? {} : { cause }),
  });
}

function noText(file: string): UserError {
  return brokenFile(file, "pdf-no-text", "the PDF holds no text.", ASK_FOR_TABLE);
}

function tooMuchText(file: string, page: number | null): UserError {
  return new UserError({
    code: "pdf-too-much",
    message: `${file}: ${page === null ? "a part of the PDF" : `page ${page}`} unpacks to more than any statement holds.`,
    remedy: "Look at what the file is, and ask the sender for it as XLSX or CSV.",
    params: { file, ...(page === null ? {} : { page }) },
  });
}

function tooManyPages(file: string, pages: number): UserError {
  return new UserError({
    code: "pdf-too-many-pages",
    message: `${file} has ${pages} pages; at most ${PDF_LIMITS.pages} are read.`,
    remedy: "Ask the bank for the statement as XLSX or CSV, or in parts.",
    params: { file, pages, most: PDF_LIMITS.pages },
  });
}

function tooLarge(file: string): UserError {
  return brokenFile(
    file,
    "pdf-too-much",
    `the PDF is larger than ${PDF_LIMITS.bytes / 2 ** 20} MB.`,
    "Ask the bank for the statement as XLSX or CSV, or in parts.",
  );
}
