import { z } from "zod";
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
import { askedClaims } from "../../cases/cases.store.ts";
import { ledgerNow } from "../../claims/ledger.store.ts";
import { foldName } from "../../identity/names.ts";
import { identifiedDroppers } from "../../overview/overview.store.ts";
import { dayOf, dayText } from "../../time/day.ts";
import { boundsOf, listMeasures } from "../register.store.ts";
import { claimedRecords, demandRecords, pendingSuits, recoveredRecords } from "./claim-records.ts";
import { belongs, periodBefore } from "./periods.ts";

/** All that figures are counted from, beside the register itself; read once for a summary. */
interface Counted {
  /** Records of the figures that are not entries of the register. */
  readonly records: ReadonlyMap<FigureId, readonly FigureRecord[]>;
  /** Suspended loans: which entry is the first of how many victims. */
  readonly victims: ReadonlyMap<string, { readonly count: number } & Placed>;
}
interface Placed {
  readonly day: string;
  readonly district: string | null;
}

/** The figures of a period and of the one before, in their order. */
export async function summaryOf(queries: Queries, period: SummaryPeriod): Promise<Figure[]> {
  const counted = await countedFrom(queries);
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

/** The records behind a figure, the newest day first; together they are the figure. */
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
): Promise<RecordsPage> {
  const counted = await countedFrom(queries);
  const figure = amountsOf(id, counted, await entrySums(queries, period), period);
  const entries = FIGURE_MEASURES[id];
  if (entries !== undefined) {
    const page = await listMeasures(queries, { ...entries, ...period, after, limit });
    const records = page.rows
      .filter((one) => one.cancelled === null)
      .map((one) => entryRecord(one, id, counted));
    return { figure, records, next: page.next };
  }
  const all = (counted.records.get(id) ?? [])
    .filter((one) => belongs(one, period))
    .sort((one, other) => (placeOf(one) < placeOf(other) ? 1 : -1));
  const rest = after === undefined ? all : all.filter((one) => placeOf(one) < after);
  const records = rest.slice(0, limit);
  const last = records.at(-1);
  const next = last === undefined || rest.length <= limit ? null : placeOf(last);
  return { figure, records, next };
}

const placeOf = ({ day, key }: FigureRecord) => `${day}#${key}`;

async function countedFrom(queries: Queries): Promise<Counted> {
  const [claims, ledger, droppers, loans] = await Promise.all([
    askedClaims(queries, null),
    ledgerNow({ run: queries.read }, "all"),
    identifiedDroppers(queries, { from: null, until: null }, null),
    queries.read("measures/loans", {}, loanRow),
  ]);
  return {
    victims: firstVictims(loans),
    records: new Map([
      ["claimed", claimedRecords(claims)],
      ["recovered", recoveredRecords(claims, ledger.recoveries)],
      ["suits", pendingSuits(claims)],
      ["demands", demandRecords(claims)],
      [
        "droppers",
        droppers.map((one) => ({
          key: one.person,
          day: dayText(dayOf(one.at)),
          about: one.name ?? one.account,
          case: one.case,
          claim: null,
          measure: null,
          account: one.account,
          district: one.district,
          paper: null,
          count: 1,
          sums: [],
        })),
      ],
    ]),
  };
}

const entryRow = z.object({
  kind: measureKind,
  form: text,
  stage: text,
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
    const own = (counted.records.get(id) ?? []).filter((one) => belongs(one, period));
    return { count: own.length, sums: sumByCurrency(own.flatMap((one) => one.sums)) };
  }
  const own = entries.filter(
    ({ kind, form, stage }) =>
      kind === wanted.kind &&
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

const loanRow = z.object({
  id: z.string(),
  day: count,
  district: text,
  names: z.array(z.string()),
  iins: z.array(z.string()),
  items: count,
});

/**
 * A victim counts once, at the first loan that was suspended; an entry without names counts its
 * own.
 */
function firstVictims(loans: readonly z.output<typeof loanRow>[]): Counted["victims"] {
  const seen = new Set<string>();
  return new Map(
    loans.map(({ id, day, district, names, iins, items }) => {
      const keys = names.map((name, at) => iins[at] || foldName(name));
      const fresh = [...new Set(keys)].filter((key) => !seen.has(key));
      for (const key of fresh) seen.add(key);
      const victims = names.length === 0 ? items : fresh.length;
      return [id, { count: victims, day: dayText(day), district }];
    }),
  );
}

function entryRecord(one: Measure, figure: FigureId, { victims }: Counted): FigureRecord {
  const names = one.persons.map((person) => person.name).join(", ");
  return {
    key: one.id,
    day: one.day,
    about: [names, one.address, one.article, one.bank, one.note].find((text) => text) ?? one.id,
    case: one.case,
    claim: one.claim,
    measure: one.id,
    account: one.account,
    district: one.district,
    paper: one.paper,
    count: figure === "loans" ? (victims.get(one.id)?.count ?? 0) : (one.count ?? 1),
    sums: one.amount === null ? [] : [{ currency: one.currency, amount: one.amount }],
  };
}
