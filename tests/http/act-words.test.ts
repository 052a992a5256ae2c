import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  actDetails,
  actName,
  actTarget,
  KNOWN_ACTS,
  KNOWN_QUESTIONS,
} from "../../contract/texts/act-names.ts";
import { isAudited } from "../../server/http/audited.ts";
import { groups } from "../../server/http/groups.ts";
import { isLook } from "../../server/http/looked-at.ts";
import { openJobs } from "../../server/jobs/registry.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { openBackoff } from "../../server/users/backoff.ts";

const nowhere = { queries: {}, dataDir: "" } as unknown as Database;
const endpoints = groups({
  database: nowhere,
  jobs: openJobs(),
  backoff: openBackoff(),
}).flatMap(({ group }) => Object.values(group));

/** Acts that the sources write by themselves, beside those that are named after an endpoint. */
function actsOfTheSources(): Set<string> {
  const found = new Set<string>();
  for (const file of readdirSync("server", { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".ts")) continue;
    const source = readFileSync(`server/${file}`, "utf8");
    const calls = /\b(?:audit|writeEntry|asAct)\([^;]*?\bwhat: "([^"]+)"/g;
    for (const [, what = ""] of source.matchAll(calls)) found.add(what);
    const events = /\{ who: [^}]*?\bwhat: "([^"]+)"/g;
    for (const [, what = ""] of source.matchAll(events)) found.add(what);
    const named = /\b(?:ANSWERED|LOOKS_DESTROYED) = "([^"]+)"/.exec(source)?.[1];
    if (named !== undefined) found.add(named);
    if (!file.startsWith("cli")) continue;
    for (const [, what = ""] of source.matchAll(/\bwhat: (?:[\w.]+ \? )?"([^"]+)"/g))
      found.add(what);
    for (const [, what = ""] of source.matchAll(/\bchange\(\s*context,\s*"([^"]+)"/g))
      found.add(what);
  }
  return found;
}

/** Said of a person by `serve`, no act. */
const NO_ACTS = ["manages people and data"];

describe("the log in words", () => {
  it("has words for every act that the code writes, and for no other", () => {
    const written = new Set([
      ...endpoints.filter(isAudited).map(({ name }) => name),
      ...actsOfTheSources(),
    ]);
    for (const none of NO_ACTS) written.delete(none);
    expect(written.size).toBeGreaterThan(80);
    expect([...written].filter((what) => !KNOWN_ACTS.includes(what))).toEqual([]);
    expect(KNOWN_ACTS.filter((what) => !written.has(what))).toEqual([]);
  });

  it("has words for every question that counts as a look, and for no other", () => {
    const asked = endpoints.filter(isLook).map(({ name }) => name);
    expect([...asked].sort()).toEqual([...KNOWN_QUESTIONS].sort());
  });

  it("calls no two acts the same in a language", () => {
    for (const language of ["en", "ru", "kk"] as const) {
      const words = KNOWN_ACTS.map((what) => actName(what, language));
      expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
    }
  });

  it("says details in words, a refusal by the act refused, and keeps what it does not know", () => {
    const told = JSON.stringify({ from: "10.0.0.5", code: "app", required: true, more: 3 });
    expect(actDetails("sign-in", told, "en")).toBe(
      "from: 10.0.0.5 · second factor: app · required: yes · more: 3",
    );
    expect(actDetails("looks", '{"from":0}', "ru")).toBe("с байта: 0");
    expect(actDetails("decide", "no JSON", "kk")).toBe("no JSON");
    expect(actTarget({ what: "refused", target: "openClaims" }, "ru")).toBe("Иски открыты");
    expect(actTarget({ what: "openClaims", target: "C1" }, "ru")).toBe("C1");
    expect(actName("constructor", "ru")).toBe("constructor");
  });
});
