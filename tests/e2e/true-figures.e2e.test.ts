import { readFile } from "node:fs/promises";
import type { Browser, Download, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TransferRow } from "../../contract/exploring.ts";
import { en } from "../../web/i18n/en/index.ts";
import { type App, ask, freshPage, signIn, startApp } from "../support/app.ts";
import { launchChromium } from "../support/chromium.ts";
import { spotsOf } from "../support/pixels.ts";
import { whileHeldBack } from "../support/slow-answers.ts";

/**
 * Figures under a title are of that title: with slow answers, in what is exported, and in what is
 * counted.
 */
let app: App;
let browser: Browser;
let page: Page;
let complaints: string[];
let cluster: { id: string; lookFirst: string; size: number };

const TRANSIT = "#8a50a3";
const LOADING = { name: en.common.loading };
const stage = () => page.getByTestId("stage");
const side = () => page.getByRole("complementary", { name: en.explore.right, exact: true });
const facts = () => page.getByRole("region", { name: en.explore.facts.label });
const rowsOf = (name: string) => page.getByRole("grid", { name }).getByRole("row");
const param = (name: string) => new URL(page.url()).searchParams.get(name);
const eventually = <Value>(value: () => Value | Promise<Value>) =>
  expect.poll(value, { timeout: 60_000 });

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchChromium()]);
  ({ page, complaints } = await freshPage(browser));
  await signIn(page, app);
  const { clusters } = await ask<{ clusters: (typeof cluster)[] }>(
    page,
    "GET",
    "/detection/clusters",
  );
  cluster = clusters[0] as typeof cluster;
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

async function openCluster(extra = ""): Promise<void> {
  await page.goto(`${app.address}/explore?cluster=${encodeURIComponent(cluster.id)}${extra}`);
  await stage().locator("canvas").first().waitFor();
  await eventually(async () => (await spotsOf(page, stage(), TRANSIT)).length).toBeGreaterThan(1);
}

/**
 * Clicks discs, each in its time, until one is selected that was not before; answers its number.
 */
async function selectAnother(before: string | null): Promise<string> {
  const another = ({ searchParams }: URL) => ![null, before].includes(searchParams.get("select"));
  for (const spot of await spotsOf(page, stage(), TRANSIT)) {
    await page.mouse.click(spot.x, spot.y);
    await page.waitForURL(another, { timeout: 5_000 }).catch(() => null);
    const now = param("select");
    if (now !== null && now !== before && !now.includes(",")) return now;
  }
  throw new Error("There is no other disc of this colour");
}

async function nameOf(account: string): Promise<string> {
  const card = await ask<{ holderName: string }>(page, "GET", `/accounts/${account}`);
  return card.holderName;
}

/** "36 transfers · …" as 36; null while the page says that it is loading. */
async function tableCount(): Promise<number | null> {
  const text = (await page.getByTestId("table-totals").textContent()) ?? "";
  const digits = /^([\d\s\u202f\u00a0]+)transfer/.exec(text)?.[1];
  return digits === undefined ? null : Number(digits.replace(/\D/g, ""));
}

const linesOf = async (file: Download) =>
  (await readFile(await file.path(), "utf8"))
    .replace(/^\uFEFF/, "")
    .trim()
    .split("\r\n")
    .slice(1);

