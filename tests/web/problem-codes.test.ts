import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { notMade } from "../../contract/papers.ts";
import { reportKept } from "../../contract/report-corrections.ts";
import { en } from "../../web/i18n/en/index.ts";

/**
 * What stops the program before a page can be open, or only the command line can meet. Everything
 * else may reach a browser and needs words in three languages.
 */
const NEVER_IN_A_BROWSER = [
  "anchor-changed",
  "anchor-unreadable",
  "backup-damaged",
  "backup-differs",
  "backup-newer",
  "backup-not-ours",
  "backup-older",
  "backup-other-key",
  "bad-backup-key",
  "bad-key",
  "bad-key-file",
  "cypher-not-reading",
  "cypher-too-large",
  "cypher-too-long",
  "cypher-wrong",
  "data-folder-busy",
  "data-folder-in-use",
  "data-folder-unusable",
  "database-in-use",
  "database-password-lost",
  "folder-not-watchable",
  "host-unknown",
  "java-missing",
  "java-unsuitable",
  "key-file-exists",
  "key-of-package",
  "mapping-unreadable",
  "maven-missing",
  "neo4j-address-wrong",
  "neo4j-not-fetched",
  "neo4j-too-old",
  "no-backup-key",
  "no-key-file",
  "no-package",
  "no-source",
  "out-not-empty",
  "outside-not-backed-up",
  "package-too-large",
  "port-forbidden",
  "port-taken",
];

/** Codes of the errors in the server's sources; the command line's own are left out. */
function codes(): Set<string> {
  const found = new Set<string>();
  const files = readdirSync("server", { recursive: true, encoding: "utf8" });
  for (const file of files.filter((name) => name.endsWith(".ts") && !name.startsWith("cli"))) {
    const source = readFileSync(`server/${file}`, "utf8");
    for (const [, code = ""] of source.matchAll(/new UserError\(\{\s*code:\s*"([^"]+)"/g))
      found.add(code);
    for (const [, code = ""] of source.matchAll(/brokenFile\(\s*[\w.]+,\s*"([^"]+)"/g))
      found.add(code);
  }
  return found;
}

describe("problems a person may meet on a page", () => {
  it("all have words in the catalogue, so that nobody reads the server's English", () => {
    const all = codes();
    expect(all.size).toBeGreaterThan(60);
    const computed = ["not-loaded", "no-transfer-named", "own-account", "reported-twice"].map(
      (reason) => `trace-${reason}`,
    );
    computed.push(...reportKept.options.map((why) => `report-kept-${why}`));
    computed.push(...notMade.options.map((why) => `paper-${why}`));
    const wanted = [...all, ...computed, "nothing-asked", "unreadable", "media-type"];
    const without = wanted.filter(
      (code) => !NEVER_IN_A_BROWSER.includes(code) && !Object.hasOwn(en.problems, code),
    );
    expect(without).toEqual([]);
  });

  it("names no code here that no longer exists", () => {
    const all = codes();
    expect(NEVER_IN_A_BROWSER.filter((code) => !all.has(code))).toEqual([]);
  });
});
