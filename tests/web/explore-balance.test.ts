import { describe, expect, it } from "vitest";
import { runningBalance } from "../../web/pages/explore/panel/running-balance.ts";

const at = (day: string) => Date.parse(`${day}T00:00:00+05:00`);
const END = 86_400_000 - 1;

const daily = [
  { day: "2026-02-28", currency: "KZT", received: "99", sent: "0" },
  { day: "2026-03-01", currency: "KZT", received: "500", sent: "200" },
  { day: "2026-03-01", currency: "USD", received: "7", sent: "0" },
  { day: "2026-03-03", currency: "KZT", received: "0", sent: "350" },
];
const statement = (
  opening: string | null,
  closing: string | null,
  currency: string | null = null,
) => ({
  id: "s",
  from: at("2026-03-01"),
  to: at("2026-03-03") + END,
  opening,
  closing,
  currency,
});
const balances = (opening: string | null, closing: string | null) =>
  runningBalance({ statements: [statement(opening, closing)], daily, currency: "KZT" }).map(
    ({ state, days }) => [state, ...days.map((day) => day.balance)],
  );

describe("the running balance of an account", () => {
  it("is the opening balance and each day's money, proved by the closing one", () => {
    expect(balances("100", "50")).toEqual([["proved", 400n, 400n, 50n]]);
  });
  it("is reckoned from one of the two, and says that nothing proves it", () => {
    expect(balances("100", null)).toEqual([["unproved", 400n, 400n, 50n]]);
    expect(balances(null, "50")).toEqual([["unproved", 400n, 400n, 50n]]);
  });
  it("leaves the days open where the statement does not add up", () => {
    expect(balances("100", "51")).toEqual([["broken", 51n]]);
  });
  it("is unknown without balances or days, and counts no other currency", () => {
    expect(balances(null, null)).toEqual([]);
    const open = { ...statement("1", "2"), from: null };
    expect(runningBalance({ statements: [open], daily, currency: "KZT" })).toEqual([]);
    const dollars = runningBalance({
      statements: [statement("0", "7", "USD")],
      daily,
      currency: "KZT",
    });
    expect(dollars.map(({ state, currency }) => [state, currency])).toEqual([["proved", "USD"]]);
  });
});
