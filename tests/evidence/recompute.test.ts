import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { SaxesParser } from "saxes";
import { afterAll, describe, expect, it } from "vitest";
import { csvFor, PROGRAM_CSV } from "../../contract/csv.ts";
import { documentLanguage } from "../../contract/document-language.ts";
import { traceMethod } from "../../contract/tracing.ts";
import { recomputationLines } from "../../server/cli/recompute.ts";
import { startBag } from "../../server/evidence/bag/write.ts";
import { addContents } from "../../server/evidence/contents.ts";
import { condense, flowGraph } from "../../server/evidence/flow/graph.ts";
import { layoutFlow } from "../../server/evidence/flow/layout.ts";
import { drawFlow } from "../../server/evidence/flow/svg.ts";
import { textsOf } from "../../server/evidence/texts/texts.ts";
import { bytesOf, SENDER, someSigner } from "../support/bags.ts";
import { caseFacts } from "../support/case-facts.ts";
import { type Event, START } from "../support/money-trail.ts";
import { recompute, tablesOf } from "../support/package-tables.ts";

const TENGE = { currency: "KZT", convertedFrom: null };

const folder = mkdtempSync(join(tmpdir(), "evidence-recompute-"));
afterAll(() => rmSync(folder, { recursive: true }));

const ACCOUNTS = ["v1", "v2:a", "v2:b", "d1:a", "d1:b", "d2", "d3", "CASH", "SHOP"];

/** Some transfers between a few people, at least one of them stolen. */
const events = fc
  .array(
    fc.record({
      from: fc.constantFrom(...ACCOUNTS.slice(0, 7)),
      to: fc.constantFrom(...ACCOUNTS.slice(2)),
      amount: fc.bigInt(1n, 5_000_000n),
      stolen: fc.option(fc.constantFrom("R1", "R2"), { nil: undefined, freq: 3 }),
      // Of some the victim states a smaller sum, and a person has decided for it.
      less: fc.option(fc.bigInt(1n, 5_000_000n), { nil: undefined, freq: 1 }),
    }),
    { minLength: 1, maxLength: 25 },
  )
  .map((rows): Event[] => [
    { from: "v1", to: "d1:a", amount: 777_777n, stolen: "R0" },
    ...rows
      .filter((row) => row.from.split(":")[0] !== row.to.split(":")[0])
      .map(({ stolen, less, ...row }) =>
        stolen && row.from.startsWith("v")
          ? {
              ...row,
              stolen: `${stolen}-${row.from}`,
              ...(less !== undefined && less < row.amount && { stated: row.amount - less }),
            }
          : row,
      ),
  ]);

