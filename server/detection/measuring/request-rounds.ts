import { detect } from "../run/detect.ts";
import { caseOf, drawReports, isPersons, stolenRows } from "./draw-case.ts";
import type { MeasuredSource } from "./read-source.ts";

/** How the next statements are chosen. */
export type RequestOrder = "rules" | "money" | "payers";

const ROUNDS = 5;
const A_ROUND = 10;
const VICTIMS = 20;

/**
 * Statements asked for round by round from the reports of some victims on, ten a round, as an
 * investigator would: reported payees first. `rules`: in the order of the run's requests; `money`:
 * by what came from the accounts held; `payers`: by how many of those paid. Returns how many
 * droppers' statements are held after each round.
 */
export function requestRounds(
  source: MeasuredSource,
  draw: number,
  order: RequestOrder,
): readonly number[] {
  const { columns, truth } = source;
  const { reports, victims } = drawReports(source, draw, VICTIMS);
  const held = new Set<number>();
  const found: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const reported = sums(columns, stolenRows(columns, reports));
    const isAsked = (account: number) =>
      !held.has(account) && !victims.has(account) && isPersons(columns, account);
    const first = [...reported].filter(([account]) => isAsked(account)).sort(byValue);
    const then = orderOf(source, held, reports, order).filter(([account]) => isAsked(account));
    const asked = [...new Set([...first, ...then].map(([account]) => account))];
    for (const account of asked.slice(0, A_ROUND)) held.add(account);
    const isDropper = (account: number) =>
      truth.labels.get(columns.accounts.numbers[account] as string) === true;
    found.push([...held].filter(isDropper).length);
  }
  return found;
}

function byValue([left, a]: [number, number], [right, b]: [number, number]): number {
  return b - a || left - right;
}

/** Accounts to ask for, best first, each with what it is ordered by. */
function orderOf(
  source: MeasuredSource,
  held: ReadonlySet<number>,
  reports: MeasuredSource["reports"],
  order: RequestOrder,
): [number, number][] {
  if (held.size === 0) return [];
  const { columns } = source;
  if (order === "rules") {
    const known = caseOf(source, "", held, reports);
    const result = detect(known.columns, {
      since: Number.NEGATIVE_INFINITY,
      until: Number.POSITIVE_INFINITY,
      listed: [],
      reports: known.reports,
      statements: known.statements ?? [],
    });
    return result.requests.map(({ account, points }) => [
      columns.accounts.indexOf(account) as number,
      points,
    ]);
  }
  const paid = [...held].flatMap((account) => [
    ...columns.outgoing.rows.subarray(
      columns.outgoing.offsets[account],
      columns.outgoing.offsets[account + 1],
    ),
  ]);
  const reported = new Set(stolenRows(columns, reports));
  const rows = [...new Set([...paid, ...reported])];
  return [...(order === "money" ? sums(columns, rows) : payers(columns, rows))].sort(byValue);
}

/** Minor units received, by account: for order only. */
function sums(
  { to, amount }: MeasuredSource["columns"],
  rows: readonly number[],
): Map<number, number> {
  const found = new Map<number, number>();
  for (const row of rows) found.set(to[row]!, (found.get(to[row]!) ?? 0) + Number(amount[row]));
  return found;
}

/** Different payers by account; among as many, the larger sum first. */
function payers(columns: MeasuredSource["columns"], rows: readonly number[]): Map<number, number> {
  const found = new Map<number, Set<number>>();
  for (const row of rows) {
    const own = found.get(columns.to[row]!) ?? new Set<number>();
    found.set(columns.to[row]!, own.add(columns.from[row]!));
  }
  const received = sums(columns, rows);
  const most = Math.max(1, ...received.values());
  return new Map(
    [...found].map(([account, own]) => [
      account,
      own.size + (received.get(account) ?? 0) / (most + 1),
    ]),
  );
}
