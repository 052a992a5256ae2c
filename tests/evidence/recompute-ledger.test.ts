import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCsv } from "../../contract/csv.ts";
import { recomputationLines } from "../../server/cli/recompute.ts";
import type { CaseFacts, PaymentFact } from "../../server/evidence/case-facts.ts";
import { dayOf } from "../../server/time/day.ts";
import { caseFacts } from "../support/case-facts.ts";
import { caseLedger } from "../support/case-ledger.ts";
import { START } from "../support/money-trail.ts";
import { recompute, tablesOf } from "../support/package-tables.ts";

const DAY = dayOf(START);
const CLAIMS = "data/2-calculation/claims.csv";
const PAYMENTS = "data/2-calculation/payments.csv";

const payment = (number: number, amount: bigint, day = DAY + 1): PaymentFact => ({
  id: `C1-1-P${number}`,
  claim: "C1-1",
  amount,
  penalty: 0n,
  currency: "KZT",
  day,
  source: "dropper",
  receipt: `квитанция ${number}`,
  payer: null,
  at: START,
  by: "tester",
});

/** Facts of direct claims on which people wrote payments down. */
function paid(facts: CaseFacts, payments: readonly PaymentFact[]): CaseFacts {
  const originsOf = (id: string) =>
    (facts.claims.find((claim) => claim.id === id)?.lines ?? [])
      .filter((line) => line.amount > 0n)
      .map((line) => ({ id: line.transferId, stolen: line.amount }));
  return { ...facts, payments, ...caseLedger(facts.states, originsOf, payments) };
}

/** Two stolen payments of 100 and 50, of which the bank shows that 30 came back. */
const facts = () =>
  caseFacts(
    [
      { from: "v1", to: "d1:a", amount: 100_00n, stolen: "R0" },
      { from: "v1", to: "d1:b", amount: 50_00n, stolen: "R0" },
      { from: "d1:a", to: "v1", amount: 30_00n },
    ],
    "fifo",
    2,
  );

