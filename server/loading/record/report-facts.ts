import { createHash } from "node:crypto";
import type { ReportItem } from "./load-item.ts";
import { type SourceFacts, writeSourceFacts } from "./source-facts.ts";

/** What one source says of one crime report, gathered over its rows: one stolen transfer a row. */
export interface ReportFacts {
  readonly weight: number;
  readonly reportedAt?: number;
  readonly lure?: string;
  readonly victimName?: string;
  readonly victimIin?: string;
  readonly victims?: readonly string[];
  /** Stolen transfers by id as the source cites it; amount in minor units as text. */
  readonly stolen?: readonly Stolen[];
  /**
   * Transfers of which a person said that this source corrects the sum in those loaded before, each
   * with the number of the correction: the highest counts. A file that is taken out and loaded
   * again keeps its sequence, so that does not say which is the later word.
   */
  readonly corrects?: readonly (readonly [transfer: string, number: number])[];
}

interface Stolen {
  readonly id: string | null;
  readonly amount: string | null;
  readonly currency: string | null;
  /** What the victim says of it; a key stands only where it is said. */
  readonly at?: number;
  readonly dayOnly?: true;
  readonly account?: string;
  readonly name?: string;
  readonly phone?: string;
  readonly bank?: string;
}

export function factsOfReport(item: ReportItem): ReportFacts {
  const stolen: Stolen = {
    id: item.transferId,
    amount: item.amount === null ? null : item.amount.toString(),
    currency: item.currency,
    ...saidOf(item),
  };
  return {
    weight: 1,
    ...(item.reportedAt === null ? {} : { reportedAt: item.reportedAt }),
    ...(item.lure === null ? {} : { lure: item.lure }),
    ...(item.victimName === null ? {} : { victimName: item.victimName }),
    ...(item.victimIin === null ? {} : { victimIin: item.victimIin }),
    ...(item.victimAccount === null ? {} : { victims: [item.victimAccount] }),
    ...(item.transferId === null && item.amount === null ? {} : { stolen: [stolen] }),
  };
}

function saidOf({ stolen, recipient }: ReportItem): Partial<Stolen> {
  const { account, name, phone, bank } = recipient;
  return {
    ...(stolen === null ? {} : { at: stolen.at }),
    ...(stolen?.dayOnly ? { dayOnly: true as const } : {}),
    ...(account === null ? {} : { account }),
    ...(name === null ? {} : { name }),
    ...(phone === null ? {} : { phone }),
    ...(bank === null ? {} : { bank }),
  };
}

export function joinReports(earlier: ReportFacts, later: ReportFacts): ReportFacts {
  const victims = union(earlier.victims ?? [], later.victims ?? [], (one) => one);
  const stolen = union(earlier.stolen ?? [], later.stolen ?? [], (one) => JSON.stringify(one));
  const corrects = [...highest([...(earlier.corrects ?? []), ...(later.corrects ?? [])])];
  return {
    ...later,
    ...earlier,
    ...(victims.length > 0 ? { victims } : {}),
    ...(stolen.length > 0 ? { stolen } : {}),
    ...(corrects.length > 0 ? { corrects } : {}),
  };
}

/** Of each transfer the highest number of a correction. */
function highest(corrects: NonNullable<ReportFacts["corrects"]>): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const [id, number] of corrects) numbers.set(id, Math.max(number, numbers.get(id) ?? 0));
  return numbers;
}

/**
 * The sources with what counts of them, in their order: where one corrects the sum of a transfer,
 * those of an earlier word say nothing of it.
 */
function countedFacts(sources: readonly SourceFacts<ReportFacts>[]): SourceFacts<ReportFacts>[] {
  const ordered = [...sources].sort((left, right) => left.sequence - right.sequence);
  const last = highest(ordered.flatMap(({ facts }) => facts.corrects ?? []));
  if (last.size === 0) return ordered;
  return ordered.map(({ sequence, facts }) => {
    if (facts.stolen === undefined) return { sequence, facts };
    const own = new Map(facts.corrects);
    const stolen = facts.stolen.filter(
      ({ id }) => id === null || (own.get(id) ?? 0) === (last.get(id) ?? 0),
    );
    return { sequence, facts: { ...facts, stolen } };
  });
}

/** A sum that a source stated of a transfer before another one corrected it. */
interface CorrectedSum {
  readonly transferId: string;
  /** In minor units as text; null = the source stated none. */
  readonly amount: string | null;
  readonly currency: string | null;
  readonly sequence: number;
}

