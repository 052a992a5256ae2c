import type { AccountCard, ExploreFilter, GraphNode, GraphRole } from "../../contract/exploring.ts";
import { sumByCurrency } from "../../contract/sums.ts";
import type { Queries } from "../../graph-queries/runner.ts";
import { UserError } from "../errors/user-error.ts";
import { DAY } from "../time/instant.ts";
import { moneyInDatabase } from "./money.ts";
import {
  caseRow,
  counterpartyRoleRow,
  counterpartyRow,
  detailsRow,
  type FlowRow,
} from "./picture-rows.ts";
import { shownRole } from "./shown-account-role.ts";
import { nodesOf, runToShow } from "./stage.store.ts";
import { groupBy } from "./sums.ts";

/** Counterparties a side shows by name. */
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
  const [senders, recipients] = [sideOf(flows, "in"), sideOf(flows, "out")];
  const shown = [senders, recipients].map((side) => side.slice(0, LARGEST));
  const [roles, names] = await Promise.all([
    rolesOf(queries, largestOf([...senders, ...recipients]), run),
    namesOf(queries, shown.flat()),
  ]);
  const [shownSenders = [], shownRecipients = []] = shown.map((side) =>
    side.map((one) => shownCounterparty(one, roles, names)),
  );
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
    senders: shownSenders,
    recipients: shownRecipients,
    senderCount: senders.length,
    recipientCount: recipients.length,
    byRole: [...byRole(senders, "in", roles), ...byRole(recipients, "out", roles)],
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

/** One counterparty of one side, with the largest sum of any one currency, to rank it by. */
interface Counterparty {
  readonly account: string;
  readonly flows: readonly FlowRow[];
  readonly largest: bigint;
}

/** The counterparties of one side, the largest first. */
function sideOf(flows: readonly FlowRow[], direction: FlowRow["direction"]): Counterparty[] {
  const own = flows.filter((flow) => flow.direction === direction);
  return [...groupBy(own, (flow) => flow.other)]
    .map(([account, parts]) => ({
      account,
      flows: parts,
      largest: largestAmount(parts),
    }))
    .sort(byLargest);
}

function largestAmount(flows: readonly FlowRow[]): bigint {
  let largest = 0n;
  for (const { amount } of flows) if (amount > largest) largest = amount;
  return largest;
}

function byLargest(left: Counterparty, right: Counterparty): number {
  if (left.largest !== right.largest) return left.largest < right.largest ? 1 : -1;
  return left.account < right.account ? -1 : 1;
}

function largestOf(both: readonly Counterparty[]): string[] {
  const ordered = [...both].sort(byLargest).map((one) => one.account);
  return [...new Set(ordered)].slice(0, ROLES_LOOKED_UP);
}

type Roles = ReadonlyMap<string, GraphRole>;

/** Roles by number; an account without one is not among them. */
async function rolesOf(
  queries: Queries,
  numbers: readonly string[],
  run: string | null,
): Promise<Roles> {
  const rows = await queries.read(
    "exploring/counterparty-roles",
    { numbers, run },
    counterpartyRoleRow,
  );
  return new Map(rows.map(({ number, role, reported }) => [number, shownRole(role, reported)]));
}

type Name = Pick<GraphNode, "holderName" | "exitKind">;

async function namesOf(
  queries: Queries,
  counterparties: readonly Counterparty[],
): Promise<Map<string, Name>> {
  const numbers = [...new Set(counterparties.map((one) => one.account))];
  const rows = await queries.read("exploring/counterparties", { numbers }, counterpartyRow);
  return new Map(rows.map(({ number, ...name }) => [number, name]));
}

function shownCounterparty(
  { account, flows }: Counterparty,
  roles: Roles,
  names: ReadonlyMap<string, Name>,
): AccountCard["senders"][number] {
  return {
    account,
    name: names.get(account)?.holderName ?? null,
    role: roles.get(account) ?? "none",
    exitKind: names.get(account)?.exitKind ?? null,
    ...totalOf(flows),
  };
}

function byRole(
  side: readonly Counterparty[],
  direction: "in" | "out",
  roles: Roles,
): AccountCard["byRole"] {
  const groups = groupBy(side, ({ account }) => roles.get(account) ?? "none");
  return [...groups].map(([role, parts]) => ({
    role: role as GraphRole,
    direction,
    sums: sumByCurrency(parts.flatMap((part) => part.flows)),
  }));
}
