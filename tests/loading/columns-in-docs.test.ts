import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { MEANINGS } from "../../server/loading/columns/column-meanings.ts";

const sections = readFileSync("docs/columns.md", "utf8").split(/^## /m).slice(1);

/** Names in the first cells of the table of a file. */
function named(file: string): string[] {
  const section = sections.find((text) => text.startsWith(`${file}.csv`)) ?? "";
  return section
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .flatMap((line) => [...(line.split("|")[1] ?? "").matchAll(/`([^`]+)`/g)])
    .map(([, name = ""]) => name);
}

describe("docs/columns.md", () => {
  it("names every column of every file once, and none that the program does not read", () => {
    for (const [file, columns] of Object.entries(MEANINGS))
      expect(named(file).sort(), file).toEqual([...columns].sort());
  });
});
