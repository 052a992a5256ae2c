import { describe, expect, it } from "vitest";
import { reckonedPenalty } from "../../server/dossier/asked-penalty.ts";
import { PENALTY_RATES } from "../../server/dossier/tables/penalty-rates.ts";
import { dayOf, dayText } from "../../server/time/day.ts";
import { caseFacts } from "../support/case-facts.ts";
import { START } from "../support/money-trail.ts";
import { recompute, tablesOf } from "../support/package-tables.ts";

const PENALTY = "data/2-calculation/penalty.csv";
const DAY = dayOf(START);

/** The package of a claim for 1,000 that asks for the penalty of thirty days. */
function tables(filed: string | null = null, off = 0n) {
  const facts = caseFacts([{ from: "v1", to: "d1:a", amount: 1_000_00n, stolen: "R0" }]);
  const terms = { from: dayText(DAY + 5), until: dayText(DAY + 34), rateDay: null };
  const ground = { movements: () => [{ day: DAY, amount: 1_000_00n }], paid: off };
  const penalty = reckonedPenalty(terms, ground, PENALTY_RATES);
  const status = filed === null ? ("approved" as const) : ("filed" as const);
  const claims = facts.claims.map((claim) => ({ ...claim, status }));
  const states = facts.states.map((state) => ({
    ...{ ...state, penalty },
    filed: filed === null ? null : { day: filed, asked: 1_000_00n, byData: 1_000_00n },
  }));
  return tablesOf({ ...facts, claims, states, approvals: [] });
}

describe("recompute of the penalty", () => {
  it("works it out again from the package's own tables", async () => {
    expect(tables().get(PENALTY)).toContain("14.79");
    expect(await recompute(tables())).toMatchObject({ agrees: true, faults: [] });
  });

  it("finds another sum, another principal, days counted twice, and a claim that is not there", async () => {
    const text = tables().get(PENALTY) ?? "";
    const faultsOf = async (edited: string) => {
      expect(edited).not.toBe(text);
      return (await recompute(tables().set(PENALTY, edited))).faults.join("\n");
    };
    expect(await faultsOf(text.replace("14.79", "14.80"))).toContain("does not follow");
    expect(await faultsOf(text.replace(",30,", ",31,"))).toContain("number of days");
    expect(await faultsOf(text.replace("1000.00", "1000.01"))).toContain("more is counted");
    expect(await faultsOf(text.replace("1000.00", "999.99"))).toContain("not what was owed");
    const [, row = ""] = text.split("\n");
    expect(await faultsOf(`${text}${row}\n`)).toContain("counted twice");
    expect(await faultsOf(text.replace("C1-1,", "C1-9,"))).toContain("C1-9, which is not here");
  });

  it("finds a judgment that gives more penalty than was asked for", async () => {
    const CLAIMS = "data/2-calculation/claims.csv";
    const [head = "", row = "", ...rest] = (tables().get(CLAIMS) ?? "").split("\n");
    expect(head).toMatch(
      /,awarded_penalty,penalty_due,penalty_paid,penalty_paid_before,penalty_outstanding,filed/,
    );
    const faultsOf = async (penalty: string, due = "") => {
      const claims = [
        head,
        row.replace(/,,,,,,,,(\r?)$/, `${penalty}${due || ",,,,"},,,,$1`),
        ...rest,
      ].join("\n");
      return (await recompute(tables().set(CLAIMS, claims))).faults.join("\n");
    };
    expect(await faultsOf("14.79")).toBe("");
    expect(await faultsOf("14.80")).toContain("more penalty than was asked for");
    // What is due, paid and outstanding of it add up.
    expect(await faultsOf("", ",14.79,0.00,0.00,14.79")).toBe("");
    expect(await faultsOf("", ",14.78,0.00,0.00,14.78")).toContain("penalty due of claim C1-1");
    expect(await faultsOf("", ",14.79,1.00,0.00,13.79")).toContain("penalty paid on claim C1-1");
    expect(await faultsOf("", ",14.79,0.00,0.00,14.00")).toContain(
      "penalty outstanding of claim C1-1",
    );
    // Paid on a withdrawn claim for the same losses.
    expect(await faultsOf("", ",14.79,1.00,1.00,13.79")).toBe("");
  });

  it("takes off what had been paid of it before", async () => {
    const made = tables(null, 4_79n);
    const CLAIMS = "data/2-calculation/claims.csv";
    const text = made.get(CLAIMS) ?? "";
    expect(text).toMatch(/,penalty_off,awarded_penalty,/);
    const known = text.replace(/,4\.79,,,,,,/, ",4.79,,10.00,4.79,4.79,10.00,");
    expect(known).not.toBe(text);
    const faultsOf = async (edited: string) =>
      (await recompute(new Map(made).set(CLAIMS, edited))).faults.join("\n");
    expect(await faultsOf(known)).toBe("");
    expect(await faultsOf(known.replace(",10.00,4.79", ",14.79,4.79"))).toContain("penalty due");
    expect(await faultsOf(known.replace(",4.79,,10.00", ",5.79,,10.00"))).toContain("More penalty");
    // Taken back since the filing: the sum that was filed stays, and no more of it is owed.
    const gone = known.replace(
      ",,4.79,,10.00,4.79,4.79,10.00",
      ",4.79,4.79,,10.00,0.00,0.00,10.00",
    );
    expect(gone).not.toBe(known);
    expect(await faultsOf(gone)).toBe("");
    expect(await faultsOf(gone.replace(",0.00,0.00,10.00", ",0.00,0.00,14.79"))).toContain(
      "penalty outstanding",
    );
    expect(await faultsOf(gone.replace(",4.79,4.79,", ",4.78,4.79,"))).toContain("More penalty");
    expect(await faultsOf(gone.replace(",4.79,4.79,", ",4.80,4.79,"))).toContain("More penalty");
  });

  it("holds a filed claim to the penalty that was filed", async () => {
    const CLAIMS = "data/2-calculation/claims.csv";
    const day = dayText(DAY + 40);
    const made = tables(day);
    expect(made.get(CLAIMS)).toMatch(new RegExp(`,${day},1000\\.00,14\\.79,18\\.00\\r?\\n`));
    expect(await recompute(made)).toMatchObject({ agrees: true, faults: [] });
    const text = made.get(PENALTY) ?? "";
    const faultsOf = async (name: string, edited: string) => {
      expect(edited).not.toBe(made.get(name));
      return (await recompute(new Map(made).set(name, edited))).faults.join("\n");
    };
    // Half the debt for the same days is a sum that follows from its row, and it was not filed.
    const half = text.replace("1000.00", "500.00").replace("14.79", "7.40");
    expect(await faultsOf(PENALTY, half)).toContain("not the one that was filed");
    const claims = made.get(CLAIMS) ?? "";
    expect(await faultsOf(CLAIMS, claims.replace("18.00", "20.00"))).toContain("that was filed");
    expect(await faultsOf(CLAIMS, claims.replace(day, dayText(DAY + 30)))).toContain(
      "beyond the day",
    );
    expect(await faultsOf(CLAIMS, claims.replace(",1000.00,14.79", ",1000.01,14.79"))).toContain(
      "more than its sum",
    );
  });
});
