import { ORGANISATION } from "../../columns/columns.ts";
import type { Context } from "../indicators/context.ts";
import { inOrder, rowsOfAccount, sumOf } from "../indicators/explained-rows.ts";
import { suspectsOf } from "../indicators/suspects.ts";
import { CONSTANTS } from "../parameters.ts";
import type { RankedRequest } from "./detection-result.ts";
import type { Outcome } from "./outcome.ts";

/**
 * Which statements to ask for next: people's accounts without one, ranked apart, each with what it
 * received from, or sent to, accounts that stand out. What they did themselves is not known.
 */
export function requestsOf(outcome: Outcome, victims: ReadonlySet<number>): RankedRequest[] {
  const { context, scores } = outcome;
  const { columns, held, peers } = context;
  const asked = [...peers.active].filter(
    (account) =>
      held.account[account] === 0 &&
      columns.accounts.holderKind[account] !== ORGANISATION &&
      !victims.has(account) &&
      outcome.parts[account]?.role !== "victim" &&
      scores.points[account]! > 0,
  );
  const stolen = new Set(context.input.reports.flatMap((report) => report.stolen));
  asked.sort((a, b) => scores.points[b]! - scores.points[a]! || a - b);
  return asked.slice(0, CONSTANTS.requests.most).flatMap((account) => {
    const why = whyAsked(outcome, stolen, account);
    return why
      ? [
          {
            account: columns.accounts.numbers[account] as string,
            points: scores.points[account]!,
            ...why,
          },
        ]
      : [];
  });
}

/** The larger of what it received from, and sent to, accounts that stand out; or what was reported. */
function whyAsked(outcome: Outcome, stolen: ReadonlySet<string>, account: number) {
  const { columns, input } = outcome.context;
  const rows = rowsOfAccount(columns, account, input);
  const reported = rows.filter(
    (row) => columns.to[row] === account && stolen.has(columns.idOf(row)),
  );
  if (reported.length > 0) {
    const ids = new Set(reported.map((row) => columns.idOf(row)));
    const reports = input.reports.filter((one) => one.stolen.some((id) => ids.has(id))).length;
    return reason(outcome.context, "stolen-first", reported, { reports });
  }
  const standsOut = standingOut(outcome);
  const received = rows.filter(
    (row) => columns.to[row] === account && standsOut(columns.from[row]!),
  );
  const sent = rows.filter((row) => columns.from[row] === account && standsOut(columns.to[row]!));
  const sum = (list: readonly number[]) =>
    list.reduce((all, row) => all + Number(columns.amount[row]), 0);
  if (received.length + sent.length === 0) return undefined;
  const [code, own, side] =
    sum(received) >= sum(sent)
      ? (["asked-received", received, columns.from] as const)
      : (["asked-sent", sent, columns.to] as const);
  return reason(outcome.context, code, own, {
    accounts: new Set(own.map((row) => side[row]!)).size,
    transfers: own.length,
  });
}

function standingOut({ context, parts }: Outcome): (account: number) => boolean {
  const suspects = suspectsOf(context);
  if (suspects) return (account) => suspects.sure[account]! >= CONSTANTS.suspects.victimBelow;
  return (account) => {
    const role = parts[account]?.role ?? "none";
    return role !== "none" && role !== "victim";
  };
}

/** Sums are of one currency: of the first row's. */
function reason(
  { columns }: Context,
  code: string,
  rows: readonly number[],
  params: Record<string, number>,
) {
  const ordered = inOrder(rows);
  return {
    code,
    params: { ...params, ...sumOf(columns, ordered) },
    transferIds: ordered.slice(0, CONSTANTS.requests.transfers).map((row) => columns.idOf(row)),
  };
}