describe("recompute of what came back", () => {
  it("adds up payments and bank rows from the package's own tables, and says the two sums", async () => {
    const found = await recompute(tablesOf(paid(facts(), [payment(1, 20_00n), payment(2, 5_50n)])));
    expect(found).toMatchObject({ agrees: true, faults: [] });
    expect(found.claims[0]?.balance).toEqual({ cameBack: "55.50", outstanding: "94.50" });
    expect(recomputationLines(found)[3]?.trim()).toBe("came back 55.50, outstanding 94.50 KZT");
  });

  it("finds a payment that was changed, taken out, made up, or counted on another day", async () => {
    const tables = tablesOf(paid(facts(), [payment(1, 20_00n), payment(2, 5_50n)]));
    const faultsOf = async (path: string, edit: (text: string) => string) => {
      const text = tables.get(path) ?? "";
      expect(edit(text)).not.toBe(text);
      return (await recompute(new Map(tables).set(path, edit(text)))).faults.join("\n");
    };
    expect(await faultsOf(PAYMENTS, (text) => text.replace("20.00", "19.99"))).toContain(
      "More of payment C1-1-P1 of claim C1-1 is counted than was paid.",
    );
    expect(await faultsOf(PAYMENTS, (text) => text.replace("20.00", "20.01"))).toContain(
      "Less of payment C1-1-P1 of claim C1-1 is counted",
    );
    expect(await faultsOf(PAYMENTS, (text) => text.replace(/^C1-1,C1-1-P2.*\n/m, ""))).toContain(
      "The recovery payment C1-1-P2 of claim C1-1 is in no table of the package.",
    );
    expect(
      await faultsOf(PAYMENTS, (text) => `${text}${text.split("\n")[1]?.replace("P1", "P9")}\n`),
    ).toContain("Less of payment C1-1-P9");
    expect(await faultsOf(PAYMENTS, (text) => text.replace("2026-01-06", "2026-01-09"))).toContain(
      "on another day",
    );
    expect(await faultsOf(CLAIMS, (text) => text.replace("94.50", "94.49"))).toContain(
      "What is outstanding of claim C1-1",
    );
  });

  it("finds a recovered claim whose money is gone and that does not say so", async () => {
    const made = paid(facts(), [payment(1, 20_00n)]);
    const claims = made.claims.map((claim) => ({ ...claim, status: "recovered" as const }));
    const saying = (moneyGone: boolean) =>
      tablesOf({
        ...{ ...made, claims },
        states: made.states.map((state) => ({ ...state, moneyGone })),
      });
    expect(await recompute(saying(true))).toMatchObject({ agrees: true, faults: [] });
    const fault = "The ground of the status of claim C1-1 does not follow from its money.";
    expect((await recompute(saying(false))).faults).toEqual([fault]);
    const ended = new Map(saying(true));
    ended.set(CLAIMS, (ended.get(CLAIMS) ?? "").replace("C1-1,recovered", "C1-1,filed"));
    expect((await recompute(ended)).faults).toContain(fault);
  });

  it("agrees where a bank row comes after a payment and both are more than was lost", async () => {
    const made = paid(facts(), [payment(1, 140_00n)]);
    expect(made.states[0]).toMatchObject({ outstanding: 0n, recovered: 150_00n });
    expect(await recompute(tablesOf(made))).toMatchObject({
      agrees: true,
      faults: [],
      claims: [{ balance: { cameBack: "150.00", outstanding: "0.00" } }],
    });
  });

  it("writes of a recovered claim whose money is gone that its status has no ground", async () => {
    const made = paid(facts(), []);
    const states = made.states.map((one, at) => ({ ...one, moneyGone: at === 0 }));
    const rows = readCsv(tablesOf({ ...made, states }).get(CLAIMS) ?? "") ?? [];
    expect(rows[0]).toMatchObject({ status_ground: "gone" });
    expect(rows.slice(1).every((row) => row.status_ground === "")).toBe(true);
  });

  it("takes what a court gave for what is owed, less what was paid since its day", async () => {
    const made = paid(facts(), [payment(1, 20_00n, DAY), payment(2, 5_00n, DAY + 9)]);
    const tables = tablesOf(made);
    const judged = (outstanding: string, since = "", before = "") =>
      new Map(tables).set(
        CLAIMS,
        (tables.get(CLAIMS) ?? "")
          .replace(
            /,95\.00,,,enrichment,,,,,,,(?:,[^\n]*)?\n/,
            `,${outstanding},,60.00,enrichment,2026-01-08,${since},${before},,,,,,,,,,,\n`,
          )
          .replace(",filed,", ",judgment,"),
      );
    expect(await recompute(judged("55.00"))).toMatchObject({ agrees: true, faults: [] });
    expect((await recompute(judged("60.00"))).faults.join()).toContain("outstanding of claim C1-1");
    expect((await recompute(judged("50.00"))).faults.join()).toContain("outstanding of claim C1-1");
    // An appeal changed a judgment of an earlier day.
    expect(await recompute(judged("5.00", "2026-01-05"))).toMatchObject({ agrees: true });
    expect((await recompute(judged("55.00", "2026-01-05"))).agrees).toBe(false);
    // Money of the very day that was written down before the judgment is off already.
    const offAlready = (since: string) => judged("25.00", since, "C1-1-P1");
    expect(await recompute(offAlready("2026-01-05"))).toMatchObject({ agrees: true });
    expect((await recompute(offAlready("2026-01-04"))).agrees).toBe(false);
  });

  it("wants claims for the same loss to name each other", async () => {
    const made = caseFacts(
      [
        { from: "v1", to: "d1:a", amount: 100_00n, stolen: "R0" },
        { from: "d1:a", to: "d2", amount: 60_00n },
      ],
      "pro-rata",
    );
    expect(made.states.map(({ alternatives }) => alternatives)).toEqual([["C1-2"], ["C1-1"]]);
    const silent = made.states.map((state) => ({ ...state, alternatives: [] }));
    expect((await recompute(tablesOf({ ...made, states: silent }))).faults).toEqual([
      "Claim C1-1 does not name claim C1-2, which asks for the same loss.",
      "Claim C1-2 does not name claim C1-1, which asks for the same loss.",
    ]);
  });

  it("notices any sum of the ledger's tables that was changed by one tiyn", async () => {
    const sums = fc.array(fc.bigInt(1n, 80_00n), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(sums, fc.nat(), fc.nat(), async (amounts, whichFile, whichCell) => {
        const payments = amounts.map((amount, at) => payment(at + 1, amount, DAY + at));
        const tables = tablesOf(paid(facts(), payments));
        expect(await recompute(tables)).toMatchObject({ agrees: true, faults: [] });
        const files = ["losses", "recoveries", "payments", "repayments"];
        const name = `data/2-calculation/${files[whichFile % files.length]}.csv`;
        const text = tables.get(name) ?? "";
        const cells = [...text.matchAll(/(?<=,)(\d+)\.(\d\d)(?=,|\n)/g)];
        const cell = cells[whichCell % cells.length];
        if (!cell) return;
        const more = `${cell[1]}.${String((Number(cell[2]) + 1) % 100).padStart(2, "0")}`;
        const changed = text.slice(0, cell.index) + more + text.slice(cell.index + cell[0].length);
        const found = await recompute(new Map(tables).set(name, changed));
        // Money above the loss is not counted, so a tiyn more of it changes nothing.
        const isAbove = amounts.reduce((sum, one) => sum + one, 30_00n) >= 150_00n;
        if (isAbove && name.includes("payments")) return;
        expect(found.agrees, `${name} ${cell[0]} -> ${more}`).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  it("judges a package of an older version, which has no ledger, as before", async () => {
    const tables = new Map(tablesOf(paid(facts(), [payment(1, 20_00n)])));
    for (const name of ["losses", "recoveries"]) tables.delete(`data/2-calculation/${name}.csv`);
    expect(await recompute(tables)).toMatchObject({ agrees: true, claims: [{ balance: null }] });
    tables.set(PAYMENTS, (tables.get(PAYMENTS) ?? "").replace("20.00", "21.00"));
    expect((await recompute(tables)).faults.join()).toContain("outstanding of claim C1-1");
  });
});
