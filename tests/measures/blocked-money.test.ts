import { expect, it } from "vitest";
import type { MeasureWanted } from "../../contract/measures.ts";
import {
  completed,
  count,
  type Standing,
  type StandingClaim,
  type StolenTransfer,
  standingFault,
} from "../../server/measures/blocked-money.ts";
import { changedFault } from "../../server/measures/returned-blocks.ts";
import { parsedMeasure } from "../support/measures.ts";

/** 2026-03-05. */
const DAY = 20_517;
const transfer = (amount: bigint | null, claim: string | null): StolenTransfer => ({
  ...{ day: DAY, amount, currency: "KZT", claim, blocks: [], firstBlock: null, firstReturn: null },
  ...{ blocked: 0n, returned: 0n, reported: true, claims: [] },
});

/** Claim C1-1 asks for t1 (60) and t2 (40); t1 was 100, of which the victim names 60. */
function standing(closed = false): Standing {
  const status = "filed" as const;
  const claim = { case: "C1", currency: "KZT", status, closed, asked: 100n, blocked: 0n };
  return {
    cases: new Set(["C1"]),
    claims: new Map([["C1-1", { ...claim, losses: ["t1", "t2"] }]]),
    transfers: new Map([
      ["t1", transfer(60n, "C1-1")],
      ["t2", transfer(40n, "C1-1")],
      ["own", transfer(null, null)],
    ]),
    blocks: new Map(),
    losses: null,
  };
}

/** Writes entries down one after another, as the register does; answers each one's refusal. */
function written(register: Standing, ...wanted: readonly MeasureWanted[]) {
  return wanted.map((one, at) => {
    const fields = completed(parsedMeasure(one), register);
    const fault = standingFault(fields, register);
    if (fault === null) count(fields, register, `M${at + 1}`);
    return fault?.code ?? "taken";
  });
}

const block = { kind: "block", day: "2026-03-06" } as const;
const back = { kind: "return", day: "2026-03-07" } as const;

it("a block keeps to what was stolen of its transfer and to what its claim asks", () => {
  const entries = [
    { ...block, amount: "1", transfer: "own" },
    { ...block, amount: "61", transfer: "t1" },
    { ...block, amount: "101", claim: "C1-1" },
    { ...block, amount: "70", claim: "C1-1" },
    { ...block, amount: "31", transfer: "t2" },
    { ...block, amount: "30", transfer: "t2" },
    { ...block, amount: "1", claim: "C1-1" },
  ];
  expect(written(standing(), ...entries)).toEqual([
    ...["measure-not-stolen", "measure-above-stolen", "measure-above-claim", "taken"],
    ...["measure-above-claim", "taken", "measure-above-claim"],
  ]);
});

it("a return that names its transfer is of the only block, and never before it", () => {
  const register = standing();
  const entries = [
    { ...block, amount: "20", transfer: "t1" },
    { ...back, amount: "5", transfer: "t1", day: "2026-03-05" },
    { ...back, amount: "5", transfer: "t1" },
    { ...block, amount: "10", transfer: "t1" },
    { ...back, amount: "5", transfer: "t1" },
    { ...back, amount: "5", transfer: "t1", block: "M4" },
  ];
  expect(written(register, ...entries)).toEqual([
    ...["taken", "measure-before-block", "taken", "taken", "measure-name-block", "taken"],
  ]);
  expect([...register.blocks.values()].map(({ returned }) => returned)).toEqual([5n, 5n]);
});

it("a closed case takes no returns in", () => {
  const entries = [
    { ...block, amount: "20", transfer: "t1" },
    { ...back, amount: "5", transfer: "t1" },
  ];
  expect(written(standing(true), ...entries)).toEqual(["taken", "measure-case-closed"]);
});

it("a return is held to the claim and the case that it belongs to, however it names them", () => {
  const entries = [
    { ...block, amount: "10", transfer: "t1" },
    { ...block, amount: "10", transfer: "next" },
    { ...back, amount: "1", transfer: "t1" },
    { ...back, amount: "1", block: "M2" },
  ];
  const register = (status: "closed" | "filed" | "draft", closed: boolean) => {
    const made = standing();
    const first = made.claims.get("C1-1") as StandingClaim;
    const further = { ...transfer(40n, null), reported: false, claims: ["C1-2"] };
    return {
      ...made,
      claims: new Map([
        ["C1-1", { ...first, status, closed }],
        ["C1-2", { ...first, status, closed, losses: ["next"] }],
      ]),
      transfers: new Map([...made.transfers, ["next", further]]),
    };
  };
  expect(written(register("closed", false), ...entries).slice(2)).toEqual([
    "payment-status",
    "payment-status",
  ]);
  expect(written(register("filed", true), ...entries).slice(2)).toEqual([
    "measure-case-closed",
    "measure-case-closed",
  ]);
  expect(written(register("draft", false), ...entries).slice(2)).toEqual(["taken", "taken"]);
});

it("a block whose claim asks less by now is corrected in what is no money", () => {
  const register = standing();
  const block = { kind: "block", day: "2026-03-06", amount: "90", transfer: "t1" } as const;
  const before = parsedMeasure(block);
  const corrected = (more: object) => {
    const after = parsedMeasure({ ...block, ...more });
    return changedFault(before, after, standingFault(after, register))?.code ?? "taken";
  };
  expect(corrected({ note: "By phone", district: "Абай" })).toBe("taken");
  expect(corrected({ amount: "70" })).toBe("taken");
  expect(corrected({ amount: "91" })).toBe("measure-above-stolen");
  expect(corrected({ transfer: "t2" })).toBe("measure-above-stolen");
  expect(corrected({ currency: "USD" })).toBe("measure-currency");
});
