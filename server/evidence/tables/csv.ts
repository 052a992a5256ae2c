/** A table of text cells with its header. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * UTF-8, comma, line feed, quotes only where needed (RFC 4180): the same table gives the same
 * bytes.
 */
export function writeCsv(table: Table): string {
  return [table.columns, ...table.rows].map((cells) => `${cells.map(cell).join(",")}\n`).join("");
}

function cell(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Reads what writeCsv wrote, as one record a row; null where the text is no such table. */
export function readCsv(text: string): Record<string, string>[] | null {
  const rows: string[][] = [];
  let row: string[] = [];
  const token = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy;
  while (token.lastIndex < text.length) {
    const match = token.exec(text);
    if (!match) return null;
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (match[3] === ",") continue;
    rows.push(row);
    row = [];
  }
  const [columns, ...records] = rows;
  if (!columns || row.length > 0 || records.some((cells) => cells.length !== columns.length))
    return null;
  return records.map((cells) =>
    Object.fromEntries(columns.map((name, at) => [name, cells[at] ?? ""])),
  );
}
