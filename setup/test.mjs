/**
 * `npm test`: set-up from nothing, then every check of the project. The last line is "N passed, N
 * failed". Words after -- go to vitest (`npm test -- tests/money/money.test.ts`), then the static checks
 * are left out.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "./build.mjs";
import { provide, provideForNeo4j } from "./install.mjs";
import { lookThrough } from "./no-iin.mjs";
import { installPackages, project, run, say, script } from "./steps.mjs";
import { TYPE_CONFIGS, typeCheck } from "./types.mjs";

const bin = (path) => join(project, "node_modules", path);

/**
 * A Neo4j of the tests lives for a minute or two: the second compiler of Java would work longer than
 * it saves (a third of the processor time of Java, measured over two browser tests).
 */
const SHORT_LIVED_JAVA = { JDK_JAVA_OPTIONS: "-XX:TieredStopAtLevel=1" };

/** Where tests put addresses and logs for the last check. */
const keptForTheEnd = mkdtempSync(join(tmpdir(), "dropper-graph-kept-"));

/** Each counts as one test. */
const STATIC_CHECKS = [
  {
    name: "biome: format, lint, import directions",
    args: [bin("@biomejs/biome/bin/biome"), "check", "--error-on-warnings", "."],
  },
  { name: "knip: nothing unused", args: [bin("knip/bin/knip.js")] },
  ...TYPE_CONFIGS.map(({ config, what }) => ({
    name: `types of ${what}`,
    args: typeCheck(config),
  })),
];

await script(async () => {
  const begun = Date.now();
  const words = process.argv.slice(2);
  await installPackages();
  await build();
  await provideForNeo4j();
  await provide(["chromium"]);
  const checks = words.length > 0 ? { passed: 0, failed: 0 } : await staticChecks();
  const tests = words.length > 0 ? await vitest(words) : await allTests();
  const last = await noIinInAddressesAndLogs(words.length === 0);
  const passed = checks.passed + tests.passed + last.passed;
  const failed = checks.failed + tests.failed + last.failed;
  if (tests.skipped > 0) say(`${tests.skipped} skipped, each with its reason above`);
  say(`${Math.round((Date.now() - begun) / 1000)} s`);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 && passed > 0 ? 0 : 1;
});

/** One after another in two rows: the machine may have only two cores. */
async function staticChecks() {
  const waiting = [...STATIC_CHECKS];
  const result = { passed: 0, failed: 0 };
  const row = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const code = await run(process.execPath, check.args, { quiet: true });
      say(`${code === 0 ? "ok    " : "FAILED"} ${check.name}`);
      result[code === 0 ? "passed" : "failed"] += 1;
    }
  };
  await Promise.all([row(), row()]);
  return result;
}

/**
 * Addresses that tests asked for and logs of their servers have no IIN; it counts as one test. A
 * whole run has such texts; a file named by hand may have none.
 */
async function noIinInAddressesAndLogs(wholeRun) {
  const { hasValidCheckDigit } = await import("../dist/contract/holder-number.js");
  const { texts, found } = lookThrough(keptForTheEnd, hasValidCheckDigit);
  rmSync(keptForTheEnd, { recursive: true, force: true });
  if (texts === 0 && !wholeRun) return { passed: 0, failed: 0 };
  const passed = texts > 0 && found.length === 0;
  say(`${passed ? "ok    " : "FAILED"} no IIN in ${texts} addresses and logs`);
  for (const one of found.slice(0, 20)) say(`       ${one}`);
  return passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * Step by step. Tests with servers of their own wait for these most of the time, so they run,
 * together with those of claims, beside the other ones.
 */
async function allTests() {
  const steps = [["unit"], ["integration", "servers"], ["e2e"], ["alone"]];
  const result = { passed: 0, failed: 0, skipped: 0 };
  for (const projects of steps) {
    const found = await Promise.all(projects.map((name) => vitest(["--project", name])));
    for (const one of found) for (const key of Object.keys(result)) result[key] += one[key];
  }
  return result;
}

/**
 * Counts come from vitest's own JSON report; a file that does not even load counts as one failure.
 */
async function vitest(words) {
  const folder = mkdtempSync(join(tmpdir(), "dropper-graph-report-"));
  const report = join(folder, "report.json");
  try {
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const code = await run(
      process.execPath,
      [bin("vitest/vitest.mjs"), "run", ...reporters, ...words],
      { env: { ...SHORT_LIVED_JAVA, KEPT_FOR_THE_END: keptForTheEnd, ...process.env } },
    );
    const found = readReport(report);
    if (found === undefined) return { passed: 0, failed: 1, skipped: 0 };
    // Something outside the tests went wrong (an unhandled rejection, a failed set-up).
    return { ...found, failed: found.failed === 0 && code !== 0 ? 1 : found.failed };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readReport(path) {
  try {
    const report = JSON.parse(readFileSync(path, "utf8"));
    const empty = report.testResults.filter(
      (file) => file.status === "failed" && file.assertionResults.length === 0,
    );
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + empty.length,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  } catch {
    return undefined;
  }
}
