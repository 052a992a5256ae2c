import { readFile } from "node:fs/promises";
import PizZip from "pizzip";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Claim } from "../../contract/claims.ts";
import { en } from "../../web/i18n/en/index.ts";
import { ask, freshPage, seriousFaults } from "../support/app.ts";
import { launchChromium } from "../support/chromium.ts";
import { guideAddresses, takeGuidePictures } from "../support/guide-pictures.ts";
import { looks, settled } from "../support/looks.ts";
import { oneCStatement } from "../support/one-c.ts";
import { startWarm, type WarmServed } from "../support/warm-neo4j.ts";

/**
 * Every page on the demo's own data, in every look; and a stranger's file through the Load page, in
 * and out again.
 */
const GUIDE_PICTURES = process.env.DROPPER_GRAPH_GUIDE_PICTURES;

let demo: WarmServed;
let browser: Browser;
let page: Page;
let complaints: string[];
/**
 * Answers that say no and requests that got no answer; a poll cut off by leaving the page is
 * neither.
 */
const failures: string[] = [];

beforeAll(async () => {
  [demo, browser] = await Promise.all([startWarm("demo"), launchChromium()]);
  ({ page, complaints } = await freshPage(browser));
  page.on("response", (response) => {
    const asked = response.url().endsWith("/api/session") && response.status() === 401;
    if (response.status() >= 400 && !asked) failures.push(`${response.status()} ${response.url()}`);
  });
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText ?? "";
    if (why !== "net::ERR_ABORTED") failures.push(`${why} ${request.url()}`);
  });
});
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

