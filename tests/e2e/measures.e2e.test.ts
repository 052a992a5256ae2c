import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { figures } from "../../contract/texts/en/figures.ts";
import { measureTable } from "../../fixtures/measures/office-figures.ts";
import { openDatabase } from "../../server/neo4j/open.ts";
import { en } from "../../web/i18n/en/index.ts";
import { type App, freshPage, signIn, startApp } from "../support/app.ts";
import { launchChromium } from "../support/chromium.ts";
import { fileSuits, importOffice, OFFICE_PERIOD, workbookFile } from "../support/office-months.ts";
import { command } from "../support/served.ts";

let app: App;
let browser: Browser;
let page: Page;
let complaints: string[];
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "dropper-graph-measures-"));
  [app, browser] = await Promise.all([startApp(), launchChromium()]);
  ({ page, complaints } = await freshPage(browser));
  await signIn(page, app);
  const database = await openDatabase({
    dataDir: app.dataDir,
    environment: {},
    whileRecovering: "wait",
  });
  await importOffice(database);
  await fileSuits(database);
  await database.close();
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
  await rm(folder, { recursive: true });
});

/** What the tile of a figure says, and what the page of its records says above them. */
const PUBLISHED: readonly (readonly [keyof typeof figures, string, string])[] = [
  ["claimed", "271 M", "271,000,000"],
  ["recovered", "20 M", "20,000,000"],
  ["suits", "162", "number: 162"],
  ["blocked", "58 M", "58,000,000"],
  ["returned", "35 M", "35,000,000"],
  ["loans", "175 M", "number: 175 · 175,000,000"],
  ["loans-stopped", "7 M", "7,000,000"],
  ["sites", "3,800", "number: 3,800"],
  ["facts", "2", "number: 2"],
  ["facts-convicted", "1", "number: 1"],
  ["facts-in-court", "1", "number: 1"],
  ["messages", "260,000", "number: 260,000"],
  ["brochures", "25,000", "number: 25,000"],
  ["posts", "1,000", "number: 1,000"],
  ["meetings", "1,500", "number: 1,500"],
  ["billboards", "127", "number: 127"],
];
const plain = (text: string | null) => (text ?? "").replace(/[\u00a0\u202f]/g, " ");

it("the summary reads as the office published it, and each figure opens to its records", async () => {
  const { from, until } = OFFICE_PERIOD;
  const summary = `${app.address}/summary?from=${from}&until=${until}`;
  for (const [id, tile, total] of PUBLISHED) {
    await page.goto(summary);
    const link = page.locator(`a[href^="/summary/${id}?"]`);
    await link.waitFor();
    expect(`${id}: ${plain(await link.textContent())}`).toContain(tile);
    await link.click();
    await page.getByRole("heading", { name: figures[id], exact: true }).waitFor();
    const table = page.getByRole("table", { name: `Records: ${figures[id]}` });
    await table.getByRole("row").nth(1).waitFor();
    expect(plain(await page.getByRole("status").first().textContent())).toContain(total);
  }
  const file = page.waitForEvent("download");
  await page.goto(summary);
  await page.getByRole("button", { name: en.measures.summary.excel }).click();
  expect((await file).suggestedFilename()).toMatch(/\.xlsx$/);
  // Of all time there is nothing to compare with.
  await page.goto(`${app.address}/summary?all=yes`);
  await page.getByText(en.measures.summary.chartAlone, { exact: true }).waitFor();
  expect(await page.getByText(en.measures.summary.chart, { exact: true }).count()).toBe(0);
  const words = ["measures", "summary", "--from", from, "--until", until, "--json"];
  const { out } = await command([...words, "--data", app.dataDir]);
  const { figures: printed } = JSON.parse(out) as { figures: { id: string; count: number }[] };
  expect(printed.find((one) => one.id === "sites")?.count).toBe(3_800);
  expect(complaints).toEqual([]);
});

