import { expect, it } from "vitest";
import { sumByCurrency } from "../../contract/sums.ts";
import { type NamedClaim, withoutMistakes } from "../../server/cases/claimed-together.ts";
import { penaltyClaimedRecords } from "../../server/measures/summary/claim-records.ts";
import { belongs } from "../../server/measures/summary/periods.ts";
import { placeOf } from "../../server/measures/summary/summary.store.ts";

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

it("records of one day stand by the numbers of their claims, not by their letters", () => {
  const keys = ["C2-9", "C2-1", "C2-12", "C2-10#penalty-claimed", "C10-1"];
  const all = keys.map((key) => ({ day: "2026-11-30", key }));
  const sorted = all.sort((one, other) => (placeOf(one) < placeOf(other) ? 1 : -1));
  expect(sorted.map(({ key }) => key)).toEqual([
    ...["C10-1", "C2-12", "C2-10#penalty-claimed", "C2-9", "C2-1"],
  ]);
});
