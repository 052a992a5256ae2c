import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GraphAnswer, GraphEdge, TransferRow } from "../../contract/exploring.ts";
import { snapshotPath } from "../../server/columns/load.ts";
import { startDetection } from "../../server/detection/run/start-detection.ts";
import { groupBy } from "../../server/exploring/sums.ts";
import type { Database } from "../../server/neo4j/database.ts";
import {
  settledPerson,
  signedIn,
  startServer,
  type TestServer,
  type Visitor,
} from "../support/http.ts";
import { testDatabase } from "../support/neo4j.ts";
import { fill, type SceneTransfer, scene } from "../support/scene.ts";

/** Every answer is held against the scene itself, counted by hand from its transfers. */
const town = scene();
const [collector, left, , end, drawer] = town.droppers as [string, string, string, string, string];
const [victim] = town.victims as [string];
let database: Database;
let server: TestServer;
let me: Visitor;

beforeAll(async () => {
  database = await testDatabase();
  rmSync(snapshotPath(database.dataDir), { force: true });
  await fill(database, town);
  await startDetection(database, { since: null, until: null, startedBy: "test" });
  server = await startServer(database);
  await settledPerson(database, "reader", "data");
  me = await signedIn(server.base, "reader");
});
afterAll(async () => {
  await server.close();
  await database.close();
});

const ask = async (method: string, path: string, body?: unknown) => {
  const answer = await me.ask(method, `/api${path}`, body);
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
  return answer.json;
};
const sumOf = (transfers: readonly SceneTransfer[]) =>
  transfers.reduce((sum, transfer) => sum + transfer.amount, 0n).toString();
const among = (
  numbers: readonly string[],
  keep: (transfer: SceneTransfer) => boolean = () => true,
) =>
  town.transfers.filter(
    (one) => numbers.includes(one.from) && numbers.includes(one.to) && keep(one),
  );

