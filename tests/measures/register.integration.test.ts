import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { MeasureWanted } from "../../contract/measures.ts";
import { nothing } from "../../graph-queries/row-values.ts";
import { NOTHING_HIDDEN } from "../../server/api/hidden.ts";
import { isUserError } from "../../server/errors/user-error.ts";
import { choosableLosses } from "../../server/measures/choosable-losses.store.ts";
import { head, propertiesOf } from "../../server/measures/measure-rows.ts";
import {
  cancelMeasure,
  correctMeasure,
  oneMeasure,
  recordMeasure,
} from "../../server/measures/measures.store.ts";
import { listMeasures, measureDistricts, totalsOf } from "../../server/measures/register.store.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { put, reported, actor as start } from "../support/late-money.ts";
import { parsedMeasure } from "../support/measures.ts";
import { emptyDatabase, testDatabase } from "../support/neo4j.ts";

/** After all transfers and measures of the tests. */
const actor = { ...start, at: Date.parse("2026-06-01T00:00:00Z") };
let database: Database;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const block = (amount: string, more: Partial<MeasureWanted> = {}): MeasureWanted => ({
  kind: "block",
  day: "2026-03-06",
  amount,
  ...more,
});
const record = (wanted: MeasureWanted) => recordMeasure(database.queries, wanted, actor);
const codeOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  return isUserError(error) ? error.code : error;
};

describe("the register of measures", () => {
  beforeEach(() => emptyDatabase(database));

  it("keeps what stood there before a correction, with person and reason", async () => {
    const { queries } = database;
    const made = await record(block("5800", { persons: [{ name: "Ахметова А." }], bank: "Kaspi" }));
    const fields = { ...block("5900"), note: "по выписке" };
    const from = { ...actor, by: "colleague", from: made.version };
    await correctMeasure(queries, made.id, { reason: "A slip of the pen", fields }, from);
    const { measure, history } = await oneMeasure(queries, made.id);
    expect(measure).toMatchObject({ amount: "5900", note: "по выписке", persons: [], version: 1 });
    expect(history).toMatchObject([
      { amount: "5800", bank: "Kaspi", reason: "A slip of the pen", by: "colleague" },
    ]);
    const overtaken = correctMeasure(queries, made.id, { reason: "Again", fields }, from);
    await expect(overtaken).rejects.toMatchObject({
      code: "changed-meanwhile",
      params: {
        what: "measure-corrected",
        detail: "A slip of the pen",
        by: "colleague",
        at: actor.at,
        changes: 1,
      },
    });
    expect(await codeOf(cancelMeasure(queries, made.id, " ", actor))).toBe("measure-needs-reason");
    await cancelMeasure(queries, made.id, "Entered twice", actor);
    const late = cancelMeasure(queries, made.id, "No such block", { ...from, from: 1 });
    await expect(late).rejects.toMatchObject({
      code: "changed-meanwhile",
      params: { what: "measure-struck-out", detail: "Entered twice", by: actor.by, at: actor.at },
    });
    expect(await totalsOf(queries, {})).toEqual({ rows: 1, struck: 1, unjoined: 0, kinds: [] });
    expect(await codeOf(cancelMeasure(queries, made.id, "Once more", actor))).toBe(
      "measure-struck-out",
    );
  });

  it("refuses what a kind lacks, days to come, and references to nothing", async () => {
    expect(await codeOf(record({ kind: "block", day: "2026-03-06" }))).toBe("measure-lacks");
    expect(await codeOf(record({ kind: "fact", day: "2026-03-06", article: "232-1" }))).toBe(
      "measure-lacks",
    );
    expect(await codeOf(record(block("1", { day: "2026-06-02" })))).toBe("measure-future");
    expect(await codeOf(record(block("1", { day: "2026-02-30" as string })))).not.toBeNull();
    expect(await codeOf(record(block("0")))).toBe("measure-amount");
    for (const field of ["case", "claim", "transfer", "block"] as const)
      expect(await codeOf(record(block("1", { [field]: "X9" })))).toBe(`measure-no-${field}`);
    const persons = [{ name: "Ахметова А.", iin: "850101300121" }];
    expect(await codeOf(record(block("1", { persons })))).toBe("measure-iin");
  });

  it("counts every entry that it lists, and adds up each kind for itself", async () => {
    const blocked = await record(block("700"));
    await record({ kind: "return", day: "2026-03-07", amount: "300", block: blocked.id });
    await record({ kind: "site", day: "2026-03-08", count: 12 });
    const slip = await record(block("9"));
    await cancelMeasure(database.queries, slip.id, "Entered twice", actor);
    const { rows, totals } = await listMeasures(database.queries, { limit: 10 });
    const tenge = (amount: string) => [{ currency: "KZT", amount }];
    expect(totals).toEqual({
      rows: rows.length,
      struck: 1,
      // Neither the return nor its block names a loss: nobody owes less.
      unjoined: 2,
      kinds: [
        { kind: "block", rows: 1, items: 1, sums: tenge("700") },
        { kind: "return", rows: 1, items: 1, sums: tenge("300") },
        { kind: "site", rows: 1, items: 12, sums: [] },
      ],
    });
  });

  it("finds by names, numbers and addresses in any spelling, by district and by day", async () => {
    await record(block("100", { persons: [{ name: "Қуанышева Әсем" }], district: "Абайский" }));
    await record({ kind: "site", day: "2026-03-07", address: "https://kredit-online.example/x" });
    const found = async (filter: object) =>
      (await listMeasures(database.queries, { ...filter, limit: 10 })).rows.map((one) => one.kind);
    expect(await found({ search: "куанышева" })).toEqual(["block"]);
    expect(await found({ search: "kredit online" })).toEqual(["site"]);
    expect(await found({ search: "куанышева kredit" })).toEqual([]);
    // A bank by the name that pages show; a number as a whole.
    await record(block("7", { bank: "601", paper: "15-7/107" }));
    expect(await found({ search: "halyk 15-7/10" })).toEqual(["block"]);
    expect(await found({ search: "5-7/107" })).toEqual([]);
    expect(await found({ district: "Абайский" })).toEqual(["block"]);
    expect(await found({ from: "2026-03-07" })).toEqual(["site"]);
    expect(await found({ until: "2026-03-06" })).toEqual(["block", "block"]);
    expect(await measureDistricts(database.queries)).toEqual(["Абайский"]);
  });
});

