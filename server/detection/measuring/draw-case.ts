import { seededRandom } from "../../../contract/seeded-random.ts";
import { ORGANISATION, type TransferColumns } from "../../columns/columns.ts";
import { DAY } from "../../time/instant.ts";
import type { KnownReport } from "../indicators/context.ts";
import type { MeasuredSource } from "./read-source.ts";
import { knownFromOutside, rebuiltSource } from "./rebuilt-source.ts";

/** How a case is drawn out of a source seen whole. */
export interface CaseOptions {
  readonly draw: number;
  /** Victims who came to the police, by chance among those who reported at all. */
  readonly victims?: number;
  /** Statements were asked for of so many hops after the victims. */
  readonly hops?: 1 | 2 | 3;
  /** Reports more that name an ordinary payment of a victim to a private person. */
  readonly wrong?: number;
}

const VICTIMS = 20;
/** The next hop is who an account paid within so long after what came to it. */
const NEXT_HOP = 3 * DAY;
/** An ordinary payment of at least so many minor units may be reported by mistake. */
const LEAST_WRONG = 1_000_000n;

/**
 * What an investigator holds of a source: the reports of some victims, the statements of who they
 * paid, of whom those paid within three days, and of whom those paid. The same draw gives the same
 * case.
 */
export function drawCase(source: MeasuredSource, options: CaseOptions): MeasuredSource {
  const { draw, hops = 3, wrong = 0 } = options;
  const { reports, victims } = drawReports(source, draw, options.victims ?? VICTIMS);
  const named = [...reports, ...wrongReports(source, victims, draw, wrong)];
  const held = statementsAsked(source, named, victims, hops);
  const more = wrong > 0 ? ", wrong reports" : "";
  return caseOf(source, `${source.name} draw ${draw} hop ${hops}${more}`, held, named);
}

/** The reports of so many victims, drawn by chance. */
export function drawReports(
  source: MeasuredSource,
  draw: number,
  count: number,
): { reports: readonly KnownReport[]; victims: ReadonlySet<number> } {
  const known = source.reports.filter(
    ({ stolen, victims }) =>
      victims.length > 0 && stolen.some((id) => source.columns.rowOfId(id) !== undefined),
  );
  const all = [...new Set(known.flatMap((report) => report.victims))].sort((a, b) => a - b);
  const victims = new Set(sample(all, count, draw));
  const isDrawn = (report: KnownReport) => report.victims.some((account) => victims.has(account));
  return { reports: known.filter(isDrawn), victims };
}

/** The rows of the accounts held and the reported ones; nothing else is known. */
export function caseOf(
  source: MeasuredSource,
  name: string,
  held: ReadonlySet<number>,
  reports: readonly KnownReport[],
): MeasuredSource {
  const { columns } = source;
  const stolen = new Set(stolenRows(columns, reports));
  return rebuiltSource(source, name, {
    isKept: (row) => held.has(columns.from[row]!) || held.has(columns.to[row]!) || stolen.has(row),
    account: (account, index) => (held.has(index) ? account : knownFromOutside(account)),
    reports,
    heldWhole: held,
    logsOf: held,
  });
}

export function stolenRows(columns: TransferColumns, reports: readonly KnownReport[]): number[] {
  return reports.flatMap((report) =>
    report.stolen.flatMap((id) => {
      const row = columns.rowOfId(id);
      return row === undefined ? [] : [row];
    }),
  );
}

/** A person's account, as far as is known: neither a way out nor a firm's. */
export function isPersons({ accounts }: TransferColumns, account: number): boolean {
  return accounts.exitKind[account] === 0 && accounts.holderKind[account] !== ORGANISATION;
}

function statementsAsked(
  { columns }: MeasuredSource,
  reports: readonly KnownReport[],
  victims: ReadonlySet<number>,
  hops: number,
): Set<number> {
  let reached = new Map<number, number[]>();
  for (const row of stolenRows(columns, reports)) note(reached, columns, row);
  const held = new Set(reached.keys());
  for (let hop = 2; hop <= hops; hop += 1) {
    const next = new Map<number, number[]>();
    for (const [account, times] of reached)
      for (const row of rowsPaid(columns, account))
        if (times.some((time) => isNext(columns.bookedAt[row]! - time))) note(next, columns, row);
    reached = new Map([...next].filter(([account]) => !held.has(account) && !victims.has(account)));
    for (const account of reached.keys()) held.add(account);
  }
  return held;
}

function isNext(wait: number): boolean {
  return wait > 0 && wait < NEXT_HOP;
}

function note(reached: Map<number, number[]>, columns: TransferColumns, row: number): void {
  const payee = columns.to[row]!;
  if (!isPersons(columns, payee)) return;
  const times = reached.get(payee);
  if (times) times.push(columns.bookedAt[row]!);
  else reached.set(payee, [columns.bookedAt[row]!]);
}

function rowsPaid({ outgoing }: TransferColumns, account: number): Int32Array {
  return outgoing.rows.subarray(outgoing.offsets[account], outgoing.offsets[account + 1]);
}

function wrongReports(
  { columns, truth }: MeasuredSource,
  victims: ReadonlySet<number>,
  draw: number,
  count: number,
): KnownReport[] {
  const { numbers, holder } = columns.accounts;
  const ordinary = [...victims].flatMap((victim) =>
    [...rowsPaid(columns, victim)].filter((row) => {
      const payee = columns.to[row]!;
      const isOwn = payee === victim || (holder[payee] !== -1 && holder[payee] === holder[victim]);
      const isDropper = truth.labels.get(numbers[payee] as string) === true;
      return (
        !isOwn && !isDropper && isPersons(columns, payee) && columns.amount[row]! >= LEAST_WRONG
      );
    }),
  );
  return sample(ordinary, count, draw + 7_000).map((row) => ({
    id: `wrong ${columns.idOf(row)}`,
    victims: [columns.from[row]!],
    stolen: [columns.idOf(row)],
  }));
}

/** So many of a list, each at most once. */
export function sample<Item>(list: readonly Item[], count: number, seed: number): Item[] {
  const random = seededRandom(seed);
  const rest = [...list];
  for (let at = 0; at < Math.min(count, rest.length); at += 1) {
    const other = at + Math.floor(random() * (rest.length - at));
    [rest[at], rest[other]] = [rest[other] as Item, rest[at] as Item];
  }
  return rest.slice(0, count);
}
