import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { PAGE_WORDS } from "../../server/evidence/texts/verify-page/page-texts.ts";
import { en } from "../../web/i18n/en/index.ts";
import { ask, freshPage, seriousFaults, servedApp, signIn } from "../support/app.ts";
import { launchChromium } from "../support/chromium.ts";
import { throughProvider } from "../support/provider-in-browser.ts";
import { command } from "../support/served.ts";
import { startWarm, type WarmServed } from "../support/warm-neo4j.ts";

/**
 * The first hour of a person who has only the product and a case's files: from an empty data folder
 * to an evidence package, all in the browser.
 */
const CASE = fileURLToPath(new URL("case-1", import.meta.url));
const { search } = en.clusters;

let folder: string;
let served: WarmServed;
let browser: Browser;
let page: Page;
let complaints: string[];
/** One path: after a step that failed the next ones would only wait for what never comes. */
let lost = false;

const eventually = <Value>(value: () => Value | Promise<Value>) =>
  expect.poll(value, { timeout: 120_000, interval: 250 });
const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });
const go = (name: string) =>
  page.getByRole("navigation").getByRole("link", { name, exact: true }).click();

interface Job {
  readonly kind: string;
  readonly state: string;
}
const jobsOf = async (kind: string) =>
  (await ask<{ jobs: Job[] }>(page, "GET", "/jobs")).jobs.filter((job) => job.kind === kind);
const clustersFound = async () =>
  (await ask<{ clusters: unknown[] }>(page, "GET", "/detection/clusters")).clusters.length;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "dropper-graph-new-user-"));
  [served, browser] = await Promise.all([startWarm(), launchChromium()]);
  ({ page, complaints } = await freshPage(browser));
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
  await rm(folder, { recursive: true, force: true });
});
beforeEach((step) => step.skip(lost, "a step before it failed"));
afterEach((step) => {
  lost ||= step.task.result?.state === "fail";
});

