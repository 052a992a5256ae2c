import type { InputFile, ReadOptions } from "../../record/input-file.ts";
import { brokenFile } from "../broken-file.ts";
import { type Line, readLines } from "../text-lines.ts";

/** A field of a SWIFT message: ":61:" and the lines that belong to it. */
export interface Field {
  readonly tag: string;
  /** Lines of the value, as they stand. */
  readonly lines: readonly string[];
  readonly at: number;
}

/** Ends a message: a line that begins with a hyphen, or the closing of block 4. */
export const END_OF_MESSAGE = "end";

/** Only these: a time in a purpose (":26:37") may begin a line too. */
const FIELD = /^\s*:(20|21|25P?|28C?|60[FM]?|61|62[FM]?|6[45]|86|13D?|34F?|90[CD]?|NS|9[04][02]):/;
const ENVELOPE = /^.*\{4:\s*/;
/** A message has at most some dozen lines a field; more is no SWIFT field. */
const MOST_LINES = 200;

/** Fields and ends of messages, in batches. Lines between messages (bank headings) are left out. */
export async function* readFields(
  file: InputFile,
  encoding: string,
  options: ReadOptions,
): AsyncGenerator<readonly Field[]> {
  let open: { tag: string; lines: string[]; at: number } | null = null;
  for await (const lines of readLines(file, encoding, options)) {
    const fields: Field[] = [];
    const close = () => {
      if (open !== null) fields.push(open);
      open = null;
    };
    for (const line of lines) {
      const text = line.text.startsWith("{") ? line.text.replace(ENVELOPE, "") : line.text;
      const found = FIELD.exec(text);
      if (found) {
        close();
        open = { tag: found[1] ?? "", lines: [text.slice(found[0].length)], at: line.number };
      } else if (endsMessage(text)) {
        close();
        fields.push({ tag: END_OF_MESSAGE, lines: [], at: line.number });
      } else if (open !== null) {
        open.lines.push(text);
        if (open.lines.length > MOST_LINES) throw tooManyLines(file.name, line);
      }
    }
    if (fields.length > 0) yield fields;
  }
  if (open !== null) yield [open];
}

/** "-", "-}", "-}{5:…}", "-XXX": not a purpose that goes on with a hyphen. */
function endsMessage(text: string): boolean {
  return /^-(\}.*|[A-Z]{0,3}\s*)$/.test(text);
}

function tooManyLines(file: string, line: Line) {
  return brokenFile(
    file,
    "mt940-not-a-field",
    `a field has gone on for ${MOST_LINES} lines by line ${line.number}.`,
    "The file is not the statement it says it is: look at it, and ask the sender for it again.",
  );
}