describe("recompute", () => {
  it("takes off what was paid back, and no more than that", async () => {
    const facts = caseFacts([
      { from: "v1", to: "d1:a", amount: 100_00n, stolen: "R0" },
      { from: "d1:b", to: "v1", amount: 30_00n },
      { from: "d1:a", to: "d2", amount: 5_00n },
    ]);
    const tables = tablesOf(facts);
    expect(facts.claims[0]).toMatchObject({ amount: 7000n, victim: { accounts: ["v1"] } });
    expect(await recompute(tables)).toMatchObject({ agrees: true, faults: [] });
    for (const [what, from, to] of [
      ["takes off more than was paid back", /-30\.00/g, "-31.00"],
      ["states other accounts than the bank", /d1:b,v1,30\.00,-30\.00/g, "d2,v1,30.00,-30.00"],
    ] as const) {
      const changed = new Map([...tables].map(([path, text]) => [path, text.replace(from, to)]));
      expect((await recompute(changed)).faults.join(" ")).toContain(what);
    }
  });

  it("agrees with every package the product makes, under every rule", async () => {
    await fc.assert(
      fc.asyncProperty(
        events,
        fc.constantFrom(...traceMethod.options),
        fc.constantFrom(PROGRAM_CSV, ...documentLanguage.options.map(csvFor)),
        async (rows, method, dialect) => {
          const found = await recompute(tablesOf(caseFacts(rows, method), dialect));
          expect(found.faults).toEqual([]);
          expect(found).toMatchObject({ agrees: true, tracedAgain: { agrees: true } });
        },
      ),
      { numRuns: 120 },
    );
  });

  it("differs where older own money came later and nobody said why, and agrees where one did", async () => {
    const events: Event[] = [
      { from: "v1", to: "d1:a", amount: 100_00n, stolen: "R0" },
      { from: "d1:a", to: "d2", amount: 60_00n },
      { from: "d9", to: "d1:a", amount: 300_00n, at: START - 60_000 },
    ];
    const facts = caseFacts(events, "pro-rata", 2);
    const [state] = facts.states.filter((one) => one.change !== null);
    expect(state?.claim).toMatchObject({ method: "pro-rata", amount: 60_00n });
    expect(state?.change).toMatchObject({
      claimed: 60_00n,
      byData: 15_00n,
      lines: [{ transferId: "t1", claimed: 60_00n, byData: 15_00n, why: "traced-otherwise" }],
    });
    const found = await recompute(tablesOf(facts));
    expect(found).toMatchObject({ agrees: true, faults: [] });
    // It agrees with its own lines, and says that the data give less.
    expect(found.claims.map((one) => one.byData)).toEqual([null, "15.00"]);
    const said = recomputationLines({ ...found, asOf: "2026-03-05T10:00:00+05:00" });
    expect(said[0]).toContain("as of 2026-03-05T10:00:00+05:00");
    expect(said.at(-1)).toContain("these data give 15.00 KZT");
    const silent = { ...facts, states: facts.states.map((one) => ({ ...one, change: null })) };
    expect((await recompute(tablesOf(silent))).faults.join()).toContain("than was traced");
    const tables = tablesOf(facts);
    const path = "data/2-calculation/differences.csv";
    tables.set(path, (tables.get(path) ?? "").replace(/,[^,]*\n$/, ",\n"));
    expect((await recompute(tables)).faults.join()).toContain("no reason is given");
  });

  it("takes what was paid back after the filing off what is outstanding, once", async () => {
    const facts = caseFacts(
      [
        { from: "v1", to: "d1:a", amount: 100_00n, stolen: "R0" },
        { from: "d1:a", to: "v1", amount: 30_00n },
        { from: "d1:b", to: "v1", amount: 90_00n },
      ],
      "fifo",
      1,
    );
    expect(facts.states).toMatchObject([
      {
        claim: { amount: 100_00n },
        outstanding: 0n,
        repaid: [{ amount: 30_00n }, { amount: 70_00n }],
      },
    ]);
    const tables = tablesOf(facts);
    expect(await recompute(tables)).toMatchObject({ agrees: true, faults: [] });
    const path = "data/2-calculation/repayments.csv";
    const stranger = (tables.get(path) ?? "").replace(",t1,", ",t0,");
    expect((await recompute(new Map(tables).set(path, stranger))).faults.join()).toContain(
      "t0 is not of the holder",
    );
    tables.set(path, (tables.get(path) ?? "").replace("30.00", "20.00"));
    expect((await recompute(tables)).faults.join()).toContain("counted than was paid");
    tables.set(path, (tables.get(path) ?? "").replace(/70\.00/, "95.00"));
    expect((await recompute(tables)).faults.join()).toContain("than was paid");
  });

  it("lets all claims together ask for no more of a transfer than it was", async () => {
    const facts = caseFacts(
      [
        { from: "v1", to: "d1:a", amount: 100_00n, stolen: "R0" },
        { from: "v2", to: "d1:a", amount: 100_00n, stolen: "R1" },
        { from: "d1:a", to: "d2", amount: 100_00n },
      ],
      "pro-rata",
    );
    expect((await recompute(tablesOf(facts))).faults).toEqual([]);
    const claims = facts.claims.map((claim) => {
      if (claim.method === "direct") return claim;
      const lines = claim.lines.map((line) => ({ ...line, amount: 51_00n }));
      return { ...claim, lines, amount: 51_00n };
    });
    const found = await recompute(tablesOf({ ...facts, claims }));
    expect(found.faults).toContain("The claims ask for more of transfer t2 than it was.");
  });

  it("agrees with claims filed before the rest of the data came, and not without a reason", async () => {
    let late = 0;
    await fc.assert(
      fc.asyncProperty(
        events,
        fc.constantFrom(...traceMethod.options),
        fc.nat(),
        fc.array(fc.nat(), { minLength: 25, maxLength: 25 }),
        async (rows, method, cut, times) => {
          // What is loaded later may be of any day, also before the theft.
          const held = 1 + (cut % rows.length);
          const mixed = rows.map((row, order) =>
            order < held
              ? row
              : { ...row, at: START + ((times[order % 25] ?? 0) % 40) * 60_000 - 600_000 },
          );
          // The dropper's own money of the day before, which comes last.
          const passed = { from: "d1:a", to: "d2", amount: 300_000n };
          const own = { from: "d3", to: "d1:a", amount: 400_000n, at: START - 86_400_000 };
          const [first, ...others] = mixed;
          if (!first) return;
          const facts = caseFacts([first, passed, ...others, own], method, held + 1);
          const tables = tablesOf(facts);
          const found = await recompute(tables);
          expect(found.faults).toEqual([]);
          expect(found.agrees).toBe(true);
          for (const { claim, change, outstanding, repaid } of facts.states) {
            expect(outstanding >= 0n && outstanding <= claim.amount).toBe(true);
            if (repaid.length > 0) expect(outstanding < claim.amount).toBe(true);
            if (change?.lines.some((line) => line.claimed > line.byData)) late += 1;
          }
          if (!facts.states.some((one) => one.change !== null)) return;
          const silent = {
            ...facts,
            states: facts.states.map((one) => ({ ...one, change: null })),
          };
          const more = facts.states.some((one) =>
            one.change?.lines.some((line) => line.claimed > line.byData && line.byData >= 0n),
          );
          const alone = await recompute(tablesOf(silent));
          // Rows that give a claim less than it asks are seen by recompute itself.
          if (!alone.agrees) expect(more).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
    expect(late).toBeGreaterThan(10);
  });

  it("notices any amount of claims, lines, facts, trace or totals that was changed by one tiyn", async () => {
    await fc.assert(
      fc.asyncProperty(events, fc.nat(), fc.nat(), async (rows, whichFile, whichCell) => {
        const tables = tablesOf(caseFacts(rows, "fifo"));
        const cited = /claims\.csv|claim-lines|totals|claims\/|steps|victims/;
        const names = [...tables.keys()].filter((name) => cited.test(name));
        const name = names[whichFile % names.length] ?? "";
        const cells = [...(tables.get(name) ?? "").matchAll(/(?<=,)(\d+)\.(\d\d)(?=,|\n)/g)].filter(
          // "returned_by_rule" repeats a part of "held" for the reader.
          (cell) =>
            !(name.includes("victims") && tables.get(name)?.[cell.index + cell[0].length] === "\n"),
        );
        const cell = cells[whichCell % cells.length];
        if (!cell) return;
        const text = tables.get(name) ?? "";
        const more = `${cell[1]}.${String((Number(cell[2]) + 1) % 100).padStart(2, "0")}`;
        tables.set(
          name,
          text.slice(0, cell.index) + more + text.slice(cell.index + cell[0].length),
        );
        expect((await recompute(tables)).agrees, `${name} ${cell[0]} -> ${more}`).toBe(false);
      }),
      { numRuns: 120 },
    );
  });

  it("counts a loss once in the total of traced claims, and notices where it is added up", async () => {
    const facts = caseFacts(
      [
        { from: "v1", to: "d1:a", amount: 500n, stolen: "R1" },
        { from: "d1:a", to: "d2:a", amount: 400n },
        { from: "d2:a", to: "d3:a", amount: 300n },
      ],
      "fifo",
    );
    const tables = tablesOf(facts);
    const totals = tables.get("data/2-calculation/totals.csv") ?? "";
    const traced = facts.claims.filter((claim) => claim.method === "fifo");
    expect(traced.map((claim) => claim.amount).sort()).toEqual([300n, 400n]);
    expect(totals).toContain("fifo,KZT,2,4.00");
    expect(await recompute(tables)).toMatchObject({ agrees: true, faults: [] });
    const added = totals.replace("fifo,KZT,2,4.00", "fifo,KZT,2,7.00");
    tables.set("data/2-calculation/totals.csv", added);
    expect((await recompute(tables)).faults).toEqual([
      "The total of fifo KZT is not the sum of its claims, each loss once.",
    ]);
  });

  it("notices a transfer claimed twice, a claim without report, other accounts and missing tables", async () => {
    const facts = caseFacts([
      { from: "v1", to: "d1:a", amount: 500n, stolen: "R1" },
      { from: "v1", to: "d1:b", amount: 300n, stolen: "R1" },
    ]);
    const change = async (name: string, edit: (text: string) => string) => {
      const tables = tablesOf(facts);
      tables.set(`data/${name}.csv`, edit(tables.get(`data/${name}.csv`) ?? ""));
      return (await recompute(tables)).faults.join("\n");
    };
    expect(
      await change("2-calculation/claim-lines", (text) => text.replace("C1-1,t1", "C1-1,t0")),
    ).toContain("claimed twice");
    expect(await change("1-facts/reports", (text) => text.replaceAll("R1", "R9"))).toContain(
      "no crime report",
    );
    expect(
      await change("1-facts/transfers", (text) => text.replaceAll(",d1:b,", ",d9,")),
    ).toContain("other accounts");
    expect(await change("1-facts/transfers", (text) => text.replace(/,2,\n/, ",3,\n"))).toContain(
      "another file or row",
    );
    expect(
      await change("1-facts/accounts", (text) =>
        text.replace("d1:b,Halyk Bank,601,,,d1", "d1:b,Halyk Bank,601,,,d7"),
      ),
    ).toContain("several account holders");
    expect(await change("2-calculation/trace/victims-KZT", () => "")).toContain(
      "missing or is no table",
    );
    expect(
      await change("2-calculation/totals", (text) => text.split("\n").slice(0, 1).join("\n")),
    ).toContain("no total");
  });
});

describe("the picture of the flow", () => {
  it("carries every tenge: each column's ribbons are the sums of the claims and of the trace", () => {
    fc.assert(
      fc.property(events, fc.constantFrom(1, 2, 5, 40), (rows, perLayer) => {
        const facts = caseFacts(rows);
        const whole = flowGraph(facts, TENGE);
        const shown = condense(whole, perLayer);
        const stolen = facts.traces[0]?.steps.reduce((sum, step) => sum + BigInt(step.amount), 0n);
        const sum = (graph: typeof whole) =>
          graph.edges.reduce((all, edge) => all + edge.amount, 0n);
        expect(sum(whole)).toBe(stolen);
        expect(sum(shown)).toBe(stolen);
        const victims = whole.nodes.filter((node) => node.layer === 0);
        expect(victims.every((node) => node.kind === "victim")).toBe(true);
        const lost = victims.reduce((all, node) => all + node.sent, 0n);
        expect(lost.toString()).toBe(facts.traces[0]?.stolen);
        expect(shown.nodes.reduce((all, node) => all + node.count, 0)).toBe(whole.nodes.length);
        const layout = layoutFlow(shown, 200, 300);
        expect(layout.edges.length).toBe(shown.edges.length);
        for (const node of layout.nodes)
          expect(Number.isFinite(node.x + node.y + node.height)).toBe(true);
        for (const [at, node] of layout.nodes.entries()) {
          for (const other of layout.nodes.slice(at + 1).filter((one) => one.x === node.x)) {
            expect(node.y + node.height <= other.y || other.y + other.height <= node.y).toBe(true);
          }
        }
      }),
    );
  });

  it("is well-formed, whatever people are called, and says rule, scale, filter, sources and date", () => {
    const facts = caseFacts([
      { from: "v1", to: "d1:a", amount: 500_000n, stolen: "R1" },
      { from: "d1:a", to: "CASH", amount: 200_000n },
    ]);
    for (const language of ["ru", "kk", "en"] as const) {
      const texts = textsOf(language);
      const svg = drawFlow(facts, TENGE, language, texts)?.svg ?? "";
      const parser = new SaxesParser();
      const seen: string[] = [];
      parser.on("text", (text) => seen.push(text));
      parser.on("error", (error) => expect.unreachable(error.message));
      parser.write(svg).close();
      const words = seen.join(" ");
      for (const part of [
        texts.methods.fifo,
        texts.flow.scale,
        texts.flow.everything,
        "выписка, «март».csv",
        "05.01.2026",
      ]) {
        expect(words).toContain(part);
      }
      expect(words).toContain("Имя <v1>");
      expect(words).toContain(texts.flow.exit.cash);
    }
  });
});

describe("a whole package", () => {
  it("is made of the same bytes whenever it is made, PDF and workbook included", async () => {
    const facts = caseFacts([
      { from: "v1", to: "d1:a", amount: 500_000n, stolen: "R1" },
      { from: "d1:a", to: "d2", amount: 200_000n },
    ]);
    const made: Map<string, Buffer>[] = [];
    for (const name of ["one", "two"]) {
      const bag = startBag(join(folder, name));
      await addContents(bag, facts, "ru", { sender: SENDER });
      await bag.finish([], someSigner());
      made.push(bytesOf(join(folder, name)));
      await new Promise((resolve) => setTimeout(resolve, 1_100));
    }
    const [one, two] = made;
    const payload = [...(one?.keys() ?? [])].filter((path) => path.startsWith("data/"));
    expect(payload.filter((path) => path.endsWith(".pdf")).length).toBe(5);
    for (const path of payload)
      expect(two?.get(path)?.equals(one?.get(path) ?? Buffer.alloc(0)), path).toBe(true);
    expect(
      readFileSync(join(folder, "one/data/2-calculation/claims/C1-1.pdf"))
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
  });
});
