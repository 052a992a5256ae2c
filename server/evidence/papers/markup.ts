import { UserError } from "../../errors/user-error.ts";
import { endsSentence } from "../documents/full-stop.ts";
import type { Block, Run } from "./blocks.ts";

/**
 * The text of a paper as an office edits it (docs/papers.md). A line is a paragraph; its beginning
 * says what it is:
 *
 *     # heading            ## second heading      ### label
 *     > at the right       - item of a list
 *     ? field: text        only where the field is known (! field: only where it is not)
 *     * list: text         once for each element of the list
 *     | a | b |            table: a row of headings, then a row repeated for the list in its tags
 *
 * `{field}` and `{list.field}` are filled in. What is unknown becomes a marked blank.
 */
export interface Values {
  /** null = nobody knows it yet. */
  readonly fields: Readonly<Record<string, string | null>>;
  readonly lists: Readonly<Record<string, readonly Readonly<Record<string, string | null>>[]>>;
  /** What stands in a blank, by field or list.field: "адрес ответчика". */
  readonly blanks: Readonly<Record<string, string>>;
}

/** Where a template stands, for errors. */
export interface TemplateText {
  readonly path: string;
  readonly text: string;
}

/** Parts a value from the blanks in it; values hold no control characters (clean-text.ts). */
const BLANK = "\u0001";

/** A blank inside a value: one part of a sentence is not known yet. */
export function blankIn(key: string): string {
  return `${BLANK}${key}${BLANK}`;
}

const TAG = /\{([^{}]*)\}/g;
const STARTS = [
  ["### ", "label"],
  ["## ", "subheading"],
  ["# ", "heading"],
  ["> ", "right"],
  ["- ", "item"],
] as const;

/** Fills a template in. One UserError names every fault with its line. */
export function filledIn({ path, text }: TemplateText, values: Values): Block[] {
  const faults: string[] = [];
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = (lines[at] ?? "").trim();
    const number = at + 1;
    at += 1;
    if (line === "") continue;
    const fault = (what: string) => faults.push(`line ${number}: ${what}`);
    if (line.startsWith("|")) {
      const row = (lines[at] ?? "").trim();
      if (!row.startsWith("|")) fault("a table needs a second row, which is repeated");
      else at += 1;
      const table = tableOf(line, row, values, fault);
      // A table of nothing is not printed.
      if (table.rows.length > 0) blocks.push(table);
      continue;
    }
    blocks.push(...linesOf(line, values, fault));
  }
  if (faults.length > 0) throw faulty(path, faults);
  return blocks.map((block, at) => (isLastItem(blocks, at) ? ended(block) : block));
}

function isLastItem(blocks: readonly Block[], at: number): boolean {
  return blocks[at]?.kind === "item" && blocks[at + 1]?.kind !== "item";
}

/** The last point of a list ends the sentence, whichever points stand before it. */
function ended(block: Block): Block {
  if (block.kind === "table") return block;
  const last = block.runs.length - 1;
  const runs = block.runs.map((run, at) =>
    at === last && !run.blank ? { ...run, text: run.text.replace(/;$/, ".") } : run,
  );
  return { ...block, runs };
}

type Fault = (what: string) => void;
type Element = Readonly<Record<string, string | null>>;

/** The blocks of one line: none where its condition does not hold, several for a list. */
function linesOf(line: string, values: Values, fault: Fault): Block[] {
  const condition = /^([?!*]) ?([\w.-]+): ?(.*)$/.exec(line);
  if (!condition) {
    if (/^[?!*]/.test(line)) fault(`"${line.slice(0, 20)}" needs a name and a colon`);
    return [blockOf(line, values, fault, null)];
  }
  const [, sign, name = "", rest = ""] = condition;
  if (sign === "*") {
    const list = values.lists[name];
    if (!list) {
      fault(`there is no list ${name}`);
      return [];
    }
    return list.map((element) => blockOf(rest, values, fault, { name, element }));
  }
  const known = isKnown(name, values, fault);
  return known === (sign === "?") ? [blockOf(rest, values, fault, null)] : [];
}

function isKnown(name: string, values: Values, fault: Fault): boolean {
  const list = values.lists[name];
  if (list) return list.length > 0;
  if (!Object.hasOwn(values.fields, name)) fault(`there is no field ${name}`);
  return (values.fields[name] ?? null) !== null;
}

