import { type TraceMethod, traceMethod } from "../../contract/tracing.ts";
import { columnsBuilder } from "../columns/build.ts";
import { DAY, HOUR } from "../time/instant.ts";
import type { Facts } from "./database-facts.ts";
import { stopsOf } from "./stops.ts";
import { traceAll } from "./trace.ts";
import { type KnownReport, resolveStolen } from "./victims.ts";

const HOPS = 10;

/**
 * `npm run bench -- trace [TRANSFERS] [REPORTS]`: from cached columns to finished traces in a
 * made-up town of a tenth as many accounts over 90 days. Stolen money goes through ten dropper
 * accounts in two hours; part of it is cashed and the rest spreads through ordinary life.
 */
export async function bench(words: readonly string[]): Promise<void> {
  const transfers = Number(words[0] ?? 1_000_000);
  const count = Number(words[1] ?? 200);
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const begun = performance.now();
  const { columns, reports } = town(transfers, count);
  say(
    `${columns.length} transfers, ${columns.accounts.length} accounts, ${reports.length} reports: built in ${seconds(begun)} s`,
  );
  const facts: Facts = {
    statements: [],
    marked: [],
    reversals: [],
    dump: {
      of: () => [
        {
          from: columns.bookedAt[0] as number,
          until: columns.bookedAt[columns.length - 1] as number,
        },
      ],
    },
  };
  const stops = stopsOf(columns, []);
  const run = (method: TraceMethod, requested: readonly string[]) => {
    const start = performance.now();
    const resolved = resolveStolen(columns, reports, {
      reports: requested,
      transfers: [],
      victims: [],
    });
    const [trace] = traceAll(columns, facts, resolved, { method, range: false, stops });
    const depth = trace?.accounts.reduce((deepest, one) => Math.max(deepest, one.generation), 0);
    return `${seconds(start)} s (${trace?.accounts.length} accounts, ${trace?.steps.length} steps, ${depth} hops)`;
  };
  const all = reports.map((report) => report.id);
  run("fifo", all.slice(0, 1));
  for (const method of traceMethod.options) {
    say(`${method.padEnd(18)} one report ${run(method, all.slice(0, 1))}`);
    say(`${" ".repeat(18)} ${count} reports ${run(method, all)}`);
  }
  say(`${Math.round(process.memoryUsage().rss / 1e6)} MB resident`);
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(2);
}

/** Park and Miller's generator: the same town every time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function town(transfers: number, count: number) {
  const random = seeded(11);
  const people = Math.max(100, Math.floor(transfers / 10));
  const shops = Math.ceil(people / 200);
  const start = Date.UTC(2026, 0, 1);
  const number = (index: number) => `KZ${String(1e12 + index * 7919)}`;
  const builder = columnsBuilder();
  for (let index = 0; index < people; index += 1) {
    builder.account({
      number: number(index),
      holderKey: `H${index}`,
      holderKind: index < shops ? "organisation" : "person",
    });
  }
  builder.account({ number: "EXIT:cash:-", exitKind: "cash" });
  let made = 0;
  const pay = (from: string, to: string, tenge: number, at: number) => {
    builder.transfer({
      id: `T${made}`,
      from,
      to,
      amount: BigInt(Math.floor(tenge * 100)),
      bookedAt: Math.floor(at),
      order: made,
    });
    made += 1;
    return `T${made - 1}`;
  };
  const anyone = () => shops + Math.floor(random() * (people - shops));
  const reports: KnownReport[] = [];
  for (let index = 0; index < count; index += 1) {
    const victim = number(anyone());
    const chain = Array.from({ length: HOPS }, () => number(anyone()));
    let amount = 200_000 + random() * 2_000_000;
    let at = start + random() * 60 * DAY;
    reports.push({
      id: `R${index}`,
      victimIin: null,
      victimName: null,
      accounts: [victim],
      transferIds: [pay(victim, chain[0] as string, amount, at)],
    });
    for (let hop = 1; hop < HOPS; hop += 1) {
      at += random() * 0.2 * HOUR;
      pay(chain[hop - 1] as string, "EXIT:cash:-", amount * 0.1, at);
      amount *= 0.85;
      pay(chain[hop - 1] as string, chain[hop] as string, amount, at + 1);
    }
  }
  while (made < transfers) {
    const payer = anyone();
    const kind = random();
    const shop = Math.floor(shops * random() * random());
    const friend = shops + ((payer - shops + 1 + Math.floor(random() * 5)) % (people - shops));
    const payee = kind < 0.35 ? shop : kind < 0.8 ? friend : anyone();
    if (payee !== payer)
      pay(number(payer), number(payee), Math.exp(9 + 2 * random()), start + random() * 90 * DAY);
  }
  return { columns: builder.finish(), reports };
}