it("a measure is written down, found and corrected; a table gives back its refused rows", async () => {
  const { measures } = en;
  await page.goto(`${app.address}/measures?do=add`);
  await page.getByRole("textbox", { name: /^Sum/ }).fill("5800");
  await page.getByRole("textbox", { name: measures.fields.persons }).fill("Қуанышева Әсем");
  await page.getByRole("button", { name: measures.save, exact: true }).click();
  const entry = page.getByRole("region", { name: /^Block M/ });
  await entry.getByText("Қуанышева Әсем").waitFor();
  // Nobody knows yet whose money it is: that is said at once.
  await entry.getByRole("alert").getByText(measures.ofNoLoss).waitFor();
  await entry.getByRole("button", { name: measures.correct, exact: true }).click();
  await entry.getByRole("textbox", { name: /^Sum/ }).fill("5900");
  await entry.getByRole("textbox", { name: measures.why }).fill("A slip of the pen");
  await entry.getByRole("button", { name: measures.saveCorrection }).click();
  await entry.getByText(/A slip of the pen/).waitFor();
  await page.getByRole("textbox", { name: measures.search, exact: true }).fill("куанышева асем");
  await page.getByText("1 of 1").waitFor();

  // The stolen transfer is chosen from those of the report; account and bank are not asked for.
  await page.goto(`${app.address}/measures?do=add`);
  await page.getByRole("textbox", { name: /^Sum/ }).fill("100");
  await page.getByRole("textbox", { name: measures.fields.reports }).fill("R-t5");
  await page.getByRole("combobox", { name: measures.fields.transfer }).click();
  await page.getByRole("option", { name: /VICTIM5 → DROPPER5/ }).click();
  await page.getByRole("button", { name: measures.save, exact: true }).click();
  const joined = page.getByRole("region", { name: /^Block M/ });
  await joined.getByText("R-t5", { exact: true }).waitFor();
  expect(await joined.getByRole("alert").count()).toBe(0);

  const path = join(folder, "own.csv");
  await writeFile(path, "Вид;Дата;Сумма\nБлокировка;05.03.2026;100\nТанец;06.03.2026;5\n");
  await page.goto(`${app.address}/measures?do=import`);
  await page.locator('input[type="file"]').setInputFiles(path);
  await page.getByRole("button", { name: measures.import.load }).click();
  await page.getByText("Read 2: new 1, known already 0, refused 1").waitFor();
  await page.getByRole("link", { name: measures.import.refused }).waitFor();
  expect(complaints).toEqual([]);
});

it("the server answers others while it takes in 5,000 measures", async () => {
  const { columns, rows } = measureTable();
  // The same table with another note: no row of it is in the register.
  const others = { columns, rows: rows.map((row) => [...row.slice(0, -1), "once more"]) };
  const file = await workbookFile(folder, "again.xlsx", others);
  const body = (await readFile(file.path)).toString("base64");
  const { seconds, done, times } = await page.evaluate(async (text) => {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const begun = performance.now();
    const sent = await fetch("/api/measures/imports?name=again.xlsx", {
      method: "PUT",
      headers: { "content-type": "application/octet-stream" },
      body: bytes,
    });
    const { uploadId } = await sent.json();
    const taken = fetch(`/api/measures/imports/${uploadId}/load`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
    }).then((answer) => answer.json());
    let isRunning = true;
    const ended = taken.finally(() => {
      isRunning = false;
    });
    const waits: number[] = [];
    while (isRunning) {
      const asked = performance.now();
      await fetch("/api/measures/districts");
      waits.push(performance.now() - asked);
    }
    return {
      done: await ended,
      times: waits.sort((one, other) => one - other),
      seconds: (performance.now() - begun) / 1_000,
    };
  }, body);
  const p95 = times[Math.floor(times.length * 0.95)] ?? 0;
  console.log(
    `5,000 measures: ${seconds.toFixed(1)} s; ${times.length} other answers, p95 ${p95.toFixed(0)} ms`,
  );
  expect(done).toMatchObject({ read: 5_000, loaded: 5_000, rejected: 0 });
  expect(p95).toBeLessThan(1_500);
});
