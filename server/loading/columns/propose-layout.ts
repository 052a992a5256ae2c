import type { FileKind, Mapping, RawRow } from "../record/input-file.ts";
import { type Assigned, assignMeanings, type Surroundings } from "./assign-columns.ts";
import { AMOUNTS, isMeaning, KEPT_AS_IS, MEANINGS } from "./column-meanings.ts";
import { type ColumnLook, lookOf } from "./column-values.ts";
import { guessFromValues } from "./guess-columns.ts";
import { findHeader, type Header, headerByShape, looksLikeValue } from "./header-row.ts";
import type { Sense } from "./headings.ts";
import { settleAmounts } from "./settle-amounts.ts";

/**
 * The table's layout as it is proposed: where its rows begin, what its columns are called and mean.
 */
export interface Layout {
  readonly kind: FileKind;
  /** Null where no row names the columns. */
  readonly header: Header | null;
  readonly names: readonly string[];
  readonly columns: readonly Assigned[];
  readonly looks: readonly ColumnLook[];
  /** Index of the first data row in the sample. */
  readonly firstRow: number;
  /** Columns that say nothing worth keeping: numbers of rows. */
  readonly idle: ReadonlySet<number>;
}

const JUDGED_ROWS = 300;

/**
 * Finds the header and the columns' meanings among a table's first rows. Null where the rows are no
 * table at all.
 */
export function findLayout(
  rows: readonly RawRow[],
): { header: Header | null; names: readonly string[]; firstRow: number } | null {
  const header = findHeader(rows);
  if (header !== null) return { header, names: header.names, firstRow: header.at + header.count };
  const widths = new Map<number, number>();
  for (const { cells } of rows) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  const width =
    [...widths].sort((left, right) => right[1] - left[1] || right[0] - left[0])[0]?.[0] ?? 0;
  if (width < 2) return null;
  const firstRow = rows.findIndex(
    ({ cells }) => cells.length === width && cells.some(looksLikeValue),
  );
  if (firstRow === -1) return null;
  const byShape = headerByShape(rows, firstRow);
  if (byShape !== null) return { header: byShape, names: byShape.names, firstRow };
  return {
    header: null,
    names: Array.from({ length: width }, (_, index) => `column ${index + 1}`),
    firstRow,
  };
}

/**
 * Gives the columns of a found table their meanings: from the mapping where it names them, else
 * proposed.
 */
export function proposeLayout(
  rows: readonly RawRow[],
  found: { header: Header | null; names: readonly string[]; firstRow: number },
  mapping: Mapping | null,
  kind: FileKind | undefined,
  surroundings: Surroundings,
): Layout {
  const { header, names, firstRow } = found;
  const data = rows
    .slice(firstRow, firstRow + JUDGED_ROWS)
    .filter(({ cells }) => cells.length > names.length / 2);
  const looks = names.map((_, column) => lookOf(data.map(({ cells }) => cells[column] ?? "")));
  const ownFile = ownFileSenses(names);
  const senses = ownFile ?? header?.senses ?? names.map(() => []);
  const kinds = kind ? [kind] : kindsOf(mapping);
  const judged = kinds.map((of) => {
    const proposed = assignMeanings(of, senses, looks, surroundings);
    const guessed =
      of === "transfers" && !ownFile
        ? settleAmounts(guessFromValues(proposed, looks, header), {
            names,
            senses,
            looks,
            rows: data,
          })
        : proposed;
    const columns = withMapping(of, guessed, names, mapping);
    const worth = columns.reduce((sum, { quality }) => sum + quality, 0);
    const isOther =
      kind === undefined &&
      ((of === "sessions" && namesAmount(senses)) || (of === "accounts" && namesBoth(senses)));
    return { of, columns, worth: isOther ? 0 : worth + (hasNeeded(of, columns) ? SURELY : 0) };
  });
  const best = judged.reduce((left, right) => (right.worth > left.worth ? right : left));
  const idle = senses.flatMap((list, column) =>
    list[0]?.meaning === "row_number" && best.columns[column]?.meaning === null ? [column] : [],
  );
  return {
    kind: best.of,
    header,
    names,
    columns: best.columns,
    looks,
    firstRow,
    idle: new Set(idle),
  };
}

