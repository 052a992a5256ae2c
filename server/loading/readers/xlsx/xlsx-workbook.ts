import { guardedXml, type XmlEvents } from "../../../xml/guarded.ts";
import { ASK_AGAIN, brokenFile } from "../broken-file.ts";
import { TABLE_LIMITS } from "../reader-limits.ts";
import { type NumberShape, PLAIN_NUMBER, shapeOfFormat } from "./numbers.ts";
import type { XlsxPackage } from "./package.ts";
import { type StringTable, stringTable } from "./strings.ts";

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly epoch1904: boolean;
  /** Number shape by style index of a cell. */
  readonly shapes: readonly NumberShape[];
  readonly strings: StringTable;
}

type Attributes = Readonly<Record<string, string>>;

/** Reads everything of the workbook but its rows. The caller closes `strings`. */
export async function openWorkbook(
  file: string,
  parts: XlsxPackage,
  scratch?: string,
): Promise<Workbook> {
  const main = await mainPart(file, parts);
  const { sheets, epoch1904 } = await readWorkbookPart(file, parts, main);
  const relations = await readRelations(file, parts, main);
  const byType = (type: string) =>
    [...relations.values()].find((relation) => relation.type === type)?.part;
  const shapes = await readShapes(file, parts, byType("styles"));
  const strings = await readStrings(file, parts, byType("sharedStrings"), scratch);
  return {
    epoch1904,
    shapes,
    strings,
    sheets: sheets.flatMap(({ name, hidden, relation }) => {
      const target = relations.get(relation);
      return target?.type === "worksheet" && parts.has(target.part)
        ? [{ name, hidden, part: target.part }]
        : [];
    }),
  };
}

async function mainPart(file: string, parts: XlsxPackage): Promise<string> {
  const relations = await readRelations(file, parts, "");
  const main =
    [...relations.values()].find((relation) => relation.type === "officeDocument")?.part ??
    "xl/workbook.xml";
  if (parts.has(main) && /\.xml$/i.test(main) && !/^word\/|^ppt\//i.test(main)) return main;
  if (parts.has("xl/workbook.bin")) {
    throw brokenFile(
      file,
      "xlsb",
      "it is a binary Excel workbook (.xlsb).",
      "Open it in Excel and save it as .xlsx.",
    );
  }
  if (
    /^word\/|^ppt\//i.test(main) ||
    parts.has("word/document.xml") ||
    parts.has("ppt/presentation.xml")
  ) {
    throw brokenFile(
      file,
      "not-a-table",
      "it is a document of Word or PowerPoint, not a table.",
      "Ask for the data as .xlsx.",
    );
  }
  if (parts.has("content.xml")) {
    throw brokenFile(
      file,
      "not-a-table",
      "it is an OpenDocument file, but no table (.ods).",
      "Ask for the data as .ods or .xlsx.",
    );
  }
  throw brokenFile(file, "xlsx-damaged", "the Excel file has no workbook in it.", ASK_AGAIN);
}

/** Feeds one part through the guarded parser. */
async function eachElement(
  file: string,
  parts: XlsxPackage,
  part: string,
  events: Partial<XmlEvents>,
): Promise<void> {
  const nothing = () => {};
  const xml = guardedXml(`${file} (${part})`, {
    open: nothing,
    close: nothing,
    text: nothing,
    ...events,
  });
  for await (const chunk of parts.read(part)) xml.write(chunk);
  xml.end();
}

interface Relation {
  readonly type: string;
  readonly part: string;
}

/** Relations of a part by id ("" = the package's own). Targets are resolved to part names. */
async function readRelations(
  file: string,
  parts: XlsxPackage,
  part: string,
): Promise<Map<string, Relation>> {
  const slash = part.lastIndexOf("/");
  const folder = slash < 0 ? "" : part.slice(0, slash + 1);
  const source = `${folder}_rels/${part.slice(slash + 1)}.rels`;
  const relations = new Map<string, Relation>();
  if (!parts.has(source)) return relations;
  await eachElement(file, parts, source, {
    open(name, { Id = "", Type = "", Target = "" }: Attributes) {
      if (name !== "Relationship") return;
      relations.set(Id, {
        type: Type.slice(Type.lastIndexOf("/") + 1),
        part: resolvePart(folder, Target),
      });
    },
  });
  return relations;
}

function resolvePart(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith("/") ? target : folder + target).split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

async function readWorkbookPart(file: string, parts: XlsxPackage, main: string) {
  const sheets: { name: string; hidden: boolean; relation: string }[] = [];
  let epoch1904 = false;
  await eachElement(file, parts, main, {
    open(name, attributes) {
      if (name === "workbookPr")
        epoch1904 = attributes.date1904 === "1" || attributes.date1904 === "true";
      if (name !== "sheet") return;
      const relation = Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1] ?? "";
      const state = attributes.state ?? "visible";
      sheets.push({ name: attributes.name ?? "", hidden: state !== "visible", relation });
    },
  });
  return { sheets, epoch1904 };
}

async function readShapes(
  file: string,
  parts: XlsxPackage,
  part: string | undefined,
): Promise<NumberShape[]> {
  const codes = new Map<number, string>();
  const shapes: NumberShape[] = [];
  if (part === undefined || !parts.has(part)) return shapes;
  let inCellFormats = false;
  await eachElement(file, parts, part, {
    open(name, attributes) {
      if (name === "numFmt") codes.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
      else if (name === "cellXfs") inCellFormats = true;
      else if (name === "xf" && inCellFormats) {
        const id = Number(attributes.numFmtId ?? 0);
        shapes.push(id === 0 ? PLAIN_NUMBER : shapeOfFormat(id, codes.get(id)));
        if (shapes.length > TABLE_LIMITS.formats) throw tooMuch(file, "cell formats");
      }
    },
    close(name) {
      if (name === "cellXfs") inCellFormats = false;
    },
  });
  return shapes;
}

/** Rich text is joined; phonetic hints (rPh) are not part of the text. */
async function readStrings(
  file: string,
  parts: XlsxPackage,
  part: string | undefined,
  scratch: string | undefined,
): Promise<StringTable> {
  const strings = stringTable(undefined, scratch);
  if (part === undefined || !parts.has(part)) return strings;
  let text = "";
  let characters = 0;
  let inText = false;
  let inPhonetic = false;
  const take = () => {
    strings.add(unescapeText(text));
    characters += text.length;
    if (strings.length > TABLE_LIMITS.texts || characters > TABLE_LIMITS.textBytes)
      throw tooMuch(file, "texts");
  };
  try {
    await eachElement(file, parts, part, {
      open(name) {
        if (name === "si") text = "";
        else if (name === "t") inText = !inPhonetic;
        else if (name === "rPh") inPhonetic = true;
      },
      text(piece) {
        if (!inText) return;
        text += piece;
        if (text.length > TABLE_LIMITS.cellCharacters) throw tooMuch(file, "letters in one text");
      },
      close(name) {
        if (name === "t") inText = false;
        else if (name === "rPh") inPhonetic = false;
        else if (name === "si") take();
      },
    });
  } catch (error) {
    strings.close();
    throw error;
  }
  return strings;
}

/** More of something than any table has: whoever wrote it wants to fill the memory. */
export function tooMuch(file: string, what: string) {
  return brokenFile(
    file,
    "xlsx-too-large",
    `the workbook holds more ${what} than any table of a bank needs.`,
    "Do not open the file. Ask the sender what it is, or for the same data as CSV.",
  );
}

/** Excel writes control characters as _x000D_ (ECMA-376 22.9.2.19). */
export function unescapeText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
