import { execFileSync, spawnSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
// @ts-expect-error plain JavaScript: it runs before anything is built
import * as needed from "../../setup/bundle/needed-packages.mjs";

const project = resolve(import.meta.dirname, "../..");
const neededPackages: (project: string, dist: string, folders: string[]) => string[] =
  needed.neededPackages;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dropper-graph-bundle-test-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string, mode = 0o644): void {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  writeFileSync(join(folder, path), text, { mode });
}

describe("the packages of a bundle", () => {
  function install(packages: Record<string, object>): void {
    write("package-lock.json", JSON.stringify({ packages }));
    for (const path of Object.keys(packages)) write(`${path}/package.json`, "{}");
  }

  it("are those the program imports and what these need, each from where Node takes it", () => {
    write("package.json", JSON.stringify({ dependencies: { a: "1", "@s/b": "1", web: "1" } }));
    install({
      "node_modules/a": { dependencies: { c: "1" }, peerDependencies: { absent: "1" } },
      "node_modules/@s/b": { dependencies: { c: "2" }, optionalDependencies: { native: "1" } },
      "node_modules/@s/b/node_modules/c": { dependencies: { d: "1" } },
      "node_modules/c": {},
      "node_modules/d": {},
      "node_modules/web": {},
    });
    write("dist/server/main.js", 'import { x } from "a";\nimport fs from "node:fs";\n');
    write("dist/server/deep/one.js", 'await import("@s/b/part.js");\nimport "./two.js";\n');
    write("dist/web/page.js", 'import "web";\n');
    expect(neededPackages(folder, join(folder, "dist"), ["server"])).toEqual([
      "node_modules/@s/b",
      "node_modules/@s/b/node_modules/c",
      "node_modules/a",
      "node_modules/c",
      "node_modules/d",
    ]);
  });

  it("are refused where the lock file lacks one that is needed", () => {
    write("package.json", JSON.stringify({ dependencies: { a: "1" } }));
    install({ "node_modules/a": { dependencies: { gone: "1" } } });
    write("dist/server/main.js", 'import "a";\n');
    expect(() => neededPackages(folder, join(folder, "dist"), ["server"])).toThrow(
      "node_modules/a needs gone",
    );
  });
});

describe("install.sh", () => {
  const bundle = () => join(folder, "dropper-graph-0");
  beforeEach(() => {
    write("dropper-graph-0/node/bin/node", "#!/bin/sh\necho v20\n", 0o755);
    write("dropper-graph-0/app/one.txt", "one\n");
    cpSync(join(project, "setup/bundle/install.sh"), join(bundle(), "install.sh"));
    chmodSync(join(bundle(), "install.sh"), 0o755);
    const listed = "install.sh app/one.txt node/bin/node".split(" ");
    const sums = execFileSync("sha256sum", listed, { cwd: bundle(), encoding: "utf8" });
    writeFileSync(join(bundle(), "checksums.sha256"), sums);
    for (const name of ["publisher", "stranger"]) {
      openssl("genpkey", "-algorithm", "ed25519", "-out", `${name}.key`);
      openssl("pkey", "-in", `${name}.key`, "-pubout", "-out", `${name}.pem`);
    }
    const list = "dropper-graph-0/checksums.sha256";
    const signed = ["-in", list, "-out", `${list}.sig`];
    openssl("pkeyutl", "-sign", "-inkey", "publisher.key", "-rawin", ...signed);
  });

  function openssl(...words: string[]): void {
    execFileSync("openssl", words, { cwd: folder, stdio: "ignore" });
  }
  function install(publisher = "publisher.pem") {
    const words = ["--prefix", join(folder, "installed"), "--publisher", join(folder, publisher)];
    const { status, stdout, stderr } = spawnSync(join(bundle(), "install.sh"), words, {
      encoding: "utf8",
    });
    return { status, said: stdout + stderr, installed: existsSync(join(folder, "installed")) };
  }

  it("installs what was packed and signed, and never over what is there", () => {
    expect(install()).toMatchObject({ status: 0, installed: true });
    const again = install();
    expect(again.status).toBe(1);
    expect(again.said).toContain("is there already");
  });

  it.each([
    ["a changed byte", () => appendFileSync(join(bundle(), "app/one.txt"), " "), "not the one"],
    ["a file too many", () => write("dropper-graph-0/app/two.txt", "2"), "app/two.txt is not in"],
    ["a file too few", () => rmSync(join(bundle(), "app/one.txt")), "not the one"],
    [
      "a file and its line changed together",
      () => {
        write("dropper-graph-0/app/two.txt", "2");
        const line = execFileSync("sha256sum", ["app/two.txt"], { cwd: bundle() });
        appendFileSync(join(bundle(), "checksums.sha256"), line);
      },
      "not signed by the key",
    ],
    [
      "no signature",
      () => rmSync(join(bundle(), "checksums.sha256.sig")),
      "this bundle is not signed",
    ],
  ])("refuses %s, and installs nothing", (_, spoil, words) => {
    spoil();
    const { status, said, installed } = install();
    expect(said).toContain(words);
    expect({ status, installed }).toEqual({ status: 1, installed: false });
  });

  it("refuses a bundle that another key has signed", () => {
    const { status, said, installed } = install("stranger.pem");
    expect(said).toContain("not signed by the key");
    expect({ status, installed }).toEqual({ status: 1, installed: false });
  });
});