describe("with slow answers", () => {
  it("the card and the table of the account before do not stand under the next one", async () => {
    await openCluster();
    const first = await selectAnother(null);
    const firstName = await nameOf(first);
    await page.getByTestId("account-card").getByText(firstName, { exact: true }).waitFor();
    await eventually(tableCount).not.toBeNull();
    let second = "";
    await whileHeldBack(page, ["/accounts/", "/transfers", "/detection/findings/"], async () => {
      second = await selectAnother(first);
      await side().getByRole("status", LOADING).first().waitFor({ timeout: 10_000 });
      expect(await side().textContent()).not.toContain(firstName);
      expect(await tableCount()).toBeNull();
      expect(await rowsOf(en.explore.table.label).count()).toBe(1);
    });
    const card = page.getByTestId("account-card");
    await card.getByText(await nameOf(second), { exact: true }).waitFor();
    await eventually(tableCount).not.toBeNull();
  });

  it("a form begun for one account is not left under another one", async () => {
    await openCluster();
    const first = await selectAnother(null);
    const second = await selectAnother(first);
    await page
      .getByTestId("account-card")
      .getByText(await nameOf(second))
      .first()
      .waitFor();
    await page.getByRole("button", { name: en.explore.toCase.choose }).click();
    await page.getByLabel(en.explore.toCase.title).waitFor();
    await page.goBack();
    await page
      .getByTestId("account-card")
      .getByText(await nameOf(first))
      .first()
      .waitFor();
    expect(await page.getByLabel(en.explore.toCase.title).count()).toBe(0);
  });

  it("where no answer comes at all a banner says so, and goes when one comes", async () => {
    await openCluster();
    const first = await selectAnother(null);
    const firstName = await nameOf(first);
    await page.getByTestId("account-card").getByText(firstName, { exact: true }).waitFor();
    const banner = page.getByText(en.frame.outage.unreachable.title);
    let second = "";
    await page.context().setOffline(true);
    try {
      second = await selectAnother(first);
      await banner.waitFor();
      await side().getByRole("status", LOADING).first().waitFor({ timeout: 10_000 });
      expect(await side().textContent()).not.toContain(firstName);
    } finally {
      await page.context().setOffline(false);
      // The browser itself says of each lost request that it was lost.
      const own = complaints.filter((text) => !text.includes("ERR_INTERNET_DISCONNECTED"));
      complaints.splice(0, complaints.length, ...own);
    }
    await banner.waitFor({ state: "detached" });
    const card = page.getByTestId("account-card");
    await card.getByText(await nameOf(second), { exact: true }).waitFor();
  });

  it("the clusters of one search do not stand under another one", async () => {
    const from = await ask<{ run: { startedAt: number } }>(page, "GET", "/detection/clusters");
    expect(from.run.startedAt).toBeGreaterThan(0);
    const { jobId } = await ask<{ jobId: string }>(page, "POST", "/detection/runs", {
      since: Date.parse("2026-03-10T00:00:00+05:00"),
    });
    await eventually(async () => {
      const { jobs } = await ask<{ jobs: { id: string; state: string }[] }>(page, "GET", "/jobs");
      return jobs.find((job) => job.id === jobId)?.state;
    }).toBe("done");
    await page.goto(`${app.address}/clusters`);
    await rowsOf(en.clusters.title).nth(1).waitFor();
    await whileHeldBack(page, ["/detection/clusters"], async () => {
      await page.locator(`input[aria-label="${en.clusters.run}"]`).click();
      await page.getByRole("option").nth(1).click();
      await page.waitForURL((url) => url.searchParams.has("run"));
      await eventually(() => rowsOf(en.clusters.title).count()).toBe(1);
      await page.getByRole("status", LOADING).first().waitFor({ timeout: 10_000 });
      expect(await page.getByRole("heading", { name: /^Cluster \d/ }).count()).toBe(0);
    });
    await rowsOf(en.clusters.title).nth(1).waitFor();
  });

  it("the figures of one period do not stand under another one", async () => {
    await page.goto(`${app.address}/summary`);
    await page.getByText(en.figures.droppers).first().waitFor();
    await whileHeldBack(page, ["/summary", "/measures/summary"], async () => {
      await page.getByRole("button", { name: en.summary.lastMonth }).click();
      await page.getByRole("status", LOADING).first().waitFor({ timeout: 10_000 });
      expect(await page.getByText(en.figures.droppers).count()).toBe(0);
    });
    await page.getByText(en.figures.droppers).first().waitFor();
  });

  it("the sums of one tracing rule do not stand under another one", async () => {
    const { reports } = await ask<{ reports: { id: string }[] }>(page, "GET", "/reports?limit=1");
    await page.goto(`${app.address}/explore?trace=1&report=${reports[0]?.id}`);
    await page.getByTestId("trace-totals").waitFor();
    await whileHeldBack(page, ["/traces"], async () => {
      await page.locator(`input[aria-label="${en.explore.trace.rule}"]`).click();
      await page.getByRole("option", { name: en.rules.lifo }).click();
      await page.waitForURL((url) => url.searchParams.get("method") === "lifo");
      await page.getByRole("status", LOADING).first().waitFor({ timeout: 10_000 });
      expect(await page.getByTestId("trace-totals").count()).toBe(0);
      expect(await page.getByRole("table", { name: en.explore.trace.accounts }).count()).toBe(0);
    });
    await page.getByTestId("trace-totals").waitFor();
  });

  it("the search lists no hits of what was typed before, and does not say that there are none", async () => {
    await page.goto(`${app.address}/today`);
    await page.getByText(en.today.found, { exact: true }).waitFor();
    await page.keyboard.press("Control+k");
    const typed = page.getByPlaceholder(en.frame.search.placeholder);
    await typed.fill(cluster.lookFirst);
    const hits = page.getByRole("dialog").getByRole("button");
    await eventually(() => hits.count()).toBe(1);
    await whileHeldBack(page, ["/search"], async () => {
      await typed.fill("nobody is called so");
      await page.getByRole("dialog").getByText(en.common.loading).waitFor({ timeout: 10_000 });
      expect(await hits.count()).toBe(0);
    });
    await page.getByRole("dialog").getByText("Nothing found", { exact: false }).waitFor();
  });

  it("the first rows of a file as read one way do not stand under another way", async () => {
    await page.goto(`${app.address}/load`);
    const text = [
      "Дата операции;Счёт отправителя;Счёт получателя;Сумма;Валюта;Назначение платежа",
      "03.03.2026 10:15:00;KZ86125KZT5004100100;KZ563190000012344567;150,50;KZT;Долг",
    ].join("\r\n");
    await page
      .getByTestId("files")
      .setInputFiles([{ name: "preview.csv", mimeType: "text/csv", buffer: Buffer.from(text) }]);
    await page
      .getByRole("button", {
        name: new RegExp(`^(${en.load.queue.check}|${en.load.queue.choose})$`),
      })
      .click();
    // Its rows are read, not selected: a table, not a grid.
    const rows = page.getByRole("table", { name: en.load.preview.rows }).getByRole("row");
    await rows.nth(1).waitFor();
    await whileHeldBack(page, ["/loading/uploads/"], async () => {
      await page
        .getByRole("combobox", { name: `${en.load.preview.meaning}: Назначение платежа` })
        .click();
      await page.getByRole("option", { name: en.load.preview.ignore, exact: true }).click();
      await page.getByRole("status", LOADING).first().waitFor({ timeout: 10_000 });
      expect(await rows.count()).toBe(0);
    });
    await rows.nth(1).waitFor();
  });

  it("the package saved for one case is not told of under another case", async () => {
    const open = (title: string) =>
      ask<{ id: string }>(page, "POST", "/cases", { title, cluster: cluster.id });
    const [one] = [await open("Case of the package"), await open("Case beside it")];
    await page.goto(`${app.address}/cases/${one.id}`);
    await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: en.cases.export, exact: true }).click(),
    ]);
    const told = page.getByRole("status", { name: en.cases.signed.title });
    await told.waitFor();
    await page.keyboard.press("Control+k");
    await page.getByPlaceholder(en.frame.search.placeholder).fill("Case beside it");
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /Case beside it/ })
      .click();
    await page.getByRole("heading", { name: "Case beside it" }).waitFor();
    expect(await told.count()).toBe(0);
  });
});

