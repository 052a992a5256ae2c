import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { INDICATORS, MONEY, SHAPES } from "../../server/detection/indicators/all-indicators.ts";
import { CONSTANTS, PARAMETERS, rulesVersion } from "../../server/detection/parameters.ts";

type Tree = number | readonly Tree[] | { readonly [key: string]: Tree };

/** Every number of a tree, by its path. */
function leaves(tree: Tree, path: readonly string[] = []): (readonly string[])[] {
  if (typeof tree === "number") return [path];
  return Object.entries(tree).flatMap(([key, value]) => leaves(value, [...path, key]));
}

function changed(tree: Tree, [key, ...rest]: readonly string[]): Tree {
  if (typeof tree === "number" || key === undefined) return Number(tree) + 1;
  const copy = structuredClone(tree) as Record<string, Tree>;
  copy[key] = changed(copy[key] as Tree, rest);
  return copy;
}

const ROOM = "server/detection";
const RULES = ["network", "indicators", "ranking"].flatMap((folder) =>
  readdirSync(`${ROOM}/${folder}`).map((name) => `${ROOM}/${folder}/${name}`),
);

/**
 * Numbers that are no rule: none, one, two (a pair, a half, the middle), the base of points, per
 * cent.
 */
const PLAIN = new Set([0, 1, 2, 10, 100]);

/** Numbers in a file that are rules by themselves, with the line each stands on. */
function numbersIn(path: string, text: string): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    const named =
      ts.isVariableDeclaration(node) &&
      node.initializer !== undefined &&
      ts.isNumericLiteral(node.initializer) &&
      node.parent.flags & ts.NodeFlags.Const &&
      node.parent.parent.parent === file;
    const odd = ts.isNumericLiteral(node) && !PLAIN.has(Number(node.text));
    if (named || odd) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${path}:${line + 1} ${node.getText()}`);
    }
    ts.forEachChild(node, look);
  };
  look(file);
  return found;
}

describe("the mark of the rule set", () => {
  it("changes with every single parameter and constant", () => {
    const parameters = leaves(PARAMETERS).map((path) =>
      rulesVersion(changed(PARAMETERS, path) as object),
    );
    const constants = leaves(CONSTANTS).map((path) =>
      rulesVersion(PARAMETERS, changed(CONSTANTS, path) as object),
    );
    const marks = [rulesVersion(), ...parameters, ...constants];
    expect(marks.length).toBeGreaterThan(150);
    expect(new Set(marks).size).toBe(marks.length);
  });

  it("covers every number of the rules: none stands outside parameters.ts", () => {
    const found = RULES.filter((path) => path.endsWith(".ts")).flatMap((path) =>
      numbersIn(path, readFileSync(path, "utf8")),
    );
    expect(found).toEqual([]);
  });

  it("would see a number written into a rule", () => {
    expect(numbersIn("x.ts", "const LEAST = 2;\nif (paid >= 3) more(0.5, 10 ** 2);")).toEqual([
      "x.ts:1 LEAST = 2",
      "x.ts:2 3",
      "x.ts:2 0.5",
    ]);
  });

  it("holds no constant that no rule reads", () => {
    const code = [...RULES, `${ROOM}/run/detect.ts`]
      .filter((path) => path.endsWith(".ts"))
      .map((path) => readFileSync(path, "utf8"))
      .join("\n");
    const names = [
      ...Object.keys(PARAMETERS).map((name) => `PARAMETERS.${name}`),
      ...Object.entries(CONSTANTS).flatMap(([group, of]) =>
        Object.keys(of).map((name) => `${group} ${name}`),
      ),
    ];
    const unread = names.filter((name) => {
      const [group = "", own = ""] = name.split(" ");
      if (own === "") return !code.includes(group);
      const whole = new RegExp(`CONSTANTS\\.${group}\\.${own}\\b`);
      const taken = new RegExp(`\\b${own}\\b[^;]*\\}\\s*=\\s*\\n?\\s*CONSTANTS\\.${group};`);
      return !whole.test(code) && !taken.test(code);
    });
    expect(unread).toEqual([]);
  });
});

describe("indicators", () => {
  it("name their constants, each value out of parameters.ts", () => {
    const known = [
      ...Object.values(PARAMETERS),
      ...Object.values(CONSTANTS).flatMap((of) => Object.values(of)),
    ];
    for (const { family, parameters } of INDICATORS)
      for (const value of Object.values(parameters))
        expect([family, known]).toEqual([family, expect.arrayContaining([value])]);
  });

  it("are one file each, named once among the money's and once among the shapes'", () => {
    for (const list of [MONEY, SHAPES]) {
      const names = list.map(({ family }) => family);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});
