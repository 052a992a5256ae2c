import type { Operators, SessionRow } from "../../contract/operators.ts";
import type { Queries } from "../../graph-queries/runner.ts";
import { nothingThere } from "../exploring/not-found.ts";
import { accountsRow, addressRow, besideRow, sessionRecord, totalRow } from "./rows.ts";
import { sharedBy } from "./shared-address.ts";
import { summaryOf, type Used } from "./summary.ts";

/** Sessions that the summary of an account looks at, the latest ones. */
const LOOKED_AT = 20_000;
const MARKS = 500;
const ADDRESSES = 30;
/** Accounts and devices of an address that are looked at. */
export const USES_OF_AN_ADDRESS = 300;

/** The keys that the sessions of an account bear: its number, and its holder's where a log names only him. */
async function keysOf(queries: Queries, number: string) {
  const [row] = await queries.read("operators/account-keys", { number }, accountsRow);
  if (row === undefined) throw nothingThere("account", number);
  return row;
}

interface Page {
  readonly offset: number;
  readonly limit: number;
  readonly device?: string | undefined;
}

/** The sessions of an account in the order of time. Unknown number: UserError "not-found". */
export async function sessionsOf(
  queries: Queries,
  number: string,
  page: Page,
): Promise<{ total: number; sessions: SessionRow[] }> {
  const { accounts } = await keysOf(queries, number);
  const [total, sessions] = await Promise.all([
    countSessions(queries, accounts, page.device),
    readSessions(queries, number, accounts, page),
  ]);
  return { total, sessions };
}

async function countSessions(
  queries: Queries,
  accounts: readonly string[],
  device: string | null = null,
): Promise<number> {
  const [counted] = await queries.read("operators/session-count", { accounts, device }, totalRow);
  return counted?.total ?? 0;
}

async function readSessions(
  queries: Queries,
  number: string,
  accounts: readonly string[],
  { offset, limit, device = undefined }: Page,
): Promise<SessionRow[]> {
  const asked = { accounts, device: device ?? null, offset: BigInt(offset), limit: BigInt(limit) };
  const rows = await queries.read("operators/sessions", asked, sessionRecord);
  return rows.map(({ account, ...row }) => ({ ...row, byHolder: account !== number }));
}

/** Who operated an account. Unknown number: UserError "not-found". */
export async function operatorsOf(queries: Queries, number: string): Promise<Operators> {
  const { accounts, holder } = await keysOf(queries, number);
  const total = await countSessions(queries, accounts);
  const leftOut = Math.max(0, total - LOOKED_AT);
  const page = { offset: leftOut, limit: LOOKED_AT };
  const sessions = await readSessions(queries, number, accounts, page);
  const summary = summaryOf(sessions);
  const own = new Set(accounts);
  const [devices, addresses] = await Promise.all([
    devicesWithOthers(queries, summary.devices, { own, holder }),
    addressesWithOthers(queries, summary.addresses.slice(0, ADDRESSES), own),
  ]);
  return {
    total,
    first: sessions[0]?.at ?? null,
    last: sessions.at(-1)?.at ?? null,
    leftOut,
    devices,
    takeovers: [...summary.takeovers],
    addresses,
    addressCount: summary.addresses.length,
    marks: summary.marks.slice(-MARKS),
    markCount: summary.marks.length,
  };
}

async function devicesWithOthers(
  queries: Queries,
  devices: readonly Used[],
  { own, holder }: { readonly own: ReadonlySet<string>; readonly holder: string | null },
): Promise<Operators["devices"]> {
  const rows = await queries.read(
    "operators/beside-devices",
    { devices: devices.map(({ name }) => name) },
    besideRow,
  );
  const beside = new Map(rows.map((row) => [row.device, row.accounts]));
  return devices.map(({ name, ...used }) => {
    const others = (beside.get(name) ?? []).filter(({ account }) => !own.has(account));
    const ofOthers = others.filter((one) => one.holder === null || one.holder !== holder);
    return { id: name, ...used, otherAccounts: others.length, ofOthers: ofOthers.length };
  });
}

async function addressesWithOthers(
  queries: Queries,
  addresses: readonly Used[],
  own: ReadonlySet<string>,
): Promise<Operators["addresses"]> {
  const uses = await usesOfAddresses(
    queries,
    addresses.map(({ name }) => name),
  );
  return addresses.map(({ name, first, last, count }) => {
    const found = uses.get(name) ?? [];
    const others = new Set(found.map(({ account }) => account).filter((one) => !own.has(one)));
    return {
      ...{ ip: name, first, last, count },
      shared: sharedBy(name, found),
      otherAccounts: others.size,
      more: found.length >= USES_OF_AN_ADDRESS,
    };
  });
}

export async function usesOfAddresses(queries: Queries, ips: readonly string[]) {
  const most = BigInt(USES_OF_AN_ADDRESS);
  const rows = await queries.read("operators/uses-of-addresses", { ips, most }, addressRow);
  return new Map(rows.map((row) => [row.ip, row.uses]));
}