describe("every page, in three languages, light and dark, wide and narrow", () => {
  it("has no fault at the door, and lets in with the printed login", async () => {
    await page.goto(`${demo.address}/sign-in`);
    await settled(page);
    expect(await looks(page, "sign-in")).toEqual([]);
    await page.getByLabel("Login").fill(demo.login?.login ?? "");
    await page.getByLabel("Password", { exact: true }).fill(demo.login?.password ?? "");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL((url) => url.pathname === "/today");
  });

  const pages = {
    data: () => ["/today", "/load", "/load?tab=grid", "/load?tab=pairs", "/load?tab=sources"],
    droppers: () => ["/clusters", "/clusters?side=method", "/clusters?side=compare", "/explore"],
    cases: (id: string, claim: Claim) => [
      `/explore?account=${claim.defendant.accounts[0]}&select=${claim.defendant.accounts[0]}`,
      "/cases?new=1",
      `/cases/${id}`,
      `/cases/${id}?claim=${claim.id}`,
    ],
    office: () => [
      ...["/summary", "/summary/claimed", "/summary/data/stolen"],
      ...["/admin", "/retention", "/account", "/help/figures", "/nowhere"],
    ],
    firstHour: (_id: string, _claim: Claim, report: string) => [
      ...["/measures?do=add", "/letters"],
      "/reports/new",
      `/reports/${encodeURIComponent(report)}`,
      "/watching?q=%D0%9E%D0%BC%D0%B0%D1%80",
    ],
  };
  it.each(Object.keys(pages) as (keyof typeof pages)[])(
    "%s: complains nowhere, asks for nothing in vain, fits, speaks the language, and has nothing serious for axe",
    async (group) => {
      const { cases } = await ask<{ cases: { id: string }[] }>(page, "GET", "/cases");
      const id = cases[0]?.id ?? "";
      const { claims } = await ask<{ claims: Claim[] }>(page, "GET", `/cases/${id}/claims`);
      const faults: string[] = [];
      const { reports } = await ask<{ reports: { id: string }[] }>(page, "GET", "/reports");
      const report = reports[0]?.id ?? "";
      for (const address of pages[group](id, claims.at(-1) as Claim, report)) {
        await page.goto(`${demo.address}${address}`);
        await page.getByRole("navigation").waitFor();
        await settled(page);
        faults.push(...(await looks(page, address)));
      }
      expect(faults).toEqual([]);
      expect(complaints).toEqual([]);
      expect(failures).toEqual([]);
    },
  );

  it("helps with the page one is at, finds words of the guide, and follows its links", async () => {
    await page.goto(`${demo.address}/measures`);
    await page.getByRole("link", { name: en.frame.nav.help }).click();
    await page.getByRole("heading", { level: 1, name: en.measures.title }).waitFor();
    await page.getByRole("searchbox", { name: en.help.search }).fill("first in, first out");
    const hits = page.getByRole("list", { name: en.help.found });
    await hits.getByRole("link").filter({ hasText: "Follow the money" }).first().click();
    await page.waitForURL((url) => url.pathname === "/help/money" && url.hash !== "");
    await page.getByRole("searchbox", { name: en.help.search }).fill("zzzz");
    await page.getByRole("status").getByText("zzzz").waitFor();
    await page.getByRole("searchbox", { name: en.help.search }).fill("");
    await page.getByRole("link", { name: "Every figure and its meaning" }).first().click();
    await page.waitForURL((url) => url.pathname === "/help/figures");
    expect(complaints).toEqual([]);
    expect(failures).toEqual([]);
  });

  it("prints the summary over the whole sheet, light also in the dark theme", async () => {
    await page.goto(`${demo.address}/summary`);
    await settled(page);
    await page.getByRole("button", { name: en.frame.theme.toDark, exact: true }).click();
    await page.emulateMedia({ media: "print" });
    const paper = await page.evaluate(() => {
      const main = document.querySelector("main");
      const words = document.querySelector("h1");
      return {
        width: main?.getBoundingClientRect().width ?? 0,
        cut: (main?.scrollHeight ?? 0) - (main?.clientHeight ?? 0),
        ink: words ? getComputedStyle(words).color : "",
      };
    });
    expect(paper).toEqual({ width: 1440, cut: 0, ink: "rgb(17, 24, 39)" });
    await page.emulateMedia({ media: "screen" });
    await page.getByRole("button", { name: en.frame.theme.toLight, exact: true }).click();
  });

  it("leads from a claim to the picture of its money: the victim's stands out, the defendant is in focus", async () => {
    const { cases } = await ask<{ cases: { id: string }[] }>(page, "GET", "/cases");
    const id = cases[0]?.id ?? "";
    const { sums } = await ask<{ sums: { amount: string }[] }>(page, "GET", `/cases/${id}`);
    const { claims } = await ask<{ claims: Claim[] }>(page, "GET", `/cases/${id}/claims`);
    const claim = claims.at(-1) as Claim;
    await page.goto(`${demo.address}/cases/${id}?claim=${claim.id}`);
    await settled(page);
    await page.getByRole("link", { name: en.explore.trace.title }).last().click();
    await page.waitForURL(
      (url) => url.pathname === "/explore" && url.searchParams.get("case") === id,
    );
    const totals = page.getByTestId("trace-totals");
    await totals.waitFor();
    const stolen = /([\d\s,]+)(?:\.(\d\d))?₸/.exec(
      ((await totals.textContent()) ?? "").replace(/[\u202f\u00a0]/g, " "),
    );
    expect(`${stolen?.[1]?.replace(/[\s,]/g, "")}${(stolen?.[2] ?? "").padEnd(2, "0")}`).toBe(
      sums[0]?.amount,
    );
    await page.getByRole("button", { name: claim.victim.name ?? "", pressed: true }).waitFor();
    const row = page
      .getByRole("table", { name: en.explore.trace.accounts })
      .locator("tr[data-on]")
      .first();
    expect((await row.textContent())?.replace(/[\s\u202f]/g, "")).toContain(
      claim.defendant.accounts[0]?.slice(-4),
    );
  });

  it("opens the search by its keys with a Russian layout on, and leads from a name to the account", async () => {
    await page.goto(`${demo.address}/clusters`);
    const { clusters } = await ask<{ clusters: { lookFirst: string; lookFirstName: string }[] }>(
      page,
      "GET",
      "/detection/clusters",
    );
    const [, second] = clusters;
    await page.getByRole("grid").getByRole("row").nth(2).waitFor();
    const pressRussian = (key: string, code: string, ctrlKey = false) =>
      page.evaluate(
        ([letter, place, held]) => {
          const event = {
            key: letter,
            code: place,
            ctrlKey: held,
            bubbles: true,
            cancelable: true,
          };
          document.body.dispatchEvent(new KeyboardEvent("keydown", event));
        },
        [key, code, ctrlKey] as const,
      );
    await pressRussian("о", "KeyJ");
    await page
      .getByRole("row", { selected: true })
      .getByText(second?.lookFirst.slice(-4) ?? "")
      .first()
      .waitFor();
    // Names of people in no case are shown to who says why.
    await ask(page, "PUT", "/session/ground", { ground: "Cluster 2 of the last search" });
    await pressRussian("л", "KeyK", true);
    await page.getByPlaceholder(en.frame.search.placeholder).fill(second?.lookFirst ?? "");
    await page
      .getByRole("dialog")
      .getByText(second?.lookFirstName ?? "")
      .first()
      .click();
    await page.waitForURL((url) => url.searchParams.get("account") === second?.lookFirst);
  });
});

