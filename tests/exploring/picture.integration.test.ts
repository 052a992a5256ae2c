import { describe, expect, it } from "vitest";
import type { GraphAnswer, GraphEdge } from "../../contract/exploring.ts";
import type { SceneTransfer } from "../support/scene.ts";
import {
  among,
  collector,
  inOrder,
  left,
  relations,
  town,
  townBehindServer,
  victim,
} from "../support/served-town.ts";

/** What Explore draws, held against the scene itself, counted by hand from its transfers. */
const served = townBehindServer();
const { ask } = served;

describe("the stage", () => {
  it("of some accounts shows exactly the money among them", async () => {
    const answer = await ask("POST", "/graph", { accounts: town.droppers });
    expect(answer.nodes.map((node: { number: string }) => node.number).sort()).toEqual(
      [...town.droppers].sort(),
    );
    expect(inOrder(answer.edges)).toEqual(inOrder(relations(town.droppers)));
    expect(answer.shown).toMatchObject({
      nodes: 5,
      nodesFound: 5,
      transfers: among(town.droppers).length,
      leftOut: [],
    });
    expect(answer.seeds).toEqual(town.droppers);
  });

  it("keeps to a time and an amount, and counts what the amount left out", async () => {
    const at = among([collector, left])
      .map((one) => one.bookedAt)
      .sort((a, b) => a - b);
    const [since, until, minimum] = [at[1] as number, at[at.length - 1] as number, 20_000_000n];
    const answer: GraphAnswer = await ask("POST", "/graph", {
      accounts: town.droppers,
      since,
      until,
      minimumAmount: minimum.toString(),
    });
    const inTime = (one: SceneTransfer) => one.bookedAt >= since && one.bookedAt < until;
    expect(inOrder(answer.edges)).toEqual(
      inOrder(relations(town.droppers, (one) => inTime(one) && one.amount >= minimum)),
    );
    const small = among(town.droppers, (one) => inTime(one) && one.amount < minimum).length;
    expect(answer.shown.leftOut).toEqual(
      small > 0 ? [{ reason: "minimum-amount", count: small }] : [],
    );
  });

  it("with neighbours brings the largest first, and says how many it left out", async () => {
    const partners = new Map<string, bigint>();
    for (const one of town.transfers) {
      if (one.from !== collector && one.to !== collector) continue;
      const other = one.from === collector ? one.to : one.from;
      partners.set(other, (partners.get(other) ?? 0n) + one.amount);
    }
    const largest = [...partners]
      .sort(([, a], [, b]) => (a < b ? 1 : -1))
      .map(([number]) => number);
    const answer: GraphAnswer = await ask("POST", "/graph", {
      accounts: [collector],
      neighbours: true,
      limit: 6,
    });
    expect(new Set(answer.nodes.map((node) => node.number))).toEqual(
      new Set([collector, ...largest.slice(0, 5)]),
    );
    expect(answer.shown.nodesFound).toBe(1 + partners.size);
    expect(answer.shown.leftOut).toEqual([{ reason: "node-limit", count: partners.size - 5 }]);
  });

  it("opens from a cluster and from a report; an unknown one is a 404", async () => {
    const { clusters } = await ask("GET", "/detection/clusters");
    const answer = await ask("POST", "/graph", { cluster: clusters[0].id });
    expect(answer.seeds).toEqual(expect.arrayContaining(town.droppers));
    const report = await ask("POST", "/graph", { report: "R0" });
    expect([...report.seeds].sort()).toEqual([collector, victim].sort());
    expect(report.edges).toEqual(relations([collector, victim]));
    for (const body of [{ cluster: "none" }, { report: "none" }])
      expect((await served.me().ask("POST", "/api/graph", body)).json).toMatchObject({
        status: 404,
        code: "not-found",
      });
  });

  it("grows around one account by what is not there yet", async () => {
    const before = await ask("POST", "/graph/expand", {
      account: collector,
      known: [],
      direction: "in",
      limit: 500,
    });
    const payers = new Set(
      town.transfers.filter((one) => one.to === collector).map((one) => one.from),
    );
    expect(new Set(before.nodes.map((node: { number: string }) => node.number))).toEqual(
      new Set([collector, ...payers]),
    );
    const known = [...payers].slice(0, 3);
    const rest = await ask("POST", "/graph/expand", {
      account: collector,
      known,
      direction: "in",
      limit: 500,
    });
    const added = rest.nodes
      .map((node: { number: string }) => node.number)
      .filter((number: string) => number !== collector);
    expect(new Set(added)).toEqual(
      new Set([...payers].filter((number) => !known.includes(number))),
    );
    // Relations to accounts that were on the stage already are there too.
    for (const number of known)
      expect(rest.edges.some((edge: GraphEdge) => edge.from === number)).toBe(true);
  });

  it("stops at a shop and says so; let go, it goes on", async () => {
    const customers = new Set(
      town.transfers.filter((one) => one.to === town.shop).map((one) => one.from),
    );
    const stopped: GraphAnswer = await ask("POST", "/graph/expand", {
      account: town.shop,
      known: [collector],
    });
    expect(stopped.nodes.map((node) => [node.number, node.stop])).toEqual([
      [town.shop, "merchant"],
    ]);
    expect(stopped.shown.leftOut).toEqual([
      { reason: "stop", count: customers.size - 1, account: town.shop },
    ]);
    const let_go = await ask("POST", "/graph/expand", {
      account: town.shop,
      known: [],
      letGo: true,
      limit: 10,
    });
    expect(let_go.nodes).toHaveLength(11);
  });
});