function blockOf(
  line: string,
  values: Values,
  fault: Fault,
  of: { name: string; element: Element } | null,
): Block {
  const start = STARTS.find(([sign]) => line.startsWith(sign));
  const [sign, kind] = start ?? ["", "paragraph" as const];
  const runs = runsOf(line.slice(sign.length), values, fault, of);
  return { kind, runs: kind === "paragraph" && line.startsWith("{") ? begun(runs) : runs };
}

/** A sentence that a field begins ("прокурор района …, рассмотрев") takes a capital letter. */
function begun(runs: readonly Run[]): Run[] {
  const [first, ...others] = runs;
  if (first === undefined || first.blank || others.length === 0) return [...runs];
  const { text } = first;
  return [{ ...first, text: text.slice(0, 1).toLocaleUpperCase() + text.slice(1) }, ...others];
}

function runsOf(
  text: string,
  values: Values,
  fault: Fault,
  of: { name: string; element: Element } | null,
): Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (const match of text.matchAll(TAG)) {
    const tag = (match[1] ?? "").trim();
    if (match.index > from) runs.push({ text: text.slice(from, match.index), blank: false });
    from = match.index + match[0].length;
    const value = found(tag, values, of);
    if (value === undefined) fault(`there is nothing to put at {${tag}}`);
    else if (value !== "") {
      runs.push(...partsOf(value ?? blankIn(tag), values, hasOpenBracket(runs)));
      if (value !== null && text[from] === "." && endsSentence(value)) from += 1;
    }
  }
  if (from < text.length) runs.push({ text: text.slice(from), blank: false });
  return runs;
}

/** A blank that no word is known for stays a line: a paper shows no names of the program. */
function blankRun(key: string, { blanks }: Values, isInBrackets: boolean): Run {
  const said = blanks[key];
  const words = said === undefined ? "" : isInBrackets ? `: ${said}` : ` (${said})`;
  return { text: `____________${words}`, blank: true };
}

/** The text of a value and the blanks in it, by turns. */
function partsOf(value: string, values: Values, isInBrackets: boolean): Run[] {
  const runs: Run[] = [];
  for (const [at, part] of value.split(BLANK).entries()) {
    const inner = hasOpenBracket(runs) || isInBrackets;
    if (at % 2 === 1) runs.push(blankRun(part, values, inner));
    else if (part !== "") runs.push({ text: part, blank: false });
  }
  return runs;
}

function hasOpenBracket(runs: readonly Run[]): boolean {
  const said = runs.map(({ text }) => text).join("");
  return said.lastIndexOf("(") > said.lastIndexOf(")");
}

/** undefined: there is no such field. */
function found(
  tag: string,
  values: Values,
  of: { name: string; element: Element } | null,
): string | null | undefined {
  const inList =
    of !== null && tag.startsWith(`${of.name}.`) ? tag.slice(of.name.length + 1) : null;
  if (of !== null && inList !== null) return of.element[inList];
  return Object.hasOwn(values.fields, tag) ? values.fields[tag] : undefined;
}

function tableOf(
  head: string,
  row: string,
  values: Values,
  fault: Fault,
): Extract<Block, { kind: "table" }> {
  const cells = cellsOf(row);
  const heads = cellsOf(head);
  if (row.startsWith("|") && cells.length !== heads.length)
    fault(`the heading has ${heads.length} cells, the row below ${cells.length}`);
  const name = [...row.matchAll(TAG)]
    .map((match) => (match[1] ?? "").trim().split(".")[0] ?? "")
    .find((one) => values.lists[one]);
  if (row.startsWith("|") && name === undefined) fault("the second row of a table names no list");
  const list = values.lists[name ?? ""] ?? [];
  const rows = list.map((element) =>
    cells.map((cell) => runsOf(cell, values, fault, { name: name ?? "", element })),
  );
  return { kind: "table", head: heads, rows };
}

function cellsOf(line: string): string[] {
  return line
    .replace(/^\||\|$/g, "")
    .split("|")
    .map((cell) => cell.trim());
}

function faulty(path: string, faults: readonly string[]): UserError {
  return new UserError({
    code: "paper-template-faulty",
    status: 409,
    message: `The template ${path} cannot be filled in: ${[...new Set(faults)].join("; ")}.`,
    remedy:
      "Correct the lines named (docs/papers.md), or remove the file to use the built-in paper.",
    params: { path, faults: [...new Set(faults)].join("; ") },
  });
}
