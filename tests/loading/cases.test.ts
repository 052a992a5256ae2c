import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { expectedOf, readAsCase } from "../support/cases.ts";
import { inputFile } from "../support/reading.ts";

const FOLDER = fileURLToPath(new URL("./cases", import.meta.url));
/** Each input lies beside what is expected of it: `03-halyk.xlsx`, `03-halyk.xlsx.json`. */
const INPUTS = readdirSync(FOLDER)
  .filter((name) => !name.endsWith(".json"))
  .sort();

describe("a file as banks really send it", () => {
  it.each(INPUTS)("%s is read to what it says, or refused with the reason", async (name) => {
    const path = join(FOLDER, name);
    const { expected } = await expectedOf(`${path}.json`);
    const { rows, ...read } = await readAsCase(await inputFile(path));
    expect(read).toEqual(expected);
    expect(rows).toBe(read.transfers.length + read.refused.length);
  });

  it("is there for every expectation", () => {
    const expectations = readdirSync(FOLDER).filter((name) => name.endsWith(".json"));
    expect(expectations.map((name) => name.slice(0, -".json".length)).sort()).toEqual(INPUTS);
  });
});
