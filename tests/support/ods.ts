import { join } from "node:path";
import type { InputFile } from "../../server/loading/record/input-file.ts";
import { writeZip } from "./reading.ts";

const KIND = "application/vnd.oasis.opendocument.spreadsheet";
const SPACES = ["office", "table", "text", "style", "number", "calcext"]
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(" ");

export interface SpreadsheetParts {
  /** XML inside <table:table>, by sheet name. */
  readonly sheets: Readonly<Record<string, string>>;
  readonly hidden?: readonly string[];
}

/** The one XML of a spreadsheet, as `content.xml` of a package or, with `flat`, as a file. */
export function spreadsheetXml({ sheets, hidden = [] }: SpreadsheetParts, flat = false): string {
  const tag = flat ? "document" : "document-content";
  const kind = flat ? ` office:mimetype="${KIND}"` : "";
  const tables = Object.entries(sheets).map(
    ([name, rows]) =>
      `<table:table table:name="${name}" table:style-name="${hidden.includes(name) ? "away" : "seen"}">${rows}</table:table>`,
  );
  return (
    `<?xml version="1.0" encoding="UTF-8"?><office:${tag} ${SPACES}${kind}><office:automatic-styles>` +
    '<style:style style:name="away" style:family="table"><style:table-properties table:display="false"/></style:style>' +
    '<style:style style:name="seen" style:family="table"><style:table-properties table:display="true"/></style:style>' +
    `</office:automatic-styles><office:body><office:spreadsheet>${tables.join("")}</office:spreadsheet></office:body></office:${tag}>`
  );
}

/** An .ods put together by hand, so that a test shows exactly the XML it is about. */
export function writeSpreadsheet(
  folder: string,
  name: string,
  parts: SpreadsheetParts,
  further: Readonly<Record<string, string>> = {},
): Promise<InputFile> {
  return writeZip(join(folder, name), {
    mimetype: KIND,
    "content.xml": spreadsheetXml(parts),
    ...further,
  });
}
