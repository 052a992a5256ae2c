import { deepStrictEqual, ok, strictEqual } from "node:assert";
import fc from "fast-check";
import { it } from "vitest";
import { type Trace, type TraceMethod, traceMethod } from "../../contract/tracing.ts";
import { claimablesOf, type Recovered, stillClaimable } from "../../server/tracing/allocation.ts";
import { coinByCoin } from "../support/coins.ts";
import { columnsFrom } from "../support/columns.ts";
import { type Event, follow, START, type Trail, trail } from "../support/money-trail.ts";

const PEOPLE = ["a", "b", "c", "d", "e", "f"];
const MERCHANT = "M";
const EXITS = ["CASH", "CRYPTO"];

/**
 * A small town in which anybody pays anybody, some of it stolen, some at the same moment, round in
 * rings, taken back, or out of an account's last coin.
 */
const town = fc
  .array(
    fc.record({
      from: fc.constantFrom(...PEOPLE, ...PEOPLE, "CASH"),
      to: fc.constantFrom(...PEOPLE, ...PEOPLE, ...EXITS, MERCHANT),
      amount: fc.integer({ min: 1, max: 60 }).map(BigInt),
      wait: fc.constantFrom(0, 1, 1),
      stolen: fc.constantFrom(false, false, true),
      // The victim's own figure, as a share of the transfer; none, or not smaller, is all of it.
      share: fc.constantFrom(4, 4, 1, 2, 3),
    }),
    { minLength: 2, maxLength: 24 },
  )
  .filter((events) => events.some(isTheft))
  .map((events): Event[] => {
    let at = START;
    return events.map((event) => {
      at += event.wait * 60_000;
      const { from, to, amount, share } = event;
      const stated = (amount * BigInt(share)) / 4n;
      const figure = stated > 0n && stated < amount ? { stated } : {};
      return {
        from,
        to,
        amount,
        at,
        ...(isTheft(event) ? { stolen: `R-${from}`, ...figure } : {}),
      };
    });
  });

function isTheft(event: { from: string; to: string; stolen: boolean }): boolean {
  return event.stolen && event.from !== "CASH" && event.from !== event.to;
}

const MARKED = [{ number: MERCHANT, kind: "merchant", stub: false, exit: false }];
const loaded = (events: readonly Event[]): Trail => trail(events, { marked: MARKED });

/** A thousand towns, every rule on each. */
function everyRule(
  name: string,
  check: (method: TraceMethod, events: Event[], from: Trail) => void,
  numRuns = 1_000,
): void {
  it(name, { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(town, (events) => {
        const from = loaded(events);
        for (const method of traceMethod.options) {
          try {
            check(method, events, from);
          } catch (error) {
            throw new Error(`under ${method}: ${error}`, { cause: error });
          }
        }
      }),
      { numRuns },
    );
  });
}

/** Made once a town, not once a rule. */
function once<Made>(make: (events: Event[]) => Made): (events: Event[]) => Made {
  const kept = new WeakMap<Event[], Made>();
  return (events) => {
    const made = kept.get(events) ?? make(events);
    kept.set(events, made);
    return made;
  };
}

const sum = (amounts: Iterable<string>) =>
  [...amounts].reduce((total, amount) => total + BigInt(amount), 0n);

everyRule(
  "stolen = held + exited + beyond the data, for every victim, account and holder",
  (method, events, from) => {
    const trace = follow(from, method);
    for (const one of [trace, ...trace.victims]) {
      strictEqual(
        BigInt(one.stolen),
        BigInt(one.held) + BigInt(one.exited) + BigInt(one.beyondData),
      );
    }
    const reported = events
      .filter((one) => one.stolen)
      .reduce((total, one) => total + (one.stated ?? one.amount), 0n);
    strictEqual(BigInt(trace.stolen) + sum(trace.victims.map((one) => one.others)), reported);
    for (const one of [...trace.accounts, ...trace.holders]) {
      if ("exitKind" in one && one.exitKind !== null) continue;
      const parts = [one.passedOn, one.held, one.exited, one.beyondData].map(BigInt);
      strictEqual(
        BigInt(one.received),
        parts.reduce((total, part) => total + part, 0n),
      );
      for (const part of parts) ok(part >= 0n);
      strictEqual(sum(one.byVictim.map((share) => share.amount)), BigInt(one.received));
    }
    for (const figure of ["held", "exited", "beyondData"] as const) {
      strictEqual(sum(trace.accounts.map((one) => one[figure])), BigInt(trace[figure]));
    }
  },
);

