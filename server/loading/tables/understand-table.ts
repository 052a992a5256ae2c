import { UserError } from "../../errors/user-error.ts";
import { bankCodeOf, hasValidIbanChecksum } from "../../identity/iban.ts";
import { isBin } from "../../identity/iin.ts";
import { foldName } from "../../identity/names.ts";
import { decimalSignOf } from "../../money/written.ts";
import { HOME_ZONE, offsetMilliseconds } from "../../time/instant.ts";
import { dateOrderOf, tellsDateOrder, type Zone } from "../../time/written.ts";
import { finder, OPERATIONS_IN, OPERATIONS_OUT } from "../cells/bank-words.ts";
import { currencyCode, currencyInText } from "../cells/currency.ts";
import { directionOf } from "../cells/direction.ts";
import { createIdentifiers } from "../cells/identifiers.ts";
import { zoneInText, zoneOfLine } from "../cells/zone-words.ts";
import { AMOUNTS } from "../columns/column-meanings.ts";
import type { ColumnLook } from "../columns/column-values.ts";
import { findLayout, type Layout, proposeLayout } from "../columns/propose-layout.ts";
import { findMapping } from "../columns/saved-mappings.ts";
import type { Mapping, RawRow, ReadOptions, RecognisedColumn } from "../record/input-file.ts";
import { requireOneDateOrder } from "./date-order.ts";
import { missingOf } from "./missing-columns.ts";
import { emptyHeading, type StatementHeading, takeHeadingLine } from "./statement-heading.ts";
import type { DirectionSource, OwnSide, TablePlan } from "./table-plan.ts";

/** A table understood from its first rows. */
export interface Understood {
  readonly layout: Layout;
  readonly plan: TablePlan;
  readonly heading: StatementHeading;
  readonly columns: readonly RecognisedColumn[];
  /** Name of the saved or given mapping, null where the columns were proposed. */
  readonly mapping: string | null;
  /** What is missing for the rows to be understood, as a sentence; null where nothing is. */
  readonly missing: string | null;
}

/** Columns that are understood and yet hold more than a transfer has a field for. */
const KEPT_TOO = new Set(["operation", "system", "merchant", "state"]);

const HOME: Zone = { name: HOME_ZONE, offset: offsetMilliseconds(HOME_ZONE) ?? 0 };

/**
 * Understands a table by its first rows; null where they are no table (a title page, a sheet of
 * notes).
 */
export async function understandTable(
  sample: readonly RawRow[],
  names: { readonly file: string; readonly sheet: string | null },
  options: ReadOptions,
): Promise<Understood | null> {
  const found = findLayout(sample);
  if (found === null) return null;
  const heading = emptyHeading();
  const above = sample.slice(0, found.header?.at ?? found.firstRow);
  for (const row of above) takeHeadingLine(heading, row, HOME);
  const mapping = options.mapping ?? (await savedFor(options.mappingsDir, found.names));
  const ownAccount = heading.account ?? accountInName(names.sheet) ?? accountInName(names.file);
  const layout = proposeLayout(sample, found, mapping, options.kind, { ownAccount });
  const plan = planOf(layout, sample, heading, ownAccount, {
    sheet: names.sheet,
    above: above.map(({ raw }) => raw),
  });
  return {
    layout,
    plan,
    heading,
    columns: columnsOf(layout, sample),
    mapping: mapping?.name ?? null,
    missing: missingOf(layout, plan, {
      lines: above.map(({ cells }) => cells.join(" ")),
      heading,
      rows: sample.slice(layout.firstRow),
      mapped: mapping !== null,
    }),
  };
}

async function savedFor(
  dir: string | undefined,
  header: readonly string[],
): Promise<Mapping | null> {
  return dir === undefined ? null : await findMapping(dir, header);
}

/** A Kazakh IBAN with right check digits in the name of a sheet or file. */
function accountInName(name: string | null): string | null {
  const found = /KZ[A-Z0-9]{18}/i.exec(name ?? "")?.[0].toUpperCase();
  return found !== undefined && hasValidIbanChecksum(found) ? found : null;
}

