import { readFile } from "node:fs/promises";
import PizZip from "pizzip";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seriousFaults } from "../support/app.ts";
import { type CaseInBrowser, openCaseInBrowser } from "../support/case-in-browser.ts";

/** A prosecutor fills in what the court asks of a claim and takes the claim statement. */
const FILES = {
  "money.csv": [
    "transfer_id,booked_at,amount,currency,from_account,to_account,channel",
    "t1,2026-03-05T10:00:00+05:00,100000.00,KZT,V,D,transfer",
  ],
  "people.csv": [
    "account,holder_iin,holder_name",
    "V,850101400120,Сапарова Айгүл",
    "D,900202300125,Омаров Данияр",
  ],
  "reports.csv": [
    "report_id,reported_at,victim_account,transfer_id",
    "R1,2026-03-06T10:00:00+05:00,V,t1",
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
const save = async () => {
  await button("Save").click();
  await button("Save").waitFor({ state: "detached" });
};

describe("what a court takes of a claim", () => {
  it("is one click from being written down, the day of birth comes from the IIN", async () => {
    await page.goto(`${at.served.address}/cases/C1?claim=C1-1`);
    await page.getByText(/For the court:/).click();
    await button("Fill in: Claimant’s address").click();
    expect(await page.getByLabel("Date of birth", { exact: true }).inputValue()).toBe("1 Jan 1985");
    await page.getByLabel("Address", { exact: true }).fill("г. Астана, ул. Абая, 1");
    await shot("dossier-person");
    await save();
    await button("Fill in: Defendant’s address").click();
    await page.getByLabel("Address", { exact: true }).fill("г. Алматы, Медеуский район");
    await save();
    await button("Fill in: Court").waitFor({ state: "detached" });
    await button("Fill in: Circumstances of the case").click();
    await page.getByText(/Медеуский районный суд города Алматы/).waitFor();
    await page.getByLabel("Circumstances", { exact: true }).fill("Истцу позвонили «из банка».");
    await page.getByLabel("State fee", { exact: true }).selectOption("pay");
    await shot("dossier-form");
    expect(await seriousFaults(page)).toEqual([]);
    await save();
    await button("Fill in: State fee: paid or exempt").waitFor({ state: "detached" });
    await shot("dossier-readiness");
  });

  it("keeps notes and tasks of the case, and says who did them", async () => {
    await page.getByText("Notes and tasks · 0").click();
    await page.getByLabel("Note or task").fill("Call the bank");
    await page.getByLabel("Last day (for a task)").fill("10 Mar 2026");
    await page.keyboard.press("Tab");
    await button("Write").click();
    await page.getByText("overdue").waitFor();
    await page.getByLabel("Done", { exact: true }).click();
    await page.getByLabel("Not done", { exact: true }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await shot("dossier-people");
  });

  it("stands in the claim statement, and what is missing is a marked blank", async () => {
    await page.getByText("Documents", { exact: true }).click();
    const coming = page.waitForEvent("download");
    await button("Word (DOCX)").click();
    const file = await coming;
    expect(file.suggestedFilename()).toBe("исковое-заявление.docx");
    const zip = new PizZip(await readFile(await file.path()));
    const text =
      zip
        .file("word/document.xml")
        ?.asText()
        .replace(/<[^>]+>/g, " ") ?? "";
    for (const said of [
      "Медеуский районный суд города Алматы",
      "01.01.1985",
      "Истцу позвонили «из банка».",
      "____________ (документ о согласии, номер, дата)",
      "100\u00a0000,00 тенге",
    ])
      expect(text).toContain(said);
    const archive = page.waitForEvent("download");
    await button("For all claims of the case (ZIP)").click();
    const whole = new PizZip(await readFile(await (await archive).path()));
    expect(Object.keys(whole.files)).toContain("C1-1/исковое-заявление.pdf");
    await shot("dossier-papers");
    expect(complaints).toEqual([]);
  });
});
