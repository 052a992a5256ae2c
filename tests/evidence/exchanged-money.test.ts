import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readCsv } from "../../contract/csv.ts";
import { unknownOpenings } from "../../server/claims/unknown-openings.ts";
import { checkBag } from "../../server/evidence/bag/check.ts";
import { startBag } from "../../server/evidence/bag/write.ts";
import { addContents } from "../../server/evidence/contents.ts";
import { stepsOf } from "../../server/evidence/papers/working.ts";
import { recomputePackage } from "../../server/evidence/recompute.ts";
import { bytesOf, inMemory, SENDER, someSigner } from "../support/bags.ts";
import { caseFacts } from "../support/case-facts.ts";
import { pay, steal } from "../support/money-trail.ts";
import { recompute, tablesOf } from "../support/package-tables.ts";

const folder = mkdtempSync(join(tmpdir(), "evidence-exchanged-"));
afterAll(() => rmSync(folder, { recursive: true }));

const dollars = { currency: "USD" };
/** One victim loses tenge, which become dollars, and dollars, which stay dollars. */
const EVENTS = [
  steal("v", "d:tenge", 50_000_00n),
  pay("d:tenge", "d:dollars", 50_000_00n),
  pay("d:tenge", "d:dollars", 100_00n, dollars),
  steal("v", "d:dollars", 7_00n, dollars),
  pay("d:dollars", "x", 57_00n, dollars),
  pay("x", "CASH", 57_00n, dollars),
];

describe("money stolen in a currency, and money exchanged into it", () => {
  const facts = caseFacts(EVENTS, "pro-rata");

  it("are two traces of one package, each in files of its own", async () => {
    expect(facts.traces.map((one) => [one.currency, one.convertedFrom, one.stolen])).toEqual([
      ["KZT", null, "5000000"],
      ["USD", "KZT", "10000"],
      ["USD", null, "700"],
    ]);
    const path = join(folder, "package");
    const bag = startBag(path);
    await addContents(bag, facts, "ru", { sender: SENDER });
    await bag.finish([], someSigner());
    const names = ["KZT", "USD-from-KZT", "USD"];
    expect(readdirSync(join(path, "data/2-calculation/trace")).sort()).toEqual(
      ["accounts", "steps", "trace", "victims"].flatMap((what) =>
        names.map((name) => `${what}-${name}.${what === "trace" ? "json" : "csv"}`),
      ),
    );
    const stolen = (name: string) =>
      readCsv(readFileSync(join(path, `data/2-calculation/trace/victims-${name}.csv`), "utf8"))?.[0]
        ?.stolen;
    expect(names.map(stolen)).toEqual(["50000,00", "100,00", "7,00"]);
    for (const name of names)
      for (const kind of ["svg", "pdf"])
        expect(existsSync(join(path, `data/2-calculation/flow-${name}.${kind}`))).toBe(true);
    const picture = readFileSync(join(path, "data/2-calculation/flow-USD-from-KZT.svg"), "utf8");
    expect(picture).toContain("обменяно из KZT");
    expect((await checkBag(inMemory(bytesOf(path)))).problems).toEqual([]);
    const found = await recomputePackage(path);
    expect(found).toMatchObject({ agrees: true, faults: [], tracedAgain: { agrees: true } });
  });

  it("are not mixed where a claim's way is told: no claim rests on exchanged money", () => {
    const claims = facts.claims.filter((one) => one.currency === "USD" && one.method !== "direct");
    expect(claims.map((one) => one.amount)).toEqual([3_73n]);
    const ways = claims.map((claim) => stepsOf({ facts, claim }));
    expect(ways.map((way) => way.map((step) => [step.from, step.to, step.part.amount]))).toEqual([
      [
        ["v", "d:dollars", "700"],
        ["d:dollars", "x", "373"],
      ],
    ]);
    expect(claims.map((claim) => unknownOpenings(facts.traces, claim))).toEqual([
      unknownOpenings(facts.traces.slice(2), claims[0] as (typeof claims)[0]),
    ]);
  });

  it("are each checked: a figure changed in one is found, and an older package without the name agrees", async () => {
    const tables = tablesOf(facts);
    const steps = "data/2-calculation/trace/steps-USD-from-KZT.csv";
    const changed = (tables.get(steps) ?? "").replace(",100.00,\n", ",99.00,\n");
    expect(changed).not.toBe(tables.get(steps));
    const found = await recompute(new Map(tables).set(steps, changed));
    expect(found.faults.join(" ")).toContain("Trace USD-from-KZT");

    const only = tablesOf(caseFacts(EVENTS.slice(0, 3), "pro-rata"));
    const older = new Map(
      [...only].map(([path, text]) => [path.replace("-USD-from-KZT", "-USD"), text]),
    );
    expect([...older.keys()]).not.toEqual([...only.keys()]);
    expect(await recompute(older)).toMatchObject({ agrees: true, faults: [] });
  });
});