describe("what is exported", () => {
  it("is what is shown: an amount typed, and CSV clicked at once", async () => {
    await openCluster();
    await eventually(tableCount).not.toBeNull();
    const before = await tableCount();
    await page.getByLabel("Not less than, KZT").fill("50000");
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: en.explore.table.csv }).click(),
    ]);
    const lines = await linesOf(file);
    await page.waitForURL((url) => url.searchParams.get("min") === "5000000");
    await eventually(tableCount).toBe(lines.length);
    expect(lines.length).toBeLessThan(before ?? 0);
    for (const line of lines) expect(Number(line.split(",")[2])).toBeGreaterThanOrEqual(50_000);
  });

  it("stands in the order of the screen", async () => {
    await openCluster(`&select=${cluster.lookFirst}`);
    await eventually(tableCount).not.toBeNull();
    const head = page.getByRole("grid", { name: en.explore.table.label });
    await head.getByRole("button", { name: /^Amount/ }).click();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: en.explore.table.csv }).click(),
    ]);
    const amounts = (await linesOf(file)).map((line) => Number(line.split(",")[2]));
    expect(amounts).toEqual([...amounts].sort((a, b) => b - a));
    expect(amounts[0]).toBeGreaterThan(amounts.at(-1) ?? 0);
  });

  it("is the picture with the step whose answer is still awaited", async () => {
    await openCluster();
    let saved: Download | null = null;
    await whileHeldBack(page, ["/graph/expand"], async () => {
      const [spot] = await spotsOf(page, stage(), TRANSIT);
      await page.mouse.dblclick(spot?.x ?? 0, spot?.y ?? 0);
      await page.waitForURL((url) => url.searchParams.getAll("step").length === 1);
      page.once("download", (download) => {
        saved = download;
      });
      await page.getByRole("button", { name: en.explore.tools.export }).click();
      await page.getByRole("menuitem", { name: /^SVG/ }).click();
      await page.waitForTimeout(1_500);
      expect(saved).toBeNull();
    });
    await eventually(() => saved !== null).toBe(true);
    const svg = await readFile(await (saved as unknown as Download).path(), "utf8");
    const shown = (await page.getByTestId("shown-count").textContent()) ?? "";
    expect(shown).toMatch(/^\d+ of [\d\s\u202f]+ shown$/);
    expect(svg).toContain(shown);
    expect(svg).toContain("Expanded");
  });
});

