import { expect, it } from "vitest";
import type { MeasureWanted } from "../../contract/measures.ts";
import type { Standing, StolenTransfer } from "../../server/measures/blocked-money.ts";
import { type FittingLoss, joinedBlock } from "../../server/measures/fitting-losses.ts";
import { parsedMeasure } from "../support/measures.ts";

const ACCOUNT = "KZ876010007714000002";
const BIBIGUL = { name: "Нұрсейітова Бибігүл", iin: "590303407715" };
const ZUEV = { name: "ЗУЕВ АРТЁМ", iin: null };
const loss: FittingLoss = {
  ...{ transfer: "t1", account: ACCOUNT, from: "V", currency: "KZT", at: 0, day: 20_000 },
  ...{ reports: ["R1"], claim: null, victims: [BIBIGUL], holders: [ZUEV] },
};
const stolen = (amount: bigint): StolenTransfer => ({
  ...{ day: 20_000, amount, reported: true, claims: [], currency: "KZT", claim: null, blocks: [] },
  ...{ firstBlock: null, firstReturn: null, blocked: 0n, returned: 0n },
});
const standing = (transfers: Record<string, StolenTransfer>): Standing => ({
  ...{ cases: new Set(), claims: new Map(), blocks: new Map(), losses: null },
  transfers: new Map(Object.entries(transfers)),
});
const ALL = standing({ t1: stolen(1_900n), t2: stolen(300n) });
const block = (more: Partial<MeasureWanted> = {}) =>
  parsedMeasure({
    ...{ kind: "block", day: "2026-11-30", amount: "1200", account: ACCOUNT },
    ...more,
  });
const placeOf = (
  more: Partial<MeasureWanted>,
  losses: readonly FittingLoss[] = [loss],
  now = ALL,
) => {
  const found = joinedBlock(block(more), losses, now);
  if ("several" in found) return found.several;
  return [found.fields.transfer, found.fields.claim, found.isSure];
};

it("a block of account and report, or account and person, is of the one stolen transfer", () => {
  expect(placeOf({ reports: ["R1"] })).toEqual(["t1", null, true]);
  expect(placeOf({ persons: [BIBIGUL] })).toEqual(["t1", null, true]);
  expect(placeOf({ persons: [{ name: "Зуев А.", iin: null }] })).toEqual(["t1", null, false]);
  // A report decides; a person beside it whom the data do not know changes nothing.
  const mother = { name: "Әбділдина Сауле", iin: null };
  expect(placeOf({ reports: ["R1"], persons: [mother] })).toEqual(["t1", null, true]);
});

it("what fits nothing is joined to nothing", () => {
  expect(placeOf({})).toEqual([null, null, false]);
  expect(placeOf({ reports: ["R2"] })).toEqual([null, null, false]);
  expect(placeOf({ persons: [{ name: "Иванова Анна", iin: null }] })).toEqual([null, null, false]);
  expect(placeOf({ reports: ["R1"], account: "KZ988560009900000007" })[0]).toBeNull();
  expect(placeOf({ reports: ["R1"], currency: "USD" })[0]).toBeNull();
  expect(placeOf({ reports: ["R1"], day: "2024-10-03" })[0]).toBeNull();
});

it("of several transfers a person names one, unless one claim asks for all or one has room", () => {
  const second = { ...loss, transfer: "t2" };
  expect(placeOf({ reports: ["R1"] }, [loss, second])).toEqual(["t1", "t2"]);
  // Only the holder is named: the money may be of victims whom nobody knows yet.
  expect(placeOf({ persons: [ZUEV] }, [loss, second])).toEqual([null, null, false]);
  const asked = [loss, second].map((one) => ({ ...one, claim: "C1-1" }));
  expect(placeOf({ reports: ["R1"] }, [loss, second, ...asked])).toEqual([null, "C1-1", true]);
  const full = standing({ t1: { ...stolen(1_900n), blocked: 1_900n }, t2: stolen(300n) });
  expect(placeOf({ reports: ["R1"] }, [loss, second], full)).toEqual(["t2", null, true]);
});
