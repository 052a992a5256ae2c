/**
 * The commit hook (.githooks/pre-commit): formats the files about to be committed. A file of which
 * only a part is committed is left as it is: its other changes would be committed too.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { script } from "./steps.mjs";

const FORMATTED = /\.(ts|tsx|mjs|js|json|css|md)$/;

await script(() => {
  // Git starts a hook at the top of the work tree.
  const biome = join("node_modules", "@biomejs/biome/bin/biome");
  if (!existsSync(biome)) return 0;
  const partly = new Set(names("diff"));
  const whole = names("diff", "--cached", "--diff-filter=ACM").filter(
    (name) => FORMATTED.test(name) && !partly.has(name),
  );
  if (whole.length === 0) return 0;
  const format = [biome, "format", "--write", "--no-errors-on-unmatched", ...whole];
  const { status, stderr } = spawnSync(process.execPath, format, { encoding: "utf8" });
  if (status !== 0) process.stderr.write(stderr);
  return status === 0 ? spawnSync("git", ["add", "--", ...whole]).status : 1;
});

function names(...words) {
  const { stdout } = spawnSync("git", [...words, "--name-only", "-z"], { encoding: "utf8" });
  return stdout.split("\0").filter((name) => name !== "");
}
