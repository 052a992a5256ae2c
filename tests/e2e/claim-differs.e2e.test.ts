import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { en } from "../../web/i18n/en/index.ts";
import { ask, freshPage, seriousFaults, servedApp, signIn } from "../support/app.ts";
import { launchChromium } from "../support/chromium.ts";
import { command } from "../support/served.ts";
import { startWarm, type WarmServed } from "../support/warm-neo4j.ts";

/** A claim is filed, older money is loaded: what the case page says until a person decides. */
const HEAD = "transfer_id,booked_at,amount,currency,from_account,to_account,channel";
const FILES = {
  "money.csv": [
    HEAD,
    "t1,2026-03-05T10:00:00+05:00,100.00,KZT,V,D,transfer",
    "t2,2026-03-05T10:05:00+05:00,60.00,KZT,D,E,transfer",
    "t9,2026-03-06T12:00:00+05:00,30.00,KZT,D,V,transfer",
  ],
  "people.csv": [
    "account,holder_iin,holder_name",
    "V,850101400120,Сапарова Айгүл",
    "D,900202300125,Омаров Данияр",
    "E,910303300126,Ким Олег",
  ],
  "reports.csv": [
    "report_id,reported_at,victim_account,transfer_id",
    "R1,2026-03-06T10:00:00+05:00,V,t1",
  ],
};
const OLDER = [HEAD, "t0,2026-03-05T09:00:00+05:00,300.00,KZT,F,D,transfer"];

let folder: string;
let served: WarmServed;
let browser: Browser;
let page: Page;
let complaints: string[];

const run = async (...words: string[]) => {
  const done = await command([...words, "--data", served.dataDir, "--json"]);
  if (done.code !== 0) throw new Error(`${words[0]} ended with ${done.code}: ${done.told}`);
  return done.out;
};
const write = async (name: string, lines: readonly string[]) => {
  await writeFile(join(folder, name), `${lines.join("\n")}\n`);
  return join(folder, name);
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "dropper-graph-differs-"));
  [served, browser] = await Promise.all([startWarm(), launchChromium()]);
  const paths = await Promise.all(Object.entries(FILES).map(([name, lines]) => write(name, lines)));
  await run("load", ...paths);
  await run("case", "open", "--report", "R1");
  ({ page, complaints } = await freshPage(browser));
  await signIn(page, servedApp(served));
  const version = async () => (await ask<{ version: number }>(page, "GET", "/cases/C1")).version;
  await ask(page, "POST", "/cases/C1/accounts", {
    accounts: ["D", "E"],
    version: await version(),
  });
  await ask(page, "POST", "/cases/C1/claims", { method: "pro-rata", version: await version() });
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
  await rm(folder, { recursive: true, force: true });
});

describe("a filed claim that the data no longer give", () => {
  it("shows old, new and why; the package waits for a reason and then passes", async () => {
    await page.goto(`${served.address}/cases/C1?claim=C1-2`);
    const unknown = page.getByText(/opening balance of these accounts is not known .* zero: D\./);
    await unknown.waitFor();
    await page.getByRole("button", { name: en.steps.action.review, exact: true }).click();
    await page.getByRole("button", { name: en.steps.action.approved, exact: true }).waitFor();
    await run("user", "add", "head", "--role", "head");
    await run("case", "step", "C1", "C1-2", "approved", "--as", "head", "--reason", "urgent");
    const filing = ["--court", "City court", "--reference", "7", "--day", "2026-03-10"];
    const early = ["--reason", "approved on paper before"];
    await run("case", "step", "C1", "C1-2", "filed", ...filing, ...early);
    await run("load", await write("older.csv", OLDER));
    await page.reload();
    const change = page.getByRole("region", { name: "Data has changed since this claim was made" });
    await change.waitFor();
    const words = ((await change.textContent()) ?? "").replace(/[\s\u202f\u00a0]+/g, " ");
    for (const said of ["60.00", "15.00", "45.00", "older.csv", "another part"])
      expect(words).toContain(said);
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "Evidence package" }).click();
    await page.getByText("The package would contradict them").waitFor();
    await change.getByRole("textbox").fill("The court has the earlier calculation.");
    await change.getByRole("button", { name: "Accept the difference" }).click();
    // The words stand in the form too: the decision is taken when the form has gone.
    await change.getByRole("textbox").waitFor({ state: "detached" });
    await change.getByText("The court has the earlier calculation.").waitFor();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Evidence package" }).click(),
    ]);
    const zip = join(folder, "evidence.zip");
    await file.saveAs(zip);
    expect((await command(["verify", zip])).code).toBe(0);
    expect((await command(["recompute", zip])).code).toBe(0);
    // The refusal of the export is an answer of 409, which the console repeats.
    expect(complaints.filter((one) => !/status of 409/.test(one))).toEqual([]);
  });

  it("leaves nothing of itself under the next claim that is selected", async () => {
    await page.goto(`${served.address}/cases/C1?claim=C1-2`);
    const change = page.getByRole("region", { name: "Data has changed since this claim was made" });
    const row = (name: RegExp) => page.getByRole("row", { name }).first();
    await change.waitFor();
    const ofTraced = await page.getByRole("list", { name: "History" }).textContent();
    for (let round = 0; round < 2; round++) {
      await row(/Омаров/).click();
      await page.getByText("Claim C1-1", { exact: true }).waitFor();
      expect(await change.count()).toBe(0);
      expect(await page.getByRole("list", { name: "History" }).count()).toBe(1);
      expect(await page.getByRole("list", { name: "History" }).textContent()).not.toBe(ofTraced);
      await row(/Ким/).click();
      await page.getByText("Claim C1-2", { exact: true }).waitFor();
      expect(await change.count()).toBe(1);
      expect(await page.getByRole("list", { name: "History" }).count()).toBe(1);
    }
    expect(
      await page.getByText("Defendants", { exact: true }).locator("xpath=..").textContent(),
    ).toBe("Defendants2");
  });
});

describe("the search of everything", () => {
  it("opens its first hit by Enter", async () => {
    await page.keyboard.press("Control+k");
    await page.getByRole("dialog").getByRole("textbox").fill("850101400120");
    // The person first; below her, the way to follow her money.
    await page.getByRole("dialog").getByText("Сапарова").first().waitFor();
    expect(await page.getByText("Nothing found").count()).toBe(0);
    await page.locator("[data-action][data-selected]").waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/explore\?account=V/);
  });
});
