import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/**
 * The requirements of OWASP ASVS 5.0 at levels 1 and 2: by section the last number, without those
 * of level 3 alone.
 */
const SECTIONS: Readonly<Record<string, readonly [last: number, ...without: number[]]>> = {
  "1.1": [2],
  "1.2": [9],
  "1.3": [11],
  "1.4": [3],
  "1.5": [2],
  "2.1": [3],
  "2.2": [3],
  "2.3": [4],
  "2.4": [1],
  "3.2": [2],
  "3.3": [4],
  "3.4": [6],
  "3.5": [5],
  "3.7": [2],
  "4.1": [3],
  "4.2": [1],
  "4.3": [2],
  "4.4": [4],
  "5.1": [1],
  "5.2": [3],
  "5.3": [2],
  "5.4": [3],
  "6.1": [3],
  "6.2": [12],
  "6.3": [4],
  "6.4": [4],
  "6.5": [5],
  "6.6": [3],
  "6.8": [4],
  "7.1": [3],
  "7.2": [4],
  "7.3": [2],
  "7.4": [5],
  "7.5": [2],
  "7.6": [2],
  "8.1": [2],
  "8.2": [3],
  "8.3": [1],
  "8.4": [1],
  "9.1": [3],
  "9.2": [4],
  "10.1": [2],
  "10.2": [2],
  "10.3": [4],
  "10.4": [11],
  "10.5": [5],
  "10.6": [2],
  "10.7": [3],
  "11.1": [2],
  "11.2": [3],
  "11.3": [3],
  "11.4": [4],
  "11.5": [1],
  "11.6": [1],
  "12.1": [3],
  "12.2": [2],
  "12.3": [4],
  "13.1": [1],
  "13.2": [5],
  "13.3": [2],
  "13.4": [5],
  "14.1": [2],
  "14.2": [4],
  "14.3": [3],
  "15.1": [3],
  "15.2": [3],
  "15.3": [7],
  "16.1": [1],
  "16.2": [5],
  "16.3": [4],
  "16.4": [3],
  "16.5": [3],
  "17.1": [1],
  "17.2": [4],
  "17.3": [2],
};

const wanted = Object.entries(SECTIONS).flatMap(([section, [last, ...without]]) =>
  Array.from({ length: last }, (_, at) => at + 1)
    .filter((number) => !without.includes(number))
    .map((number) => `${section}.${number}`),
);

const STATES = ["test", "by design", "not applicable", "in part", "missing"];

const text = readFileSync("docs/compliance.md", "utf8");
const rows = text.split("\n").flatMap((line) => {
  const [, number = "", what = "", state = "", how = ""] = line
    .split("|")
    .map((cell) => cell.trim());
  return /^\d+\.\d+\.\d+$/.test(number) ? [{ number, what, state, how }] : [];
});
const testsIn = (how: string) => how.match(/tests\/[\w./-]+\.test\.ts/g) ?? [];
/** Titles that are named behind a file, each in quotes. */
const titlesIn = (how: string) =>
  [...how.matchAll(/`(tests\/[\w./-]+\.test\.ts)`((?: "[^"]+")+)/g)].flatMap(([, file = "", all]) =>
    [...(all ?? "").matchAll(/"([^"]+)"/g)].map(([, title = ""]) => ({ file, title })),
  );

describe("docs/compliance.md", () => {
  it("has every requirement of levels 1 and 2 once, and no other", () => {
    expect(wanted).toHaveLength(253);
    expect(rows.map(({ number }) => number)).toEqual(wanted);
  });

  it("names a test that exists, or says why", () => {
    const faults = rows.flatMap(({ number, what, state, how }) => {
      const named = testsIn(how);
      const missing = named.filter((file) => !existsSync(file));
      return [
        ...(what.length > 2 ? [] : [`${number}: nothing is asked`]),
        ...(STATES.includes(state) ? [] : [`${number}: no state "${state}"`]),
        ...(state === "test" && named.length === 0 ? [`${number}: names no test`] : []),
        ...(state !== "test" && how.length < 8 ? [`${number}: no reason`] : []),
        ...missing.map((file) => `${number}: there is no ${file}`),
        ...titlesIn(how)
          .filter(({ file, title }) => !readFileSync(file, "utf8").includes(title))
          .map(({ file, title }) => `${number}: no test of ${file} is called "${title}"`),
      ];
    });
    expect(faults).toEqual([]);
  });

  it("counts its states as they are", () => {
    const counted = STATES.map((state) => [
      state,
      rows.filter((row) => row.state === state).length,
    ]);
    const said = STATES.map((state) => [
      state,
      Number(new RegExp(`^\\| ${state} +\\|.*\\| (\\d+) +\\|$`, "m").exec(text)?.[1]),
    ]);
    expect(said).toEqual(counted);
  });
});