everyRule("every figure opens to the transfers it is made of", (method, _events, from) => {
  const trace = follow(from, method);
  for (const account of trace.accounts) {
    const into = trace.steps.filter((step) => step.to === account.account);
    strictEqual(sum(into.map((step) => step.amount)), BigInt(account.received));
    for (const share of account.byVictim) {
      const parts = into.flatMap((step) =>
        step.byVictim.filter((one) => one.victim === share.victim),
      );
      strictEqual(sum(parts.map((one) => one.amount)), BigInt(share.amount));
    }
  }
  for (const step of trace.steps) {
    ok(BigInt(step.amount) <= BigInt(step.whole));
    strictEqual(sum(step.byVictim.map((one) => one.amount)), BigInt(step.amount));
  }
  for (const victim of trace.victims) {
    const ways = trace.steps.filter((step) => EXITS.includes(step.to) || step.to === MERCHANT);
    const parts = ways.flatMap((step) =>
      step.byVictim.filter((one) => one.victim === victim.victim),
    );
    strictEqual(sum(parts.map((one) => one.amount)), BigInt(victim.exited));
  }
});

everyRule(
  "nothing is traced before it arrived or above the account's balance",
  (method, events, from) => {
    const trace = follow(from, method);
    const stolen = new Map(trace.steps.map((step) => [step.transferId, step]));
    const balance: Record<string, bigint> = {};
    const traced: Record<string, Record<string, bigint>> = {};
    const there = (account: string) =>
      Object.values(traced[account] ?? {}).reduce((total, one) => total + one, 0n);
    events.forEach((event, order) => {
      if (event.from === event.to) return;
      const left = (balance[event.from] ?? 0n) - event.amount;
      balance[event.from] = left > 0n ? left : 0n;
      balance[event.to] = (balance[event.to] ?? 0n) + event.amount;
      const step = stolen.get(`t${order}`);
      for (const { victim, amount } of step?.byVictim ?? []) {
        const fresh = event.stolen !== undefined && victim === event.from;
        if (!fresh) {
          const before = traced[event.from]?.[victim] ?? 0n;
          // Pari passu ignores dates between victims of one account by its nature; together they
          // never take what is not there.
          if (method === "pari-passu") ok(there(event.from) >= BigInt(amount));
          else ok(before >= BigInt(amount));
          traced[event.from] = { ...traced[event.from], [victim]: before - BigInt(amount) };
        }
        if (victim === event.to) continue;
        traced[event.to] = {
          ...traced[event.to],
          [victim]: (traced[event.to]?.[victim] ?? 0n) + BigInt(amount),
        };
      }
      for (const account of PEOPLE) ok(there(account) <= (balance[account] ?? 0n));
    });
  },
);

const backwards = once((events) => {
  const from = loaded(events);
  const { columns } = from;
  const number = (account: number | undefined) =>
    columns.accounts.numbers[account as number] as string;
  const records = Array.from({ length: columns.length }, (_, row) => ({
    id: columns.idOf(row),
    from: number(columns.from[row]),
    to: number(columns.to[row]),
    amount: columns.amount[row] as bigint,
    currency: "KZT",
    bookedAt: columns.bookedAt[row] as number,
    order: columns.order[row] as number,
  })).reverse();
  const accounts = columns.accounts.numbers.map((account, index) => ({
    number: account,
    bank: columns.accounts.bank[index] as string,
    holderKey: EXITS.includes(account) ? null : account,
    holderKind: "person" as const,
    exitKind:
      account === "CASH" ? ("cash" as const) : account === "CRYPTO" ? ("crypto" as const) : null,
  }));
  return {
    ...from,
    columns: columnsFrom(accounts.reverse(), records),
    reports: [...from.reports].reverse(),
  };
});

everyRule("the order in which rows are read does not matter", (method, events, from) => {
  deepStrictEqual(follow(backwards(events), method), follow(from, method));
});

const withStrangers = once((events) =>
  loaded(
    events.flatMap((event, order): Event[] => [
      { ...event, id: `t${order}` },
      {
        id: `s${order}`,
        from: `0-${event.from}`,
        to: `Z-${event.to}`,
        amount: event.amount * 3n,
        at: event.at as number,
      },
    ]),
  ),
);

everyRule("accounts that have nothing to do with it change nothing", (method, events, from) => {
  deepStrictEqual(follow(withStrangers(events), method), follow(from, method));
});

