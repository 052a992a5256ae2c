import type { DeviceCard, OperatedAccount, SharedAddress } from "../../contract/operators.ts";
import type { Queries } from "../../graph-queries/runner.ts";
import { nothingThere } from "../exploring/not-found.ts";
import { nodesOf, runToShow } from "../exploring/stage.store.ts";
import { normaliseAddress } from "../identity/network-address.ts";
import { USES_OF_AN_ADDRESS, usesOfAddresses } from "./operators.store.ts";
import { type OperatedRow, operatedRow } from "./rows.ts";
import { groupsOf, sharedBy } from "./shared-address.ts";

/** Accounts of a device or address that are listed. */
const LISTED = 200;

/** The accounts that a device operated. Unknown id: UserError "not-found". */
export async function deviceCard(
  queries: Queries,
  id: string,
  askedRun: string | undefined,
): Promise<DeviceCard> {
  const rows = await queries.read("operators/device-accounts", { id }, operatedRow);
  const [earliest] = rows;
  if (earliest === undefined) throw nothingThere("device", id);
  const latest = rows.reduce((left, right) => (right.last > left.last ? right : left));
  return {
    id,
    model: latest.model ?? rows.find(({ model }) => model !== null)?.model ?? null,
    first: rows.reduce((least, { first }) => Math.min(least, first), earliest.first),
    last: latest.last,
    accounts: await withHolders(queries, rows.slice(0, LISTED), askedRun),
    total: rows.length,
  };
}

/** The accounts operated from an address. Unknown address: UserError "not-found". */
export async function addressCard(
  queries: Queries,
  asked: string,
  askedRun: string | undefined,
): Promise<{
  ip: string;
  shared: SharedAddress;
  groups: number;
  accounts: OperatedAccount[];
  more: boolean;
}> {
  const ip = normaliseAddress(asked) ?? asked;
  const uses = (await usesOfAddresses(queries, [ip])).get(ip) ?? [];
  if (uses.length === 0) throw nothingThere("address", asked);
  const numbers = [...new Set(uses.map(({ account }) => account))].slice(0, LISTED);
  const rows = await queries.read("operators/address-accounts", { ip, numbers }, operatedRow);
  const cut = uses.length >= USES_OF_AN_ADDRESS;
  return {
    ip,
    shared: sharedBy(ip, uses),
    groups: groupsOf(uses),
    accounts: await withHolders(queries, rows, askedRun),
    more: cut || new Set(uses.map(({ account }) => account)).size > LISTED,
  };
}

async function withHolders(
  queries: Queries,
  rows: readonly OperatedRow[],
  askedRun: string | undefined,
): Promise<OperatedAccount[]> {
  const run = await runToShow(queries, askedRun);
  const numbers = rows.map(({ account }) => account);
  const nodes = new Map(
    (await nodesOf(queries, numbers, run)).map((node) => [node.number, node] as const),
  );
  return rows.map(({ account, first, last, count }) => ({
    ...{ account, first, last, count },
    holderName: nodes.get(account)?.holderName ?? null,
    role: nodes.get(account)?.role ?? "none",
    reported: nodes.get(account)?.reported ?? false,
  }));
}