function columnsOf(layout: Layout, sample: readonly RawRow[]): RecognisedColumn[] {
  const data = sample.slice(layout.firstRow);
  return layout.names.map((name, index) => ({
    name,
    meaning: layout.columns[index]?.meaning ?? null,
    quality: Math.round((layout.columns[index]?.quality ?? 0) * 100) / 100,
    example:
      data.find(({ cells }) => (cells[index] ?? "").trim() !== "")?.cells[index]?.trim() ?? "",
  }));
}

function planOf(
  layout: Layout,
  sample: readonly RawRow[],
  heading: StatementHeading,
  ownAccount: string | null,
  { sheet, above }: { readonly sheet: string | null; readonly above: readonly string[] },
): TablePlan {
  const places = new Map<string, number>();
  layout.columns.forEach(({ meaning }, index) => {
    if (meaning !== null) places.set(meaning, index);
  });
  const column = (meaning: string) => places.get(meaning) ?? -1;
  const data = sample.slice(layout.firstRow);
  const id = places.get("transfer_id");
  if (
    id !== undefined &&
    !isOwnFile(layout) &&
    !identifies(data.map(({ cells }) => cells[id]?.trim() ?? ""))
  ) {
    places.delete("transfer_id");
    if (!places.has("document_number")) places.set("document_number", id);
  }
  const valuesOf = (...meanings: string[]) =>
    meanings.flatMap((meaning) =>
      column(meaning) === -1 ? [] : data.map(({ cells }) => cells[column(meaning)] ?? ""),
    );
  const canonical = isOwnFile(layout);
  const identifiers = createIdentifiers(canonical);
  const has = (role: string) =>
    ["account", "name", "iin", "phone"].some((field) => column(`${role}_${field}`) !== -1);
  const twoSided = has("from") && has("to");
  const constant = canonical
    ? null
    : constantAccount(valuesOf("from_account"), valuesOf("to_account"), identifiers);
  const account = canonical
    ? null
    : (ownAccount ?? constantOwn(valuesOf("own_account"), identifiers) ?? constant);
  const ownByPerson =
    !canonical &&
    twoSided &&
    (account !== null || column("own_account") !== -1) &&
    column("from_account") === -1 &&
    column("to_account") === -1;
  const owner = (field: string, told: readonly string[]) =>
    ownByPerson
      ? ownerAmong(valuesOf(`from_${field}`), valuesOf(`to_${field}`), [
          ...told,
          ...valuesOf(`own_${field}`),
          above.join(" "),
        ])
      : null;
  const tableCurrency =
    currencyInHeadings(layout.names, column) ??
    currencyBelow(data[0], column) ??
    currencyInText(sheet ?? "");
  const stated = heading.currency ?? tableCurrency;
  const zone = zoneOfTable(
    ["booked_at", "booked_time", "at", "at_time"].flatMap(
      (meaning) => layout.names[column(meaning)] ?? [],
    ),
    above,
  );
  const dates = valuesOf("booked_at", "opened_at", "reported_at", "stolen_at", "at");
  requireOneDateOrder(dates);
  return {
    kind: layout.kind,
    canonical,
    names: layout.names,
    column,
    extras: layout.columns.flatMap(({ meaning }, index) =>
      (meaning === null && !layout.idle.has(index)) || KEPT_TOO.has(meaning ?? "") ? [index] : [],
    ),
    zone: zone ?? HOME,
    zoneStated: zone !== null,
    dateOrder: dateOrderOf(dates),
    dateOrderTold: tellsDateOrder(dates),
    decimalSign: decimalSignOf(valuesOf(...AMOUNTS, "fee")),
    tableCurrency,
    currency: stated ?? "KZT",
    currencyStated: canonical || stated !== null,
    foreignNamed: canonical || stated !== null ? null : heading.foreign,
    own: account === null ? null : ownSide(account, heading),
    ownByPerson,
    ownName: owner("name", [heading.name ?? ""]),
    ownIin: owner("iin", [heading.iin ?? ""]),
    unknownAmounts: layout.columns.flatMap(({ meaning }, index) =>
      meaning === null && looksLikeMoney(layout.looks[index]) ? [index] : [],
    ),
    twoSided,
    direction: directionSource(column, valuesOf, has, twoSided, sheet),
    detailsName:
      !twoSided &&
      !["from", "to", "other"].some(has) &&
      column("operation") !== -1 &&
      column("purpose") !== -1,
    otherRole: has("other") ? "other" : has("to") ? "to" : has("from") ? "from" : "other",
    negativeOut: mostlyNegative(leavingAmounts(column, data, valuesOf)),
    identifiers,
  };
}

