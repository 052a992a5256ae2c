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
  return {
    ...later,
    ...earlier,
    ...(victims.length > 0 ? { victims } : {}),
    ...(stolen.length > 0 ? { stolen } : {}),
  };
}

/** Amounts that two rows give for one stolen transfer. */
export function contradicts(facts: ReportFacts, row: ReportFacts): boolean {
  const [stolen] = row.stolen ?? [];
  if (!stolen || stolen.id === null) return false;
  return (facts.stolen ?? []).some(
    (one) =>
      one.id === stolen.id && (one.amount !== stolen.amount || one.currency !== stolen.currency),
  );
}

/** What is shown of a report, from all that sources say of it. */
export function reportProperties(id: string, sources: readonly SourceFacts<ReportFacts>[]) {
  const ordered = [...sources].sort((left, right) => left.sequence - right.sequence);
  const facts = ordered.map((one) => one.facts).reduce(joinReports);
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
