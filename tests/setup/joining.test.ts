import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import ts from "typescript";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
// @ts-expect-error plain JavaScript: it runs before anything is installed
import * as transpile from "../../setup/transpile.mjs";
// @ts-expect-error plain JavaScript: it runs before anything is installed
import * as types from "../../setup/types.mjs";

const project = resolve(import.meta.dirname, "../..");
const TYPE_CONFIGS: { config: string }[] = types.TYPE_CONFIGS;
const files: (paths: string[]) => void = transpile.files;

it("npm run types looks at every TypeScript file of the project", () => {
  const scripts = JSON.parse(readFileSync(join(project, "package.json"), "utf8")).scripts;
  expect(scripts.types).toBe("node setup/types.mjs");
  const looked = new Set(
    TYPE_CONFIGS.flatMap(({ config }) => {
      const { config: json } = ts.readConfigFile(join(project, config), ts.sys.readFile);
      return ts.parseJsonConfigFileContent(json, ts.sys, project).fileNames;
    }),
  );
  const all = execFileSync("git", ["ls-files", "*.ts", "*.tsx"], {
    cwd: project,
    encoding: "utf8",
  });
  expect(
    all
      .trim()
      .split("\n")
      .filter((file) => !looked.has(join(project, file))),
  ).toEqual([]);
});

describe("the commit hook", () => {
  let folder: string;
  const git = (...words: string[]) =>
    spawnSync("git", ["-c", "user.name=t", "-c", "user.email=t@t", ...words], {
      cwd: folder,
      encoding: "utf8",
    });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "dropper-graph-hook-"));
    git("init", "-q");
    git("config", "core.hooksPath", ".githooks");
    cpSync(join(project, ".githooks"), join(folder, ".githooks"), { recursive: true });
    cpSync(join(project, "setup"), join(folder, "setup"), { recursive: true });
    for (const name of ["biome.json", "node_modules"])
      symlinkSync(join(project, name), join(folder, name));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const committed = (name: string) => git("show", `HEAD:${name}`).stdout;

  it("formats what is committed, with blanks in the name too, and nothing else", () => {
    mkdirSync(join(folder, "a folder"));
    writeFileSync(join(folder, "a folder/one.ts"), "export const   a=1\n");
    writeFileSync(join(folder, "other.ts"), "export const   b=1\n");
    git("add", "a folder");
    expect(git("commit", "-qm", "one").status).toBe(0);
    expect(committed("a folder/one.ts")).toBe("export const a = 1;\n");
    expect(readFileSync(join(folder, "other.ts"), "utf8")).toBe("export const   b=1\n");
  });

  it("leaves a file alone of which only a part is committed", () => {
    const path = join(folder, "part.ts");
    writeFileSync(path, "export const   a=1\n");
    git("add", "part.ts");
    writeFileSync(path, "export const   a=1\nexport const   b=2\n");
    expect(git("commit", "-qm", "part").status).toBe(0);
    expect(committed("part.ts")).toBe("export const   a=1\n");
    expect(readFileSync(path, "utf8")).toContain("b=2");
  });
});

it("npm run dev compiles one changed file by itself, and says where it cannot be read", () => {
  const path = "server/zz-transpile-test.ts";
  const target = join(project, "dist", path.replace(".ts", ".js"));
  try {
    writeFileSync(
      join(project, path),
      'import { z } from "./time/instant.ts";\nexport const a: number = z;\n',
    );
    files([path, "server/some.cypher"]);
    expect(readFileSync(target, "utf8")).toContain('from "./time/instant.js"');
    writeFileSync(join(project, path), "export const = 1;\n");
    expect(() => files([path])).toThrow(path);
  } finally {
    rmSync(join(project, path), { force: true });
    files([path]);
    rmSync(`${target}.map`, { force: true });
  }
});
