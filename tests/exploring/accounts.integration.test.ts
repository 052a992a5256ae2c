import { describe, expect, it } from "vitest";
import type { TransferRow } from "../../contract/exploring.ts";
import { notesOn, removeNote } from "../../server/account-notes/account-notes.store.ts";
import { moneyInDatabase } from "../../server/exploring/money.ts";
import { moneyInColumns } from "../../server/exploring/money-in-columns.ts";
import type { FlowRow } from "../../server/exploring/picture-rows.ts";
import { cachedData, heldColumns } from "../../server/tracing/data-cache.ts";
import type { SceneTransfer } from "../support/scene.ts";
import {
  among,
  collector,
  left,
  sumOf,
  town,
  townBehindServer,
  victim,
} from "../support/served-town.ts";

/** Cards and transfers of accounts, held against the scene itself. */
const served = townBehindServer();
const { ask } = served;

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

  it("gives every figure under the filter of amount and time; days keep the whole time", async () => {
    const own = town.transfers.filter((one) => one.from === collector || one.to === collector);
    const amounts = own.map((one) => one.amount).sort((a, b) => (a < b ? -1 : 1));
    const minimum = amounts[Math.floor(amounts.length / 2)] ?? 0n;
    const times = own.map((one) => one.bookedAt).sort((a, b) => a - b);
    const until = times[Math.floor(times.length / 2)] ?? 0;
    const large = own.filter((one) => one.amount >= minimum);
    const inside = large.filter((one) => one.bookedAt < until);
    expect(inside.length).toBeLessThan(large.length);
    const query = `minimumAmount=${minimum}&until=${until}`;
    const card = await ask("GET", `/accounts/${collector}?${query}`);
    const [received, sent] = [
      inside.filter((one) => one.to === collector),
      inside.filter((one) => one.from === collector),
    ];
    expect([card.received.count, card.sent.count]).toEqual([received.length, sent.length]);
    expect(card.received.sums[0]?.amount ?? "0").toBe(sumOf(received));
    expect(card.senderCount).toBe(new Set(received.map((one) => one.from)).size);
    const daily = card.daily.reduce(
      (sum: bigint, day: { received: string; sent: string }) =>
        sum + BigInt(day.received) + BigInt(day.sent),
      0n,
    );
    expect(daily.toString()).toBe(sumOf(large));
  });

  it("names the reports of a victim, and is a 404 for nobody", async () => {
    const card = await ask("GET", `/accounts/${victim}`);
    expect(card.reports).toEqual([
      { id: "R0", reportedAt: null, transferIds: town.reports[0]?.transferIds },
    ]);
    expect(card).toMatchObject({ role: "victim", reported: true });
    expect((await served.me().ask("GET", "/api/accounts/KZ404")).status).toBe(404);
  });
});

describe("the money of busy accounts", () => {
  it("is the same out of the columns in memory as from the database, under every filter", async () => {
    const database = served.database();
    const everything = () => true;
    const { columns } = await cachedData(database);
    expect(await heldColumns(database, everything)).toBe(columns);
    expect(await heldColumns(database, () => false)).toBeNull();
    const [kept, asked] = [moneyInColumns(columns), moneyInDatabase(database.queries)];
    const times = town.transfers.map((one) => one.bookedAt).sort((a, b) => a - b);
    const [since, until] = [times[times.length >> 2] ?? 0, times[times.length >> 1] ?? 0];
    const filters = [
      {},
      { since, until },
      { minimumAmount: "5000000" },
      { since, minimumAmount: "700000" },
    ];
    const numbers = [...new Set(town.transfers.flatMap((one) => [one.from, one.to]))];
    const sorted = (flows: readonly FlowRow[]) =>
      [...flows].sort((a, b) =>
        `${a.direction} ${a.other} ${a.currency}` < `${b.direction} ${b.other} ${b.currency}`
          ? -1
          : 1,
      );
    for (const filter of filters) {
      for (const number of [
        collector,
        victim,
        "EXIT:cash:722",
        "nobody",
        ...numbers.slice(0, 12),
      ]) {
        expect(sorted(await kept.flows(number, filter))).toEqual(
          sorted(await asked.flows(number, filter)),
        );
        expect(await kept.daily(number, filter)).toEqual(await asked.daily(number, filter));
      }
      for (const direction of ["in", "out", "both"] as const)
        for (const least of [1, 2]) {
          const request = {
            numbers: [collector, left],
            known: [victim],
            direction,
            least,
            limit: 7,
            filter,
          };
          expect(await kept.neighbours(request)).toEqual(await asked.neighbours(request));
        }
      expect(await kept.edges(numbers, filter)).toEqual(await asked.edges(numbers, filter));
    }
  });
});

describe("pasted numbers", () => {
  it("are told apart: those the data have, and those they do not", async () => {
    const { known } = await ask("POST", "/accounts/known", {
      accounts: [collector, "KZ404404404404404404", victim],
    });
    expect(known.sort()).toEqual([collector, victim].sort());
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
    expect(
      (await served.me().ask("POST", "/api/transfers/next", { transferId: "none" })).status,
    ).toBe(404);
  });
});

describe("notes on accounts, transfers and clusters", () => {
  it("follow these into every case, whoever opens it, and are taken back by their writer only", async () => {
    const { clusters } = await ask("GET", "/detection/clusters");
    const cluster = clusters[0].id as string;
    const stolen = town.transfers.find((one) => one.to === collector) as SceneTransfer;
    const write = (kind: string, account: string, text: string, tags: string[] = []) =>
      ask("POST", "/notes", { kind, account, text, tags });
    await write("account", collector, "Says that he lost his card", ["lost card", "lost card"]);
    await write("transfer", stolen.id, "The victim shows a receipt of it");
    await write("cluster", cluster, "Asked the bank for its devices");
    const { notes } = await ask("GET", `/notes?kind=account&account=${collector}`);
    expect(notes).toEqual([
      {
        ...{ id: expect.any(String), kind: "account", account: collector },
        ...{ text: "Says that he lost his card", tags: ["lost card"] },
        ...{ at: expect.any(Number), by: "reader" },
      },
    ]);
    for (const title of ["One", "Two"]) {
      const { id } = await ask("POST", "/cases", { title, cluster });
      const inCase = await ask("GET", `/cases/${id}/account-notes`);
      expect(inCase.notes.map((note: { kind: string }) => note.kind).sort()).toEqual([
        ...["account", "cluster", "transfer"],
      ]);
    }
    const { queries } = served.database();
    await expect(removeNote(queries, notes[0].id, "somebody")).rejects.toMatchObject({
      code: "not-found",
    });
    await ask("DELETE", `/notes/${notes[0].id}`);
    expect(await notesOn(queries, { kind: "account", account: collector })).toEqual([]);
  });

  it("are of what the data have: nothing can be written on an unknown account", async () => {
    const body = { kind: "account", account: "KZ00", text: "Nobody" };
    expect((await served.me().ask("POST", "/api/notes", body)).status).toBe(404);
  });
});
