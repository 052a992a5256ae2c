import { expect, it } from "vitest";
import { type FigureRecord, paperText } from "../../contract/measures-summary.ts";
import { sumByCurrency } from "../../contract/sums.ts";
import { type NamedClaim, withoutMistakes } from "../../server/cases/claimed-together.ts";
import {
  claimedRecords,
  demandRecords,
  penaltyClaimedRecords,
  pendingSuits,
} from "../../server/measures/summary/claim-records.ts";
import { belongs } from "../../server/measures/summary/periods.ts";
import { inOrder } from "../../server/measures/summary/summary.store.ts";

const on = (day: string) => Date.parse(`${day}T09:00:00Z`);
type Step = readonly [to: NamedClaim["status"], day: string];
const claimOf = (id: string, payment: string, ...steps: Step[]): NamedClaim => ({
  ...{ id, victim: "Сапарова", defendant: "Омаров", district: "Абайский", case: "C1" },
  ...{ status: steps.at(-1)?.[0] ?? "draft", direct: true, currency: "KZT", amount: 100_000_00n },
  ...{ payments: [{ id: payment, amount: 100_000_00n }], openedAt: on("2026-07-01") },
  moves: withoutMistakes(steps.map(([to, day]) => ({ to, at: on(day), written: on(day) }))),
});
const filed = (claim: string, day: string, amount: bigint) => ({ claim, at: on(day), amount });

it("a penalty is claimed once, on the day of its first filing, and periods add up", () => {
  const claims = [
    claimOf(
      "C1-1",
      "t1",
      ["filed", "2026-07-27"],
      ["returned", "2026-08-03"],
      ["filed", "2026-09-05"],
    ),
    // The same loss of the same defendant by a new claim, after the first one was withdrawn.
    claimOf("C1-2", "t1", ["filed", "2026-10-01"]),
    // First without a penalty; and a filing that was taken back as a mistake.
    claimOf(
      "C1-3",
      "t3",
      ["filed", "2026-07-10"],
      ["returned", "2026-08-01"],
      ["filed", "2026-09-10"],
    ),
    claimOf("C1-4", "t4", ["filed", "2026-07-11"], ["approved", "2026-07-12"]),
  ];
  const penalties = [
    filed("C1-1", "2026-07-27", 1_134_25n),
    filed("C1-1", "2026-09-05", 2_909_59n),
    filed("C1-2", "2026-10-01", 3_000_00n),
    filed("C1-3", "2026-09-10", 500_00n),
    filed("C1-4", "2026-07-11", 70_00n),
  ];
  const records = penaltyClaimedRecords(claims, penalties);
  expect(records.map(({ claim, day, sums }) => [claim, day, sums[0]?.amount])).toEqual([
    ["C1-1", "2026-07-27", "113425"],
    ["C1-3", "2026-09-10", "50000"],
  ]);
  const sumOf = (from: string, until: string) =>
    sumByCurrency(
      records.filter((one) => belongs(one, { from, until })).flatMap(({ sums }) => sums),
    )[0]?.amount;
  expect(sumOf("2026-07-01", "2026-08-31")).toBe("113425");
  expect(sumOf("2026-09-01", "2026-10-31")).toBe("50000");
  expect(sumOf("2026-07-01", "2026-10-31")).toBe("163425");
});

it("a claim is of what was outstanding on the day of its step: money that came before is not asked", () => {
  const bare = claimOf("C1-1", "t1", ["demand", "2026-07-10"], ["filed", "2026-08-05"]);
  const [sent, suit] = [90_000_00n, 70_000_00n];
  const asked = { amount: sent, payments: bare.payments };
  const claim: NamedClaim = {
    ...bare,
    moves: bare.moves.map((move, at) =>
      at === 0 ? { ...move, asks: sent, asked } : { ...move, asks: suit },
    ),
  };
  const of = (records: readonly { day: string; sums: readonly { amount: string }[] }[]) =>
    records.map(({ day, sums }) => [day, sums[0]?.amount]);
  expect(of(demandRecords([claim]))).toEqual([["2026-07-10", String(sent)]]);
  expect(of(claimedRecords([claim]).claimed)).toEqual([["2026-07-10", String(sent)]]);
  expect(of(pendingSuits([claim], undefined))).toEqual([["2026-08-05", String(suit)]]);
  // An appeal speaks of the suit; an older version kept no sum.
  const appealed = [...claim.moves, ...claimOf("", "", ["filed", "2026-09-01"]).moves];
  expect(of(pendingSuits([{ ...claim, moves: appealed }], undefined))).toEqual([
    ["2026-09-01", String(suit)],
  ]);
  expect(of(pendingSuits([bare], undefined))).toEqual([["2026-08-05", "10000000"]]);
});

