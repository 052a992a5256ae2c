import { describe, expect, it } from "vitest";
import { DATA_FOLDER } from "../../server/neo4j/data-folder.ts";
import { filesOf } from "../support/imports.ts";

/** A name joined to a data folder anywhere in the server, at once or by a constant. */
const JOINED = /join\((?:\w+\.)?dataDir,\s*(?:"([\w.-]+)|([A-Z]+)\))/g;

describe("the table of the data folder", () => {
  it("knows every name the server writes there, or a backup would lack it", () => {
    const names = new Set<string>();
    for (const [path, text] of filesOf(/^server\/.*\.ts$/))
      for (const [, name, constant] of text.matchAll(JOINED)) {
        const value = new RegExp(`const ${constant} = "([^"]+)"`).exec(text)?.[1];
        names.add(name ?? value ?? `${constant} of ${path}`);
      }
    expect(names.size).toBeGreaterThan(15);
    expect([...names].filter((name) => !DATA_FOLDER.has(name))).toEqual([]);
  });
});
