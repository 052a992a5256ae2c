import { guardedXml, type XmlEvents } from "../../xml/guarded.ts";
import type { InputFile } from "../record/input-file.ts";
import { brokenFile } from "./broken-file.ts";
import { eventsFrom, type TableEvent } from "./table-events.ts";
import { tooMuch } from "./xlsx/xlsx-workbook.ts";

/**
 * The sheets of a spreadsheet that is one XML text. A file that repeats texts without end is
 * refused, and so is one without any sheet.
 * @param rowsOf what one piece of the XML says, given on as it is read
 */
export function eventsOfSheets(
  file: InputFile,
  content: AsyncIterable<Buffer>,
  rowsOf: (file: string, take: (event: TableEvent) => void) => XmlEvents,
  without: { readonly code: "not-a-table" | "xlsx-damaged"; readonly remedy: string },
): AsyncIterable<readonly TableEvent[]> {
  const refuse = () => {
    throw tooMuch(file.name, "repeated texts");
  };
  return eventsFrom(content, refuse, (take) => {
    let sheets = 0;
    const xml = guardedXml(
      file.name,
      rowsOf(file.name, (event) => {
        if (event.kind === "table") sheets++;
        take(event);
      }),
    );
    return {
      write: (chunk) => xml.write(chunk),
      end() {
        xml.end();
        if (sheets > 0) return;
        throw brokenFile(file.name, without.code, "there is no sheet in it.", without.remedy);
      },
    };
  });
}
