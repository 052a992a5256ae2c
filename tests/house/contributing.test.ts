import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";

const project = resolve(import.meta.dirname, "../..");

/** `contract/texts/{en,ru}/rules.ts` as its two paths. */
function written(path: string): string[] {
  const group = /\{([^}]+)\}/.exec(path);
  if (!group) return [path];
  return (group[1] ?? "").split(",").flatMap((word) => written(path.replace(group[0], word)));
}

it("CONTRIBUTING.md names no file that does not exist", () => {
  const text = readFileSync(resolve(project, "CONTRIBUTING.md"), "utf8");
  const paths = [...text.matchAll(/`((?:[\w.{},-]+\/)+[\w.{},-]*)`/g)]
    .map((match) => match[1] ?? "")
    .filter((path) => !/NAME|CAPABILITY|^\.dev/.test(path));
  expect(paths.length).toBeGreaterThan(20);
  expect(paths.flatMap(written).filter((path) => !existsSync(resolve(project, path)))).toEqual([]);
});

it("CONTRIBUTING.md names no command that package.json does not have", () => {
  const text = readFileSync(resolve(project, "CONTRIBUTING.md"), "utf8");
  const { scripts } = JSON.parse(readFileSync(resolve(project, "package.json"), "utf8"));
  const named = [...text.matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1] ?? "");
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

it("each decision has a number of its own, and says it in its title", () => {
  const folder = resolve(project, "docs/decisions");
  const names = readdirSync(folder).filter((name) => /^\d/.test(name));
  const numbers = names.map((name) => name.slice(0, 3));
  expect(names.length).toBeGreaterThan(40);
  expect(numbers.filter((number, at) => numbers.indexOf(number) !== at)).toEqual([]);
  const untitled = names.filter(
    (name) => !readFileSync(resolve(folder, name), "utf8").startsWith(`# ${name.slice(0, 3)} `),
  );
  expect(untitled).toEqual([]);
});
