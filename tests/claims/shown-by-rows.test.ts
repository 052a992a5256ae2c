import { describe, expect, it } from "vitest";
import type { BankTransfer } from "../../server/claims/form.ts";
import type { LedgerPayment } from "../../server/claims/ledger.ts";
import { apartFromShown, shownByRows } from "../../server/claims/shown-by-rows.ts";
import { isReturnAgain } from "../../server/claims/uncounted-returns.ts";
import { DAY } from "../../server/time/instant.ts";

const claim = (id: string, more: { joint?: string; losses?: string[] } = {}) => ({
  id,
  origins: (more.losses ?? ["t1"]).map((loss) => ({ id: loss, stolen: 100n })),
  taken: [],
  currency: id.startsWith("USD") ? "USD" : "KZT",
  victim: "V",
  debtors: [{ key: "D" }, ...(more.joint === undefined ? [] : [{ key: more.joint }])],
});
const entry = (id: string, amount: bigint, more: Partial<LedgerPayment> = {}): LedgerPayment => ({
  ...{ id, claim: "C1-1", case: "C1", currency: "KZT", amount, day: 100, source: "dropper" },
  parts: [{ transferId: "t1", amount }],
  ...more,
});
const row = (id: string, amount: bigint, day: number, payer = "D"): BankTransfer => ({
  ...{ id, from: "KZ2", to: "KZ1", amount, currency: "KZT", bookedAt: day * DAY + 1 },
  payer: { key: payer, name: null, iin: null },
  ...{ payee: null, exit: false, zone: "+05:00", purpose: null, reversal: false },
  ...{ sourceId: "S", row: 1 },
});
const returns = (rows: readonly BankTransfer[], of = "C1-1") =>
  new Map([[of, rows.map((transfer) => ({ transfer, taken: 0n }))]]);
const shown = (entries: readonly LedgerPayment[], rows: readonly BankTransfer[], joint?: string) =>
  Object.fromEntries(shownByRows(entries, [claim("C1-1", joint ? { joint } : {})], returns(rows)));

describe("a payment that a bank's row shows", () => {
  it("is of the same sum, penalty included, and near its day; each row shows one", () => {
    const fine = entry("P1", 40n, { penalty: 10n });
    expect(shown([fine], [row("b1", 50n, 102)])).toEqual({ P1: "b1" });
    expect(shown([fine], [row("b1", 40n, 102)])).toEqual({});
    expect(shown([fine], [row("b1", 50n, 104)])).toEqual({});
    const two = [entry("M1", 40n, { source: "block" }), entry("P1", 40n)];
    expect(shown(two, [row("b1", 40n, 102)])).toEqual({ M1: "b1" });
    expect(shown(two, [row("b1", 40n, 102), row("b2", 40n, 100)])).toEqual({ M1: "b2", P1: "b1" });
  });

  it("that is another one than a row is shown by one that comes later", () => {
    const apart = entry("P1", 40n, { apart: "two receipts", apartFrom: ["b1"] });
    const rows = [row("b1", 40n, 100), row("b2", 40n, 101)];
    expect(shown([apart], rows)).toEqual({ P1: "b2" });
    expect(shown([apart], rows.slice(0, 1))).toEqual({});
  });

  it("is another one where a person said so, or where another defendant paid", () => {
    expect(shown([entry("P1", 40n, { apart: "two receipts" })], [row("b1", 40n, 100)])).toEqual({});
    const ofFirst = [entry("P1", 40n, { payer: "D" })];
    expect(shown(ofFirst, [row("b1", 40n, 100, "E")], "E")).toEqual({});
    expect(shown(ofFirst, [row("b1", 40n, 100, "D")], "E")).toEqual({ P1: "b1" });
  });

  it("may have come in tenge on a claim in dollars: the row stands at the claim in tenge", () => {
    const rated = { rate: "540", rateDay: "2026-03-05", rateSource: "bank", rateSourceKk: null };
    const tenge = { ...rated, amount: 540_00n };
    const inTenge = { claim: "USD-1", currency: "USD", tenge, victim: "V" };
    const paid = entry("P1", 1_00n, inTenge);
    const claims = [claim("USD-1"), claim("C1-1")];
    const shownBy = (amount: bigint, payer = "D", of: LedgerPayment = paid) =>
      Object.fromEntries(shownByRows([of], claims, returns([row("b1", amount, 100, payer)])));
    expect(shownBy(540_00n)).toEqual({ P1: "b1" });
    expect(shownBy(1_00n)).toEqual({});
    expect(shownBy(540_00n, "D", { ...paid, apart: "another receipt" })).toEqual({});
    expect(shownBy(540_00n, "D", { ...paid, victim: "W" })).toEqual({});
    expect(shownBy(540_00n, "D", { ...paid, payer: "E" })).toEqual({});
  });

  it("may have been written down on a claim that is withdrawn: the next one has the row", () => {
    const ofEarlier = [entry("P1", 40n, { claim: "C1-0", payer: "D" })];
    const rows = returns([row("b1", 40n, 100)], "C1-2");
    const next = (losses: string[]) => shownByRows(ofEarlier, [claim("C1-2", { losses })], rows);
    expect([...next(["t1"])]).toEqual([["P1", "b1"]]);
    expect([...next(["t9"])]).toEqual([]);
  });

  it("leaves the other rows to the claims, and itself stands at one claim with what is left", () => {
    const [own, other] = [row("b1", 40n, 100), row("b2", 7n, 100)];
    const both = [
      { transfer: own, taken: 5n },
      { transfer: other, taken: 0n },
    ];
    const { others, showing } = apartFromShown(
      new Map([
        ["C1-1", both],
        ["C1-2", both],
      ]),
      new Map([["b1", "P1"]]),
    );
    expect([...others.values()].map((rows) => rows.map(({ transfer }) => transfer.id))).toEqual([
      ["b2"],
      ["b2"],
    ]);
    expect([...showing]).toEqual([["C1-1", [{ transfer: own, amount: 35n, shows: "P1" }]]]);
  });
});

describe("a payment in tenge and a return of the register", () => {
  it("are the same money where sum, day and both people agree, at a claim in tenge", () => {
    const rated = { rate: "540", rateDay: "2026-03-05", rateSource: "bank", rateSourceKk: null };
    const paid = entry("P1", 1_00n, {
      ...{ claim: "USD-1", currency: "USD", tenge: { ...rated, amount: 540_00n } },
      ...{ victim: "V", payer: "D" },
    });
    const returned = (amount: bigint, more: Partial<LedgerPayment> = {}) =>
      entry("M1", amount, { claim: "C1-1", victim: "V", payer: "D", day: 102, ...more });
    expect(isReturnAgain(paid, returned(540_00n))).toBe(true);
    expect(isReturnAgain(paid, returned(540_00n, { victim: "W" }))).toBe(false);
    expect(isReturnAgain(paid, returned(540_00n, { payer: "E" }))).toBe(false);
    expect(isReturnAgain(paid, returned(1_00n))).toBe(false);
    expect(isReturnAgain(entry("P2", 1_00n), returned(1_00n, { payer: "E" }))).toBe(true);
    expect(isReturnAgain(entry("P2", 1_00n), returned(1_00n, { claim: "C1-2" }))).toBe(false);
  });
});
