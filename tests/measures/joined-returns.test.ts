import { expect, it } from "vitest";
import type { MeasureWanted } from "../../contract/measures.ts";
import { type Fitting, joinedReturn } from "../../server/measures/joined-returns.ts";
import { parsedMeasure } from "../support/measures.ts";

const ACCOUNT = "KZ189650009900000006";
const PETROV = { name: "ПЕТРОВ ИЛЬЯ", iin: "091212506063" };
const block = {
  ...{ id: "M1", account: ACCOUNT, day: "2026-11-05", amount: 1_000n, currency: "KZT" },
  ...{ returned: 0n, persons: [{ name: "Петров И.", iin: null }], bound: false },
  ...{ victims: [], reports: [] },
};
const claim = {
  ...{ id: "C1-1", accounts: [ACCOUNT], currency: "KZT", asked: 500n },
  persons: [{ name: "ИВАНОВА АННА", iin: null }, PETROV],
  victims: [{ name: "ИВАНОВА АННА", iin: null }],
};

const returned = (more: Partial<MeasureWanted> = {}) =>
  parsedMeasure({
    ...{ kind: "return", day: "2026-11-06", amount: "400", account: ACCOUNT },
    persons: [{ name: "Петров И.", iin: null }],
    ...more,
  });
const placeOf = (fields: ReturnType<typeof returned>, more: Partial<Fitting> = {}) => {
  const found = joinedReturn(fields, { blocks: [block], claims: [claim], ...more });
  if ("several" in found) return found.several;
  return [found.fields.block, found.fields.claim];
};

it("a return of one account and person is joined to its one block and its one claim", () => {
  expect(placeOf(returned())).toEqual(["M1", "C1-1"]);
  expect(placeOf(returned({ persons: [{ name: "Иванова А.", iin: null }] }))).toEqual([null, null]);
  expect(placeOf(returned(), { blocks: [{ ...block, persons: [] }] })).toEqual(["M1", "C1-1"]);
});

it("the claim of a block that names its loss is the block's", () => {
  expect(placeOf(returned(), { blocks: [{ ...block, bound: true }] })).toEqual(["M1", null]);
});

it("what fits none or several is left to a person", () => {
  expect(placeOf(returned(), { blocks: [] })).toEqual([null, null]);
  expect(placeOf(returned(), { blocks: [block, { ...block, id: "M2" }] })).toEqual([null, null]);
  expect(placeOf(returned(), { claims: [claim, { ...claim, id: "C2-1" }] })).toEqual(["M1", null]);
  expect(placeOf(returned({ amount: "600" }))).toEqual(["M1", null]);
  expect(placeOf(returned({ amount: "1001" }))).toEqual([null, null]);
  expect(placeOf(returned({ day: "2026-11-04" }))).toEqual([null, null]);
  expect(placeOf(returned({ account: "KZ988560009900000007" }))).toEqual([null, null]);
  expect(placeOf(returned({ persons: [] }))).toEqual([null, null]);
  const other = { name: "Петров И.", iin: "850404400012" };
  expect(
    placeOf(returned({ persons: [other] }), { blocks: [{ ...block, persons: [PETROV] }] }),
  ).toEqual([null, null]);
  // A block that is named says the person, and a claim is looked for all the same.
  expect(placeOf(returned({ block: "M1", persons: [] }))).toEqual(["M1", "C1-1"]);
  const named = returned({ block: "M7" });
  const unchanged = { fields: named, isSure: false };
  expect(joinedReturn(named, { blocks: [block], claims: [claim] })).toEqual(unchanged);
});

it("victim or report say whose block it is: several are asked about, and one is held to its room", () => {
  const anna = { name: "Иванова Анна", iin: null };
  const own = { ...block, bound: true, victims: [anna], reports: ["R1"] };
  const ofReport = returned({ persons: [], reports: ["R1"] });
  expect(placeOf(ofReport, { blocks: [own] })).toEqual(["M1", null]);
  expect(placeOf(returned({ persons: [anna] }), { blocks: [own] })).toEqual(["M1", null]);
  expect(placeOf(ofReport, { blocks: [own, { ...own, id: "M2" }] })).toEqual(["M1", "M2"]);
  expect(placeOf(returned({ persons: [], reports: ["R2"] }), { blocks: [own] })).toEqual([
    null,
    null,
  ]);
  // More than is left of it: joined all the same, and refused as what names the block is.
  const tooMuch = joinedReturn(returned({ ...ofReport, amount: "1001" }), {
    ...{ blocks: [own], claims: [] },
  });
  expect(tooMuch).toMatchObject({ fields: { block: "M1" }, isSure: true });
});
