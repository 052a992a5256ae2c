import { describe, expect, it } from "vitest";
import { readCsv } from "../../contract/csv.ts";
import { hashOf } from "../../server/claims/approval.ts";
import { caseFacts } from "../support/case-facts.ts";
import { recompute, tablesOf } from "../support/package-tables.ts";

describe("recompute of what people decided", () => {
  it("finds a trace that follows more of a transfer than was decided to be stolen", async () => {
    const events = [
      { from: "v1", to: "d1:a", amount: 100_000_00n, stated: 30_000_00n, stolen: "R0" },
      { from: "d1:a", to: "d2", amount: 100_000_00n },
    ];
    const tables = tablesOf(caseFacts(events));
    const steps = "data/2-calculation/trace/steps-KZT.csv";
    expect(readCsv(tables.get(steps) ?? "")?.map((row) => row.part)).toEqual([
      "30000.00",
      "30000.00",
    ]);
    expect(await recompute(tables)).toMatchObject({ agrees: true, faults: [] });
    const [all, text] = [caseFacts(events.map(({ stated: _, ...one }) => one)), new Map(tables)];
    for (const [path, table] of tablesOf(all)) if (path.includes("/trace/")) text.set(path, table);
    expect((await recompute(text)).faults).toContain(
      "Trace KZT: more of transfer t0 is traced than was stolen of it.",
    );
  });

  it("finds what was approved changed, missing, or of another sum", async () => {
    const facts = caseFacts([{ from: "v1", to: "d1:a", amount: 100_00n, stolen: "R0" }]);
    const path = "data/2-calculation/approvals/C1-1.json";
    const faultsOf = async (frozen: string | null, hash = "") => {
      const tables = new Map(tablesOf(facts));
      if (frozen === null) tables.delete(path);
      else tables.set(path, frozen);
      const list = "data/2-calculation/approvals.csv";
      const text = tables.get(list) ?? "";
      if (hash !== "") tables.set(list, text.replace(facts.approvals[0]?.hash ?? "", hash));
      return (await recompute(tables)).faults;
    };
    const frozen = facts.approvals[0]?.frozen ?? "";
    expect(await faultsOf(frozen)).toEqual([]);
    expect(await faultsOf(null)).toEqual(["What was approved of claim C1-1 is missing."]);
    const other = frozen.replace('"100.00"', '"90.00"');
    expect(await faultsOf(other)).toEqual(["What was approved of claim C1-1 has another hash."]);
    expect(await faultsOf(other, hashOf(other))).toEqual([
      "Claim C1-1 asks for another sum than was approved.",
    ]);
  });
});
