import { describe, expect, it } from "vitest";
import { z } from "zod";
import { foldName } from "../../server/identity/names.ts";
import type { SceneAccount, SceneTransfer } from "../support/scene.ts";
import {
  collector,
  drawer,
  end,
  left,
  sumOf,
  town,
  townBehindServer,
  victim,
} from "../support/served-town.ts";

/** Paths, search and reports, held against the scene itself. */
const served = townBehindServer();
const { ask } = served;
/** Before the town is loaded: one transfer has a bank's reference, one account a phone. */
const referred = town.transfers.find((one) => one.from === collector) as SceneTransfer;
referred.documentNumber = "PAY-2026/77";
(town.accounts.find((one) => one.number === left) as SceneAccount).phone = "77011234567";

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
    // Each transfer on the ways once, with the amounts of the scene.
    const ties = new Set(
      answer.paths.flatMap((path: { accounts: string[] }) =>
        path.accounts.slice(1).map((account, at) => [path.accounts[at], account].sort().join(" ")),
      ),
    );
    const on = town.transfers.filter((one) => ties.has([one.from, one.to].sort().join(" ")));
    expect(answer.total).toEqual([{ currency: "KZT", amount: sumOf(on) }]);
  });

  it("need two different known accounts", async () => {
    expect(
      (await served.me().ask("POST", "/api/paths", { from: victim, to: victim })).json.code,
    ).toBe("same-account");
    expect(
      (await served.me().ask("POST", "/api/paths", { from: victim, to: "KZ404" })).status,
    ).toBe(404);
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
    expect((await served.me().ask("POST", "/api/search", { q: " " })).status).toBe(422);
    expect(await search("KZ00", 3)).toHaveLength(3);
  });

  it("find a name kept in Cyrillic letters by Latin ones, and the other way round", async () => {
    const names = {
      kept: ["Құнанбаев Юсуф", "Akhmetzhanova Yuliya"],
      typed: ["Qunanbayev Yusuf", "Ахметжанова Юлия"],
    };
    for (const name of names.kept)
      await served
        .database()
        .queries.write(
          "loading/save-holders",
          { holders: [{ key: `N-${name}`, name, nameKey: foldName(name), kind: "person" }] },
          z.unknown(),
        );
    for (const [at, name] of names.kept.entries())
      await expect
        .poll(
          async () =>
            (await search(names.typed[at] ?? "")).map((hit: { title: string }) => hit.title),
          { timeout: 20_000 },
        )
        .toEqual([name]);
  });

  it("find a transfer by number, reference or amount and day, a phone, and whose money to follow", async () => {
    const paid = town.transfers.find((one) => one.from === victim) as SceneTransfer;
    const [byNumber] = await search(paid.id);
    expect(byNumber).toMatchObject({
      kind: "transfer",
      id: paid.id,
      accounts: [paid.from, paid.to],
      transfer: { amount: paid.amount.toString(), bookedAt: paid.bookedAt },
    });
    const day = new Date(paid.bookedAt + 5 * 3_600_000).toISOString().slice(0, 10);
    const [year, month, date] = day.split("-");
    const byDay = await search(`${paid.amount / 100n} ${date}.${month}.${year}`);
    expect(byDay.map((hit: { id: string }) => hit.id)).toContain(paid.id);
    const byReference = await search("PAY-2026/77");
    expect(byReference).toMatchObject([{ kind: "transfer", id: referred.id }]);
    const byPhone = await search("8 (701) 123-45-67");
    expect(byPhone).toMatchObject([{ kind: "account", id: left }]);
    const [whose] = town.reports;
    expect((await search(whose?.victim ?? ""))[0].reports).toEqual([whose?.id]);
    expect((await search(whose?.id ?? ""))[0].reports).toEqual([whose?.id]);
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
      // The search names likely droppers; identified are those whom a person takes for one
      // (overview.integration).
      droppers: 0,
      transfers: town.transfers.length,
    });
  });
});
