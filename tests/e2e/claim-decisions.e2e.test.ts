import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rules } from "../../contract/texts/en/rules.ts";
import { en } from "../../web/i18n/en/index.ts";
import { ask, seriousFaults } from "../support/app.ts";
import { type CaseInBrowser, openCaseInBrowser } from "../support/case-in-browser.ts";

/** The prosecutor at a case page: two sums, a colleague who was faster, further claims, penalty. */
const FILES = {
  "money.csv": [
    "transfer_id,booked_at,amount,currency,from_account,to_account,channel",
    "t1,2026-03-05T10:00:00+05:00,100000.00,KZT,V,D,transfer",
    "t2,2026-03-05T10:05:00+05:00,60000.00,KZT,D,E,transfer",
  ],
  "people.csv": [
    "account,holder_iin,holder_name",
    "V,850101400120,Сапарова Айгүл",
    "D,900202300125,Омаров Данияр",
    "E,910303300126,Ким Олег",
  ],
  "reports.csv": [
    "report_id,reported_at,victim_account,transfer_id,amount,currency",
    "R1,2026-03-06T10:00:00+05:00,V,t1,30000.00,KZT",
  ],
};
let at: CaseInBrowser;
let page: Page;
let complaints: string[];
const shot = (name: string) => at.shot(name);

beforeAll(async () => {
  at = await openCaseInBrowser(FILES);
  ({ page, complaints } = at);
});
afterAll(() => at?.close());

const button = (name: string) => page.getByRole("button", { name, exact: true });

describe("the page of a case", () => {
  it("shows the victim's sum beside the bank's, and the claim waits for a person", async () => {
    await page.goto(`${at.served.address}/cases/C1?claim=C1-1`);
    const figure = page.getByRole("region", {
      name: "The victim states another sum than the bank",
    });
    await figure.waitFor();
    const words = ((await figure.textContent()) ?? "").replace(/[\s\u202f\u00a0]+/g, " ");
    for (const said of ["30,000.00", "100,000.00"]) expect(words).toContain(said);
    await button(en.steps.action.review).click();
    await page.getByText("The victim states another sum than the bank in claim C1-1").waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await shot("figure");
    await figure.getByLabel("The victim’s figure", { exact: true }).check();
    await figure.getByRole("textbox").fill("The rest was rent for a flat.");
    await figure.getByRole("button", { name: "Decide" }).click();
    await figure.getByText("The rest was rent for a flat.").waitFor();
    await page.getByText("Claimed is the victim’s figure.").waitFor();
  });

  it("says what a colleague did meanwhile, shows the new state, and goes on from there", async () => {
    await page.reload();
    await button(en.steps.action.review).waitFor();
    const { claims } = await ask<{ claims: { id: string; version: number }[] }>(
      page,
      "GET",
      "/cases/C1/claims",
    );
    const version = claims.find((one) => one.id === "C1-1")?.version;
    await ask(page, "PATCH", "/cases/C1/claims/C1-1", { status: "review", version });
    await button(en.steps.action.review).click();
    await page.getByText(/changed this meanwhile: the claim was moved to “In review” \(/).waitFor();
    await page.getByText("A prosecutor or the head of the office approves this claim.").waitFor();
    expect(await button(en.steps.action.approved).isDisabled()).toBe(true);
    await shot("meanwhile");
  });

  it("shows claims further on before they are opened, with a smallest sum", async () => {
    const { version } = await ask<{ version: number }>(page, "GET", "/cases/C1");
    await ask(page, "POST", "/cases/C1/accounts", { accounts: ["E"], version });
    await page.reload();
    await page.getByRole("button", { name: "Claims against further holders" }).click();
    await page.getByRole("menuitem", { name: rules.fifo }).click();
    const further = page.getByRole("region", { name: "Claims against further holders" });
    await further.getByText("1 claim would be prepared.").waitFor();
    await shot("further");
    await further.getByRole("textbox").fill("70000");
    await further.getByText("1 smaller claim is left out.").waitFor();
    expect(await page.getByRole("row", { name: /Ким/ }).count()).toBe(0);
    await further.getByRole("textbox").fill("10000");
    await further.getByRole("button", { name: "Prepare 1 claim" }).click();
    await page.getByRole("row", { name: /Ким/ }).first().waitFor();
  });

  it("reckons the penalty with its working, and gives back what was put in by mistake", async () => {
    await page.goto(`${at.served.address}/cases/C1?claim=C1-1`);
    await page.getByText("Penalty (Civil Code, article 353)").click();
    await page.getByLabel("From (first day counted)").fill("10 Mar 2026");
    await page.keyboard.press("Tab");
    await page.getByText("Penalty in all").waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByText("Where the defendant’s money is").click();
    await page.getByRole("cell", { name: "no statement says" }).waitFor();
    await page.getByText("No regular income is seen in what is loaded.").waitFor();
    await shot("penalty");
    await page.getByText("What the case is made of").click();
    await button("Take E out of the case").click();
    await page.getByLabel("Why E does not belong to the case").fill("Another matter.");
    await button("Take out").click();
    await page.getByText("E was taken out of the case.").waitFor();
    await shot("parts");
    // Refusals are answers of 409, which the console repeats.
    expect(complaints.filter((one) => !/status of 409/.test(one))).toEqual([]);
  });
});
