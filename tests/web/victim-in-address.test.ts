import { expect, it } from "vitest";
import type { GraphNode } from "../../contract/exploring.ts";
import type { Trace } from "../../contract/tracing.ts";
import { traceOf } from "../../web/pages/explore/panel/trace-of.ts";
import { meaningOf, victimMeant } from "../../web/pages/explore/trace/victim-in-address.ts";

const IIN = "030740001404";
const ACCOUNT = "KZ737220000000000001";

it("a victim stands in the address of a trace by an account or a report, never by the IIN", () => {
  const victims = [
    { victim: IIN, accounts: [ACCOUNT], reports: ["R1"] },
    { victim: "KZ389650000000000003", accounts: ["KZ389650000000000003"], reports: ["R2"] },
    { victim: "900202300125", accounts: [], reports: ["R3"] },
  ] as unknown as Trace["victims"];
  const trace = { victims };
  expect(victims.map(({ victim }) => meaningOf(trace, victim))).toEqual([
    ACCOUNT,
    "KZ389650000000000003",
    "R3",
  ]);
  for (const { victim } of victims)
    expect(victimMeant(trace, meaningOf(trace, victim))).toBe(victim);
  expect([meaningOf(trace, null), victimMeant(trace, null)]).toEqual([null, null]);
  expect(victimMeant(trace, "KZ578560000000000004")).toBe(null);
  const card = { number: ACCOUNT, holderKey: IIN, reported: true, role: "victim" };
  expect(traceOf(card as unknown as GraphNode)).not.toContain(IIN);
});
