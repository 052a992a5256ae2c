import { describe, expect, it } from "vitest";
import { flowGraph } from "../../server/evidence/flow/graph.ts";
import { layoutFlow } from "../../server/evidence/flow/layout.ts";
import { drawFlow } from "../../server/evidence/flow/svg.ts";
import { textsOf } from "../../server/evidence/texts/texts.ts";
import { caseFacts } from "../support/case-facts.ts";
import { pay, steal } from "../support/money-trail.ts";

const TENGE = { currency: "KZT", convertedFrom: null };

/** A dropper of four victims pays one of them back; another lost money from two accounts. */
const facts = caseFacts([
  steal("v1", "d1", 8_300_000n),
  steal("v2:a", "d2", 5_000_000n),
  steal("v2:b", "d2", 3_500_000n, { stolen: "R-v2" }),
  steal("v3", "d3", 45_000_000n),
  steal("v4", "d4", 16_500_000n),
  pay("d4", "v4", 2_000_000n),
  pay("d4", "CASH", 6_000_000n),
  pay("d3", "d5", 45_000_000n),
]);
const [trace] = facts.traces;

describe("the picture of a case in which a victim was paid back", () => {
  const graph = flowGraph(facts, TENGE);

  it("keeps every victim a victim, with what was stolen from him", () => {
    const victims = graph.nodes.filter((node) => node.layer === 0);
    expect(victims.map(({ number }) => number).sort()).toEqual(["v1", "v2:a", "v2:b", "v3", "v4"]);
    expect(victims.every((node) => node.kind === "victim" && node.received === 0n)).toBe(true);
    const stolen = victims.reduce((sum, node) => sum + node.sent, 0n);
    expect(stolen.toString()).toBe(trace?.stolen);
    expect(graph.victims).toBe(4);
  });

  it("draws what came home apart, and no band runs backwards", () => {
    const home = graph.nodes.filter((node) => node.kind === "returned");
    expect(home.map(({ number, received }) => [number, received])).toEqual([["v4", 2_000_000n]]);
    const returned = trace?.victims.reduce((sum, one) => sum + BigInt(one.returned), 0n);
    expect(home[0]?.received).toBe(returned);
    for (const edge of layoutFlow(graph, 250, 300).edges) expect(edge.x2).toBeGreaterThan(edge.x1);
  });

  it("ends where the trace does: held, gone and beyond the data", () => {
    const sum = (figure: "held" | "beyond") =>
      graph.nodes.reduce((all, node) => all + (node[figure] ?? 0n), 0n);
    const home = graph.nodes.find((node) => node.kind === "returned")?.received ?? 0n;
    const exited = graph.nodes.find((node) => node.kind === "exit")?.received;
    expect([sum("held") + home, sum("beyond"), exited].map(String)).toEqual([
      trace?.held,
      trace?.beyondData,
      trace?.exited,
    ]);
  });

  it("says so in its headings, in every language", () => {
    for (const language of ["ru", "kk", "en"] as const) {
      const texts = textsOf(language);
      const svg = drawFlow(facts, TENGE, language, texts)?.svg ?? "";
      expect(svg).toContain(`>${texts.flow.victims}: 4<`);
      expect(svg).toContain(`>${texts.flow.returned}<`);
      expect(svg).not.toContain(">victim:");
    }
  });

  it("shows another victim's money on a victim's account as money that passes through", () => {
    const both = flowGraph(
      caseFacts([
        steal("v1", "v2", 6_000_000n),
        steal("v2", "d1", 10_000_000n),
        pay("d1", "v2", 500_000n),
      ]),
      TENGE,
    );
    const kinds = both.nodes.filter((node) => node.number === "v2").map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(expect.arrayContaining(["account", "victim"]));
    expect(
      both.nodes.filter((node) => node.layer === 0).every(({ kind }) => kind === "victim"),
    ).toBe(true);
  });
});
