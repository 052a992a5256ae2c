import { describe, expect, it } from "vitest";
import { readCsv } from "../../contract/csv.ts";
import { traceMethod } from "../../contract/tracing.ts";
import { recomputationLines } from "../../server/cli/recompute.ts";
import { disclosureCopy } from "../../server/evidence/disclosure/mask.ts";
import { withheldTable } from "../../server/evidence/tables/withheld-tables.ts";
import { caseFacts } from "../support/case-facts.ts";
import { type Event, pay, steal } from "../support/money-trail.ts";
import { recompute, tablesOf } from "../support/package-tables.ts";

const MOVEMENTS = "data/2-calculation/movements";

/**
 * Two victims' money mixes at a dropper with what strangers pay him; both droppers go on paying
 * strangers. Each rule gives another answer.
 */
const EVENTS: readonly Event[] = [
  pay("salary", "first", 40_00n),
  steal("victim", "first", 100_00n),
  pay("stranger", "first", 35_00n),
  steal("widow", "first", 50_00n),
  pay("first", "second", 90_00n),
  pay("first", "grocer", 20_00n),
  pay("neighbour", "second", 15_00n),
  pay("second", "CASH", 60_00n),
  pay("second", "landlord", 30_00n),
];

const rowsOf = (tables: ReadonlyMap<string, string>, name: string) =>
  readCsv(tables.get(`${MOVEMENTS}/${name}.csv`) ?? "") ?? [];

describe("the tracing rules applied again to the movements of a package", () => {
  it.each(traceMethod.options)(
    "give what is stated under %s, and differ where a row was changed",
    async (rule) => {
      const tables = tablesOf(caseFacts(EVENTS, rule));
      const whole = await recompute(tables);
      expect(whole).toMatchObject({ agrees: true, faults: [] });
      expect(whole.tracedAgain).toEqual({ movements: EVENTS.length, agrees: true });
      expect(recomputationLines(whole)[1]).toBe(
        "agrees   traces    every rule applied again to 9 movements",
      );
      for (const [what, of, to] of [
        ["a stranger's payment", ",35.00,", ",36.00,"],
        ["the order", /^other-t2,(.*?),(.*)$/m, "other-t2,2026-01-05T07:00:00+05:00,$2"],
        ["the payee", /^(other-t2,.*,other-a2),first,/m, "$1,second,"],
        ["a row left out", /^other-t2,.*\n/m, ""],
      ] as const) {
        const path = `${MOVEMENTS}/movements.csv`;
        const text = (tables.get(path) ?? "").replace(of, to);
        expect(text, what).not.toBe(tables.get(path));
        const found = await recompute(new Map(tables).set(path, text));
        expect(found, `${what} under ${rule}`).toMatchObject({
          agrees: false,
          tracedAgain: { agrees: false },
        });
        expect(recomputationLines(found)[1]).toMatch(/^DIFFERS {2}traces/);
      }
      // The copy to be shown keeps the rows, and one sum of a stranger changed in it is found.
      const copy = tablesOf(disclosureCopy(caseFacts(EVENTS, rule), "en").facts);
      expect(await recompute(copy)).toMatchObject({ agrees: true, faults: [] });
      const path = `${MOVEMENTS}/movements.csv`;
      const text = (copy.get(path) ?? "").replace(",35.00,", ",36.00,");
      expect(text).not.toBe(copy.get(path));
      expect(await recompute(new Map(copy).set(path, text))).toMatchObject({ agrees: false });
    },
  );

  it("hold a traced claim against what the rule gives", async () => {
    const tables = tablesOf(caseFacts(EVENTS, "fifo"));
    const path = `${MOVEMENTS}/movements.csv`;
    // With more of his own money on the account less of the victim's went on.
    const text = (tables.get(path) ?? "").replace(",40.00,", ",70.00,");
    const found = await recompute(new Map(tables).set(path, text));
    const [direct, traced] = ["direct", "fifo"].map((method) =>
      rowsIn(tables, "claims")
        .filter((row) => row.method === method)
        .map((row) => row.claim_id),
    );
    const differing = found.claims.filter((one) => !one.agrees).map((one) => one.claim);
    expect(traced).toEqual(expect.arrayContaining(differing));
    expect(differing.length).toBeGreaterThan(0);
    expect(direct).not.toEqual(expect.arrayContaining(differing));
  });

  it("need nobody's name: strangers stand under pseudonyms, the same in every table", async () => {
    const facts = caseFacts(EVENTS, "pro-rata");
    const tables = tablesOf(facts);
    const all = [...tables.values()].join("\n");
    for (const stranger of ["salary", "stranger", "neighbour"]) expect(all).not.toContain(stranger);
    const accounts = new Set(rowsOf(tables, "accounts").map((row) => row.account));
    for (const row of rowsOf(tables, "movements"))
      expect([...accounts]).toEqual(expect.arrayContaining([row.from_account, row.to_account]));
    expect([...accounts].filter((one) => one?.startsWith("other-a"))).toHaveLength(3);
    const withheld = withheldTable(facts, "en").rows.find(([code]) => code === "other-movements");
    expect(withheld?.at(-1)).toBe("3");
    // A copy to be shown gives the same, row by row.
    const copy = tablesOf(disclosureCopy(facts, "en").facts);
    expect(await recompute(copy)).toMatchObject({ agrees: true, faults: [] });
    const amounts = (of: ReadonlyMap<string, string>) =>
      rowsOf(of, "movements").map((row) => [row.transfer_id, row.booked_at, row.amount]);
    expect(amounts(copy)).toEqual(amounts(tables));
  });

  it("are not asked for in a package of an older version, which says so", async () => {
    const tables = tablesOf(caseFacts(EVENTS, "fifo"));
    for (const path of [...tables.keys()]) if (path.startsWith(MOVEMENTS)) tables.delete(path);
    const found = await recompute(tables);
    expect(found).toMatchObject({ agrees: true, tracedAgain: null });
    expect(recomputationLines(found)[1]).toContain("were not applied again");
  });

  it("name a table that cannot be read, and a theft that no report names", async () => {
    const tables = tablesOf(caseFacts(EVENTS, "fifo"));
    const changed = (name: string, of: string | RegExp, to: string) => {
      const path = `${MOVEMENTS}/${name}.csv`;
      return recompute(new Map(tables).set(path, (tables.get(path) ?? "").replace(of, to)));
    };
    const faultsOf = async (found: ReturnType<typeof changed>) => (await found).faults.join(" ");
    expect(await faultsOf(changed("movements", "35.00", "many"))).toContain("cannot be read: many");
    expect(await faultsOf(changed("traces", "fifo", "fairly"))).toContain(
      "Row 2 of movements/traces.csv",
    );
    expect(
      await faultsOf(changed("movements", /(,35\.00,.*),,,,,$/m, "$1,victim,35.00,yes,,")),
    ).toContain("no crime report names it");
    expect(await faultsOf(changed("movements", ",90.00,", ",91.00,"))).toContain(
      "t4: it is otherwise among the facts",
    );
  });
});

function rowsIn(tables: ReadonlyMap<string, string>, name: string) {
  return readCsv(tables.get(`data/2-calculation/${name}.csv`) ?? "") ?? [];
}
