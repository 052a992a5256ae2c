import type { AccountCard, ExploreFilter, GraphNode, GraphRole } from "../../contract/exploring.ts";
import { sumByCurrency } from "../../contract/sums.ts";
import type { Queries } from "../../graph-queries/runner.ts";
import { UserError } from "../errors/user-error.ts";
import { DAY } from "../time/instant.ts";
import { moneyInDatabase } from "./money.ts";
import { caseRow, counterpartyRow, detailsRow, type FlowRow } from "./picture-rows.ts";
import { shownRole } from "./shown-account-role.ts";
import { nodesOf, runToShow } from "./stage.store.ts";
import { groupBy, largestSum } from "./sums.ts";

const LARGEST = 12;
/** Counterparties whose role is looked up; beyond it the rest count as "none". */
const ROLES_LOOKED_UP = 2_000;

/** "2026-03-04" of a number of days since 1970. */
export function dayText(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/**
 * Everything the account card shows, by number. The filter holds for every figure; the days keep
 * those outside its time, for the chart in which a time is chosen. Unknown number: UserError
 * "not-found".
 */
export async function accountCard(
  queries: Queries,
  number: string,
  askedRun: string | undefined,
  filter: ExploreFilter = {},
  money = moneyInDatabase(queries),
): Promise<AccountCard> {
  const run = await runToShow(queries, askedRun);
  const [[node], [details], flows, daily, cases] = await Promise.all([
    nodesOf(queries, [number], run),
    queries.read("exploring/account-details", { number }, detailsRow),
    money.flows(number, filter),
    money.daily(number, filter),
    queries.read("exploring/account-cases", { number }, caseRow),
  ]);
  if (!node || !details) {
    throw new UserError({
      code: "not-found",
      status: 404,
      message: `There is no account ${number} in this database.`,
      remedy: "Check the number, or search for the holder.",
      params: { what: "account", id: number },
    });
  }
  const sides = flowSides(flows, await counterparties(queries, largestCounterparties(flows), run));
  const instants = flows.flatMap((flow) => [flow.first, flow.last]);
  return {
    ...node,
    ...details,
    statements: details.statements.map((statement) => ({
      ...statement,
      opening: statement.opening?.toString() ?? null,
      closing: statement.closing?.toString() ?? null,
    })),
    received: totalOf(flows.filter((flow) => flow.direction === "in")),
    sent: totalOf(flows.filter((flow) => flow.direction === "out")),
    first: instants.length === 0 ? null : instants.reduce((a, b) => Math.min(a, b)),
    last: instants.length === 0 ? null : instants.reduce((a, b) => Math.max(a, b)),
    senders: sides.in.slice(0, LARGEST),
    recipients: sides.out.slice(0, LARGEST),
    senderCount: sides.in.length,
    recipientCount: sides.out.length,
    byRole: (["in", "out"] as const).flatMap((direction) => byRole(sides[direction], direction)),
    daily: daily.map((row) => ({
      day: dayText(row.day),
      currency: row.currency,
      received: row.received.toString(),
      sent: row.sent.toString(),
    })),
    cases,
  };
}

function totalOf(flows: readonly FlowRow[]): AccountCard["received"] {
  return { count: flows.reduce((sum, flow) => sum + flow.count, 0), sums: sumByCurrency(flows) };
}

function largestCounterparties(flows: readonly FlowRow[]): string[] {
  const ordered = [...flows].sort((a, b) =>
    a.amount < b.amount ? 1 : a.amount > b.amount ? -1 : a.other < b.other ? -1 : 1,
  );
  return [...new Set(ordered.map((flow) => flow.other))].slice(0, ROLES_LOOKED_UP);
}

interface Counterparty extends Pick<GraphNode, "holderName" | "exitKind"> {
  readonly role: GraphRole;
}

/** By number. Their transfers are not counted: the card shows nothing that depends on them. */
async function counterparties(
  queries: Queries,
  numbers: readonly string[],
  run: string | null,
): Promise<Map<string, Counterparty>> {
  const rows = await queries.read("exploring/counterparties", { numbers, run }, counterpartyRow);
  return new Map(
    rows.map(({ number, role, reported, ...one }) => [
      number,
      { ...one, role: shownRole(role, reported) },
    ]),
  );
}

type Side = AccountCard["senders"][number];

function flowSides(
  flows: readonly FlowRow[],
  known: ReadonlyMap<string, Counterparty>,
): Record<"in" | "out", Side[]> {
  const side = (direction: "in" | "out") =>
    [
      ...groupBy(
        flows.filter((flow) => flow.direction === direction),
        (flow) => flow.other,
      ),
    ]
      .map(
        ([account, parts]): Side => ({
          account,
          name: known.get(account)?.holderName ?? null,
          role: known.get(account)?.role ?? "none",
          exitKind: known.get(account)?.exitKind ?? null,
          ...totalOf(parts),
        }),
      )
      .sort((a, b) => {
        const difference = largestSum(b.sums) - largestSum(a.sums);
        return difference === 0n ? (a.account < b.account ? -1 : 1) : difference > 0n ? 1 : -1;
      });
  return { in: side("in"), out: side("out") };
}

function byRole(sides: readonly Side[], direction: "in" | "out"): AccountCard["byRole"] {
  return [...groupBy(sides, (side) => side.role)].map(([role, parts]) => ({
    role: role as GraphRole,
    direction,
    sums: sumByCurrency(
      parts.flatMap((part) =>
        part.sums.map((sum) => ({ currency: sum.currency, amount: BigInt(sum.amount) })),
      ),
    ),
  }));
}
