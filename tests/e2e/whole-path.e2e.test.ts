import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ReportRow } from "../../contract/report-row.ts";
import type { Trace } from "../../contract/tracing.ts";
import { ask, freshPage } from "../support/app.ts";
import { launchChromium } from "../support/chromium.ts";
import { command, type Served, startServed } from "../support/served.ts";

/**
 * The whole path once, on the very instance that `npm run demo` starts: clusters, the money, a
 * claim, evidence that verifies. DROPPER_GRAPH_DEMO, the line `npm run demo -- --json` prints,
 * takes one that runs already; its case changes.
 */
let folder: string;
let demo: Pick<Served, "address" | "login" | "stop">;
let browser: Browser;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "dropper-graph-demo-"));
  [demo, browser] = await Promise.all([
    running(process.env.DROPPER_GRAPH_DEMO) ??
      startServed(["demo", "--data", join(folder, "data"), "--port", "0"]),
    launchChromium(),
  ]);
  ({ page, complaints } = await freshPage(browser));
});
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
  await rm(folder, { recursive: true, force: true });
});

function running(line: string | undefined): typeof demo | undefined {
  if (line === undefined) return undefined;
  const { address, login } = JSON.parse(line) as Served;
  return { address: address.replace(/\/$/, ""), login, stop: async () => null };
}

const seen = async (testId: string) =>
  ((await page.getByTestId(testId).textContent()) ?? "").replace(/\s/g, "");

describe("the whole path", () => {
  it("signs in with the printed login and shows ranked clusters with reasons in words", async () => {
    await page.goto(`${demo.address}/clusters`);
    await page.getByLabel("Login").fill(demo.login?.login ?? "");
    await page.getByLabel("Password", { exact: true }).fill(demo.login?.password ?? "");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL((url) => url.pathname === "/clusters");
    await page.getByRole("grid").getByRole("row").nth(1).waitFor();
    await page.getByText("Rule out first:").first().waitFor();
  });

  it("opens the top cluster and follows the money from a victim to a cash-out", async () => {
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.pathname === "/explore" && url.searchParams.has("cluster"));
    await page.getByTestId("stage").locator("canvas").first().waitFor();
    const { reports } = await ask<{ reports: ReportRow[] }>(page, "GET", "/reports?limit=500");
    const all = { reports: reports.map((report) => report.id) };
    const { traces } = await ask<{ traces: Trace[] }>(page, "POST", "/traces", all);
    const cashed = traces
      .flatMap((trace) => trace.victims)
      .find((victim) => BigInt(victim.exited) > 0n);
    await page.goto(`${demo.address}/explore?trace=1&report=${cashed?.reports[0]}`);
    await page.getByTestId("trace-totals").waitFor();
    const [stolen = 0n, held = 0n, exited = 0n, beyond = 0n] = [
      ...(await seen("trace-totals")).replaceAll(",", "").matchAll(/(\d+)(?:\.(\d\d))?₸/g),
    ].map((match) => BigInt(`${match[1]}${(match[2] ?? "").padEnd(2, "0")}`));
    expect(exited).toBeGreaterThan(0n);
    expect(held + exited + beyond).toBe(stolen);
  });

  it("puts the second cluster into a new case and opens its claims, which add up to the tiyn", async () => {
    await page.goto(`${demo.address}/clusters`);
    await page.getByRole("grid").getByRole("row").nth(1).waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("c");
    await page.getByText("New case", { exact: true }).click();
    await page.getByLabel("Title of the new case").fill("2026-118");
    await page.getByRole("button", { name: "Add to the case" }).click();
    await page.waitForURL((url) => url.pathname.startsWith("/cases/"));
    await page.getByRole("button", { name: "Prepare claims" }).first().click();
    await page.getByText("Equals the sum of the transfers, to the tiyn").waitFor();
    await page.getByRole("grid", { name: "Claims" }).getByRole("row").nth(1).waitFor();
  });

  it("downloads an evidence package that verifies and adds up again without the database", async () => {
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Evidence package" }).click(),
    ]);
    const zip = join(folder, "evidence.zip");
    await file.saveAs(zip);
    const saved = page.getByRole("status", { name: "Evidence package saved" });
    const fingerprint = ((await saved.locator("code").textContent()) ?? "").replaceAll(" ", "");
    const verified = await command(["verify", zip, "--key", fingerprint]);
    expect(verified.told + verified.out).not.toMatch(/error/i);
    expect(verified.code).toBe(0);
    const again = await command(["recompute", zip]);
    expect(again.code).toBe(0);
    expect(complaints).toEqual([]);
  });
});
