import { describe, expect, it } from "vitest";
import type { GraphEdge, GraphNode } from "../../contract/exploring.ts";
import { castOf } from "../../web/pages/explore/stage/actors.ts";
import {
  groupName,
  groupsOf,
  isAggregated,
  MOST_SINGLY,
} from "../../web/pages/explore/stage/groups.ts";
import { edge, node } from "../support/explore-rows.ts";

const nobody = new Set<string>();
const account = (number: string, more: Partial<GraphNode> = {}) => ({ ...node(number), ...more });

/** A cluster of ten, each paid by many at two banks, and one account that many were paid by. */
function large(payers: number): { nodes: GraphNode[]; edges: GraphEdge[]; seeds: Set<string> } {
  const members = Array.from({ length: 10 }, (_, index) =>
    account(`M${index}`, { cluster: "R1-c", bank: "601" }),
  );
  const others = Array.from({ length: payers }, (_, index) =>
    account(`P${String(index).padStart(4, "0")}`, {
      cluster: null,
      bank: index % 4 ? "722" : "601",
    }),
  );
  const paid = [account("Q1", { cluster: null }), account("Q2", { cluster: null })];
  return {
    nodes: [...members, ...others, ...paid],
    edges: [
      ...others.map(({ number }, index) => edge(number, `M${index % 10}`)),
      ...paid.map(({ number }) => edge("M0", number)),
    ],
    seeds: new Set(members.map(({ number }) => number)),
  };
}

/** Number of accounts in each group. */
function sizes(groups: ReadonlyMap<string, string>): Record<string, number> {
  const found: Record<string, number> = {};
  for (const key of groups.values()) found[key] = (found[key] ?? 0) + 1;
  return found;
}

describe("accounts in groups", () => {
  it("that a person chose: by holder, bank or cluster; one account is no group", () => {
    const nodes = [
      account("A", { holderKey: "030740001404", bank: "722", cluster: "c/1" }),
      account("B", { holderKey: "030740001404", bank: "601", cluster: "c/1" }),
      account("C", { holderKey: "H2", bank: "601", cluster: null }),
      account("EXIT:cash:601", { holderKey: null, bank: "601", exitKind: "cash" }),
    ];
    const by = (grouping: "holder" | "bank" | "cluster") =>
      sizes(groupsOf({ nodes, edges: [], grouping, opened: nobody, seeds: nobody }));
    expect(by("holder")).toEqual({ "holder:A": 2 });
    expect(by("bank")).toEqual({ "bank:601": 2 });
    expect(by("cluster")).toEqual({ "cluster:c%2F1": 2 });
    expect(groupName("cluster:c%2F1")).toEqual({ kind: "cluster", of: "c/1" });
  });

  it("opens into its accounts, and the others stay as they were", () => {
    const nodes = ["A", "B"].map((number) => account(number, { bank: "722" }));
    const more = ["C", "D"].map((number) => account(number, { bank: "601" }));
    const groups = groupsOf({
      ...{ nodes: [...nodes, ...more], edges: [], grouping: "bank" },
      ...{ opened: new Set(["bank:722"]), seeds: nobody },
    });
    expect([...groups]).toEqual([
      ["C", "bank:601"],
      ["D", "bank:601"],
    ]);
  });

  it("says of a group only what is so of all in it", () => {
    const nodes = [
      account("A", { role: "victim", bank: "722", score: 0.9, degree: 2 }),
      account("B", { role: "transit", bank: "722", score: 0.1, degree: 3 }),
    ];
    const groups = groupsOf({ nodes, edges: [], grouping: "bank", opened: nobody, seeds: nobody });
    const { actors } = castOf(
      nodes,
      groups,
      () => "",
      (key, count) => `${key} ${count}`,
    );
    expect(actors.map(({ id, label, accounts }) => [id, label, accounts])).toEqual([
      ["bank:722", "bank:722 2", ["A", "B"]],
    ]);
    expect(actors[0]?.node).toMatchObject({ role: "none", bank: "722", score: null, degree: 5 });
  });
});

describe("a large picture", () => {
  const open = (picture: ReturnType<typeof large>, ...opened: string[]) =>
    groupsOf({ ...picture, grouping: null, opened: new Set(opened) });

  it("stays single up to its limit, and where a person asks for every account", () => {
    const small = large(MOST_SINGLY - 12);
    expect(small.nodes.length).toBe(MOST_SINGLY);
    expect(open(small).size).toBe(0);
    const more = large(MOST_SINGLY);
    expect(isAggregated({ nodes: more.nodes, grouping: null })).toBe(true);
    expect(groupsOf({ ...more, grouping: "none", opened: nobody }).size).toBe(0);
  });

  it("shows the accounts it began with singly, other payers and payees as groups", () => {
    expect(sizes(open(large(400)))).toEqual({ "payers:": 400, "payees:": 2 });
  });

  it("opens step by step: payers by bank, a bank of many in parts, a part into accounts", () => {
    const picture = large(400);
    const banks = open(picture, "payers:");
    expect(sizes(banks)).toEqual({
      ...{ "payers:/bank:722": 300, "payers:/bank:601": 100, "payees:": 2 },
    });
    expect(sizes(open(picture, "payers:", "payers:/bank:722"))).toEqual({
      ...{ "payers:/bank:722/part:1": 100, "payers:/bank:722/part:2": 100 },
      ...{ "payers:/bank:722/part:3": 100, "payers:/bank:601": 100, "payees:": 2 },
    });
    expect(open(picture, "payers:", "payers:/bank:601").size).toBe(302);
  });

  it("loses no account and counts none twice, whatever is opened", () => {
    const picture = large(700);
    for (const opened of [[], ["payers:"], ["payers:", "payers:/bank:722"]]) {
      const groups = open(picture, ...opened);
      const { actors } = castOf(picture.nodes, groups, () => "");
      expect(actors.flatMap(({ accounts }) => accounts).sort()).toEqual(
        picture.nodes.map(({ number }) => number).sort(),
      );
    }
  });
});