/** Files dropped onto the Load page, as from a folder's window. */
async function drop(files: readonly { name: string; bytes: Buffer }[]): Promise<void> {
  const data = await page.evaluateHandle(
    (dropped) => {
      const transfer = new DataTransfer();
      for (const { name, bytes } of dropped)
        transfer.items.add(new File([new Uint8Array(bytes)], name));
      return transfer;
    },
    files.map(({ name, bytes }) => ({ name, bytes: [...bytes] })),
  );
  await page
    .getByRole("region", { name: en.load.drop.title })
    .dispatchEvent("drop", { dataTransfer: data });
}

/** Only what the file below needs: ASCII and Russian letters. */
function windows1251(text: string): Buffer {
  return Buffer.from(
    [...text].map((letter) =>
      /[А-я]/.test(letter) ? letter.charCodeAt(0) - 0x350 : letter.charCodeAt(0),
    ),
  );
}

const STRANGE = [
  "Когда;Отправитель денег;Куда ушло;Сколько;Валюта;Прим.",
  "03.03.2026 10:15:00;KZ86125KZT5004100100;KZ563190000012344567;150 000,50;KZT;Перевод",
  "04.03.2026 11:00:00;KZ86125KZT5004100100;KZ563190000012344567;20 000,00;KZT;Долг",
  "05.03.2026 12:30:00;KZ86125KZT5004100100;KZ563190000012344567;не указано;KZT;Без суммы",
].join("\r\n");

describe("a stranger's file on the Load page", () => {
  const counts = async () => {
    const { sources } = await ask<{ sources: { fileName: string; state: string }[] }>(
      page,
      "GET",
      "/loading/sources",
    );
    const { transfers } = await ask<{ transfers: number }>(page, "GET", "/overview");
    return { transfers, file: sources.find((source) => source.fileName === "ответ банка.csv") };
  };

  it("is dropped, corrected by one column, loaded with its counts, its refused row handed back, and taken out whole", async () => {
    await page.goto(`${demo.address}/load`);
    const before = await counts();
    await drop([{ name: "ответ банка.csv", bytes: windows1251(STRANGE) }]);
    await page.getByText(en.load.queue.unknown).waitFor();
    await page.getByRole("button", { name: en.load.queue.choose }).click();
    await page.getByText(en.load.preview.nothing).waitFor();
    const column = page.locator(`input[aria-label="${en.load.preview.meaning}: Сколько"]`);
    await column.click();
    await page.getByRole("option", { name: en.load.meanings.amount, exact: true }).click();
    const preview = page.getByRole("table", { name: en.load.preview.rows });
    await preview.getByText("150,000.50").waitFor();
    await preview.getByText(en.warnings["refused-amount-not-a-number"]).waitFor();
    await page.getByRole("button", { name: en.load.preview.load }).click();
    await page.getByText("2 loaded · 0 known already · 1 refused").waitFor();
    expect((await counts()).transfers).toBe(before.transfers + 2);

    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: en.load.sources.refused }).click(),
    ]);
    const lines = (await readFile(await file.path(), "utf8"))
      .replace(/^\uFEFF/, "")
      .trim()
      .split(/\r?\n/);
    expect(lines[0]).toMatch(
      /^Когда;Отправитель денег;Куда ушло;Сколько;Валюта;Прим\.;refused_file;refused_row/,
    );
    expect(lines[1]).toMatch(
      /^05\.03\.2026 12:30:00;.*;не указано;KZT;Без суммы;ответ банка\.csv;4;Сколько;не указано;/,
    );
    expect(lines).toHaveLength(2);

    await page.getByRole("tab", { name: en.load.tabs.sources }).click();
    await page
      .getByRole("button", { name: `${en.load.sources.withdraw}: ответ банка.csv` })
      .click();
    // It has its name a frame after it is there: looked at in between it would be nameless.
    const dialog = page.getByRole("dialog", { name: "ответ банка.csv" });
    await dialog.waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await dialog
      .getByRole("textbox", { name: en.common.reason })
      .fill("The bank sent it by mistake.");
    await dialog.getByRole("button", { name: en.load.sources.withdraw, exact: true }).click();
    await page
      .getByRole("row")
      .filter({ hasText: "ответ банка.csv" })
      .getByText(en.load.sources.state.withdrawn)
      .waitFor();
    expect(await counts()).toEqual({
      transfers: before.transfers,
      file: expect.objectContaining({ state: "withdrawn" }),
    });
    expect(complaints).toEqual([]);
    expect(failures).toEqual([]);
  });
});

