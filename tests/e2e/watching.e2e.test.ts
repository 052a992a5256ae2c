import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { en } from "../../web/i18n/en/index.ts";
import { seriousFaults } from "../support/app.ts";
import { type CaseInBrowser, openCaseInBrowser } from "../support/case-in-browser.ts";

const VICTIM = "KZ737220000000000001";
const FIRST = "KZ086010000000000002";
const SECOND = "KZ389650000000000003";
const THIRD = "KZ578560000000000004";
const IIN = "900202300125";
const HEAD = "transfer_id,booked_at,amount,currency,from_account,to_account,channel";
const FILES = {
  "transfers.csv": [
    HEAD,
    `t1,2026-11-20T10:00:00+05:00,1000.00,KZT,${VICTIM},${FIRST},transfer`,
    `t2,2026-11-20T10:20:00+05:00,900.00,KZT,${FIRST},${SECOND},transfer`,
  ],
  "accounts.csv": ["account,holder_iin,holder_name", `${FIRST},${IIN},Омаров Данияр`],
  "reports.csv": [
    "report_id,reported_at,victim_account,transfer_id",
    `R1,2026-11-21T10:00:00+05:00,${VICTIM},t1`,
  ],
};
const LATER = {
  "answer.csv": [
    HEAD,
    `t3,2026-11-20T11:00:00+05:00,500.00,KZT,${SECOND},${THIRD},transfer`,
    `t4,2026-11-20T12:00:00+05:00,50.00,KZT,${FIRST},${THIRD},transfer`,
  ],
  "holders.csv": ["account,holder_name", `${THIRD},Сериков Болат`],
};

let at: CaseInBrowser;
let page: Page;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "dropper-graph-watching-"));
  at = await openCaseInBrowser(FILES);
  page = at.page;
});
afterAll(async () => {
  await at?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Presses a button to watch and waits until the page shows that it is watched. */
async function watch(name: string): Promise<void> {
  const before = await page.getByRole("button", { name: en.watching.watched }).count();
  await page.getByRole("button", { name, exact: true }).first().click();
  await page.getByRole("button", { name: en.watching.watched }).nth(before).waitFor();
}

it("watches an account, a person and a search; Today shows what a new file has of them", async () => {
  const { address } = at.served;
  await page.goto(`${address}/explore?account=${SECOND}&select=${SECOND}`);
  await page.getByTestId("account-card").waitFor();
  await watch(en.explore.card.watchAccount);
  await page.goto(`${address}/watching?q=Омаров`);
  // He is in no case: his name is masked, and nobody is watched, until the person says why.
  await page.getByRole("link", { name: "О••••• Д•••••" }).waitFor();
  expect(await page.getByRole("button", { name: en.watching.watch, exact: true }).count()).toBe(0);
  const { ground } = en.frame;
  await page.getByRole("link", { name: /^\d+ names? (is|are) masked · Show$/ }).click();
  await page.getByLabel(ground.label).fill("His account was paid by a victim");
  await page.getByRole("button", { name: ground.save }).click();
  await watch(en.watching.watch);
  // Searched by his IIN: it stands in no address, and a reload still finds him.
  await page.getByLabel(en.watching.words).fill(IIN);
  await page.getByRole("button", { name: en.watching.find, exact: true }).click();
  const hits = page.getByRole("list", { name: `Search “${IIN}”` });
  const found = hits.getByRole("link", { name: "Омаров Данияр" });
  await page.waitForURL(`${address}/watching`);
  await found.waitFor();
  await page.reload();
  await found.waitFor();
  expect(await page.getByLabel(en.watching.words).inputValue()).toBe(IIN);
  // Likewise in the registers, which ask the server.
  await page.goto(`${address}/measures`);
  const asked = page.waitForRequest((request) => request.postData()?.includes(IIN) === true);
  await page.getByLabel(en.measures.search, { exact: true }).fill(IIN);
  expect((await asked).url()).toBe(`${address}/api/measures/search`);
  expect(page.url()).toBe(`${address}/measures`);
  await page.goto(`${address}/watching?q=Сериков`);
  await watch(en.watching.save);
  expect(await seriousFaults(page)).toEqual([]);
  await at.shot("watching");

  const paths = Object.entries(LATER).map(([name, lines]) => {
    const path = join(folder, name);
    return writeFile(path, `${lines.join("\n")}\n`).then(() => path);
  });
  await page.goto(`${address}/load`);
  await page.getByTestId("files").setInputFiles(await Promise.all(paths));
  const { loadAll, done } = en.load.queue;
  await page.getByRole("button", { name: loadAll.replace("{{count}}", "2"), exact: true }).click();
  await page.getByText(done, { exact: true }).nth(1).waitFor();
  await page.goto(`${address}/today`);
  await page.getByText("Report R1: money moved on from the account at step 2").waitFor();
  const person = page.getByRole("link", { name: /Омаров Данияр is seen again: 1 new transfer/ });
  await person.waitFor();
  await page.getByRole("link", { name: /Search “Сериков”: 1 new hit/ }).waitFor();
  const account = page.getByRole("link", { name: /1 new transfer/ });
  expect(await account.count()).toBe(2);
  expect(await seriousFaults(page)).toEqual([]);
  await at.shot("watching-today");

  const read = page.getByRole("button", { name: /^Mark as read: Омаров/ });
  await read.click();
  await read.waitFor({ state: "detached" });
  await page.getByRole("link", { name: /Search “Сериков”/ }).click();
  await page.getByRole("link", { name: "Сериков Болат" }).waitFor();
  expect(at.complaints).toEqual([]);
});