/** The zone of the times as the headings of their columns or the lines above the table name it. */
function zoneOfTable(headings: readonly string[], above: readonly string[]): Zone | null {
  const named = [...headings.map(zoneInText), ...above.map(zoneOfLine)].filter(
    (zone) => zone !== null,
  );
  const [first = null, ...others] = named;
  if (first === null) return null;
  if (first === "several") throw severalZones();
  for (const other of others)
    if (other === "several" || other.offset !== first.offset) throw severalZones();
  return first;
}

function severalZones(): UserError {
  return new UserError({
    code: "zones-either-way",
    message: "The headings name more than one time zone: the times could be in either.",
    remedy: "Have the times written with their zone, as 2026-03-02T09:05:07+05:00.",
  });
}

/** Numbers with decimals, or plain ones that are no dates, people, phones or accounts. */
function looksLikeMoney(look: ColumnLook | undefined): boolean {
  if (look === undefined || look.filled === 0 || look.amount < 0.8) return false;
  return look.decimals > 0 && Math.max(look.iin, look.date, look.phone, look.iban) < 0.5;
}

/** Amounts of rows that say that money left; all of them where no column says so. */
function leavingAmounts(
  column: TablePlan["column"],
  data: readonly RawRow[],
  valuesOf: (...meanings: string[]) => string[],
): string[] {
  if (column("amount_out") !== -1) return valuesOf("amount_out");
  const [directionAt, amountAt] = [column("direction"), column("amount")];
  if (directionAt === -1 || amountAt === -1) return valuesOf("amount", "account_amount");
  return data.flatMap(({ cells }) =>
    directionOf((cells[directionAt] ?? "").trim()) === "out" ? [cells[amountAt] ?? ""] : [],
  );
}

/**
 * The owner's name or IIN among payers and payees. It is the one that the lines above the table or
 * the column of owners hold, else the only one that takes part in every row.
 */
function ownerAmong(
  payers: readonly string[],
  payees: readonly string[],
  told: readonly string[],
): string | null {
  const rows = payers
    .map((payer, index) => [foldName(payer), foldName(payees[index] ?? "")] as const)
    .filter((row) => row.some((name) => name !== ""));
  const text = ` ${told.map(foldName).join(" | ")} `;
  const names = [...new Set(rows.flat())].filter((name) => name !== "");
  const named = names.filter((name) => text.includes(` ${name} `));
  if (named.length === 1) return named[0] ?? null;
  if (named.length > 1 || rows.length < FEWEST_ROWS) return null;
  const everywhere = names.filter((name) => rows.every((row) => row.includes(name)));
  return everywhere.length === 1 ? (everywhere[0] ?? null) : null;
}

/** The account as the statement's own side, with what its heading says of it. */
export function ownSide(account: string, heading: StatementHeading): OwnSide {
  const { iin } = heading;
  return {
    account,
    name: heading.name,
    iin,
    bank: bankCodeOf(account) ?? heading.bank,
    holderKind: iin === null ? "unknown" : isBin(iin) ? "organisation" : "person",
  };
}

/** Every column that means something bears the canonical name of it. */
function isOwnFile({ names, columns }: Layout): boolean {
  return columns.every(
    ({ meaning }, index) => meaning === null || meaning === names[index]?.toLowerCase(),
  );
}

const SHORTEST_ID = 8;

/**
 * A bank's number can stand for the transfer everywhere only if it is long and never repeated; "17"
 * is its own counting.
 */
