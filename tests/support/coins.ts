import type { TraceMethod } from "../../contract/tracing.ts";
import type { Event } from "./money-trail.ts";

/**
 * The second implementation of tracing: every minor unit is a coin that remembers whose it is,
 * every account a heap of coins, every payment a handful taken out. Slow and obvious, in plain
 * numbers, sharing nothing with server/tracing.
 */
export interface Coins {
  /** By account, then victim: received, still there, gone from here. */
  readonly received: Record<string, Record<string, number>>;
  readonly held: Record<string, Record<string, number>>;
  readonly exited: Record<string, Record<string, number>>;
}

type Coin = string;
const OWN = "";

export function coinByCoin(
  events: readonly Event[],
  method: TraceMethod,
  options: {
    exits: readonly string[];
    merchants: readonly string[];
    openings?: Readonly<Record<string, number>>;
  },
): Coins {
  const heaps: Record<string, Coin[]> = {};
  const paidIn: Record<string, Record<string, number>> = {};
  const received: Coins["received"] = {};
  const held: Coins["held"] = {};
  const exited: Coins["exited"] = {};
  const home: Record<string, Record<string, number>> = {};
  const everyone = [...new Set(events.filter((one) => one.stolen).map((one) => one.from))].sort();
  const count = (book: Record<string, Record<string, number>>, account: string, coin: Coin) => {
    book[account] ??= {};
    book[account][coin] = (book[account][coin] ?? 0) + 1;
  };
  for (const [account, sum] of Object.entries(options.openings ?? {}))
    heaps[account] = new Array<Coin>(sum).fill(OWN);

  for (const event of events) {
    if (event.from === event.to) continue;
    const amount = Number(event.amount);
    const out = options.exits.includes(event.to) || options.merchants.includes(event.to);
    let heap = heaps[event.from] ?? [];
    let handful: Coin[] = [];
    if (event.stolen) {
      // The victim's own coins first, those the data does not show beside them, then whatever else
      // is there.
      const newestFirst = method === "lifo";
      const own = heap.filter((coin) => coin === OWN).slice(0, amount);
      let skip = own.length;
      if (newestFirst) heap.reverse();
      heap = heap.filter((coin) => coin !== OWN || skip-- <= 0);
      if (newestFirst) heap.reverse();
      const rest = take(
        heap,
        amount - own.length,
        method,
        false,
        everyone,
        paidIn[event.from] ?? {},
      );
      heap = rest.heap;
      const mine = amount - rest.handful.length;
      const stolen = Math.min(Number(event.stated ?? event.amount), mine);
      handful = [
        ...new Array<Coin>(stolen).fill(event.from),
        ...new Array<Coin>(mine - stolen).fill(OWN),
        ...rest.handful,
      ];
    } else {
      const taken = take(heap, amount, method, out, everyone, paidIn[event.from] ?? {});
      handful = taken.handful;
      heap = taken.heap;
      while (handful.length < amount) handful.push(OWN);
    }
    heaps[event.from] = heap;
    if (heap.every((coin) => coin === OWN)) paidIn[event.from] = {};
    for (const coin of handful) {
      const fresh = event.stolen !== undefined && coin === event.from;
      if (coin !== OWN) {
        count(received, event.to, coin);
        if (options.exits.includes(event.to)) count(exited, fresh ? event.to : event.from, coin);
        else if (coin === event.to) count(home, event.to, coin);
        else if (out) count(exited, event.to, coin);
      }
      if (out) continue;
      const arrived = coin === event.to ? OWN : coin;
      heaps[event.to] ??= [];
      heaps[event.to]?.push(arrived);
      if (arrived !== OWN) count(paidIn, event.to, arrived);
    }
  }
  for (const [account, heap] of Object.entries(heaps))
    for (const coin of heap) if (coin !== OWN) count(held, account, coin);
  if (method === "pari-passu") evenOut(held, exited, options, everyone);
  for (const [account, coins] of Object.entries(home)) {
    for (const [coin, sum] of Object.entries(coins))
      for (let one = 0; one < sum; one += 1) count(held, account, coin);
  }
  return { received, held, exited };
}

