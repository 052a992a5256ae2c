import { type MeasureFields, measureFields } from "../../../contract/measures.ts";
import { compactAccountNumber, normaliseAccountNumber } from "../../identity/iban.ts";
import { badAmount } from "../../loading/cells/amount-faults.ts";
import { currencyCode } from "../../loading/cells/currency.ts";
import { cellOf, type Fault } from "../../loading/cells/refused-cell.ts";
import type { RawRow } from "../../loading/record/input-file.ts";
import { badDate, readDate } from "../../loading/tables/row-dates.ts";
import type { DecimalSign } from "../../money/written.ts";
import { decimalSignOf, parseWrittenAmount } from "../../money/written.ts";
import { dayOf, dayText } from "../../time/day.ts";
import { HOME_ZONE, offsetMilliseconds } from "../../time/instant.ts";
import { type DateOrder, dateOrderOf } from "../../time/written.ts";
import { faultOf, type MeasureFault } from "../rules.ts";
import { type MeasureTable, notUnderstood } from "./measure-columns.ts";
import { MEASURE_HEADINGS, type MeasureMeaning } from "./measure-headings.ts";
import { articleIn, formIn, kindIn, stageIn } from "./measure-words.ts";

/** What holds for every row that does not say it itself. */
export interface RowDefaults {
  readonly kind: MeasureFields["kind"] | undefined;
  readonly district: string | undefined;
}

/** A fault of a row, with what its words in another language name. */
export interface RowFault extends Fault {
  readonly params?: MeasureFault["params"];
}

export type ReadRow = { readonly fields: MeasureFields } | { readonly fault: RowFault };

const HOME = { name: HOME_ZONE, offset: offsetMilliseconds(HOME_ZONE) ?? 0 };

/** Reads rows of a table of measures; `sample` tells how it writes days and sums. */
export function measureReader(
  table: MeasureTable,
  sample: readonly RawRow[],
  defaults: RowDefaults,
  today: string,
): (row: RawRow) => ReadRow {
  const columnOf = (meaning: MeasureMeaning) =>
    table.columns.findIndex((column) => column.meaning === meaning);
  const places = new Map(
    (Object.keys(MEASURE_HEADINGS) as MeasureMeaning[]).map((one) => [one, columnOf(one)]),
  );
  const values = (meaning: MeasureMeaning) =>
    sample.map((row) => cellOf(row, places.get(meaning) ?? -1));
  const order = dateOrderOf(values("day"));
  const sign = decimalSignOf(values("amount"));
  const nameOf = (meaning: string) =>
    table.columns[places.get(meaning as MeasureMeaning) ?? -1]?.name ?? meaning;
  const hasKind = columnOf("kind") >= 0;
  const written = { order, sign, defaults, hasKind, notUnderstood: notUnderstood(table.columns) };
  return (row) => {
    const text = (meaning: MeasureMeaning) => cellOf(row, places.get(meaning) ?? -1);
    const read = fieldsOf(text, nameOf, written);
    if ("fault" in read) return read;
    const parsed = measureFields.safeParse(read.fields);
    if (!parsed.success) return { fault: unreadable(parsed.error.issues[0], nameOf, text) };
    const fault = faultOf(parsed.data, today);
    if (fault === null) return { fields: parsed.data };
    return { fault: rowFault(fault, nameOf, text) };
  };
}

/** A fault of the register as one of a row: its column and its value. */
export function rowFault(
  { field, code, message, remedy, params = {} }: MeasureFault,
  nameOf: (meaning: string) => string,
  text: (meaning: MeasureMeaning) => string,
): RowFault {
  const meaning = (field === "persons" && code === "measure-iin" ? "iin" : field) as MeasureMeaning;
  return { column: nameOf(meaning), value: text(meaning), code, reason: message, remedy, params };
}

interface Written {
  readonly order: DateOrder;
  readonly sign: DecimalSign;
  readonly defaults: RowDefaults;
  /** A column is understood as the kind. */
  readonly hasKind: boolean;
  /** Headings that nobody understood. */
  readonly notUnderstood: readonly string[];
}

