import { ORGANISATION, type TransferColumns } from "../../columns/columns.ts";
import { floatsOf, type Grouped, groupByOwner } from "../../columns/typed-arrays.ts";
import { DAY } from "../../time/instant.ts";
import type { Held } from "./held.ts";
import type { Relations } from "./relations.ts";

/**
 * The rows of a run as money that comes and goes, by actor. An actor is a holder: several accounts
 * of one person are one actor, and money between them is no hop. Where no holder is known an
 * account is its own actor. Places are positions in `row`, in time order.
 */
export interface MoneyRows {
  readonly columns: TransferColumns;
  readonly count: number;
  /** Row in the columns. */
  readonly row: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** UTC milliseconds. */
  readonly at: Float64Array;
  /** Minor units as a number: for ratios, never added up for a person to read. */
  readonly amount: Float64Array;
  readonly way: Uint8Array;
  /** 1 = between two people who deal one way only, neither of them a hub. */
  readonly oneWay: Uint8Array;
  readonly actorOf: Int32Array;
  readonly actors: number;
  /** 1 = an organisation, by account. */
  readonly firm: Uint8Array;
  /** Milliseconds from the first to the last row, at least a day; instant of the first. */
  readonly span: number;
  readonly start: number;
  /** Milliseconds of that time that are held of an account, at least a day. */
  readonly heldTime: Float64Array;
  /** One-way rows by the actor that received: receipts of held accounts, that may be passed on. */
  readonly receipts: Grouped;
  /** Rows of held accounts to another actor or out, by the actor that paid. */
  readonly payments: Grouped;
}

/** What a row does: between actors, within one actor, out of the accounts, into them. */
const WAYS = ["between", "own", "out", "in", "outside"] as const;
export const WAY = {
  between: WAYS.indexOf("between"),
  own: WAYS.indexOf("own"),
  out: WAYS.indexOf("out"),
  in: WAYS.indexOf("in"),
  outside: WAYS.indexOf("outside"),
} as const;

/** `all`: rows of the run, exits included; `relationOfRow` as in network.ts. */
export function moneyRowsOf(
  columns: TransferColumns,
  all: Int32Array,
  relations: Relations,
  relationOfRow: Int32Array,
  held: Held,
): MoneyRows {
  const { actorOf, actors } = actorsOf(columns);
  const firm = firmsOf(columns);
  const count = all.length;
  const from = all.map((row) => columns.from[row]!);
  const to = all.map((row) => columns.to[row]!);
  const at = floatsOf(count, (place) => columns.bookedAt[all[place]!]!);
  const amount = floatsOf(count, (place) => Number(columns.amount[all[place]!]));
  const way = waysOf(columns, from, to, actorOf);
  const backed = relationsWithWayBack(relations, actorOf, actors);
  const oneWay = new Uint8Array(count);
  const isPlain = (account: number) => firm[account] === 0 && relations.hub[account] === 0;
  for (let place = 0; place < count; place += 1) {
    if (way[place] !== WAY.between) continue;
    const relation = relationOfRow[all[place]!]!;
    const apart = isPlain(from[place]!) && isPlain(to[place]!);
    if (apart && backed[relation] === 0) oneWay[place] = 1;
  }
  const start = count > 0 ? at[0]! : 0;
  const span = Math.max(DAY, count > 0 ? at[count - 1]! - start : 0);
  const isHeld = (account: number) => held.account[account] === 1;
  const heldTime = held.time.map((time) => Math.max(DAY, Math.min(span, time)));
  const payer = from.map((account) => actorOf[account]!);
  const payee = to.map((account) => actorOf[account]!);
  const receipts = groupByOwner(
    payee,
    count,
    actors,
    (place) => oneWay[place] === 1 && isHeld(to[place]!),
  );
  const payments = groupByOwner(
    payer,
    count,
    actors,
    (place) => (way[place] === WAY.between || way[place] === WAY.out) && isHeld(from[place]!),
  );
  const rows = { columns, count, row: all, from, to, at, amount, way, oneWay };
  return { ...rows, actorOf, actors, firm, span, start, heldTime, receipts, payments };
}

function actorsOf(columns: TransferColumns): { actorOf: Int32Array; actors: number } {
  const { holder, holderKeys, length } = columns.accounts;
  const actorOf = new Int32Array(length);
  let actors = holderKeys.length;
  for (let account = 0; account < length; account += 1) {
    if (holder[account] === -1) {
      actorOf[account] = actors;
      actors += 1;
    } else actorOf[account] = holder[account]!;
  }
  return { actorOf, actors };
}

function firmsOf(columns: TransferColumns): Uint8Array {
  const { holderKind, exitKind, length } = columns.accounts;
  const firm = new Uint8Array(length);
  for (let account = 0; account < length; account += 1)
    firm[account] = exitKind[account] === 0 && holderKind[account] === ORGANISATION ? 1 : 0;
  return firm;
}

function waysOf(
  columns: TransferColumns,
  from: Int32Array,
  to: Int32Array,
  actorOf: Int32Array,
): Uint8Array {
  const { exitKind } = columns.accounts;
  const wayOf = (payer: number, payee: number) => {
    if (exitKind[payer] !== 0) return exitKind[payee] === 0 ? WAY.in : WAY.outside;
    if (exitKind[payee] !== 0) return WAY.out;
    return actorOf[payer] === actorOf[payee] ? WAY.own : WAY.between;
  };
  const way = new Uint8Array(from.length);
  for (let place = 0; place < way.length; place += 1) way[place] = wayOf(from[place]!, to[place]!);
  return way;
}

/**
 * 1 where money also went the other way between the two actors, through whichever of their
 * accounts. Nearly all actors have one account, and there the relation's own way back says it.
 */
function relationsWithWayBack(
  relations: Relations,
  actorOf: Int32Array,
  actors: number,
): Uint8Array {
  const accountsOf = new Int32Array(actors);
  for (const actor of actorOf) accountsOf[actor]! += 1;
  const several = (account: number) => accountsOf[actorOf[account]!]! > 1;
  const key = (payer: number, payee: number) => actorOf[payer]! * actors + actorOf[payee]!;
  const known = new Set<number>();
  for (let at = 0; at < relations.count; at += 1) {
    const [payer, payee] = [relations.from[at]!, relations.to[at]!];
    if (several(payer) || several(payee)) known.add(key(payer, payee));
  }
  const backed = new Uint8Array(relations.count);
  for (let at = 0; at < relations.count; at += 1) {
    const [payer, payee] = [relations.from[at]!, relations.to[at]!];
    const back =
      several(payer) || several(payee) ? known.has(key(payee, payer)) : relations.back[at]! !== -1;
    backed[at] = back ? 1 : 0;
  }
  return backed;
}
