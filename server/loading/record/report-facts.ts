import type { ReportItem } from "./load-item.ts";
import { type SourceFacts, writeSourceFacts } from "./source-facts.ts";
import {
  eachOnce,
  isSameRow,
  isSameSum,
  keyOf,
  namedAs,
  recipientOf,
  type Stolen,
  transferOf,
} from "./stolen.ts";

/** What one source says of one crime report, gathered over its rows: one stolen transfer a row. */
export interface ReportFacts {
  readonly weight: number;
  readonly reportedAt?: number;
  readonly lure?: string;
  readonly victimName?: string;
  readonly victimIin?: string;
  readonly victims?: readonly string[];
  readonly stolen?: readonly Stolen[];
  /**
   * Transfers of which a person said that this source corrects the sum in those loaded before, each
   * with the number of the correction: the highest counts. A file that is taken out and loaded
   * again keeps its sequence, so that does not say which is the later word.
   */
  readonly corrects?: readonly (readonly [transfer: string, number: number])[];
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
  const victims = [...new Set([...(earlier.victims ?? []), ...(later.victims ?? [])])];
  const stolen = eachOnce([...(earlier.stolen ?? []), ...(later.stolen ?? [])]);
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
    const stolen = facts.stolen.filter((one) => {
      const id = transferOf(one);
      return (own.get(id) ?? 0) === (last.get(id) ?? 0);
    });
    return { sequence, facts: { ...facts, stolen } };
  });
}

/** A sum that a source stated of a transfer before another one corrected it. */
interface CorrectedSum {
  /** null = the report only describes it. */
  readonly transferId: string | null;
  /** What the report says of one that it describes: UTC milliseconds, whom the victim paid. */
  readonly told: { readonly at: number | null; readonly recipient: string | null } | null;
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
      (facts.stolen ?? []).map((one) => ({ transfer: transferOf(one), sum: sumOf(one, sequence) })),
    );
  const counted = sumsOf(countedFacts(sources));
  return sumsOf(sources).flatMap(({ transfer, sum: was }) => {
    const now = counted.filter((one) => one.transfer === transfer).map(({ sum }) => sum);
    const [first] = now;
    const isCounted = now.some(({ sequence }) => sequence === was.sequence);
    return first === undefined || isCounted ? [] : [{ was, now: first }];
  });
}

function sumOf({ id, amount, currency, ...said }: Stolen, sequence: number): CorrectedSum {
  const told = { at: said.at ?? null, recipient: recipientOf(said) };
  return { transferId: id, told: id === null ? told : null, amount, currency, sequence };
}

/**
 * A row as its source may say it beside the others; null where it states another sum for a transfer
 * than counts so far, and nobody said that the source corrects those. Two rows of one table that
 * contradict each other are refused in any case. A row that agrees with the last correction joins
 * it. Of transfers that are only described, two may look alike: which of them another table
 * corrects cannot be told, and such a row is refused, too.
 */
export function wordTaken(
  row: ReportFacts,
  sources: readonly SourceFacts<ReportFacts>[],
  { sequence, corrects }: { readonly sequence: number; readonly corrects: boolean },
): ReportFacts | null {
  const [stolen] = row.stolen ?? [];
  if (stolen === undefined) return row;
  const id = transferOf(stolen);
  const about = (all: readonly SourceFacts<ReportFacts>[]) =>
    all.flatMap((one) => (one.facts.stolen ?? []).filter((other) => transferOf(other) === id));
  const own = about(sources.filter((one) => one.sequence === sequence));
  const counted = countedFacts(sources);
  const others = about(counted.filter((one) => one.sequence !== sequence));
  const same = others.filter((one) => isSameSum(one, stolen));
  // One table may tell of two payments to one person at one time; an id that it cites has one sum.
  const isTold = stolen.id === null;
  const isOther = isTold
    ? others.length > 0 && same.length === 0
    : about(counted).some((one) => !isSameSum(one, stolen));
  const isUnclear = isTold
    ? new Set(others.map(keyOf)).size > 1
    : own.some((one) => !isSameSum(one, stolen));
  if (isOther && (!corrects || isUnclear)) return null;
  const last = highest(sources.flatMap(({ facts }) => facts.corrects ?? [])).get(id) ?? 0;
  const number = last + (isOther ? 1 : 0);
  const again = own.find((one) => isSameRow(one, stolen));
  const named = again ?? namedAs(stolen, isOther ? others : same, own);
  const said = isTold ? { ...row, stolen: [named] } : row;
  return number === 0 ? said : { ...said, corrects: [[id, number]] };
}

/** The row names another victim of the report than the tables before it, by the IIN. */
export function isOtherVictim(
  { victimIin }: ReportFacts,
  sources: readonly SourceFacts<ReportFacts>[],
): boolean {
  return (
    victimIin !== undefined &&
    sources.some(({ facts }) => (facts.victimIin ?? victimIin) !== victimIin)
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
    .map((one) => ({ ...one, key: keyOf(one) }));
  const some = reported.length > 0;
  return {
    reported: some ? reported.map((one) => JSON.stringify(one)) : null,
    reportedKeys: some ? reported.map((one) => one.key) : null,
    reportedStated: some ? reported.map(statedFigure) : null,
  };
}
