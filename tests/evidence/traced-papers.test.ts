import { describe, expect, it } from "vitest";
import { wayOf } from "../../server/evidence/papers/way.ts";
import { textsOf } from "../../server/evidence/texts/texts.ts";
import { allTransfers } from "../support/bank-transfers.ts";
import { caseFacts } from "../support/case-facts.ts";
import { bareDossier } from "../support/paper-facts.ts";
import { docx, FORTE, KASPI, paperFacts } from "../support/written-papers.ts";

describe("papers of a traced claim", () => {
  it("show the working of a traced sum: every step of this victim's money by the rule", async () => {
    const facts = caseFacts([
      { from: "v1", to: "d1:a", amount: 100_000n, stolen: "R1" },
      { from: "d1:a", to: "d2:a", amount: 60_000n },
    ]);
    const claim = facts.claims.find((one) => one.method === "fifo");
    if (!claim) throw new Error("no traced claim was formed");
    const of = { ...paperFacts(), facts, claim };
    const [paper] = await docx(of, "calculation");
    const said = paper?.lines.join("\n") ?? "";
    expect(said).toContain(textsOf("ru").methods.fifo);
    expect(said).toContain("Деньги потерпевшего");
    // No paper says "below" of a table that stands in another one.
    const [statement] = await docx(of, "claim-statement");
    expect(statement?.lines.join("\n")).not.toContain("Ниже");
    const [direct] = await docx(paperFacts(), "calculation");
    expect(direct?.lines.join("\n")).not.toContain("Деньги потерпевшего");
  });

  it("show every receipt and payment of the accounts on the way, so that the rule can be checked", async () => {
    const events = [
      { from: "z", to: KASPI, amount: 200_00n },
      { from: "v1", to: KASPI, amount: 1_000_00n, stolen: "R1" },
      { from: "x", to: KASPI, amount: 500_00n },
      { from: KASPI, to: "y", amount: 300_00n },
      { from: KASPI, to: FORTE, amount: 900_00n },
      { from: KASPI, to: "y", amount: 1_00n },
    ];
    const facts = caseFacts(events);
    const onWay = allTransfers(events);
    const claim = facts.claims.find((one) => one.lines.some((line) => line.to === FORTE));
    if (!claim) throw new Error("no traced claim was formed");
    const rows = wayOf({ facts, claim, onWay }, "ru");
    const figures = (text = "") => text.replaceAll("\u00a0", " ");
    expect(
      rows.map(({ other, came, left, part, victims, balance }) =>
        [other, came, left, part, victims, balance].map(figures),
      ),
    ).toEqual([
      ["остаток до первых похищенных денег", "", "", "", "0,00", "200,00"],
      ["v1", "1 000,00", "", "1 000,00", "1 000,00", "1 200,00"],
      ["x", "500,00", "", "0,00", "1 000,00", "1 700,00"],
      ["y", "", "300,00", "100,00", "900,00", "1 400,00"],
      [FORTE, "", "900,00", "900,00", "0,00", "500,00"],
    ]);
    expect(rows.every(({ account }) => account === KASPI)).toBe(true);
    const of = { ...paperFacts(), facts, claim, onWay };
    const [paper] = await docx(of, "calculation", "kk");
    expect(paper?.lines).toContain("алғашқы ұрланған ақшаға дейінгі қалдық");
    expect(wayOf({ facts, claim: { ...claim, method: "direct" }, onWay: [] }, "ru")).toEqual([]);
  });

  it("say in letters of a traced claim the rule, the payer and which part of a transfer is meant", async () => {
    const facts = caseFacts([
      { from: "v1", to: KASPI, amount: 100_000n, stolen: "R1" },
      { from: KASPI, to: FORTE, amount: 260_000n },
    ]);
    const claim = facts.claims.find((one) => one.method === "fifo");
    if (!claim) throw new Error("no traced claim was formed");
    const states = facts.states.map((one) => ({ ...one, alternativeNames: ["ЖУМАБАЕВА"] }));
    const dossier = bareDossier(claim, { accounts: [{ number: FORTE, bank: null }] });
    const of = { ...paperFacts(), facts: { ...facts, states }, claim, dossier };
    for (const [language, also] of [
      ["ru", "Тот же вред взыскивается и с других лиц"],
      ["kk", "Дәл осы зиян басқа адамдардан да талап етіледі"],
    ] as const)
      for (const kind of ["demand", "return-notice", "freeze-request"] as const) {
        const [paper] = await docx(of, kind, language);
        const said = paper?.lines.join("\n").replaceAll("\u00a0", " ") ?? "";
        for (const words of [textsOf(language).methods.fifo, also, KASPI, "2 600,00", "1 000,00"])
          expect(said, kind).toContain(words);
        // Banks are not told who else is asked.
        expect(said.includes("ЖУМАБАЕВА"), kind).toBe(kind === "demand");
        const [direct] = await docx(paperFacts(), kind, language);
        expect(direct?.lines.join("\n"), kind).not.toContain(textsOf(language).methods.fifo);
      }
  });
});