/** Corrected sums of a report, each with the sequence of its source and of the one that counts. */
export function correctedSums(
  sources: readonly SourceFacts<ReportFacts>[],
): { readonly was: CorrectedSum; readonly now: CorrectedSum }[] {
  const sumsOf = (all: readonly SourceFacts<ReportFacts>[]) =>
    all.flatMap(({ sequence, facts }) =>
      (facts.stolen ?? []).flatMap(({ id, amount, currency }): CorrectedSum[] =>
        id === null ? [] : [{ transferId: id, amount, currency, sequence }],
      ),
    );
  const counted = sumsOf(countedFacts(sources));
  const isSame = (one: CorrectedSum, other: CorrectedSum) =>
    one.sequence === other.sequence && one.transferId === other.transferId;
  return sumsOf(sources).flatMap((was) => {
    if (counted.some((one) => isSame(one, was))) return [];
    const now = counted.find(({ transferId }) => transferId === was.transferId);
    return now === undefined ? [] : [{ was, now }];
  });
}

/**
 * A row as its source may say it beside the others; null where it states another sum for a transfer
 * than counts so far, and nobody said that the source corrects those. Two rows of one table that
 * contradict each other are refused in any case. A row that agrees with the last correction joins
 * it.
 */
export function wordTaken(
  row: ReportFacts,
  sources: readonly SourceFacts<ReportFacts>[],
  { sequence, corrects }: { readonly sequence: number; readonly corrects: boolean },
): ReportFacts | null {
  const own = sources.find((one) => one.sequence === sequence);
  const isOther = countedFacts(sources).some((one) => contradicts(one.facts, row));
  if (isOther && (!corrects || (own !== undefined && contradicts(own.facts, row)))) return null;
  const id = row.stolen?.[0]?.id ?? null;
  if (id === null) return row;
  const last = highest(sources.flatMap(({ facts }) => facts.corrects ?? [])).get(id) ?? 0;
  const number = last + (isOther ? 1 : 0);
  return number === 0 ? row : { ...row, corrects: [[id, number]] };
}

/** Amounts that two rows give for one stolen transfer. */
function contradicts(facts: ReportFacts, row: ReportFacts): boolean {
  const [stolen] = row.stolen ?? [];
  if (!stolen || stolen.id === null) return false;
  return (facts.stolen ?? []).some(
    (one) =>
      one.id === stolen.id && (one.amount !== stolen.amount || one.currency !== stolen.currency),
  );
}

/** What is shown of a report, from all that sources say of it. */
export function reportProperties(id: string, sources: readonly SourceFacts<ReportFacts>[]) {
  const facts = countedFacts(sources)
    .map((one) => one.facts)
    .reduce(joinReports);
  const stolen = facts.stolen ?? [];
  const currency = stolen.find((one) => one.currency !== null)?.currency ?? null;
  const amounts = stolen.filter((one) => one.amount !== null && one.currency === currency);
  return {
    properties: {
      id,
      reportedAt: facts.reportedAt === undefined ? null : BigInt(facts.reportedAt),
      lure: facts.lure ?? null,
      victimName: facts.victimName ?? null,
      victimIin: facts.victimIin ?? null,
      currency,
      amount:
        amounts.length === 0
          ? null
          : amounts.reduce((sum, one) => sum + BigInt(one.amount ?? 0), 0n),
      cited: stolen.map((one) => one.id).filter((one) => one !== null),
      stated: stolen.filter((one) => one.id !== null).map(statedFigure),
      ...reportedTransfers(stolen),
      victimAccounts: [...(facts.victims ?? [])],
      sourceRecords: writeSourceFacts(sources),
    },
    victims: facts.victims ?? [],
  };
}

/** The victim's own figure beside the transfer of the same place in `cited`; "" = none. */
function statedFigure({ amount, currency }: Stolen): string {
  return amount === null ? "" : `${amount} ${currency ?? ""}`.trim();
}

/**
 * Stolen transfers that the report describes and no bank has confirmed. The key names one of them
 * in every load of the same row, for decisions about it.
 */
function reportedTransfers(stolen: readonly Stolen[]) {
  const reported = stolen
    .filter((one) => one.id === null && one.amount !== null)
    .map((one) => ({ key: keyOf(one), ...one }));
  const some = reported.length > 0;
  return {
    reported: some ? reported.map((one) => JSON.stringify(one)) : null,
    reportedKeys: some ? reported.map((one) => one.key) : null,
    reportedStated: some ? reported.map(statedFigure) : null,
  };
}

const KEY_LENGTH = 16;

function keyOf(stolen: Stolen): string {
  const sorted = Object.entries(stolen).sort(([left], [right]) => (left < right ? -1 : 1));
  return createHash("sha256").update(JSON.stringify(sorted)).digest("hex").slice(0, KEY_LENGTH);
}

function union<Item>(
  left: readonly Item[],
  right: readonly Item[],
  keyOf: (item: Item) => string,
): Item[] {
  return [...new Map([...left, ...right].map((item) => [keyOf(item), item])).values()];
}