function identifies(values: readonly string[]): boolean {
  const filled = values.filter((value) => value !== "");
  return (
    new Set(filled).size === filled.length && filled.every((value) => value.length >= SHORTEST_ID)
  );
}

/** "Сумма, USD", "Сумма в долларах": the heading of an amount names its currency. */
function currencyInHeadings(names: readonly string[], column: TablePlan["column"]): string | null {
  for (const meaning of ["amount", "amount_out", "amount_in", "account_amount"]) {
    const code = currencyInText(names[column(meaning)] ?? "");
    if (code !== null) return code;
  }
  return null;
}

/** A line of units under the headings: "USD" where the amounts stand. */
function currencyBelow(first: RawRow | undefined, column: TablePlan["column"]): string | null {
  for (const meaning of AMOUNTS) {
    const text = (first?.cells[column(meaning)] ?? "").trim();
    if (/\p{L}|[$€₸₽]/u.test(text) && !/\d/.test(text)) return currencyCode(text);
  }
  return null;
}

const FEWEST_ROWS = 3;

/** The one account that is payer or payee of every row: whose statement this is. */
function constantAccount(
  payers: readonly string[],
  payees: readonly string[],
  identifiers: TablePlan["identifiers"],
): string | null {
  const numberOf = (text: string | undefined) =>
    text?.trim() ? identifiers.account(text.trim()).number : null;
  const rows = payers
    .map((payer, index) => [numberOf(payer), numberOf(payees[index])] as const)
    .filter(([payer, payee]) => payer !== null || payee !== null);
  if (rows.length < FEWEST_ROWS) return null;
  const everywhere = [...new Set(rows[0])].filter(
    (number) => number !== null && rows.every((row) => row.includes(number)),
  );
  return everywhere.length === 1 ? (everywhere[0] ?? null) : null;
}

function constantOwn(
  values: readonly string[],
  identifiers: TablePlan["identifiers"],
): string | null {
  const filled = new Set(values.map((value) => value.trim()).filter((value) => /\d/.test(value)));
  return filled.size === 1 ? identifiers.account([...filled][0] ?? "").number : null;
}

const saysOut = finder(OPERATIONS_OUT);
const saysIn = finder(OPERATIONS_IN);

function directionSource(
  column: TablePlan["column"],
  valuesOf: (...meanings: string[]) => string[],
  has: (role: string) => boolean,
  twoSided: boolean,
  sheet: string | null,
): DirectionSource {
  if (column("amount_out") !== -1 || column("amount_in") !== -1) {
    return column("amount_out") !== -1 && column("amount_in") !== -1
      ? "two-columns"
      : signed(valuesOf)
        ? "sign"
        : "two-columns";
  }
  const told = filled(valuesOf("direction"));
  if (told.length > 0 && share(told, (text) => directionOf(text) !== null) > 0.5) return "column";
  if (twoSided) return null;
  if (signed(valuesOf)) return "sign";
  const kinds = filled(valuesOf("operation"));
  if (kinds.length > 0 && share(kinds, (text) => saysOut(text) !== saysIn(text)) >= 0.8)
    return "operation";
  const bySheet = sheet === null ? null : directionOf(sheet);
  if (bySheet !== null) return bySheet === "out" ? "always-out" : "always-in";
  if (has("to") && !has("from")) return "always-out";
  return has("from") && !has("to") ? "always-in" : null;
}

function signed(valuesOf: (...meanings: string[]) => string[]): boolean {
  return valuesOf("amount", "account_amount", "amount_kzt").some((text) =>
    /^\s*[-−–+(]\s*\d|^\s*[-−–+]|\d\s*-\s*$/.test(text),
  );
}

function mostlyNegative(values: readonly string[]): boolean {
  const amounts = filled(values).filter((text) => /[1-9]/.test(text));
  return amounts.length > 0 && share(amounts, (text) => /^\s*[-−–(]|-\s*$/.test(text)) > 0.5;
}

function filled(values: readonly string[]): string[] {
  return values.filter((value) => value.trim() !== "");
}

function share(values: readonly string[], test: (value: string) => boolean): number {
  return values.filter(test).length / values.length;
}
