import { expect, it } from "vitest";
import type { Claim } from "../../contract/claims.ts";
import { tellingCourt } from "../../web/pages/cases/telling-court.ts";

type Move = Claim["moves"][number];
const move = (to: Move["to"], facts: Move["facts"] = {}): Move => ({
  ...{ from: "draft", to, facts, reason: null, at: 0, by: "anna", corrections: [], asks: null },
});
const filed = {
  ...{ filedOn: "2026-11-20", asked: "1234567", askedByData: "1134567" },
  ...{ penaltyByData: null, penalty: null },
};
const judged = move("judgment", { day: "2026-12-05", outcome: "granted", sum: "1134567" });

it("the court is told that less is asked until it has decided, and never after the end", () => {
  const inCourt = { status: "filed" as const, moves: [move("filed")] };
  expect(tellingCourt(inCourt, filed)).toBe("tell");
  expect(tellingCourt(inCourt, { ...filed, askedByData: "1300000" })).toBeNull();
  const moves = [move("filed"), judged];
  expect(tellingCourt({ status: "judgment", moves }, filed)).toBe("decided");
  const paid = [...moves, move("in-force"), move("recovered")];
  expect(tellingCourt({ status: "recovered", moves: paid }, filed)).toBe("decided");
  expect(tellingCourt({ status: "withdrawn", moves: [move("filed")] }, filed)).toBeNull();
});
