import { TABLE_LIMITS } from "../reader-limits.ts";
import type { TableEvent } from "../table-events.ts";
import {
  betweenRows,
  endCell,
  endRow,
  LINE_BREAK,
  newTable,
  type OpenTable,
  startCell,
  startRow,
  tidy,
} from "./html-cells.ts";
import { pageTables } from "./page-tables.ts";
import type { Token } from "./tokens.ts";

/** Tables within tables that are followed; what lies deeper counts to the one around it. */
const DEEPEST = 32;

/** Puts the tokens of a page together to rows; page-tables.ts divides the rows into tables. */
export function rowBuilder(take: (event: TableEvent) => void, tooLong: () => never) {
  const stack: OpenTable[] = [];
  const page = pageTables(take);
  let outside = "";

  const flushOutside = () => {
    const text = tidy(outside);
    outside = "";
    if (text !== "") page.row([text], null);
  };

  const finishRow = (table: OpenTable) => {
    const cells = endRow(table);
    if (cells !== null) page.row(cells, table);
  };

  const endTable = () => {
    const table = stack.pop();
    if (table) finishRow(table);
  };

  const startTable = () => {
    if (stack.length === 0) flushOutside();
    if (stack.length < DEEPEST) stack.push(newTable());
  };

  const addText = (text: string, table: OpenTable | undefined) => {
    if (table === undefined) outside += text;
    else if (table.cell !== null) table.cell += text;
    if ((table?.cell ?? outside).length > TABLE_LIMITS.cellCharacters) tooLong();
  };

  const breakLine = (name: string, table: OpenTable | undefined) => {
    if (table === undefined) flushOutside();
    else if (table.cell !== null && (name === "br" || table.cell.trim() !== ""))
      table.cell += LINE_BREAK;
  };

  const token = (token: Token) => {
    const table = stack.at(-1);
    if (token.kind === "text") return addText(token.text, table);
    const opens = token.kind === "open";
    switch (token.name) {
      case "table":
        return opens ? startTable() : endTable();
      case "tr":
        if (table === undefined) return;
        finishRow(table);
        betweenRows(table);
        if (opens) startRow(table, token.attributes);
        return;
      case "td":
      case "th":
        if (table === undefined) return;
        endCell(table);
        if (opens) startCell(table, token.attributes);
        return;
      case "br":
      case "p":
      case "div":
      case "li":
      case "h1":
      case "h2":
      case "h3":
      case "h4":
        return breakLine(token.name, table);
    }
  };

  return {
    token,
    end() {
      while (stack.length > 0) endTable();
      flushOutside();
      page.end();
    },
  };
}