everyRule("all victims together are the sum of one by one", (method, _events, from) => {
  const together = follow(from, method);
  const apart = together.victims.map((one) =>
    follow(from, method, { requested: { reports: one.reports } }),
  );
  for (const figure of ["stolen", "held", "exited", "beyondData"] as const) {
    strictEqual(sum(apart.map((one) => one[figure])), BigInt(together[figure]));
  }
  for (const account of together.accounts) {
    const rows = apart.flatMap((one) =>
      one.accounts.filter((row) => row.account === account.account),
    );
    for (const figure of ["received", "passedOn", "held", "exited", "beyondData"] as const) {
      strictEqual(sum(rows.map((row) => row[figure])), BigInt(account[figure]));
    }
  }
});

everyRule("no tenge is claimed twice, whoever pays first", (method, _events, from) => {
  const trace = follow(from, method);
  const allocation = claimablesOf(trace);
  for (const reverse of [false, true]) {
    const recovered: Recovered[] = [];
    const order = allocation.claimables.map((_, at) => at);
    if (reverse) order.reverse();
    for (const at of order) {
      const claimable = allocation.claimables[at];
      const amount = stillClaimable(allocation, recovered)[at] ?? 0n;
      if (claimable === undefined || amount === 0n) continue;
      ok(amount <= claimable.amount);
      recovered.push({ ...claimable, amount, kind: "repayment" });
    }
    for (const victim of trace.victims) {
      const all = [...allocation.returned, ...recovered].filter(
        (one) => one.victim === victim.victim,
      );
      const got = all.reduce((total, one) => total + one.amount, 0n);
      ok(got <= BigInt(victim.stolen));
    }
    ok(stillClaimable(allocation, recovered).every((left) => left === 0n));
  }
});

everyRule(
  "a second implementation, coin by coin, agrees",
  (method, events, from) => {
    const coins = coinByCoin(events, method, { exits: EXITS, merchants: [MERCHANT] });
    deepStrictEqual(flat(follow(from, method)), totals(coins));
  },
  500,
);

function flat(trace: Trace): Record<string, string> {
  const found: Record<string, string> = {};
  for (const account of trace.accounts) {
    for (const figure of ["received", "held", "exited"] as const) {
      if (account[figure] !== "0") found[`${account.account} ${figure}`] = account[figure];
    }
    // Pari passu divides a way out's payments anew; the coins do not follow it there.
    if (EXITS.includes(account.account)) continue;
    for (const share of account.byVictim)
      found[`${account.account} of ${share.victim}`] = share.amount;
  }
  for (const victim of trace.victims)
    if (victim.held !== "0") found[`held for ${victim.victim}`] = victim.held;
  return found;
}

function totals(coins: ReturnType<typeof coinByCoin>): Record<string, string> {
  const found: Record<string, string> = {};
  for (const figure of ["received", "held", "exited"] as const) {
    for (const [account, byVictim] of Object.entries(coins[figure])) {
      const total = Object.values(byVictim).reduce((a, b) => a + b, 0);
      if (total > 0) found[`${account} ${figure}`] = String(total);
      for (const [victim, coins_] of Object.entries(byVictim)) {
        if (figure === "received" && !EXITS.includes(account))
          found[`${account} of ${victim}`] = String(coins_);
        if (figure === "held" && coins_ > 0) {
          const key = `held for ${victim}`;
          found[key] = String(Number(found[key] ?? 0) + coins_);
        }
      }
    }
  }
  return found;
}

const BOUNDED = ["fifo", "lifo", "pro-rata", "libr"] as const;

it("certain is received whatever the unknown opening balances were", { timeout: 120_000 }, () => {
  const opening = fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 120 }));
  const openings = fc.record(Object.fromEntries(PEOPLE.map((account) => [account, opening])));
  fc.assert(
    fc.property(town, openings, (events, chosen) => {
      // null: opened on the first day, so that its balance is known to have been nothing.
      const known = PEOPLE.filter((account) => chosen[account] === null);
      const opened = Object.fromEntries(known.map((account) => [account, START]));
      const unsure = trail(events, { marked: MARKED, opened });
      const days = { from: START, until: START + 86_400_000, closing: null, currency: "KZT" };
      const statements = PEOPLE.flatMap((account) =>
        chosen[account] == null ? [] : [{ ...days, account, opening: BigInt(chosen[account]) }],
      );
      const sure = trail(events, { marked: MARKED, opened, statements });
      for (const method of BOUNDED) {
        const [from, truth] = [follow(unsure, method), follow(sure, method)];
        // Mixing rules round every payment.
        const slack = method === "fifo" || method === "lifo" ? 0n : BigInt(events.length);
        for (const account of from.accounts) {
          const received =
            truth.accounts.find((one) => one.account === account.account)?.received ?? "0";
          ok(BigInt(received) + slack >= BigInt(account.certain), `${method}: ${account.account}`);
        }
      }
    }),
    { numRuns: 1_000 },
  );
});
