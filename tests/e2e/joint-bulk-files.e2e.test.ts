import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import PizZip from "pizzip";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { en } from "../../web/i18n/en/index.ts";
import { seriousFaults } from "../support/app.ts";
import { type CaseInBrowser, openCaseInBrowser } from "../support/case-in-browser.ts";

/**
 * A prosecutor joins two defendants, takes all papers at once, and puts a document into the case.
 */
const FILES = {
  "money.csv": [
    "transfer_id,booked_at,amount,currency,from_account,to_account,channel",
    "t1,2026-03-05T10:00:00+05:00,100000.00,KZT,V,D,transfer",
    "t2,2026-03-05T10:05:00+05:00,60000.00,KZT,V,E,transfer",
    "t3,2026-03-05T10:09:00+05:00,90.00,KZT,V,F,transfer",
  ],
  "people.csv": [
    "account,holder_iin,holder_name",
    "V,850101400120,Сапарова Айгүл",
    "D,900202300125,Омаров Данияр",
    "E,910303300126,Ким Олег",
    "F,,Сериков Б.",
  ],
  "reports.csv": [
    "report_id,reported_at,victim_account,transfer_id",
    "R1,2026-03-06T10:00:00+05:00,V,t1",
    "R1,2026-03-06T10:00:00+05:00,V,t2",
    "R1,2026-03-06T10:00:00+05:00,V,t3",
  ],
};
let at: CaseInBrowser;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  at = await openCaseInBrowser(FILES);
  ({ page, complaints } = at);
});
afterAll(() => at?.close());

const button = (name: string) => page.getByRole("button", { name, exact: true });

describe("a case with several droppers", () => {
  it("has one claim against two defendants once a person says why", async () => {
    await page.goto(`${at.served.address}/cases/C1?claim=C1-1`);
    await page.getByText("Several defendants, one loss: each answers alone").click();
    const others = page.getByRole("group", { name: en.joint.others });
    await others.getByLabel(/Ким Олег/).check();
    await page.getByLabel(en.joint.why, { exact: true }).fill("Chats of 3 March");
    await page.getByLabel(`In Kazakh: ${en.joint.why}`).fill("3 наурыздағы хат алмасу");
    await button("Answer together").click();
    await page.getByText("Several defendants, one loss: Ким Олег").waitFor();
    await page.getByText("Chats of 3 March").first().waitFor();
    await page.getByText("and 1 more together").waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await at.shot("joint");
  });

  it("gives claims and papers of all droppers as one archive, after showing what each lacks", async () => {
    await button(en.bulk.title).click();
    const panel = page.getByRole("region", { name: en.bulk.title });
    await panel.getByText(/^1 claim for .+; 0 of them new\.$/).waitFor();
    await panel.getByText(/left out without documents: 1 claim for /).waitFor();
    await panel.getByText(/^Missing \(.*: Court;/).waitFor();
    await panel.getByText("below the smallest sum: left out").waitFor();
    // Of all documents, letters to banks are one a bank unless a person takes the tick away.
    await panel.getByLabel(en.bulk.documents).selectOption("all");
    expect(await panel.getByLabel(en.bulk.together).isChecked()).toBe(true);
    await panel.getByLabel("C1-1", { exact: true }).uncheck();
    await panel.getByText(en.bulk.none).waitFor();
    await panel.getByLabel("C1-1", { exact: true }).check();
    expect(await seriousFaults(page)).toEqual([]);
    await at.shot("bulk");
    await panel.getByLabel(en.bulk.documents).selectOption("usual");
    const coming = page.waitForEvent("download");
    await button("Open the claims and download the archive").click();
    const zip = new PizZip(await readFile(await (await coming).path()));
    const names = Object.keys(zip.files);
    expect(names).toContain("C1-1/исковое-заявление.pdf");
    expect(names.filter((name) => name.includes("претензия") && name.endsWith("docx"))).toEqual([
      "C1-1/претензия.docx",
      "C1-1/претензия-2.docx",
    ]);
    expect(names.every((name) => name.startsWith("C1-1/"))).toBe(true);
    await panel.waitFor({ state: "detached" });
  });

  it("keeps a document with its hash, and takes it out with a reason", async () => {
    const path = join(tmpdir(), `согласие-${process.pid}.txt`);
    await writeFile(path, "consent");
    await page.getByText("Files of the case · 0").click();
    await page.locator("input[type=file]").first().setInputFiles(path);
    await page.getByLabel("What it is").fill("Consent of 3 March");
    await button("Put in").click();
    await page.getByText("Files of the case · 1").waitFor();
    const coming = page.waitForEvent("download");
    await page.getByRole("link", { name: /согласие-.*txt/ }).click();
    expect(await readFile(await (await coming).path(), "utf8")).toBe("consent");
    await at.shot("case-files");
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole("button", { name: /^Take out: согласие/ }).click();
    await page.getByLabel(/does not belong to the case$/).fill("Another case");
    await button("Take out").click();
    await page.getByText("Files of the case · 0").waitFor();
    expect(complaints).toEqual([]);
  });

  it("is renamed and closed; a step that is refused then says how it is opened again", async () => {
    await button("More").click();
    await page.getByRole("menuitem", { name: "Rename the case" }).click();
    await page.getByLabel("Title of the case").fill("Two droppers of 5 March");
    await button("Rename the case").click();
    await page.getByRole("heading", { name: "Two droppers of 5 March" }).waitFor();
    await button("More").click();
    await page.getByRole("menuitem", { name: "Close the case" }).click();
    const notice = page.getByText("it takes nothing in, and its claims do not move");
    await notice.waitFor();
    await button(en.steps.action.review).click();
    await page.getByRole("alert").getByText("The case is closed. Reopen it first.").waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await button("Reopen the case").click();
    await notice.waitFor({ state: "detached" });
    await button(en.steps.action.review).click();
    await page.getByText("A prosecutor or the head of the office approves this claim.").waitFor();
    // The step that was taken is gone: the focus waits at the next ones.
    await page.waitForFunction(() =>
      document.activeElement?.firstElementChild?.matches("[data-way]"),
    );
    expect(complaints.filter((one) => !/status of 409/.test(one))).toEqual([]);
  });
});