it("a record of a claim has the paper's number as the court or the defendant has it", () => {
  const bare = claimOf("C1-1", "t1", ["demand", "2026-07-10"], ["filed", "2026-08-05"]);
  const papers = [
    { reference: "15-7/98" },
    { reference: "7514-26-00-2/103", court: "Ауэзовский районный суд" },
  ];
  const claim = { ...bare, moves: bare.moves.map((move, at) => ({ ...move, ...papers[at] })) };
  const suit = "7514-26-00-2/103, Ауэзовский районный суд";
  const of = (records: readonly FigureRecord[]) => records.map((one) => paperText(one, "ru"));
  expect(of(demandRecords([claim]))).toEqual(["15-7/98"]);
  expect(of(claimedRecords([claim]).claimed)).toEqual(["15-7/98"]);
  expect(of(pendingSuits([claim], undefined))).toEqual([suit]);
  expect(of(penaltyClaimedRecords([claim], [filed("C1-1", "2026-08-05", 1n)]))).toEqual([suit]);
  const appealed = [...claim.moves, ...claimOf("", "", ["filed", "2026-09-01"]).moves];
  expect(of(pendingSuits([{ ...claim, moves: appealed }], undefined))).toEqual([suit]);
  const rejected = claimOf("", "", ["rejected", "2026-09-01"]).moves.map((move) => ({
    ...{ ...move, reference: "7514-26-00-2/103-1" },
  }));
  const over = { ...claim, moves: [...claim.moves, ...rejected] };
  expect(of(claimedRecords([over]).withdrawn)).toEqual(["7514-26-00-2/103-1"]);
  // A step that follows on the day of the demand changes nothing: the record names the demand.
  const oneDay = {
    ...claim,
    moves: claim.moves.map((move) => ({ ...move, at: on("2026-07-10") })),
  };
  expect(of(claimedRecords([oneDay]).claimed)).toEqual(["15-7/98"]);
});

it("a loss that two pending suits ask for counts once, and both are suits", () => {
  const first = claimOf("C1-1", "t1", ["filed", "2026-07-01"]);
  const alternative = {
    ...claimOf("C1-5", "t1", ["filed", "2026-07-02"]),
    ...{ direct: false, amount: 60_000_00n },
  };
  const other = claimOf("C1-6", "t2", ["filed", "2026-07-02"]);
  const suits = pendingSuits([alternative, other, first], undefined);
  const of = new Map(suits.map((one) => [one.claim, one]));
  expect(sumByCurrency(suits.flatMap(({ sums }) => sums))).toEqual([
    { currency: "KZT", amount: "20000000" },
  ]);
  expect(of.get("C1-1")).toMatchObject({ count: 1, paperSum: null });
  expect(of.get("C1-5")).toMatchObject({
    ...{ count: 1, sums: [{ currency: "KZT", amount: "0" }] },
    paperSum: { currency: "KZT", amount: "6000000" },
  });
});

it("records of one day stand by the numbers of their claims, not by their letters", () => {
  const keys = ["C2-9", "C2-1", "C2-12", "C2-10#penalty-claimed", "C10-1"];
  const all = keys.map((key) => ({ day: "2026-11-30", key }));
  const older = { day: "2026-11-29", key: "C1-1" };
  expect([older, ...all].sort(inOrder).map(({ key }) => key)).toEqual([
    ...["C2-1", "C2-9", "C2-10#penalty-claimed", "C2-12", "C10-1", "C1-1"],
  ]);
});

it("a paper names its court in the language, and the sum on it as the language writes sums", () => {
  const court = { ru: "Медеуский районный суд", kk: "Медеу аудандық соты" };
  const suit = { paper: "7514/103", court, paperSum: null };
  expect(paperText(suit, "kk")).toBe("7514/103, Медеу аудандық соты");
  expect(paperText({ ...suit, paper: null }, "ru")).toBe("Медеуский районный суд");
  const receipt = { paper: "5", court: null, paperSum: { currency: "KZT", amount: "100000001" } };
  const plain = (text: string) => text.replaceAll("\u00a0", " ").replaceAll("\u202f", " ");
  expect(plain(paperText(receipt, "kk"))).toBe("5 (1 000 000,01 ₸)");
  expect(plain(paperText(receipt, "en"))).toBe("5 (1,000,000.01 ₸)");
  expect(paperText({ paper: null, court: null, paperSum: null }, "en")).toBe("");
});