describe("a new user", () => {
  it("signs in to an empty product that says what to do first", async () => {
    await signIn(page, servedApp(served));
    await page.waitForURL((url) => url.pathname === "/today");
    for (const name of [en.frame.nav.today, en.frame.nav.clusters]) {
      await go(name);
      await page.getByText(search.empty.title).waitFor();
      await page.getByRole("link", { name: search.load }).first().waitFor();
    }
  });

  it("loads the files of a case and is offered the search on Load, Today and Clusters", async () => {
    await page.getByRole("link", { name: search.load }).first().click();
    await page.waitForURL((url) => url.pathname === "/load");
    const files = (await readdir(CASE)).map((name) => join(CASE, name));
    await page.getByTestId("files").setInputFiles(files);
    await button(en.load.queue.loadAll.replace("{{count}}", String(files.length))).click();
    await eventually(() => page.getByText(en.load.queue.done, { exact: true }).count()).toBe(
      files.length,
    );
    for (const name of [en.frame.nav.load, en.frame.nav.today, en.frame.nav.clusters]) {
      await go(name);
      await page.getByText(search.never.title).waitFor();
      await button(search.start).waitFor();
    }
    expect(await seriousFaults(page)).toEqual([]);
  });

  it("searches with one click and reads what was found", async () => {
    await button(search.start).click();
    await eventually(async () => (await jobsOf("detect"))[0]?.state).toBe("done");
    const found = await clustersFound();
    await go(en.frame.nav.load);
    expect(found).toBeGreaterThan(0);
    await page.getByText(new RegExp(`^The search found ${found} cluster`)).waitFor();
    await page.getByRole("link", { name: search.look }).click();
    await page.getByRole("grid", { name: en.clusters.title }).getByRole("row").nth(1).waitFor();
    await page.getByText(en.reasons.ruleOut).first().waitFor();
  });

  it("opens the top of the list", async () => {
    await go(en.frame.nav.clusters);
    await page.getByRole("grid", { name: en.clusters.title }).getByRole("row").nth(1).dblclick();
    await page.waitForURL((url) => url.pathname === "/explore" && url.searchParams.has("cluster"));
    await page.getByTestId("stage").locator("canvas").first().waitFor();
    await eventually(async () => page.getByTestId("table-totals").textContent()).toMatch(
      /^\d[\d\s\u202f]* transfers/,
    );
  });

  it("opens a case from a report and the claims that follow from it", async () => {
    const { reports } = await ask<{ reports: { id: string; victimName: string }[] }>(
      page,
      "GET",
      "/reports?limit=1",
    );
    const report = reports[0] as (typeof reports)[number];
    await go(en.frame.nav.cases);
    await button(en.cases.create).click();
    await page.getByRole("combobox", { name: en.cases.reports.label }).fill(report.id);
    await page
      .getByRole("option", { name: new RegExp(`^${report.id} · ${report.victimName}`) })
      .click();
    expect(await page.getByLabel(en.cases.createTitle).inputValue()).toBe(
      `${report.id} · ${report.victimName}`,
    );
    await button(en.cases.createSubmit).click();
    await page.waitForURL((url) => /^\/cases\/.+/.test(url.pathname));
    await button(en.cases.claims.open).first().click();
    await page.getByText(en.cases.claims.adds).waitFor();
    await page.getByRole("grid", { name: en.cases.claims.title }).getByRole("row").nth(1).waitFor();
  });

  it("takes in the report of another victim and opens that claim too", async () => {
    const claims = page.getByRole("grid", { name: en.cases.claims.title }).getByRole("row");
    const before = await claims.count();
    const { reports } = await ask<{ reports: { id: string; victimIin: string }[] }>(
      page,
      "GET",
      "/reports?limit=100",
    );
    const other = reports.find((report) => report.victimIin !== reports[0]?.victimIin);
    await button(en.cases.reports.add).click();
    await page.getByRole("combobox", { name: en.cases.reports.label }).fill(other?.id ?? "");
    await page.getByRole("option", { name: new RegExp(`^${other?.id}`) }).click();
    await page.keyboard.press("Escape");
    await button(en.common.add).click();
    await page.getByText("1 report added", { exact: false }).waitFor();
    await button(en.cases.claims.open).first().click();
    await eventually(() => claims.count()).toBeGreaterThan(before);
  });

  it("exports an evidence package that verifies and adds up again without the database", async () => {
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: en.cases.export, exact: true }).click(),
    ]);
    const zip = join(folder, "evidence.zip");
    await file.saveAs(zip);
    const saved = page.getByRole("status", { name: en.cases.signed.title });
    const fingerprint = ((await saved.locator("code").textContent()) ?? "").replaceAll(" ", "");
    const verified = await command(["verify", zip, "--key", fingerprint]);
    expect(verified.told + verified.out).not.toMatch(/error/i);
    expect(verified.code).toBe(0);
    expect((await command(["recompute", zip])).code).toBe(0);
    await checkedByItsOwnPage(zip, fingerprint);
    await button(en.cases.exportLanguage).click();
    const [copy] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name: "In English", exact: true }).click(),
    ]);
    expect(copy.suggestedFilename()).toMatch(/^evidence-.*-disclosure\.zip$/);
  });
});

