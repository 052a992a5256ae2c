import { join } from "node:path";
import type { InputFile } from "../../server/loading/record/input-file.ts";
import { writeZip } from "./reading.ts";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export interface WorkbookParts {
  /** XML inside <worksheet>, by sheet name. */
  readonly sheets: Readonly<Record<string, string>>;
  readonly hidden?: readonly string[];
  /** XML inside <sst>. */
  readonly strings?: string;
  /** XML inside <styleSheet>. */
  readonly styles?: string;
  readonly epoch1904?: boolean;
  /** Further or replaced parts, by name. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
}

/** An .xlsx put together by hand, so that a test shows exactly the XML it is about. */
export function writeWorkbook(
  folder: string,
  name: string,
  workbook: WorkbookParts,
): Promise<InputFile> {
  return writeZip(join(folder, name), workbookParts(workbook));
}

export function workbookParts({
  sheets,
  hidden = [],
  strings,
  styles,
  epoch1904,
  parts,
}: WorkbookParts) {
  const names = Object.keys(sheets);
  const sheetTags = names.map(
    (sheet, index) =>
      `<sheet name="${sheet}" sheetId="${index + 1}"${hidden.includes(sheet) ? ' state="hidden"' : ""} r:id="rId${index + 1}"/>`,
  );
  const relations = names.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  if (strings !== undefined) {
    relations.push(
      `<Relationship Id="rIdS" Type="${OFFICE}/sharedStrings" Target="/xl/sharedStrings.xml"/>`,
    );
  }
  if (styles !== undefined)
    relations.push(`<Relationship Id="rIdF" Type="${OFFICE}/styles" Target="styles.xml"/>`);
  return {
    "[Content_Types].xml": `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    "_rels/.rels": `${HEAD}<Relationships><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr${epoch1904 ? ' date1904="1"' : ""}/><sheets>${sheetTags.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${HEAD}<Relationships>${relations.join("")}</Relationships>`,
    ...Object.fromEntries(
      names.map((sheet, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `${HEAD}<worksheet xmlns="${MAIN}">${sheets[sheet]}</worksheet>`,
      ]),
    ),
    ...(strings === undefined
      ? {}
      : { "xl/sharedStrings.xml": `${HEAD}<sst xmlns="${MAIN}">${strings}</sst>` }),
    ...(styles === undefined
      ? {}
      : { "xl/styles.xml": `${HEAD}<styleSheet xmlns="${MAIN}">${styles}</styleSheet>` }),
    ...parts,
  };
}
