import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { filesOf, importsOf } from "../support/imports.ts";
import { circles, circlesOfTable, LAYERS, mayImport, roomOf, upwardImports } from "./layers.ts";

const sources = filesOf(/^(server|web|contract|graph-queries|fixtures|setup)\/.*\.(ts|tsx|mjs)$/);

/** One line of each way to import `target`. */
const WAYS: Readonly<Record<string, (target: string) => string>> = {
  "a static import": (target) => `import { one } from "${target}";`,
  "a type import": (target) => `import type { One } from "${target}";`,
  "a type in place": (target) => `export type Two = import("${target}").One;`,
  "a dynamic import": (target) => `export const late = () => import("${target}");`,
  "an export from": (target) => `export * from "${target}";`,
  "a type export from": (target) => `export type { One } from "${target}";`,
  "a side effect": (target) => `import "${target}";`,
};
const worker = (target: string) => `new Worker(new URL("${target}", import.meta.url));`;

/** Every folder of the product that has a room; directly under web/ only main.tsx has one. */
const folders = [...new Set([...sources.keys()].map((path) => posix.dirname(path)))].filter(
  (folder) => folder !== "web",
);
const planted = (folder: string, line: string) =>
  upwardImports(new Map([[`${folder}/planted.ts`, `${line}\n`]]));

describe("imports", () => {
  it("run along the layers only", () => {
    expect(upwardImports(sources)).toEqual([]);
  });

  it("make no circle", () => {
    expect(circlesOfTable()).toEqual([]);
    expect(circles(sources)).toEqual([]);
  });

  it.each([...Object.entries(WAYS), ["a worker", worker] as const])(
    "are seen in every folder, nested ones too, where %s runs against the layers",
    (_, line) => {
      for (const folder of folders) {
        const room = roomOf(`${folder}/planted.ts`) ?? folder;
        for (const other of Object.keys(LAYERS)) {
          if (mayImport(room, other) || other === "web/main.tsx") continue;
          const target = posix.relative(folder, `${other}/file.ts`);
          const name = target.startsWith(".") ? target : `./${target}`;
          if (roomOf(`${other}/file.ts`) !== other) continue;
          expect(planted(folder, line(name))).toEqual([`${folder}/planted.ts -> ${other}/file.ts`]);
        }
      }
    },
  );

  it.each(Object.entries(WAYS))("of a package outside its room are seen by %s", (_, line) => {
    const closed = (folder: string, name: string) =>
      expect(planted(folder, line(name))).toEqual([`${folder}/planted.ts -> ${name}`]);
    for (const folder of folders) {
      const within = (...rooms: string[]) => rooms.some((room) => `${folder}/`.startsWith(room));
      if (!within("graph-queries/", "server/neo4j/")) closed(folder, "neo4j-driver");
      if (!within("web/graph/")) {
        closed(folder, "sigma");
        closed(folder, "sigma/rendering");
        closed(folder, "@sigma/node-border");
      }
      if (!within("server/http/", "server/api/")) closed(folder, "express");
      if (within("web/", "contract/")) closed(folder, "node:fs");
      if (!within("web/")) closed(folder, "react");
      closed(folder, "vitest");
    }
  });

  it("of a room that has no layer are seen", () => {
    expect(planted("server/nowhere", "")).toEqual([
      "server/nowhere/planted.ts: no room of tests/house/layers.ts",
    ]);
    expect(planted("web", "")).toHaveLength(1);
    expect(planted("web/pages/cases", 'import "../explore/workbench.tsx";')).toHaveLength(1);
    expect(planted("server/loading", 'import "../nowhere/file.ts";')).toHaveLength(1);
  });

  it.each(Object.entries(WAYS))("in a circle are seen, closed by %s", (_, line) => {
    const of = (lines: Readonly<Record<string, string>>) => circles(new Map(Object.entries(lines)));
    expect(
      of({
        "server/loading/readers/camt/one.ts": line("../two.ts"),
        "server/loading/readers/two.ts": line("./three/three.ts"),
        "server/loading/readers/three/three.ts": line("../camt/one.ts"),
        "server/loading/readers/four.ts": line("./two.ts"),
      }),
    ).toEqual([
      "server/loading/readers/camt/one.ts <-> server/loading/readers/three/three.ts <-> server/loading/readers/two.ts",
    ]);
    expect(of({ "web/one.tsx": line("./two.tsx"), "web/two.tsx": line("./three.ts") })).toEqual([]);
  });

  it("in comments and texts are none", () => {
    const text = '// import "../http/app.ts";\nconst words = \'import "../http/app.ts"\';\n';
    expect(importsOf("server/money/planted.ts", text)).toEqual([]);
  });
});

describe("questions to the database", () => {
  /** Cypher in a text of TypeScript: it could be put together with what somebody typed. */
  const CYPHER = /["'`][^"'`\n]*\b(MATCH|MERGE|UNWIND|DETACH DELETE|CREATE)\s*\(/;
  const written = (files: Iterable<readonly [string, string]>) =>
    [...files].flatMap(([path, text]) =>
      text
        .split("\n")
        .filter((line) => CYPHER.test(line) && !/^\s*(\*|\/\/)/.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    );

  it("are files of their own, and what is typed goes in as a parameter", () => {
    // The example in the help of `cypher`, which reads only (server/neo4j/typed-question.ts).
    const example = /^server\/cli\/cypher\.ts: \.argument\(/;
    expect(written(sources).filter((line) => !example.test(line))).toEqual([]);
    const queries = filesOf(/^graph-queries\/.*\.cypher$/);
    expect(queries.size).toBeGreaterThan(100);
    for (const [path, text] of queries) expect(text, path).not.toContain("${");
  });

  it("put together in TypeScript are seen", () => {
    const planted = "const asked = `MATCH (a:Account) WHERE a.number = '` + typed;";
    expect(written([["server/planted.ts", planted]])).toHaveLength(1);
  });
});