/** The package's own page, opened from the unpacked folder: what it accepts, and what it finds. */
async function checkedByItsOwnPage(zip: string, fingerprint: string): Promise<void> {
  await promisify(execFile)("python3", ["-m", "zipfile", "-e", zip, join(folder, "unpacked")]);
  const [name = ""] = await readdir(join(folder, "unpacked"));
  const root = join(folder, "unpacked", name);
  const context = await browser.newContext({ locale: "ru-RU" });
  const checker = await context.newPage();
  const asked: string[] = [];
  const faults: string[] = [];
  checker.on("request", (request) => asked.push(request.url()));
  checker.on("console", (message) => faults.push(message.text()));
  checker.on("pageerror", (error) => faults.push(String(error)));
  await checker.goto(pathToFileURL(join(root, "verify.html")).href);
  const verdict = checker.getByRole("status");
  const choose = () => checker.locator("#folder").setInputFiles(root);
  const files = (await readdir(root, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
  const say = (text: string) => text.replace("{{files}}", String(files.length));
  await choose();
  await eventually(() => verdict.textContent()).toBe(say(PAGE_WORDS.ru.intact));
  await checker.locator("#known").fill(fingerprint.toUpperCase());
  expect(await verdict.textContent()).toBe(say(PAGE_WORDS.ru.known));
  await checker.locator("#known").fill("0".repeat(64));
  expect(await verdict.textContent()).toBe(PAGE_WORDS.ru.otherKey);
  await checker.getByRole("button", { name: "Қазақша" }).click();
  expect(await verdict.textContent()).toBe(PAGE_WORDS.kk.otherKey);
  await checker.locator("#known").fill(fingerprint);
  expect(await seriousFaults(checker)).toEqual([]);
  const { entries } = JSON.parse(await readFile(join(root, "audit/extract.json"), "utf8"));
  expect(entries.length).toBeGreaterThan(0);
  const audited = PAGE_WORDS.kk.audited.replace("{{entries}}", String(entries.length));
  expect(await checker.locator("#audited").textContent()).toBe(audited);

  const list = checker.locator("#faults");
  for (const path of files) {
    const bytes = await readFile(join(root, path));
    const changed = Buffer.from(bytes);
    const at = bytes.length >> 1;
    changed[at] = (changed[at] ?? 0) ^ 1;
    await writeFile(join(root, path), changed);
    await choose();
    await checker.locator("#verdict.bad").waitFor();
    if (!path.startsWith("tagmanifest")) expect(await list.textContent()).toContain(path);
    await writeFile(join(root, path), bytes);
  }
  const [first = "", second = ""] = files.filter((path) => path.startsWith("data/2-"));
  await rename(join(root, first), join(root, `${first}.old`));
  await rm(join(root, second));
  await writeFile(join(root, "data/more.csv"), "x");
  await choose();
  await eventually(() => list.textContent()).toContain("data/more.csv");
  expect(await list.locator("li").allTextContents()).toEqual(
    expect.arrayContaining([
      `${first} ${PAGE_WORDS.kk.faults.renamed.replace("{{to}}", `${first}.old`)}`,
      `${second} ${PAGE_WORDS.kk.faults.missing}`,
      `data/more.csv ${PAGE_WORDS.kk.faults.extra}`,
    ]),
  );
  expect(await list.locator("li").count()).toBe(3);
  expect(asked.filter((url) => !url.startsWith("file:"))).toEqual([]);
  expect(faults).toEqual([]);
  await context.close();
}

describe("where a search finds nothing", () => {
  it("says so on every page, with the way to a case from a report", async () => {
    await ask(page, "POST", "/detection/runs", { since: Date.parse("2030-01-01T00:00:00Z") });
    await eventually(async () => (await jobsOf("detect")).map((job) => job.state)).toEqual([
      "done",
      "done",
    ]);
    await eventually(clustersFound).toBe(0);
    for (const name of [en.frame.nav.load, en.frame.nav.today, en.frame.nav.clusters]) {
      await go(name);
      await page.getByText(search.none.title).waitFor();
    }
    await page.getByRole("link", { name: search.fromReport }).first().click();
    await page.waitForURL(
      (url) => url.pathname === "/cases" && url.searchParams.get("new") === "1",
    );
    await page.getByRole("combobox", { name: en.cases.reports.label }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });
});

describe("a person who wants each load to be searched", () => {
  it("ticks it once; the next file, whose page was closed, is searched by itself, and the older search is called old meanwhile", async () => {
    await go(en.frame.nav.load);
    await page.getByLabel(search.byItself).check();
    const before = (await jobsOf("detect")).length;
    const row =
      "new-1,2026-05-20T10:00:00+05:00,1500.00,KZT,KZ867220000000000001,KZ867220000000000002";
    await page.getByTestId("files").setInputFiles({
      name: "one more.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(
        `transfer_id,booked_at,amount,currency,from_account,to_account\n${row}\n`,
      ),
    });
    // What was uploaded is not lost with the page: it waits for "Go on".
    await button(en.load.queue.load).waitFor();
    await page.reload();
    await page.getByText(en.load.queue.before).waitFor();
    await button(en.load.queue.goOn).click();
    await button(en.load.queue.load).click();
    await eventually(async () => (await jobsOf("detect")).length).toBe(before + 1);
    await eventually(async () =>
      (await jobsOf("detect")).every((job) => job.state === "done"),
    ).toBe(true);
    expect(complaints).toEqual([]);
  });
});

describe("a person whom the office's provider knows", () => {
  it(
    "signs in by its button under the role given here, and reads plainly why where that fails",
    () => throughProvider({ served, browser, admin: page }),
    120_000,
  );
});
