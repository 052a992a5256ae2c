import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { functionsOf } from "../support/functions.ts";
import { filesOf } from "../support/imports.ts";
import { roomOf } from "./layers.ts";

/** The house's measures. What is above them is listed with the room that mends it. */
const COLUMNS = 100;
const SHARE_OF_LONG_LINES = 0.01;
const LINES_OF_FUNCTION = 120;
const LINES_OF_FILE = 400;

/** Tables of data and catalogues of texts, which grow with what they list. */
const TABLES =
  /^(server\/loading\/columns\/heading-dictionary\.ts|(web\/i18n|contract\/texts|server\/evidence\/texts)\/.*)$/;

/**
 * Still too long, to be mended by the room they stand in. A mended one is struck off here; nothing
 * is added.
 */
const LONG_FILES: readonly string[] = [];
const LONG_FUNCTIONS: readonly string[] = [];

const sources = filesOf(/\.(ts|tsx|mjs|css|cypher|md)$/);
/** The room that mends what stands in a file; of tests the folder. */
const owner = (path: string) => roomOf(path) ?? path.split("/").slice(0, 2).join("/");
const linesOf = (text: string) => text.replace(/\n$/, "").split("\n");

describe("the house's measures", () => {
  it(`at most 1 % of lines are over ${COLUMNS} columns`, () => {
    const written = [...sources].flatMap(([path, text]) => {
      const lines = linesOf(text);
      // A table of Markdown cannot be wrapped.
      return path.endsWith(".md") ? lines.filter((line) => !line.startsWith("|")) : lines;
    });
    const long = written.filter((line) => line.length > COLUMNS).length;
    expect(long / written.length).toBeLessThanOrEqual(SHARE_OF_LONG_LINES);
  });

  it(`no file is over ${LINES_OF_FILE} lines, tables of data apart`, () => {
    const code = [...sources].filter(([path]) => !path.endsWith(".md") && !TABLES.test(path));
    const long = code.filter(([, text]) => linesOf(text).length > LINES_OF_FILE);
    expect(long.map(([path]) => `${owner(path)}: ${posix.basename(path)}`).sort()).toEqual(
      [...LONG_FILES].sort(),
    );
  });

  it(`no function is over ${LINES_OF_FUNCTION} lines`, () => {
    const code = [...sources].filter(([path]) => /\.(ts|tsx|mjs)$/.test(path));
    const long = code.flatMap(([path, text]) =>
      functionsOf(path, text)
        .filter(({ lines }) => lines > LINES_OF_FUNCTION)
        .map(({ name }) => `${owner(path)}: ${name}`),
    );
    expect(long.sort()).toEqual([...LONG_FUNCTIONS].sort());
    // Every file is parsed: on a machine that is busy with other work this takes a while.
  }, 120_000);

  it("count a function with its body, nested ones too, and no group of tests", () => {
    const body = "  one();\n".repeat(LINES_OF_FUNCTION);
    const sizes = (text: string) => functionsOf("planted.tsx", text);
    expect(sizes(`export function Page() {\n${body}}\n`)).toEqual([{ name: "Page", lines: 122 }]);
    expect(sizes(`const work = async () => {\n${body}};\n`)).toEqual([
      { name: "work", lines: 122 },
    ]);
    expect(sizes(`const a = { act() {\n${body}} };\n`)).toEqual([{ name: "act", lines: 122 }]);
    expect(sizes(`function f() {\n  const g = () => {\n${body}  };\n}\n`)).toHaveLength(2);
    expect(sizes(`describe("x", () => {\n${body}});\n`)).toEqual([]);
  });
});