/** Relations as the scene has them. */
function relations(
  numbers: readonly string[],
  keep?: (transfer: SceneTransfer) => boolean,
): GraphEdge[] {
  const grouped = groupBy(among(numbers, keep), (one) => `${one.from} ${one.to}`);
  return [...grouped.values()].map((parts) => ({
    from: parts[0]?.from ?? "",
    to: parts[0]?.to ?? "",
    count: parts.length,
    sums: [{ currency: "KZT", amount: sumOf(parts) }],
    first: Math.min(...parts.map((part) => part.bookedAt)),
    last: Math.max(...parts.map((part) => part.bookedAt)),
  }));
}
const inOrder = (edges: readonly GraphEdge[]) =>
  [...edges].sort((a, b) => (a.from + a.to < b.from + b.to ? -1 : 1));

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
      expect((await me.ask("POST", "/api/graph", body)).json).toMatchObject({
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

describe("an account's card", () => {
  it("adds up to the account's own transfers", async () => {
    const card = await ask("GET", `/accounts/${collector}`);
    const received = town.transfers.filter((one) => one.to === collector);
    const sent = town.transfers.filter((one) => one.from === collector);
    expect(card.received).toEqual({
      count: received.length,
      sums: [{ currency: "KZT", amount: sumOf(received) }],
    });
    expect(card.sent).toEqual({
      count: sent.length,
      sums: [{ currency: "KZT", amount: sumOf(sent) }],
    });
    expect(card.senderCount).toBe(new Set(received.map((one) => one.from)).size);
    const daily = card.daily.reduce(
      (sum: bigint, day: { received: string }) => sum + BigInt(day.received),
      0n,
    );
    expect(daily.toString()).toBe(sumOf(received));
    const byRole = card.byRole
      .filter((one: { direction: string }) => one.direction === "in")
      .reduce(
        (sum: bigint, one: { sums: { amount: string }[] }) =>
          sum + BigInt(one.sums[0]?.amount ?? 0),
        0n,
      );
    expect(byRole.toString()).toBe(sumOf(received));
    expect(card).toMatchObject({ role: "collector", holderKey: `H-${collector}`, stop: null });
    expect(card.degree).toBe(received.length + sent.length);
  });

  it("names the reports of a victim, and is a 404 for nobody", async () => {
    const card = await ask("GET", `/accounts/${victim}`);
    expect(card.reports).toEqual([
      { id: "R0", reportedAt: null, transferIds: town.reports[0]?.transferIds },
    ]);
    expect(card).toMatchObject({ role: "victim", reported: true });
    expect((await me.ask("GET", "/api/accounts/KZ404")).status).toBe(404);
  });
});

describe("transfers", () => {
  it("come in pages with the totals of all that match, in every scope and order", async () => {
    const scopes: Record<string, (one: SceneTransfer) => boolean> = {
      around: (one) => town.droppers.includes(one.from) || town.droppers.includes(one.to),
      within: (one) => town.droppers.includes(one.from) && town.droppers.includes(one.to),
      in: (one) => town.droppers.includes(one.to),
      out: (one) => town.droppers.includes(one.from),
    };
    for (const [scope, keep] of Object.entries(scopes)) {
      const expected = town.transfers.filter(keep);
      const answer = await ask("POST", "/transfers", {
        accounts: town.droppers,
        scope,
        limit: 5,
        offset: 2,
        order: "time",
      });
      expect([scope, answer.total, answer.sums]).toEqual([
        scope,
        expected.length,
        [{ currency: "KZT", amount: sumOf(expected) }],
      ]);
      const ordered = [...expected].sort(
        (a, b) => a.bookedAt - b.bookedAt || (a.id < b.id ? -1 : 1),
      );
      expect(answer.transfers.map((one: TransferRow) => one.id)).toEqual(
        ordered.slice(2, 7).map((one) => one.id),
      );
    }
    const largest = await ask("POST", "/transfers", {
      accounts: [collector],
      order: "amount-down",
      limit: 1,
    });
    const amounts = town.transfers
      .filter((one) => one.from === collector || one.to === collector)
      .map((one) => one.amount);
    expect(BigInt(largest.transfers[0].amount)).toBe(
      [...amounts].sort((a, b) => (a < b ? 1 : -1))[0],
    );
  });

  it("between two accounts, and by id", async () => {
    const answer = await ask("POST", "/transfers", { from: collector, to: left });
    const expected = town.transfers.filter((one) => one.from === collector && one.to === left);
    expect(answer.total).toBe(expected.length);
    const byId = await ask("POST", "/transfers", { ids: ["t3", "t1", "not there"] });
    expect(byId.transfers.map((one: TransferRow) => one.id).sort()).toEqual(["t1", "t3"]);
  });

  it("a day add up to the money on the stage", async () => {
    const { days } = await ask("POST", "/transfers/histogram", {
      accounts: town.droppers,
      of: collector,
    });
    const sum = (field: "amount" | "own") =>
      days
        .reduce(
          (total: bigint, day: { amount: string; own: string }) => total + BigInt(day[field]),
          0n,
        )
        .toString();
    expect(sum("amount")).toBe(sumOf(among(town.droppers)));
    expect(sum("own")).toBe(
      sumOf(among(town.droppers, (one) => one.from === collector || one.to === collector)),
    );
    const days_of = new Set(
      among(town.droppers).map((one) =>
        new Date(one.bookedAt + 5 * 3_600_000).toISOString().slice(0, 10),
      ),
    );
    expect(days.map((day: { day: string }) => day.day)).toEqual([...days_of].sort());
  });

  it("after one: what left the payee within hours and above a share", async () => {
    const stolen = town.transfers.find(
      (one) => one.from === victim && one.to === collector,
    ) as SceneTransfer;
    const after = town.transfers.filter(
      (one) =>
        one.from === collector &&
        one.bookedAt >= stolen.bookedAt &&
        one.bookedAt <= stolen.bookedAt + 2 * 3_600_000,
    );
    const answer = await ask("POST", "/transfers/next", {
      transferId: stolen.id,
      hours: 2,
      minimumShare: 0.5,
    });
    const kept = after.filter((one) => one.amount * 2n >= stolen.amount);
    expect(kept.length).toBeGreaterThan(0);
    expect(answer.transfers.map((one: TransferRow) => one.id).sort()).toEqual(
      kept.map((one) => one.id).sort(),
    );
    expect(answer.leftOut).toBe(after.length - kept.length);
    expect((await me.ask("POST", "/api/transfers/next", { transferId: "none" })).status).toBe(404);
  });
});

describe("paths", () => {
  it("follow the money in time from the victim to who drew the cash", async () => {
    const answer = await ask("POST", "/paths", { from: victim, to: drawer, largestGapHours: 3 });
    expect(answer.paths.length).toBeGreaterThan(0);
    const byId = new Map(town.transfers.map((one) => [one.id, one]));
    for (const path of answer.paths) {
      const steps = path.transferIds.map((id: string) => byId.get(id) as SceneTransfer);
      expect([steps[0].from, ...steps.map((step: SceneTransfer) => step.to)]).toEqual(
        path.accounts,
      );
      steps.slice(1).forEach((step: SceneTransfer, at: number) => {
        const wait = step.bookedAt - steps[at].bookedAt;
        expect(wait).toBeGreaterThanOrEqual(0);
        expect(wait).toBeLessThanOrEqual(3 * 3_600_000);
      });
    }
    expect(answer.paths.map((path: { accounts: string[] }) => path.accounts)).toContainEqual([
      victim,
      collector,
      left,
      end,
      drawer,
    ]);
    const drawn = new Set(answer.nodes.map((node: { number: string }) => node.number));
    for (const path of answer.paths)
      for (const number of path.accounts) expect(drawn.has(number)).toBe(true);
  });

  it("of any direction are as short as can be, and lead through no shop", async () => {
    const answer = await ask("POST", "/paths", { from: victim, to: left, kind: "shortest" });
    const lengths = new Set(
      answer.paths.map((path: { accounts: string[] }) => path.accounts.length),
    );
    expect(lengths.size).toBe(1);
    expect([...lengths][0]).toBeLessThanOrEqual(3);
    for (const path of answer.paths) expect(path.accounts.slice(1, -1)).not.toContain(town.shop);
  });

  it("need two different known accounts", async () => {
    expect((await me.ask("POST", "/api/paths", { from: victim, to: victim })).json.code).toBe(
      "same-account",
    );
    expect((await me.ask("POST", "/api/paths", { from: victim, to: "KZ404" })).status).toBe(404);
  });
});

describe("search and reports", () => {
  const search = async (q: string, limit?: number) =>
    (await ask("POST", "/search", { q, limit })).hits;

  it("find accounts by number and ending, reports and their victims", async () => {
    const hit = {
      kind: "account",
      id: collector,
      title: collector,
      detail: `H-${collector}`,
      accounts: [collector],
    };
    expect(await search(collector)).toEqual([hit]);
    expect(await search(collector.slice(-6).toLowerCase())).toEqual([hit]);
    expect(await search(`${collector.slice(0, 4)}…${collector.slice(-4)}`)).toEqual([hit]);
    const begins = await search("kz", 5);
    expect(
      begins.map(({ kind, id }: { kind: string; id: string }) => `${kind} ${id.slice(0, 2)}`),
    ).toEqual(Array.from({ length: 5 }, () => "account KZ"));
    expect((await search("R1"))[0]).toMatchObject({
      kind: "report",
      id: "R1",
      accounts: [town.victims[1]],
    });
    expect(await search('") OR *')).toEqual([]);
    expect((await me.ask("POST", "/api/search", { q: " " })).status).toBe(422);
    expect(await search("KZ00", 3)).toHaveLength(3);
  });

  it("list what was stolen, in pages", async () => {
    const answer = await ask("GET", "/reports?limit=2&offset=1");
    expect(answer.total).toBe(3);
    expect(answer.reports).toHaveLength(2);
    const stolen = town.transfers.find(
      (one) => one.id === town.reports[1]?.transferIds[0],
    ) as SceneTransfer;
    expect(answer.reports.find((report: { id: string }) => report.id === "R1").sums).toEqual([
      { currency: "KZT", amount: stolen.amount.toString() },
    ]);
  });

  it("figures of the start page and of a period agree with the scene", async () => {
    const stolen = town.transfers.filter((one) =>
      town.reports.some((report) => report.transferIds.includes(one.id)),
    );
    const today = await ask("GET", "/overview");
    expect(today).toMatchObject({
      accounts: town.accounts.length - 1,
      transfers: town.transfers.length,
      reports: 3,
      stolen: [{ currency: "KZT", amount: sumOf(stolen) }],
    });
    const [since, until] = [
      town.transfers[0]?.bookedAt as number,
      (town.transfers[0]?.bookedAt as number) + 86_400_000 * 20,
    ];
    const period = await ask("GET", `/summary?from=${since}&until=${until}`);
    expect(period.transfers).toBe(
      town.transfers.filter((one) => one.bookedAt >= since && one.bookedAt < until).length,
    );
    const { clusters } = await ask("GET", "/detection/clusters");
    const { members } = await ask("GET", `/detection/clusters/${clusters[0].id}`);
    const droppers = members.filter(
      (one: { role: string }) => one.role !== "victim" && one.role !== "none",
    ).length;
    expect(droppers).toBeGreaterThanOrEqual(5);
    const whole = await ask("GET", "/summary");
    expect(whole).toMatchObject({
      reports: 3,
      victims: 3,
      clusters: 1,
      droppers,
      transfers: town.transfers.length,
    });
  });
});
