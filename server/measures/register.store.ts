import { z } from "zod";
import { BANK_CODES, bankName } from "../../contract/bank-names.ts";
import type { LetterKind } from "../../contract/letter-facts.ts";
import {
  hasSums,
  type Measure,
  type MeasureFilter,
  measureKind,
  type measureTotals,
} from "../../contract/measures.ts";
import type { LetterFilter } from "../../contract/outgoing.ts";
import { sumByCurrency } from "../../contract/sums.ts";
import { count, minorUnits, text } from "../../graph-queries/row-values.ts";
import type { Queries } from "../../graph-queries/runner.ts";
import { type Hidden, NOTHING_HIDDEN } from "../api/hidden.ts";
import { UserError } from "../errors/user-error.ts";
import { foldName } from "../identity/names.ts";
import { dayNumber } from "../time/day.ts";
import { refuseReversed } from "../time/period.ts";
import { isJoining, lettersNamed } from "./letters/kind-words.ts";
import { measureOf, measureRow, PER_DAY, sequenceOf } from "./measure-rows.ts";

type Totals = z.output<typeof measureTotals>;

export interface RegisterPage {
  readonly rows: Measure[];
  readonly next: string | null;
  readonly totals: Totals | null;
}

const EVER = { since: -1n, before: 2n ** 62n };

/** A page of the register, the newest day first; `after` is the key at which a page ended. */
export async function listMeasures(
  queries: Queries,
  filter: EntryFilter & { readonly after?: string | undefined; readonly limit: number },
  hidden = NOTHING_HIDDEN,
): Promise<RegisterPage> {
  const parameters = parametersOf(filter, hidden);
  const before = filter.after === undefined ? null : keyOf(filter.after);
  const page = before === null || before > parameters.before ? parameters.before : before;
  const [found, totals] = await Promise.all([
    queries.read(
      "measures/list",
      { ...parameters, before: page, limit: BigInt(filter.limit + 1) },
      measureRow,
    ),
    before === null ? totalsOf(queries, filter, hidden) : null,
  ]);
  const rows = found.slice(0, filter.limit);
  const last = rows.at(-1);
  return {
    rows: rows.map(measureOf),
    next:
      last === undefined || found.length <= filter.limit
        ? null
        : sequenceOf(last.m.day, BigInt(last.m.id.slice(1))).toString(),
    totals,
  };
}

const totalsRow = z.object({
  kind: measureKind,
  struck: z.boolean(),
  unjoined: z.boolean(),
  rows: count,
  items: count,
  currency: text,
  amount: minorUnits,
});

/** The totals of the entries of a filter, kind by kind; struck out ones do not count. */
export async function totalsOf(
  queries: Queries,
  filter: EntryFilter,
  hidden = NOTHING_HIDDEN,
): Promise<Totals> {
  const found = await queries.read("measures/totals", parametersOf(filter, hidden), totalsRow);
  const counting = found.filter((one) => !one.struck);
  const rowsIn = (all: typeof found) => all.reduce((sum, one) => sum + one.rows, 0);
  return {
    rows: rowsIn(found),
    struck: rowsIn(found.filter((one) => one.struck)),
    unjoined: rowsIn(counting.filter((one) => one.unjoined)),
    kinds: measureKind.options.flatMap((kind) => {
      const own = counting.filter((one) => one.kind === kind);
      if (own.length === 0) return [];
      const sums = own.flatMap(({ currency, amount }) =>
        currency === null || !hasSums(kind) ? [] : [{ currency, amount }],
      );
      const items = own.reduce((sum, one) => sum + one.items, 0);
      return [{ kind, rows: rowsIn(own), items, sums: sumByCurrency(sums) }];
    }),
  };
}

export async function measureDistricts(queries: Queries): Promise<string[]> {
  const row = z.object({ district: z.string() });
  return (await queries.read("measures/districts", {}, row)).map(({ district }) => district);
}

/** A filter of the register that may ask for letters alone. */
export type EntryFilter = MeasureFilter & {
  readonly letters?: {
    readonly kind: LetterKind | null;
    readonly bank: string | null;
    readonly stand: LetterFilter["stand"] | null;
    /** YYYY-MM-DD: the day on which a letter stands so. */
    readonly today: string;
  };
};

/** A filter as parameters of measures/list and measures/totals. */
function parametersOf(filter: EntryFilter, hidden: Hidden) {
  const { letters } = filter;
  return {
    sanctioned: filter.sanctioned === "yes",
    letters: letters !== undefined,
    letter: letters?.kind ?? null,
    bank: letters?.bank ?? null,
    stand: letters?.stand ?? null,
    today: BigInt(dayNumber(letters?.today ?? "") ?? 0),
    hiddenCases: [...hidden.cases.keys()],
    ...boundsOf(filter),
    kind: filter.kind ?? null,
    form: filter.form ?? null,
    stage: filter.stage ?? null,
    district: filter.district ?? null,
    case: filter.case ?? null,
    claim: filter.claim ?? null,
    unjoined: filter.unjoined !== undefined,
    words: wordsOf(filter.search ?? "", letters !== undefined),
  };
}

/**
 * The words that a person looks for. A number such as "C2-9" or "15-7/107" stands as a whole
 * and begins a word; a bank is found by the name that pages show, a letter by what it is called.
 */
function wordsOf(search: string, ofLetters: boolean) {
  const all = search.split(/\s+/);
  const telling = ofLetters ? all.filter((typed) => !isJoining(typed)) : all;
  return (telling.some((typed) => foldName(typed) !== "") ? telling : all).flatMap((typed) => {
    const folded = foldName(typed);
    if (folded === "") return [];
    const text = folded.includes(" ") ? ` ${folded}` : folded;
    const banks = BANK_CODES.filter((code) => foldName(bankName(code)).includes(folded));
    const named = ofLetters ? lettersNamed(typed) : [];
    return [{ text, lower: typed.toLowerCase(), banks, named }];
  });
}

/** The days of a filter as places in the register. UserError where they end before they begin. */
export function boundsOf(days: Pick<MeasureFilter, "from" | "until">) {
  refuseReversed(days.from, days.until);
  const from = dayNumber(days.from ?? "");
  const until = dayNumber(days.until ?? "");
  return {
    since: from === null ? EVER.since : BigInt(from) * PER_DAY,
    before: until === null ? EVER.before : BigInt(until + 1) * PER_DAY,
  };
}

function keyOf(text: string): bigint {
  if (/^\d{1,18}$/.test(text)) return BigInt(text);
  throw new UserError({
    code: "measure-page",
    message: `${text} is no place in the register.`,
    remedy: "Begin at the first page again.",
  });
}