describe("statements with days missing between them", () => {
  const ACCOUNT = "KZ02551B028356727334";
  const statement = (from: string, to: string, day: string) =>
    Buffer.from(
      oneCStatement({
        account: ACCOUNT,
        opening: "0.00",
        from,
        to,
        closing: "150.00",
        documents: [{ date: day, amount: "150.00", other: "KZ02601A010605587576", way: "in" }],
      }),
    );

  it("ask the bank for them at a click, in a letter with the account and the days", async () => {
    await page.goto(`${demo.address}/load`);
    await drop([
      { name: "first.txt", bytes: statement("01.03.2026", "10.03.2026", "02.03.2026") },
      { name: "last.txt", bytes: statement("20.03.2026", "31.03.2026", "21.03.2026") },
    ]);
    await page
      .getByRole("button", { name: en.load.queue.loadAll.replace("{{count}}", "2") })
      .click();
    await page.getByText("1 loaded").nth(1).waitFor();
    await page.getByRole("tab", { name: en.load.tabs.grid }).click();
    const row = page.getByRole("row").filter({ hasText: "Freedom Bank Kazakhstan" });
    for (const button of [
      row.getByRole("button", { name: "1 gap" }),
      row.getByRole("button", { name: "Missing: 11–19" }),
      page.getByRole("button", { name: en.load.grid.letters }),
    ]) {
      const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
      expect(file.suggestedFilename()).toBe("request-551.docx");
      const letter =
        new PizZip(await readFile(await file.path())).file("word/document.xml")?.asText() ?? "";
      for (const text of ["Freedom Bank Kazakhstan", ACCOUNT, "11.03.2026", "19.03.2026"])
        expect(letter).toContain(text);
    }
    expect(await looks(page, "statement grid")).toEqual([]);
    expect(complaints).toEqual([]);
    expect(failures).toEqual([]);
  });
});

describe.runIf(GUIDE_PICTURES)("the guide", () => {
  it("has its pictures taken from these pages", async () => {
    const first = async <Found>(path: string, list: string): Promise<Found> =>
      (await ask<Record<string, Found[]>>(page, "GET", path))[list]?.at(-1) as Found;
    const { id: caseId } = await first<{ id: string }>("/cases", "cases");
    const { id: claimId } = await first<Claim>(`/cases/${caseId}/claims`, "claims");
    const { id: reportId } = await first<{ id: string }>("/reports", "reports");
    const { clusters } = await ask<{ clusters: { id: string }[] }>(
      page,
      "GET",
      "/detection/clusters",
    );
    const clusterId = clusters[0]?.id ?? "";
    const addresses = guideAddresses({ caseId, claimId, reportId, clusterId });
    await takeGuidePictures(page, demo.address, addresses, GUIDE_PICTURES ?? "");
  });
});