describe("what lies around a picture", () => {
  /** Other sides of all transfers of some accounts, the scene's own count. */
  const besides = (numbers: readonly string[]) =>
    new Set(
      town.transfers
        .filter((one) => numbers.includes(one.from) || numbers.includes(one.to))
        .flatMap((one) => [one.from, one.to])
        .filter((number) => !numbers.includes(number)),
    );
  const isExit = (number: string) => number.startsWith("EXIT:");

  it("is counted around its accounts, never around the cash desk and the shop in it", async () => {
    const exits = town.accounts.filter((one) => one.exit !== null).map((one) => one.number);
    const picture = [...town.droppers, ...exits, town.shop];
    const beside = [...besides(town.droppers)].filter((number) => !picture.includes(number));
    const whole: GraphAnswer = await ask("POST", "/graph", {
      accounts: picture,
      neighbours: true,
      limit: picture.length,
    });
    expect(whole.shown.nodesFound).toBe(picture.length + beside.length);
    const answer: GraphAnswer = await ask("POST", "/graph/around", {
      accounts: picture,
      known: [],
      limit: 0,
    });
    expect(answer.nodes).toEqual([]);
    expect(answer.shown).toMatchObject({
      nodesFound: beside.length,
      leftOut: [{ reason: "node-limit", count: beside.length }],
    });
  });

  it("comes in by money, no stranger among it, and the total stays what it was", async () => {
    const all = [...besides(town.droppers)];
    const known: string[] = [];
    while (known.length < all.length) {
      const answer: GraphAnswer = await ask("POST", "/graph/around", {
        accounts: town.droppers,
        known: [...town.droppers, ...known],
        limit: 10,
      });
      expect(known.length + answer.shown.nodesFound).toBe(all.length);
      const added = answer.nodes.map((node) => node.number);
      expect(added.length).toBe(Math.min(10, all.length - known.length));
      for (const number of added) expect(all).toContain(number);
      for (const edge of answer.edges)
        expect(added.includes(edge.from) || added.includes(edge.to)).toBe(true);
      known.push(...added);
    }
    expect(new Set(known).size).toBe(all.length);
  });

  it("of a shop asked for by itself is its customers", async () => {
    const answer: GraphAnswer = await ask("POST", "/graph/around", {
      accounts: [town.shop],
      known: [],
      limit: 0,
    });
    expect(answer.shown.nodesFound).toBe(besides([town.shop]).size);
  });

  it("opens with a cluster's ways out and the run that found it", async () => {
    const { clusters, run } = await ask("GET", "/detection/clusters");
    const answer = await ask("POST", "/graph", { cluster: clusters[0].id, exits: true });
    const exits = [...besides(answer.seeds)].filter(isExit).sort();
    expect(exits.length).toBeGreaterThan(0);
    const shown = answer.nodes.map((node: { number: string }) => node.number);
    expect(shown.filter(isExit).sort()).toEqual(exits);
    expect(shown.length).toBe(answer.seeds.length + exits.length);
    expect(answer.run).toBe(run.id);
  });
});