describe("what is counted beside a cluster", () => {
  /** Everything that pays or is paid by the members, read from their transfers one by one. */
  async function partners(): Promise<{ members: Set<string>; others: Set<string> }> {
    const { seeds } = await ask<{ seeds: string[] }>(page, "POST", "/graph", {
      cluster: cluster.id,
      limit: 3_000,
    });
    const members = new Set(seeds);
    const rows: TransferRow[] = [];
    for (;;) {
      const body = { accounts: seeds, scope: "around", limit: 5_000, offset: rows.length };
      const answer = await ask<{ total: number; transfers: TransferRow[] }>(
        page,
        "POST",
        "/transfers",
        body,
      );
      rows.push(...answer.transfers);
      if (rows.length >= answer.total) break;
    }
    const others = new Set(
      rows.flatMap((row) => [row.from, row.to]).filter((account) => !members.has(account)),
    );
    return { members, others };
  }
  const counts = async () => {
    const text = (await page.getByTestId("shown-count").textContent()) ?? "";
    const [, shown, found] =
      /^(\d+) of (\d+) shown$/.exec(text.replace(/[\u202f\u00a0]/g, "")) ?? [];
    return { shown: Number(shown), found: Number(found) };
  };

  it("is who dealt with its accounts, never the customers of a shared shop or cash desk", async () => {
    const { members, others } = await partners();
    const exits = [...others].filter((account) => account.startsWith("EXIT:"));
    await openCluster();
    const base = await counts();
    expect(base.found).toBe(members.size + others.size);
    expect(base.shown).toBe(members.size + exits.length);
    await page.goto(`${app.address}/clusters?cluster=${encodeURIComponent(cluster.id)}`);
    const beside = (others.size - exits.length).toLocaleString("en");
    await page.getByText(`${beside} more accounts they dealt with are not shown`).waitFor();
  });

  it("does not change by looking: the largest come in, no strangers, and the total stays", async () => {
    const { members, others } = await partners();
    await openCluster();
    const base = await counts();
    for (let round = 0; round < 9; round += 1) {
      const now = await counts();
      if (now.shown === now.found) break;
      await facts()
        .getByRole("button", { name: /of .* shown/ })
        .click();
      await page.getByRole("menuitem", { name: /^Show the/ }).click();
      await eventually(async () => (await counts()).shown).toBeGreaterThan(now.shown);
      expect((await counts()).found).toBe(base.found);
    }
    expect(await counts()).toEqual({ shown: base.found, found: base.found });
    const listed = page.getByRole("region", { name: en.explore.centre });
    await listed.waitFor();
    const known = new Set([...members, ...others]);
    const steps = new URL(page.url()).searchParams.getAll("step");
    expect(steps.length).toBeGreaterThan(0);
    expect(known.size).toBe(base.found);
    // An expansion of one account, collapsed again, leaves the count where it was.
    await openCluster();
    const [spot] = await spotsOf(page, stage(), TRANSIT);
    await page.mouse.dblclick(spot?.x ?? 0, spot?.y ?? 0);
    await page.waitForURL((url) => url.searchParams.getAll("step").length === 1);
    await eventually(async () => (await counts()).shown).toBeGreaterThan(base.shown);
    await page.getByRole("button", { name: "Undo (Ctrl+Z)" }).click();
    await eventually(counts).toEqual(base);
  });
});

describe("all the while", () => {
  it("nothing complained on the console", () => {
    expect(complaints).toEqual([]);
  });
});