function take(
  heap: Coin[],
  amount: number,
  method: TraceMethod,
  out: boolean,
  everyone: readonly string[],
  paidIn: Record<string, number>,
): { handful: Coin[]; heap: Coin[] } {
  if (amount >= heap.length) {
    const owners = [OWN, ...everyone];
    const sorted = [...heap].sort((a, b) => owners.indexOf(a) - owners.indexOf(b));
    return {
      handful: method === "fifo" ? heap : method === "lifo" ? [...heap].reverse() : sorted,
      heap: [],
    };
  }
  if (method === "fifo") return { handful: heap.slice(0, amount), heap: heap.slice(amount) };
  if (method === "lifo") {
    const from = heap.length - amount;
    return { handful: heap.slice(from).reverse(), heap: heap.slice(0, from) };
  }
  const has = (owner: string) => heap.filter((coin) => coin === owner).length;
  const victims = everyone.reduce((sum, owner) => sum + has(owner), 0);
  const leaving: Record<string, number> = {};
  if (method === "pro-rata")
    Object.assign(
      leaving,
      portions(
        amount,
        [OWN, ...everyone].map((one) => [one, has(one)]),
      ),
    );
  else {
    const first =
      method === "victim-favourable" && !out
        ? Math.max(0, amount - victims)
        : Math.min(has(OWN), amount);
    leaving[OWN] = first;
    const rest = amount - first;
    if (method !== "pari-passu")
      Object.assign(
        leaving,
        portions(
          rest,
          everyone.map((one) => [one, has(one)]),
        ),
      );
    else {
      let missing = rest;
      while (missing > 0) {
        const open = everyone.map((one): [string, number] => [
          one,
          has(one) > (leaving[one] ?? 0) ? (paidIn[one] ?? 0) : 0,
        ]);
        for (const [owner, portion] of Object.entries(portions(missing, open))) {
          const given = Math.min(portion, has(owner) - (leaving[owner] ?? 0));
          leaving[owner] = (leaving[owner] ?? 0) + given;
          missing -= given;
        }
      }
    }
  }
  const handful: Coin[] = [];
  const left = [...heap];
  for (const owner of [OWN, ...everyone]) {
    for (let one = 0; one < (leaving[owner] ?? 0); one += 1) {
      left.splice(left.indexOf(owner), 1);
      handful.push(owner);
    }
  }
  return { handful, heap: left };
}

/**
 * Whole coins by largest remainder: floors first, then one each by remainder, earlier owners first
 * where equal.
 */
function portions(amount: number, weights: readonly [string, number][]): Record<string, number> {
  const sum = weights.reduce((total, [, weight]) => total + weight, 0);
  if (sum === 0) return {};
  const parts = weights.map(([owner, weight]) => ({
    owner,
    whole: Math.floor((amount * weight) / sum),
    remainder: (amount * weight) % sum,
  }));
  let left = amount - parts.reduce((total, part) => total + part.whole, 0);
  for (const part of [...parts].sort((a, b) => b.remainder - a.remainder)) {
    if (left === 0) break;
    part.whole += 1;
    left -= 1;
  }
  return Object.fromEntries(parts.map((part) => [part.owner, part.whole]));
}

/** Pari passu's last step: who has what remains on an account, by what of his ended there. */
function evenOut(
  held: Coins["held"],
  exited: Coins["exited"],
  options: { exits: readonly string[]; merchants: readonly string[] },
  everyone: readonly string[],
): void {
  for (const account of Object.keys(held)) {
    if (options.exits.includes(account) || options.merchants.includes(account)) continue;
    const ended = everyone.map((one): [string, number] => [
      one,
      one === account ? 0 : (held[account]?.[one] ?? 0) + (exited[account]?.[one] ?? 0),
    ]);
    const there = Object.values(held[account] ?? {}).reduce((a, b) => a + b, 0);
    const shares = portions(there, ended);
    for (const [owner, all] of ended) {
      held[account] = { ...held[account], [owner]: shares[owner] ?? 0 };
      exited[account] = { ...exited[account], [owner]: all - (shares[owner] ?? 0) };
    }
  }
}
