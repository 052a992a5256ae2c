import type { InputFile, ReadOptions } from "../../record/input-file.ts";
import { brokenFile } from "../broken-file.ts";
import { type Line, readLines } from "../text-lines.ts";
import type { Section } from "./keys.ts";

/** A part of the file in its order. */
export type Part = HeaderPart | SectionPart;

interface HeaderPart {
  readonly kind: "header";
  readonly key: string;
  readonly value: string;
}

export interface SectionPart {
  readonly kind: "account" | "document";
  readonly at: Line;
  readonly fields: Section;
  readonly raw: string;
  /** Its end was seen. */
  readonly whole: boolean;
}

interface Open {
  kind: "account" | "document";
  at: Line;
  fields: Map<string, string>;
  lines: string[];
  last: string | null;
}

const MOST_LINES = 5_000;

/**
 * Splits the file into its sections. Keys are folded to lower case, a line that is no `key=value`
 * continues the one before.
 */
export async function* readSections(
  file: InputFile,
  encoding: string,
  options: ReadOptions,
): AsyncGenerator<readonly Part[]> {
  let open: Open | null = null;
  for await (const lines of readLines(file, encoding, options)) {
    const parts: Part[] = [];
    const close = (whole: boolean) => {
      if (open)
        parts.push({
          kind: open.kind,
          at: open.at,
          fields: open.fields,
          raw: open.lines.join("\n"),
          whole,
        });
      open = null;
    };
    for (const line of lines) {
      const equals = line.text.indexOf("=");
      const key = (equals < 0 ? line.text : line.text.slice(0, equals)).trim().toLowerCase();
      if (key === "секциярасчсчет" || key === "секциядокумент") {
        close(false);
        const kind = key === "секциядокумент" ? "document" : "account";
        open = { kind, at: line, fields: new Map(), lines: [line.text], last: null };
        if (equals >= 0) open.fields.set("виддокумента", line.text.slice(equals + 1).trim());
      } else if (open === null) {
        if (equals > 0)
          parts.push({ kind: "header", key, value: line.text.slice(equals + 1).trim() });
      } else {
        addLine(file.name, open, line, key, equals);
        if (key === "конецрасчсчет" || key === "конецдокумента") close(true);
      }
    }
    if (parts.length > 0) yield parts;
  }
  if (open !== null) {
    const { kind, at, fields, lines }: Open = open;
    yield [{ kind, at, fields, raw: lines.join("\n"), whole: false }];
  }
}

function addLine(file: string, open: Open, line: Line, key: string, equals: number): void {
  open.lines.push(line.text);
  if (open.lines.length > MOST_LINES) {
    throw brokenFile(
      file,
      "section-too-long",
      `the section that begins in line ${open.at.number} has more than ${MOST_LINES} lines.`,
      "The file is not the statement it says it is: look at it, and ask the sender for it again.",
    );
  }
  if (key === "конецрасчсчет" || key === "конецдокумента") return;
  if (equals > 0 && /^[\p{L}\d_/]+$/u.test(key)) {
    const value = line.text.slice(equals + 1).trim();
    const earlier = open.fields.get(key);
    // A key said twice: the section's first line (вид документа) gives way, anything else keeps
    // both.
    const replaces =
      earlier === undefined || earlier === "" || earlier === value || key === "виддокумента";
    open.fields.set(key, replaces ? value : `${earlier}\n${value}`);
    open.last = key;
  } else if (open.last !== null && line.text.trim() !== "") {
    open.fields.set(open.last, `${open.fields.get(open.last) ?? ""}\n${line.text.trim()}`);
  }
}
