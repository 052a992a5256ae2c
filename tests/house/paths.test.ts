import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { filesOf, type Sources } from "../support/imports.ts";

/** Documents whole; of source files only the comments. */
const WRITTEN = /\.(md|ts|tsx|mjs|css|cypher)$/;
const COMMENT = /\/\*[\s\S]*?\*\/|(?<![:"'`\w/])\/\/[^\n]*/g;
const TOP = "contract|docs|fixtures|graph-queries|server|setup|tests|web";
/** A path from a folder of the project, or the bare name of a source file. */
const PATH = new RegExp(
  `(?<![\\w/.:@*-])((?:${TOP})/[\\w./<>*{},-]*|(?:[\\w.-]+/)*[\\w.-]+\\.(?:tsx?|mjs|cypher|md))(?![\\w/])`,
  "g",
);
/** Patterns that stand for many files. */
const PATTERN = /[<>*{]|NNN|NAME|CAPABILITY/;

const files = [...filesOf(/./).keys()];
const known = new Set(
  files.flatMap((path) => {
    const parts = path.split("/");
    return parts.flatMap((_, at) => [parts.slice(at).join("/"), parts.slice(0, at + 1).join("/")]);
  }),
);
for (const path of files) {
  const folders = posix.dirname(path).split("/");
  folders.forEach((_, at) => void known.add(folders.slice(at).join("/")));
}

/** Paths that a text names and that are nowhere, as "file: path". */
function missing(sources: Sources): readonly string[] {
  return [...sources].flatMap(([path, text]) => {
    const words = path.endsWith(".md") ? text : (text.match(COMMENT) ?? []).join("\n");
    return [...words.matchAll(PATH)]
      .map((match) => (match[1] ?? "").replace(/[./,]+$/, ""))
      .filter((name) => !PATTERN.test(name) && !known.has(name))
      .map((name) => `${path}: ${name}`);
  });
}

describe("documents and comments", () => {
  it("name no file that does not exist", () => {
    const written = filesOf(WRITTEN);
    expect(missing(written)).toEqual([]);
  });

  it("that name one are caught, wherever it is written", () => {
    const of = (path: string, text: string) => missing(new Map([[path, text]]));
    expect(of("docs/planted.md", "See `server/nowhere/rules.ts`, and tracing/stops.ts.")).toEqual([
      "docs/planted.md: server/nowhere/rules.ts",
    ]);
    expect(of("web/planted.ts", `/${"*"}* Rules stand in nowhere-at-all.ts. *${"/"}`)).toHaveLength(
      1,
    );
    expect(of("web/planted.ts", `/${"/"} docs/nowhere.md has more`)).toHaveLength(1);
    expect(of("graph-queries/planted.cypher", `/${"/"} Purpose: see NOWHERE.md`)).toHaveLength(1);
    expect(of("web/planted.ts", 'const at = "server/nowhere/rules.ts";')).toEqual([]);
    expect(of("docs/planted.md", "`graph-queries/<capability>/<name>.cypher`, `docs/`")).toEqual(
      [],
    );
  });
});
