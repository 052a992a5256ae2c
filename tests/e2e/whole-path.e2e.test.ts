import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Claim } from "../../contract/claims.ts";
import { readCsv } from "../../contract/csv.ts";
import type { ReportRow } from "../../contract/report-row.ts";
import { acts, questions } from "../../contract/texts/en/acts.ts";
import type { Trace } from "../../contract/tracing.ts";
import { codeAt, secretBytes, stepOf } from "../../server/users/totp.ts";
import { en } from "../../web/i18n/en/index.ts";
import { ask, freshPage, OWN_PASSWORD, signIn } from "../support/app.ts";
import { launchChromium } from "../support/chromium.ts";
import { looks, settled } from "../support/looks.ts";
import { command, type Served } from "../support/served.ts";
import { startWarm } from "../support/warm-neo4j.ts";

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
    running(process.env.DROPPER_GRAPH_DEMO) ?? startWarm("demo"),
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

describe("the head of the office", () => {
  const { factor } = en.account;
  let head: Page;
  let secret: string;
  let recovery: string[];
  const press = (name: string) => head.getByRole("button", { name, exact: true }).click();
  const codeOf = (away: number) => codeAt(secretBytes(secret), stepOf(Date.now()) + away);
  const arrive = () => head.waitForURL((url) => url.pathname === "/today");

  it("sets a second factor up before anything else opens, because the admin asks it of the role", async () => {
    const given = { login: "chief", name: "Chief Of Office", role: "head" };
    const { password } = await ask<{ password: string }>(page, "POST", "/users", given);
    ({ page: head } = await freshPage(browser));
    await signIn(head, { address: demo.address, first: { login: given.login, password } });
    await ask(page, "PUT", "/users/rules/second-factor", { role: "head", required: true });
    await head.goto(`${demo.address}/clusters`);
    await head.getByText(factor.required).waitFor();
    await head.getByLabel(factor.password, { exact: true }).fill(OWN_PASSWORD);
    await press(factor.begin);
    await head.getByRole("img", { name: factor.qr }).waitFor();
    secret = ((await head.locator("code").textContent()) ?? "").replaceAll(" ", "");
    await head.getByLabel(factor.code, { exact: true }).fill(codeOf(-1));
    await press(factor.turnOn);
    await head.getByText(factor.codes).waitFor();
    const codes = head.getByRole("status").filter({ hasText: factor.codes });
    recovery = await codes.getByRole("listitem").allTextContents();
    expect(recovery).toHaveLength(10);
    await press(factor.kept);
    // Where the person wanted to go at first.
    await head.waitForURL((url) => url.pathname === "/clusters");
    await ask(page, "PUT", "/users/rules/second-factor", { role: "head", required: false });
  });

  it("signs in with a code of the app, and with a recovery code that counts once", async () => {
    const [first = "", second = ""] = recovery;
    const enter = async (code: string) => {
      await ask(head, "DELETE", "/session");
      await head.goto(`${demo.address}/sign-in`);
      await head.getByLabel(en.signIn.login).fill("chief");
      await head.getByLabel(en.signIn.password, { exact: true }).fill(OWN_PASSWORD);
      await press(en.signIn.submit);
      await head.getByLabel(factor.code, { exact: true }).fill(code);
      await press(en.signIn.submit);
    };
    await enter(codeOf(0));
    await arrive();
    await enter(first);
    await arrive();
    await enter(first);
    await head.getByText(en.problems["wrong-code"].text).waitFor();
    await head.getByLabel(factor.code, { exact: true }).fill(second);
    await press(en.signIn.submit);
    await arrive();
  });

  it("searches the log in words, saves it, and sees who looked at a person", async () => {
    await head.goto(`${demo.address}/log`);
    await settled(head);
    expect(await looks(head, "/log")).toEqual([]);
    const list = head.getByRole("table", { name: en.log.entries.title });
    await head.getByLabel(en.log.fields.what, { exact: true }).first().click();
    await head.getByRole("option", { name: acts.turnOnSecondFactor, exact: true }).click();
    await head.getByLabel(en.log.fields.who, { exact: true }).fill("chi");
    await press(en.log.find);
    await expect.poll(() => list.getByRole("row").count()).toBe(2);
    await list.getByText(acts.turnOnSecondFactor).waitFor();
    const [file] = await Promise.all([head.waitForEvent("download"), press(en.log.save)]);
    const saved = readCsv(await readFile(await file.path(), "utf8")) ?? [];
    expect(saved.map(({ who, act, what }) => `${who}, ${act}, ${what}`)).toEqual([
      `chief, ${acts.turnOnSecondFactor}, turnOnSecondFactor`,
    ]);

    const { cases } = await ask<{ cases: { id: string }[] }>(page, "GET", "/cases");
    const { claims } = await ask<{ claims: Claim[] }>(page, "GET", `/cases/${cases[0]?.id}/claims`);
    const account = claims[0]?.defendant.accounts[0] ?? "";
    await ask(page, "GET", `/accounts/${account}`);
    await head.goto(`${demo.address}/log?tab=looks`);
    await settled(head);
    expect(await looks(head, "/log looks")).toEqual([]);
    await head.getByLabel(en.log.fields.whom, { exact: true }).fill(account);
    await press(en.log.find);
    await head
      .getByRole("table", { name: en.log.looks.title })
      .getByRole("row")
      .filter({ hasText: demo.login?.login ?? "" })
      .filter({ hasText: questions.account })
      .first()
      .waitFor();
    expect(new URL(head.url()).search).not.toContain(account);
  });

  it("holds a case and has a person erased by another one, and sees what may not be done and why", async () => {
    const { holds, erasures } = en.retention;
    await head.goto(`${demo.address}/retention`);
    const { cases } = await ask<{ cases: { id: string }[] }>(page, "GET", "/cases");
    const id = cases[0]?.id ?? "";
    const section = (title: string) =>
      head.locator("section").filter({ has: head.getByRole("heading", { name: title }) });
    const form = section(holds.title);
    await form.getByLabel(holds.case, { exact: true }).fill(id);
    await form.getByLabel(en.retention.reason, { exact: true }).fill("Appeal 12");
    await press(holds.set);
    await form.getByText(`H1 · ${holds.case} · ${id}`).waitFor();
    const { claims } = await ask<{ claims: Claim[] }>(page, "GET", `/cases/${id}/claims`);
    const wanted = section(erasures.title);
    await wanted.getByLabel(erasures.whom).fill(claims[0]?.defendant.accounts[0] ?? "");
    await wanted.getByLabel(en.retention.reason, { exact: true }).fill("Request 7");
    await press(erasures.ask);
    await wanted.getByText("Appeal 12").waitFor();
    expect(await looks(head, "/retention")).toEqual([]);
    await form.getByLabel(en.retention.reason, { exact: true }).first().fill("Over");
    await press(holds.liftOne.replace("{{id}}", "H1"));
    await form.getByText(holds.nothing).waitFor();
  });
});
