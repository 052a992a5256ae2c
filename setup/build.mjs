/**
 * Compiles what has changed: TypeScript to dist, the web app to dist/web, the inventory of packages to
 * dist/sbom.cdx.json. `npm run build`; every command calls it first.
 */
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { writeInventory } from "./sbom.mjs";
import { installPackages, project, run, SetupError, say, script } from "./steps.mjs";

/** Folders that are compiled to dist, without the web app. */
export const SERVER = ["server", "graph-queries", "contract", "fixtures"];

/** @param {{ web?: boolean }} options web: build the web app too */
export async function build({ web = true } = {}) {
  await whileNobodyElseBuilds(async () => {
    await step("server", [...SERVER, "tsconfig.json", "package-lock.json"], compileServer);
    if (web && existsSync(join(project, "web/index.html"))) {
      await step(
        "web",
        ["web", "contract", "docs/guide", "vite.config.ts", "package-lock.json"],
        compileWeb,
      );
      await step("sbom", ["package-lock.json", "setup/sbom.mjs", "setup/licences.mjs"], inventory);
    }
  });
}

/** Types are checked by `npm test`; here they would only cost time. */
async function compileServer() {
  const code = await run(
    process.execPath,
    [tool("typescript/bin/tsc"), "-p", "tsconfig.json", "--noCheck", "--incremental", "false"],
    { quiet: true },
  );
  if (code !== 0) throw new SetupError("The server does not compile, see above.");
  for (const folder of SERVER) removeLeftovers(join(project, "dist", folder));
}

async function compileWeb() {
  say("Building the web app …");
  const code = await run(
    process.execPath,
    [tool("vite/bin/vite.js"), "build", "--logLevel", "warn"],
    { quiet: true },
  );
  if (code !== 0) throw new SetupError("The web app does not build, see above.");
}

/** Nobody is kept from working by a missing list. */
function inventory() {
  try {
    writeInventory();
  } catch (error) {
    say(`The inventory of packages was not written: ${error.message}`);
  }
}

function tool(path) {
  return join(project, "node_modules", path);
}

/** Runs `work` unless the inputs are the same as at its last success. */
async function step(name, inputs, work) {
  const mark = join(project, "dist", `.${name}-built-from`);
  const state = fingerprint(inputs);
  if (existsSync(mark) && readFileSync(mark, "utf8") === state) return;
  rmSync(mark, { force: true });
  await work();
  mkdirSync(join(project, "dist"), { recursive: true });
  writeFileSync(mark, state);
}

/** Names, sizes and times of change: 300 files in a few milliseconds. */
function fingerprint(inputs) {
  const hash = createHash("sha256");
  for (const input of inputs) {
    for (const file of filesUnder(join(project, input))) {
      if (/\.(csv|jsonl|cypher|zip)$/.test(file)) continue;
      const { size, mtimeMs } = statSync(file);
      hash.update(`${relative(project, file)} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest("hex");
}

function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

/** Compiled files whose source is gone would still be loaded. */
function removeLeftovers(folder) {
  for (const file of filesUnder(folder)) {
    const source = join(project, relative(join(project, "dist"), file)).replace(
      /\.js(\.map)?$/,
      ".ts",
    );
    if (/\.js(\.map)?$/.test(file) && !existsSync(source)) rmSync(file);
  }
}

/**
 * Two commands started at once must not compile into the same folder. The lock of a dead process is
 * broken.
 */
async function whileNobodyElseBuilds(work) {
  const lock = join(project, "dist/.building");
  mkdirSync(join(project, "dist"), { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: "wx" });
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      if (!ownerLives(lock)) rmSync(lock, { force: true });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  try {
    await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function ownerLives(lock) {
  try {
    const pid = Number(readFileSync(lock, "utf8"));
    // Just created and not yet written to: wait.
    if (pid === 0) return Date.now() - statSync(lock).mtimeMs < 2_000;
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await script(async () => {
    await installPackages();
    await build({ web: !process.argv.includes("--server-only") });
  });
}
