import { z } from "zod";
import { bankName } from "../../../contract/bank-names.ts";
import { type Measure, measureKind } from "../../../contract/measures.ts";
import {
  FIGURE_MEASURES,
  type Figure,
  type FigureAmounts,
  type FigureId,
  type FigureRecord,
  figureId,
  type SummaryPeriod,
} from "../../../contract/measures-summary.ts";
import { sumByCurrency } from "../../../contract/sums.ts";
import { count, minorUnits, text } from "../../../graph-queries/row-values.ts";
import type { Queries } from "../../../graph-queries/runner.ts";
import { NOTHING_HIDDEN } from "../../api/hidden.ts";
import { boundsOf, listMeasures } from "../register.store.ts";
import { pendingSuits } from "./claim-records.ts";
import { type Counted, countedFrom } from "./counted.store.ts";
import { belongs, periodBefore } from "./periods.ts";

/**
 * The figures of a period and of the one before, in their order. `from` = what they are counted
 * from, where the caller has it.
 */
export async function summaryOf(
  queries: Queries,
  period: SummaryPeriod,
  from?: Counted,
): Promise<Figure[]> {
  const counted = from ?? (await countedFrom(queries, figureId.options));
  const before = periodBefore(period);
  const [now, earlier] = await Promise.all([
    entrySums(queries, period),
    before === null ? [] : entrySums(queries, before),
  ]);
  return figureId.options.map((id) => ({
    id,
    ...amountsOf(id, counted, now, period),
    before: before === null ? null : amountsOf(id, counted, earlier, before),
  }));
}

export interface RecordsPage {
  readonly figure: FigureAmounts;
  readonly records: readonly FigureRecord[];
  readonly next: string | null;
}

/**
 * The records behind a figure, the newest day first; together they are the figure, which counts
 * also what is `hidden` and left out of the records. `from` = what
 * figures are counted from, where the caller asks for several pages.
 */
export async function recordsOf(
  queries: Queries,
  {
    figure: id,
    after,
    limit,
    ...period
  }: SummaryPeriod & {
    readonly figure: FigureId;
    readonly after?: string | undefined;
    readonly limit: number;
  },
  hidden = NOTHING_HIDDEN,
  from?: Counted,
): Promise<RecordsPage> {
  const counted = from ?? (await countedFrom(queries, [id]));
  const figure = amountsOf(id, counted, await entrySums(queries, period), period);
  const entries = FIGURE_MEASURES[id];
  if (entries !== undefined) {
    const page = await listMeasures(queries, { ...entries, ...period, after, limit }, hidden);
    const records = page.rows
      .filter((one) => one.cancelled === null)
      .map((one) => entryRecord(one, id, counted));
    return { figure, records, next: page.next };
  }
  const own = recordsWithin(id, counted, period).filter((one) => !hidden.cases.has(one.case ?? ""));
  const all = [...own].sort(inOrder);
  const rest = after === undefined ? all : all.filter((one) => isBefore(after, placeOf(one)));
  const records = rest.slice(0, limit);
  const last = records.at(-1);
  const next = last === undefined || rest.length <= limit ? null : placeOf(last);
  return { figure, records, next };
}

/** Records of a figure that is not of the register, in a period. */
function recordsWithin(
  id: FigureId,
  { claims, records }: Counted,
  period: SummaryPeriod,
): readonly FigureRecord[] {
  if (id !== "suits") return (records.get(id) ?? []).filter((one) => belongs(one, period));
  const { district } = period;
  return pendingSuits(claims, period.until).filter(
    (one) => district === undefined || one.district === district,
  );
}

type Place = Pick<FigureRecord, "day" | "key">;

/** The newest day first; of one day by the numbers in the keys, so C2-2 comes before C2-10. */
export function inOrder(one: Place, other: Place): number {
  const [place, next] = [placeOf(one), placeOf(other)];
  return place === next ? 0 : isBefore(place, next) ? -1 : 1;
}

function isBefore(place: string, other: string): boolean {
  const [day, next] = [place, other].map((text) => text.slice(0, DAY_LENGTH)) as [string, string];
  return day === next ? place < other : day > next;
}
const DAY_LENGTH = "2026-11-30".length;

/** Where a record stands, as a page ends there. */
function placeOf({ day, key }: Place): string {
  return `${day}#${key.replace(/\d+/g, (digits) => digits.padStart(12, "0"))}`;
}

const entryRow = z.object({
  kind: measureKind,
  form: text,
  stage: text,
  sanctioned: z.boolean(),
  currency: text,
  items: count,
  amount: minorUnits,
});
type EntrySums = readonly z.output<typeof entryRow>[];

/** What the entries of the register add up to in a period, by what they are. */
function entrySums(queries: Queries, period: SummaryPeriod): Promise<EntrySums> {
  const parameters = { ...boundsOf(period), district: period.district ?? null };
  return queries.read("measures/figures", parameters, entryRow);
}

function amountsOf(
  id: FigureId,
  counted: Counted,
  entries: EntrySums,
  period: SummaryPeriod,
): FigureAmounts {
  const wanted = FIGURE_MEASURES[id];
  if (wanted === undefined) {
    const own = recordsWithin(id, counted, period);
    const many = own.reduce((sum, one) => sum + one.count, 0);
    return { count: many, sums: sumByCurrency(own.flatMap((one) => one.sums)) };
  }
  const own = entries.filter(
    ({ kind, form, stage, sanctioned }) =>
      kind === wanted.kind &&
      (wanted.sanctioned === undefined || sanctioned) &&
      (wanted.form === undefined || form === wanted.form) &&
      (wanted.stage === undefined || stage === wanted.stage),
  );
  const sums = sumByCurrency(
    own.flatMap(({ currency, amount }) => (currency === null ? [] : [{ currency, amount }])),
  );
  const items = own.reduce((sum, one) => sum + one.items, 0);
  if (id !== "loans") return { count: items, sums };
  const victims = [...counted.victims.values()].filter((one) => belongs(one, period));
  return { count: victims.reduce((sum, one) => sum + one.count, 0), sums };
}

function entryRecord(one: Measure, figure: FigureId, { victims }: Counted): FigureRecord {
  const names = one.persons.map((person) => person.name).join(", ");
  const bank = one.bank === null ? null : bankName(one.bank);
  return {
    key: one.id,
    day: one.day,
    about: [names, one.address, one.article, bank, one.note].find((text) => text) ?? one.id,
    case: one.case,
    claim: one.claim,
    measure: one.id,
    account: one.account,
    bank: one.bank,
    district: one.summaryDistrict,
    paper: one.paper,
    court: null,
    paperSum: null,
    count: figure === "loans" ? (victims.get(one.id)?.count ?? 0) : (one.count ?? 1),
    sums: one.amount === null ? [] : [{ currency: one.currency, amount: one.amount }],
  };
}
