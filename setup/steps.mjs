/**
 * What every set-up script shares. Runs on bare Node: nothing outside node:* may be imported here.
 * Every message goes to stderr, so that a command's own output stays clean.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const project = dirname(dirname(fileURLToPath(import.meta.url)));

/** A stop with a remedy; printed as one paragraph without a stack trace. */
export class SetupError extends Error {}

export function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * Runs a program to its end. `quiet`: its output is kept and shown only when it fails.
 * @returns {Promise<number>} exit code
 */
export function run(command, args, { quiet = false, cwd = project, env = process.env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: quiet ? ["ignore", "pipe", "pipe"] : ["inherit", 2, "inherit"],
    });
    let kept = "";
    for (const stream of quiet ? [child.stdout, child.stderr] : []) {
      stream.on("data", (chunk) => {
        kept += chunk;
      });
    }
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (quiet && code !== 0) process.stderr.write(kept);
      resolve(code ?? (signal === null ? 1 : 128));
    });
  });
}

/** Runs `main` as a script: a SetupError becomes one paragraph, exit code 1. */
export async function script(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(`error: ${error.message}`);
    process.exitCode = 1;
  }
}

export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new SetupError(
    `Node ${process.versions.node} is too old. Install Node 20.19 or newer from your system's packages.`,
  );
}

/** Installs the packages of package-lock.json when they are missing or others are installed. */
export async function installPackages() {
  requireNode();
  if (packagesInstalled()) return;
  say("Installing packages (npm ci) …");
  const code = await run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    quiet: true,
  });
  if (code !== 0)
    throw new SetupError(
      "npm ci failed, see above. Check the network and npm's registry setting, then run it again.",
    );
  installHooks();
}

/**
 * Lets git run .githooks/pre-commit, which formats what is committed. Nothing happens outside a git
 * checkout, or where the developer has hooks of his own.
 */
function installHooks() {
  const git = (...words) => spawnSync("git", words, { cwd: project, encoding: "utf8" });
  if (git("rev-parse", "--is-inside-work-tree").status !== 0) return;
  if (git("config", "core.hooksPath").stdout !== "") return;
  git("config", "core.hooksPath", ".githooks");
}

/**
 * Compares what npm noted in node_modules with the lock file; a package for another platform may be
 * missing.
 */
function packagesInstalled() {
  const installed = join(project, "node_modules/.package-lock.json");
  if (!existsSync(installed)) return false;
  const have = JSON.parse(readFileSync(installed, "utf8")).packages ?? {};
  const want = JSON.parse(readFileSync(join(project, "package-lock.json"), "utf8")).packages ?? {};
  return Object.entries(want).every(
    ([path, entry]) =>
      path === "" ||
      (have[path] === undefined ? entry.optional === true : have[path].version === entry.version),
  );
}