/** The columns that make a table one of our own files, whatever else it has. */
const OWN_FILES: readonly (readonly string[])[] = [
  ["booked_at", "amount", "from_account", "to_account"],
  ["report_id", "reported_at"],
  ["account", "holder_iin"],
  ["account", "opened_at"],
  ["account", "label"],
  ["account", "from", "to"],
  ["account", "at"],
  ["iin", "at"],
];
const OWN_NAMES: ReadonlySet<string> = new Set([
  ...MEANINGS.transfers.slice(0, MEANINGS.transfers.indexOf("purpose") + 1),
  ...["purpose_code", "document_number", "fee"],
  ...[...MEANINGS.accounts, ...MEANINGS.statements, ...MEANINGS.reports, ...MEANINGS.labels],
  ...MEANINGS.sessions,
]);

/**
 * In our own files only the names of DESIGN mean something; other columns are kept as they are,
 * whatever they look like.
 */
function ownFileSenses(header: readonly string[]): Sense[][] | null {
  const names = header.map((name) => name.toLowerCase());
  const isOwn = OWN_FILES.some((needed) => needed.every((name) => names.includes(name)));
  // A bank's table may say account, from and to as well: with sums and dates it is no list of days.
  const isBanks = names.includes("from") && names.some((name) => /amount|date|sum/.test(name));
  if (!isOwn || isBanks) return null;
  return names.map((name) =>
    OWN_NAMES.has(name)
      ? [{ meaning: name, role: null, field: null, quality: 1, exact: true }]
      : [],
  );
}

const SURELY = 1_000;

function kindsOf(mapping: Mapping | null): FileKind[] {
  const all: FileKind[] = ["transfers", "accounts", "statements", "reports", "labels", "sessions"];
  if (mapping === null) return all;
  const meanings = Object.values(mapping.columns).filter((meaning) => meaning !== KEPT_AS_IS);
  const able = all.filter((kind) => meanings.every((meaning) => isMeaning(kind, meaning)));
  return able.length === 0 ? all : able;
}

/** A table with a column of amounts is one of money, whatever it says of devices and addresses. */
function namesAmount(senses: readonly (readonly Sense[])[]): boolean {
  return senses.some(([first]) => (AMOUNTS as readonly string[]).includes(first?.meaning ?? ""));
}

/** A payer's account and a payee's are columns of transfers, and no list of accounts. */
function namesBoth(senses: readonly (readonly Sense[])[]): boolean {
  const names = (role: string) =>
    senses.some(([first]) => first?.role === role && first.field === "account");
  return names("from") && names("to");
}

function hasNeeded(kind: FileKind, columns: readonly Assigned[]): boolean {
  const has = (...meanings: string[]) =>
    columns.some(({ meaning }) => meaning !== null && meanings.includes(meaning));
  if (kind === "transfers") {
    return has("booked_at") && has(...AMOUNTS);
  }
  if (kind === "labels") return has("account") && has("label");
  if (kind === "statements") return has("account") && has("from") && has("to");
  if (kind === "sessions")
    return has("at") && has("account", "iin", "device_id", "ip") && has("device_id", "ip", "event");
  return kind === "reports" ? has("report_id") : has("account");
}

/**
 * What a person said of a column goes before anything proposed, and takes the meaning away from
 * other columns.
 */
function withMapping(
  kind: FileKind,
  proposed: readonly Assigned[],
  names: readonly string[],
  mapping: Mapping | null,
): Assigned[] {
  if (mapping === null) return [...proposed];
  const said = new Map(
    Object.entries(mapping.columns).map(([name, meaning]) => [plain(name), meaning] as const),
  );
  const taken = new Set(said.values());
  return proposed.map((column, index) => {
    const meaning = said.get(plain(names[index] ?? ""));
    if (meaning === undefined)
      return column.meaning !== null && taken.has(column.meaning) ? NO_MEANING : column;
    return meaning === KEPT_AS_IS || !isMeaning(kind, meaning)
      ? NO_MEANING
      : { meaning, quality: 1 };
  });
}

const NO_MEANING: Assigned = { meaning: null, quality: 0 };

function plain(name: string): string {
  return name.replace(/\s+/g, " ").trim().toLowerCase();
}
