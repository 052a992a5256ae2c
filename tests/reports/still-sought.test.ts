import { expect, it } from "vitest";
import type { Place } from "../../contract/reports.ts";
import { stillSought } from "../../server/reports/still-sought.ts";

const place = (account: string, held: string): Place => ({
  ...{ account, phone: null, holder: null, bank: null },
  ...{ currency: "KZT", held, beyondData: "0" },
  ...{ heldLeast: held, heldMost: held, knownUntil: null, partlyUntil: null },
  ...{ cameAt: null, dayOnly: false, reported: "0", notThere: "0" },
});
const places = [place("D1", "50"), place("D2", "30"), place("D3", "20")];
const found = { sums: [], exits: [], banks: [{ bank: null, places, statements: [] }] };
type Standing = Parameters<typeof stillSought>[0];

/** What is left at each account once money came back, and 60 of 100 are outstanding. */
function left(...back: readonly { accounts: readonly string[]; amount: bigint }[]) {
  const returned = back.map((one) => ({ ...one, currency: "KZT" }));
  const standing = found as unknown as Standing;
  const { banks } = stillSought(standing, returned, new Map([["KZT", 60n]]));
  return banks.flatMap((bank) => bank.places.map(({ account, held }) => `${account} ${held}`));
}

it("what a holder paid leaves his accounts first, then the smallest sums are not asked for", () => {
  expect(left({ accounts: ["D1"], amount: 40n })).toEqual(["D1 10", "D2 30", "D3 20"]);
  expect(left({ accounts: ["D1", "D9"], amount: 30n })).toEqual(["D1 20", "D2 30", "D3 10"]);
  expect(left({ accounts: [], amount: 40n })).toEqual(["D1 50", "D2 10"]);
});