function fieldsOf(
  text: (meaning: MeasureMeaning) => string,
  nameOf: (meaning: string) => string,
  { order, sign, defaults, hasKind, notUnderstood }: Written,
): { readonly fields: Record<string, unknown> } | { readonly fault: RowFault } {
  const plan = { zone: HOME, zoneStated: true, dateOrder: order };
  const dayIn = (meaning: "day" | "due" | "sanctionDay") => readDate(plan, text(meaning))?.instant;
  const day = dayIn("day");
  if (day === undefined) return { fault: badDate(nameOf("day"), text("day")) };
  const due = dayIn("due");
  if (text("due") !== "" && due === undefined)
    return { fault: badDate(nameOf("due"), text("due")) };
  const sanctionDay = dayIn("sanctionDay");
  if (text("sanctionDay") !== "" && sanctionDay === undefined)
    return { fault: badDate(nameOf("sanctionDay"), text("sanctionDay")) };
  const named = text("kind");
  const kind = named === "" ? kindWithoutWord(text, defaults) : kindIn(named);
  if (kind === null)
    return {
      fault: hasKind
        ? unknownWord(nameOf("kind"), named, "kind of measure")
        : withoutKind(notUnderstood),
    };
  const form =
    text("form") === "" ? (kind === "prevention" ? formIn(named) : null) : formIn(text("form"));
  if (text("form") !== "" && form === null)
    return { fault: unknownWord(nameOf("form"), text("form"), "form of prevention") };
  const ofFact = kind === "fact" ? named : "";
  const stage = stageIn(text("stage") || ofFact);
  if (text("stage") !== "" && stage === null)
    return { fault: unknownWord(nameOf("stage"), text("stage"), "stage of a case") };
  const currency = text("currency") === "" ? "KZT" : currencyCode(text("currency"));
  if (currency === null)
    return { fault: unknownWord(nameOf("currency"), text("currency"), "currency") };
  const amount = text("amount") === "" ? null : parseWrittenAmount(text("amount"), currency, sign);
  if (amount !== null && !amount.ok)
    return { fault: badAmount(nameOf("amount"), text("amount"), amount.reason, currency) };
  const count = text("count")
    .replace(/[\s\u00a0]/g, "")
    .replace(/[.,]0+$/, "");
  if (count !== "" && !/^\d{1,9}$/.test(count))
    return { fault: badCount(nameOf("count"), text("count")) };
  return {
    fields: {
      kind,
      day: dayText(dayOf(day)),
      due: due === undefined ? null : dayText(dayOf(due)),
      form,
      stage,
      currency,
      amount: amount === null ? null : amount.amount.toString(),
      count: count === "" ? null : Number(count),
      article: text("article") || articleIn(ofFact),
      address: text("address"),
      persons: personsIn(text("persons"), text("iin")),
      account: text("account") === "" ? null : normaliseAccountNumber(text("account")),
      bank: text("bank"),
      case: text("case"),
      claim: text("claim"),
      transfer: text("transfer"),
      block: text("block"),
      reports: listed(text("reports")),
      paper: text("paper"),
      sanction: text("sanction"),
      sanctionDay: sanctionDay === undefined ? null : dayText(dayOf(sanctionDay)),
      file: text("file"),
      district: text("district") || (defaults.district ?? null),
      note: text("note"),
    },
  };
}

/** A row without a word for it: as all rows, else by its form of prevention or its address. */
function kindWithoutWord(
  text: (meaning: MeasureMeaning) => string,
  defaults: RowDefaults,
): MeasureFields["kind"] | null {
  if (defaults.kind !== undefined) return defaults.kind;
  if (text("form") !== "") return "prevention";
  return text("address") === "" ? null : "site";
}

function withoutKind(columns: readonly string[]): RowFault {
  const all = columns.map((name) => `"${name}"`).join(", ") || "0";
  return {
    column: "kind",
    value: "",
    code: "measure-no-kind-column",
    reason: `No column is understood as the kind of measure. Not understood: ${all}.`,
    remedy: "Say which column names what was done, or choose one kind for all rows.",
    params: { columns: all },
  };
}

function personsIn(names: string, iins: string): { name: string; iin: string | null }[] {
  const numbers = listed(iins).map((one) => {
    const digits = compactAccountNumber(one).replace(/[.,]0+$/, "");
    return /^\d{9,12}$/.test(digits) ? digits.padStart(12, "0") : digits;
  });
  const people = listed(names).map((name, at) => ({ name, iin: numbers[at] ?? null }));
  const rest = numbers.slice(people.length).map((iin) => ({ name: iin, iin }));
  return [...people, ...rest];
}

/** "a; b" or several lines of one cell. */
function listed(text: string): string[] {
  return text
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function unknownWord(column: string, value: string, what: string): Fault {
  return {
    column,
    value,
    code: "measure-word",
    reason: value === "" ? `The row has no ${what}.` : `"${value}" is no known ${what}.`,
    remedy: "Write one of the words of docs/measures.md, or choose a kind for all rows.",
  };
}

function badCount(column: string, value: string): Fault {
  return {
    column,
    value,
    code: "measure-count",
    reason: `"${value}" is no whole number of things.`,
    remedy: "Write how many there were as a whole number, 0 or more, or leave the cell empty.",
  };
}

function unreadable(
  issue: { readonly path: readonly PropertyKey[]; readonly message: string } | undefined,
  nameOf: (meaning: string) => string,
  text: (meaning: MeasureMeaning) => string,
): Fault {
  const field = String(issue?.path[0] ?? "note") as MeasureMeaning;
  return {
    column: nameOf(field),
    value: text(field).slice(0, 200),
    code: "measure-field",
    reason: `The value does not fit (${issue?.message ?? "unreadable"}).`,
    remedy: "Shorten it, or leave it out.",
  };
}