describe("growing under conditions", () => {
  const pair = [collector, left];
  /** Accounts beside some accounts by the scene's own count, each with the centres it is tied to. */
  const beside = (side: "in" | "out" | "both", keep: (one: SceneTransfer) => boolean) => {
    const found = new Map<string, Set<string>>();
    const add = (other: string, centre: string) => {
      if (pair.includes(other)) return;
      found.set(other, new Set([...(found.get(other) ?? []), centre]));
    };
    for (const one of town.transfers.filter(keep)) {
      if (pair.includes(one.to) && side !== "out") add(one.from, one.to);
      if (pair.includes(one.from) && side !== "in") add(one.to, one.from);
    }
    return found;
  };
  const tiedToBoth = (found: Map<string, Set<string>>) =>
    [...found].filter(([, centres]) => centres.size === 2).map(([number]) => number);

  it("says for each way how many accounts it would find, and how many are new", async () => {
    const of = town.transfers.filter((one) => pair.includes(one.from) || pair.includes(one.to));
    const times = of.map((one) => one.bookedAt).sort((a, b) => a - b);
    const conditions = {
      since: times[Math.floor(times.length / 4)] as number,
      minimumAmount: "1000000",
    };
    for (const asked of [{}, conditions]) {
      const keep = (one: SceneTransfer) =>
        asked === conditions ? one.bookedAt >= conditions.since && one.amount >= 1_000_000n : true;
      const both = beside("both", keep);
      const known = [...both.keys()].slice(0, 3);
      const counts = (numbers: readonly string[]) => ({
        found: numbers.length,
        fresh: numbers.filter((number) => !known.includes(number)).length,
      });
      const answer = await ask("POST", "/graph/reach", { accounts: pair, known, ...asked });
      expect(answer).toEqual({
        in: counts([...beside("in", keep).keys()]),
        out: counts([...beside("out", keep).keys()]),
        both: counts([...both.keys()]),
        common: counts(tiedToBoth(both)),
        noCentre: 0,
      });
    }
  });

  it("brings what it counted: one side, under an amount, and only what is tied to each", async () => {
    const all = beside("both", () => true);
    const common = tiedToBoth(all).sort();
    expect(common.length).toBeGreaterThan(0);
    expect(common.length).toBeLessThan(all.size);
    const body = { accounts: pair, known: pair, limit: 500 };
    const numbers = (answer: GraphAnswer) => answer.nodes.map((node) => node.number).sort();
    expect(numbers(await ask("POST", "/graph/around", { ...body, common: true }))).toEqual(common);
    const large = beside("in", (one) => one.amount >= 5_000_000n);
    expect(
      numbers(
        await ask("POST", "/graph/around", {
          ...{ ...body, direction: "in", minimumAmount: "5000000" },
        }),
      ),
    ).toEqual([...large.keys()].sort());
  });

  it("follows no shop among other accounts, and says so; a shop alone it does", async () => {
    const mixed = await ask("POST", "/graph/reach", {
      accounts: [collector, town.shop],
      known: [],
    });
    expect(mixed).toMatchObject({ noCentre: 1, common: null });
    const alone = await ask("POST", "/graph/reach", { accounts: [town.shop], known: [] });
    expect(alone.noCentre).toBe(0);
    expect(alone.both.found).toBeGreaterThan(10);
  });
});
