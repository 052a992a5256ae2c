import { readFile } from "node:fs/promises";
import PizZip from "pizzip";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { en } from "../../web/i18n/en/index.ts";
import { seriousFaults } from "../support/app.ts";
import { type CaseInBrowser, openCaseInBrowser } from "../support/case-in-browser.ts";
import { kzIban } from "../support/kz-iban.ts";

/** A report comes in; a few minutes later the letters to the banks are there. */
const VICTIM = kzIban("722", "1");
const FIRST = kzIban("601", "2");
const SECOND = kzIban("965", "3");
const THIRD = kzIban("856", "4");
const OTHER = kzIban("722", "5");
const FILES = {
  "transfers.csv": [
    "transfer_id,booked_at,amount,currency,from_account,to_account,channel",
    `r1,2026-11-20T10:00:00+05:00,70000.00,KZT,${OTHER},${FIRST},transfer`,
    `x1,2026-11-28T14:05:20+05:00,1500000.00,KZT,${VICTIM},${FIRST},transfer`,
    `x2,2026-11-28T14:05:40+05:00,1500000.00,KZT,${VICTIM},${THIRD},transfer`,
    `y1,2026-11-28T14:20:00+05:00,900000.00,KZT,${FIRST},${SECOND},transfer`,
    `y2,2026-11-28T14:25:00+05:00,350000.00,KZT,${FIRST},${THIRD},transfer`,
  ],
  "accounts.csv": [
    "account,holder_iin,holder_name",
    `${VICTIM},850101400120,Сапарова Айгүл`,
    `${FIRST},900202300125,Омаров Данияр`,
  ],
  "statements.csv": [
    "account,from,to,opening,closing,currency",
    `${FIRST},2026-11-01,2026-11-28,0.00,320000.00,KZT`,
    `${VICTIM},2026-11-01,2026-11-28,,,KZT`,
  ],
  "reports.csv": [
    "report_id,reported_at,victim_account,transfer_id",
    `R1,2026-11-21T10:00:00+05:00,${OTHER},r1`,
  ],
};
const WORDS = `КУИ № 267500121000123. Я, Сапарова Айгүл, ИИН 850101400120, 28.11.2026 в 14:05
перевела 1 500 000 тенге со счёта ${VICTIM} на счёт ${FIRST}, получатель Омаров Данияр.
После этого на счёте осталось: остаток 12 340 тенге.`;

let at: CaseInBrowser;
let page: Page;
const field = (name: string) => page.getByLabel(name, { exact: true });
const button = (name: string) => page.getByRole("button", { name, exact: true });

beforeAll(async () => {
  at = await openCaseInBrowser(FILES);
  page = at.page;
});
afterAll(() => at?.close());

/** The same page in every language, theme and width, where pictures are asked for. */
async function looks(name: string): Promise<void> {
  if (process.env.DROPPER_GRAPH_SHOTS === undefined) return;
  const shown = page.url();
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
    await other.goto(shown);
    await other.getByRole("heading", { level: 3 }).first().waitFor();
    const path = `${process.env.DROPPER_GRAPH_SHOTS}/${name}-${language}-${theme}-${width}.png`;
    await other.screenshot({ path, fullPage: true });
    await other.close();
  }
}

