import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { en } from "../../web/i18n/en/index.ts";
import { seriousFaults } from "../support/app.ts";
import { type CaseInBrowser, openCaseInBrowser } from "../support/case-in-browser.ts";
import { kzIban } from "../support/kz-iban.ts";

/** A table of reports on "New report": what became of its rows, and the way on to its reports. */

const VICTIM = kzIban("722", "1");
const HOLDER = kzIban("601", "2");
const FILES = {
  "transfers.csv": [
    "transfer_id,booked_at,amount,currency,from_account,to_account,channel",
    `r1,2026-11-20T10:00:00+05:00,70000.00,KZT,${VICTIM},${HOLDER},transfer`,
  ],
  "reports.csv": [
    "report_id,reported_at,victim_account,transfer_id",
    `R1,2026-11-21T10:00:00+05:00,${VICTIM},r1`,
  ],
};
const COLUMNS = "report_id,reported_at,victim_name,amount,currency,recipient_account";
const TABLE = [
  COLUMNS,
  `260011110101,2026-11-28T10:00:00+05:00,Ким В.,50000.00,KZT,${HOLDER}`,
  `260011110102,2026-11-28T10:00:00+05:00,Ли А.,много,KZT,${HOLDER}`,
  `260011110103,2026-13-01,Пак С.,60000.00,KZT,${HOLDER}`,
  `260011110104,2026-11-28T10:00:00+05:00,Цой Б.,-700000.00,KZT,${HOLDER}`,
].join("\n");

let at: CaseInBrowser;
beforeAll(async () => {
  at = await openCaseInBrowser(FILES);
});
afterAll(() => at?.close());

async function drop(page: Page, name: string, text: string) {
  const file = { name, mimeType: "text/csv", buffer: Buffer.from(text) };
  await page.getByTestId("report-file").setInputFiles([file]);
}

it("says how many rows were read and refused, gives those back, and leads to each report", async () => {
  const { page } = at;
  await page.goto(new URL("/reports/new", page.url()).href);
  await drop(page, "badrep.csv", TABLE);
  await page.getByText("4 read · 1 loaded · 0 known already · 3 refused").waitFor();
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: en.reports.file.saveRefused, exact: true }).click();
  const rows = await readFile(await (await waiting).path(), "utf8");
  for (const code of ["260011110102", "260011110103", "260011110104"]) expect(rows).toContain(code);
  expect(rows).not.toContain("260011110101");
  expect(await seriousFaults(page)).toEqual([]);
  // The same table once more adds nothing and still leads on.
  await drop(page, "badrep.csv", TABLE);
  await page.getByText("4 read · 0 loaded · 1 known already · 3 refused").waitFor();
  await looks(page);
  await page.getByRole("link", { name: "260011110101", exact: true }).click();
  await page.getByRole("heading", { name: /260011110101/ }).waitFor();
});

/** The page in every language, where pictures are asked for. */
async function looks(page: Page): Promise<void> {
  const shots = process.env.DROPPER_GRAPH_SHOTS;
  if (shots === undefined) return;
  for (const [language, theme, width] of [
    ["ru", "light", 1440],
    ["kk", "dark", 1024],
    ["en", "dark", 1440],
  ] as const) {
    const other = await page.context().newPage();
    await other.addInitScript(
      ([chosen, colours]) => {
        localStorage.setItem("dg.language", chosen);
        localStorage.setItem("dg.theme", colours);
      },
      [language, theme] as const,
    );
    await other.setViewportSize({ width, height: 900 });
    await other.goto(page.url());
    await drop(other, "badrep.csv", TABLE);
    await other.getByRole("link", { name: "260011110101", exact: true }).waitFor();
    await other.screenshot({ path: join(shots, `table-${language}.png`), fullPage: true });
    await other.goto(new URL("/reports/260011110101", page.url()).href);
    await other.locator('input[type="checkbox"]').last().check();
    await other.waitForTimeout(500);
    await other.screenshot({ path: join(shots, `letters-${language}.png`), fullPage: true });
    await other.close();
  }
}