describe("money of a stolen transfer", () => {
  it("is never blocked above what was stolen, nor returned above what was blocked", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            what: fc.constantFrom("block", "return", "return-of-block", "correct", "cancel"),
            amount: fc.integer({ min: 1, max: 70 }),
            which: fc.nat(9),
          }),
          { minLength: 3, maxLength: 12 },
        ),
        async (steps) => {
          await emptyDatabase(database);
          await put(database, "stolen", [["t1", "V", "D", "1.00", 0]], [reported("R1", "V", "t1")]);
          const made: string[] = [];
          for (const { what, amount, which } of steps) {
            const wanted = block(String(amount), { transfer: "t1" });
            const id = made[which % Math.max(1, made.length)] ?? "M0";
            const work =
              what === "correct"
                ? correctMeasure(database.queries, id, { reason: "Yes", fields: wanted }, actor)
                : what === "cancel"
                  ? cancelMeasure(database.queries, id, "Yes", actor)
                  : record(
                      what === "block"
                        ? wanted
                        : what === "return"
                          ? { ...wanted, kind: "return" }
                          : { kind: "return", day: wanted.day, amount: wanted.amount, block: id },
                    );
            const done = await work.catch((error: unknown) => {
              if (isUserError(error)) return null;
              throw error;
            });
            if (done !== null && !made.includes(done.id)) made.push(done.id);
            const of = async (kind: "block" | "return") =>
              BigInt((await totalsOf(database.queries, { kind })).kinds[0]?.sums[0]?.amount ?? 0);
            expect((await of("return")) <= (await of("block"))).toBe(true);
            expect((await of("block")) <= 100n).toBe(true);
          }
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe("money that account, person and report say whose it is", () => {
  const D = "KZ876010007714000002";
  const E = "KZ29601A000000000006";
  const rows = [
    ["t1", "V", D, "19.00", 0] as const,
    ["t2", "V", "CARD", "2.50", 1] as const,
    ["t3", D, E, "3.00", 2] as const,
    ["t4", "W", D, "1.00", 3] as const,
    ["t5", "W", D, "2.00", 4] as const,
  ];
  const people = ["V,,Нұрсейітова Бибігүл", `${D},,ЗУЕВ АРТЁМ`, "W,,ИВАНОВА АННА"];
  const persons = [{ name: "Нурсейитова Бибигул", iin: null }];
  const shown = async (id: string) => {
    const { measure } = await oneMeasure(database.queries, id);
    return [measure.transfer, measure.block, measure.withoutLoss];
  };
  beforeAll(async () => {
    await emptyDatabase(database);
    const reports = [
      ["R1", "V", "t1"],
      ["R1", "V", "t2"],
      ["R2", "W", "t4"],
      ["R2", "W", "t5"],
    ];
    await put(
      database,
      "told",
      rows,
      reports.map(([a, b, c]) => reported(a ?? "", b ?? "", c ?? "")),
      people,
    );
  });

  it("is held to that loss: returned <= blocked <= stolen, and the bank is the account's", async () => {
    const told = { account: "KZ87 6010 0077 1400 0002", persons, reports: ["R1"] };
    const first = await record(block("1200", told));
    expect(first).toMatchObject({ transfer: "t1", account: D, bank: "601", withoutLoss: false });
    expect(await codeOf(record(block("1900", told)))).toBe("measure-above-stolen");
    expect(await codeOf(record(block("701", { account: D, persons })))).toBe(
      "measure-above-stolen",
    );
    const back = { ...told, kind: "return", day: "2026-03-07" } as const;
    const returned = await record({ ...back, amount: "500" });
    expect(returned).toMatchObject({ transfer: "t1", block: first.id, withoutLoss: false });
    expect(await codeOf(record({ ...back, amount: "2900" }))).toBe("measure-above-blocked");
    // Further on: the transfer that was stolen, up to what is blocked nowhere yet.
    const onward = await record(block("300", { account: E, reports: ["R1"] }));
    expect(onward).toMatchObject({ transfer: "t1", withoutLoss: false });
    expect(await codeOf(record(block("401", { account: E, reports: ["R1"] })))).toBe(
      "measure-above-stolen",
    );
  });

  it("is asked about where several fit, and stands with a mark where nothing does", async () => {
    const several = block("100", { account: D, reports: ["R2"] });
    await expect(record(several)).rejects.toMatchObject({
      code: "measure-name-transfer",
      params: { field: "transfer", transfers: "t4, t5" },
    });
    const named = await record({ ...several, transfer: "t5" });
    expect(await shown(named.id)).toEqual(["t5", null, false]);
    const loose = await record(block("100", { account: "CARD", reports: ["R2"] }));
    expect(await shown(loose.id)).toEqual([null, null, true]);
    const unjoined = await listMeasures(database.queries, { unjoined: "yes", limit: 5 });
    expect(unjoined.rows.map(({ id }) => id)).toEqual([loose.id]);
    // A correction of its words leaves it so; one of its account finds the loss.
    const { day, amount, account, reports } = loose;
    const fields = { kind: "block", day, amount, account, reports } as const;
    const correct = (from: number, more: Partial<MeasureWanted>) =>
      correctMeasure(
        database.queries,
        loose.id,
        { reason: "By the paper", fields: { ...fields, ...more } },
        { ...actor, from },
      );
    expect(await correct(0, { note: "по телефону" })).toMatchObject({ withoutLoss: true });
    expect(await correct(1, { reports: ["R1"] })).toMatchObject({ transfer: "t2" });
  });

  it("can be chosen from: the transfers of a report, with what is left of each", async () => {
    const hidden = { cases: new Map(), reports: new Map([["R2", "C9"]]) };
    const choose = (asked: object, of = NOTHING_HIDDEN) =>
      choosableLosses(database.queries, asked, of, actor.at);
    expect(await choose({ reports: "R1" })).toMatchObject([
      { id: "t1", amount: "1900", left: "400", payer: "Нұрсейітова Бибігүл", account: D },
      { id: "t2", amount: "250", left: "150", account: "CARD" },
    ]);
    expect((await choose({ account: D })).map(({ id }) => id)).toEqual(["t1", "t4", "t5"]);
    expect((await choose({ account: D }, hidden)).map(({ id }) => id)).toEqual(["t1"]);
    expect(await choose({})).toEqual([]);
  });
});

describe("a register of 100,000 entries", () => {
  const MANY = 100_000;

  it("is read page by page: each entry once, in order, the last page as fast as the first", async () => {
    await emptyDatabase(database);
    for (let from = 0; from < MANY; from += 10_000) {
      const measures = Array.from({ length: 10_000 }, (_, at) => {
        const number = from + at + 1;
        const day = `2026-0${1 + (number % 5)}-${String(1 + (number % 27)).padStart(2, "0")}`;
        const fields = parsedMeasure({
          kind: number % 2 === 0 ? "site" : "incident",
          day,
          address: `https://example.test/${number}`,
        });
        return { ...propertiesOf(fields, BigInt(number)), ...head(BigInt(number), actor) };
      });
      await database.queries.write("measures/save", { measures }, nothing);
    }
    const filter = { kind: "site", limit: 500 } as const;
    const seen = new Set<string>();
    let after: string | undefined;
    let before = "9999";
    const times: number[] = [];
    do {
      const begun = performance.now();
      const page = await listMeasures(database.queries, { ...filter, ...(after && { after }) });
      times.push(performance.now() - begun);
      if (after === undefined) expect(page.totals).toMatchObject({ rows: MANY / 2 });
      for (const { id, day } of page.rows) {
        expect(seen.has(id)).toBe(false);
        expect(day <= before).toBe(true);
        seen.add(id);
        before = day;
      }
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(seen.size).toBe(MANY / 2);
    const half = Math.floor(times.length / 2);
    const middle = (list: number[]) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
    const [early, late] = [middle(times.slice(1, half)), middle(times.slice(half))];
    console.log(`page of 500: ${early.toFixed(0)} ms early, ${late.toFixed(0)} ms late`);
    expect(late).toBeLessThan(early * 5 + 50);
    const one = { search: "example test 77777", limit: 5 };
    expect((await listMeasures(database.queries, one)).rows).toHaveLength(1);
  }, 180_000);
});