describe("the first hour", () => {
  it("goes from a new report to the letters for three banks in at most eight steps", async () => {
    let steps = 0;
    const step = async (work: Promise<unknown>) => {
      steps += 1;
      await work;
    };
    await page.goto(`${at.served.address}/today`);
    await step(page.getByRole("link", { name: "New report" }).click());
    await step(field("What was told").fill(WORDS));
    await button("It is this one").waitFor();
    expect(await field("Report number").inputValue()).toBe("267500121000123");
    expect(await field("Amount").inputValue()).toBe("1,500,000");
    expect(await field("Account or card paid").inputValue()).toBe(FIRST);
    expect(await page.getByText("balance", { exact: true }).count()).toBe(1);
    await at.shot("first-hour-form");
    expect(await seriousFaults(page)).toEqual([]);
    await step(button("It is this one").click());
    await step(button("Save the report").click());
    await page.getByRole("heading", { name: "ForteBank" }).waitFor();
    expect(await page.locator("section[data-bank]").evaluateAll(banksOf)).toEqual([
      "965",
      "856",
      "601",
    ]);
    await at.shot("first-hour-report");
    expect(await seriousFaults(page)).toEqual([]);
    const coming = page.waitForEvent("download");
    await step(button("Make the letters to the banks").click());
    const file = await coming;
    const zip = new PizZip(await readFile(await file.path()));
    const folders = [...new Set(Object.keys(zip.files).map((name) => name.split("/")[0]))].sort();
    expect(folders).toEqual(["Bank-CenterCredit", "ForteBank", "Halyk-Bank", "Антифрод-центр"]);
    // Incident, block and restriction for each bank, as DOCX and PDF; a notice of return comes
    // later.
    expect(Object.keys(zip.files)).toHaveLength(18);
    expect(steps).toBeLessThanOrEqual(8);
    await button(en.measures.sent.button).first().waitFor();
    await page
      .getByText(/days? left/)
      .first()
      .waitFor();
    await looks("first-hour-report");
    await page.goto(`${at.served.address}/today`);
    // The nearest stand there, the others by one click.
    await page
      .getByRole("button", { name: /^Show \d+ more$/ })
      .first()
      .click();
    const freeze = en.letters.blockRequest;
    await page.getByRole("link", { name: freeze }).first().waitFor();
    await at.shot("first-hour-today");
    // They left together: one way, and numbers that count up.
    await page.goto(`${at.served.address}/letters?kind=freeze-request`);
    await page.getByLabel(en.letters.many.all).check();
    await page.getByRole("button", { name: en.measures.sent.button, exact: true }).click();
    await field(en.letters.many.first).fill("12-098/к");
    await at.shot("letters-many");
    await button(en.measures.sent.save).click();
    await page.getByText("Done: 3 of 3").waitFor();
    await page.getByRole("cell", { name: "12-100/к", exact: true }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await at.shot("letters-sent");
    expect(at.complaints).toEqual([]);
  });

  it("keeps what no bank has confirmed as the victim's word, and a person confirms it later", async () => {
    await page.goto(`${at.served.address}/reports/new`);
    await field("Report number").fill("2675-2");
    await field("What was told").fill(
      "28.11.2026 в 14:05 перевёл 1 500 000 тг на карту 4400 43** **** 1234",
    );
    await field("Victim’s IIN").fill("850101400120");
    await button("It is this one").first().waitFor();
    await button("Save as described").click();
    await page.getByText("Only the victim says so.").waitFor();
    // The name was not asked for: whoever entered the report puts it in.
    await page.getByRole("link", { name: "Correct", exact: true }).click();
    await field("Victim’s name").fill("Сапарова Айгүл");
    await field("Why it is corrected").fill("The victim was called back.");
    await at.shot("first-hour-correct");
    expect(await seriousFaults(page)).toEqual([]);
    await button("Save the correction").click();
    await page.getByText("Victim’s name: nothing → Сапарова Айгүл").waitFor();
    await page.getByText(/corrected. Reason: The victim was called back./).waitFor();
    await at.shot("first-hour-corrected");
    await button("It is this one").last().click();
    await page.getByText(/this is the stolen transfer/).waitFor();
    await page.getByText("Only the victim says so.").waitFor({ state: "detached" });
    // The bank's row of another report was loaded before the report: it is news, and confirmed at once.
    const entered = await page.evaluate(
      ([from, to]) =>
        fetch("/api/reports", {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({
            ...{ number: "2675-3", reportedAt: Date.parse("2026-11-29T10:00:00+05:00") },
            victim: { account: from },
            stolen: [
              {
                ...{ amount: "90000000", at: Date.parse("2026-11-28T14:20:00+05:00") },
                recipient: { account: to },
              },
            ],
          }),
        }).then(({ status }) => status),
      [FIRST, SECOND] as const,
    );
    expect(entered).toBe(200);
    await page.goto(`${at.served.address}/today`);
    await button("It is this one: confirm 1").waitFor();
    await at.shot("first-hour-sure");
    expect(await seriousFaults(page)).toEqual([]);
    await button("It is this one: confirm 1").click();
    await button("It is this one: confirm 1").waitFor({ state: "detached" });
    expect(at.complaints).toEqual([]);
  });
});

/** In the page: the banks in the order shown. */
function banksOf(sections: (HTMLElement | SVGElement)[]): string[] {
  return sections.map((one) => one.dataset.bank ?? "");
}
