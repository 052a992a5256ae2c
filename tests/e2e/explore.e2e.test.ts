import { readFile } from "node:fs/promises";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AccountCard, GraphAnswer, TransferRow } from "../../contract/exploring.ts";
import type { ReportRow } from "../../contract/report-row.ts";
import { type App, ask, freshPage, seriousFaults, signIn, startApp } from "../support/app.ts";
import { launchChromium } from "../support/chromium.ts";
import { spotsOf } from "../support/pixels.ts";

/**
 * Explore in a real browser on the real server and database: what is drawn, selected, summed and
 * traced.
 */
let app: App;
let browser: Browser;
let page: Page;
let complaints: string[];
let cluster: { id: string; lookFirst: string };

interface Page1 {
  total: number;
  sums: { currency: string; amount: string }[];
  transfers: TransferRow[];
}

/** Asks again until it is so; the machine may be busy. */
const eventually = <Value>(value: () => Value | Promise<Value>) =>
  expect.poll(value, { timeout: 60_000 });
/** The role that most of the top cluster has, and its colour. */
const TRANSIT = "#8a50a3";
const stage = () => page.getByTestId("stage");
const totals = () => page.getByTestId("table-totals");
const words = async (locator: Locator) => (await locator.textContent()) ?? "";
const params = () => new URL(page.url()).searchParams;

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

/** "46 transfers · 2,791,361.12 ₸" as a count and minor units. */
async function shownTotals(): Promise<{ count: number; amount: string }> {
  const text = (await words(totals())).replace(/[\s\u202f\u00a0,]/g, "");
  const [, count = "", whole = "", cents = ""] =
    /^(\d+)transfers?·([\d]+)(?:\.(\d\d))?₸/.exec(text) ?? [];
  return { count: Number(count), amount: BigInt(`${whole}${cents.padEnd(2, "0")}`).toString() };
}

/** Waits until the table stands for exactly this. */
async function expectTotals(wanted: Page1): Promise<void> {
  const amount = wanted.sums.find((sum) => sum.currency === "KZT")?.amount ?? "0";
  await eventually(async () => shownTotals().catch(() => null)).toEqual({
    count: wanted.total,
    amount,
  });
}

async function openCluster(extra = ""): Promise<void> {
  await page.goto(`${app.address}/explore?cluster=${encodeURIComponent(cluster.id)}${extra}`);
  await stage().locator("canvas").first().waitFor();
  await eventually(async () => (await spotsOf(page, stage(), TRANSIT)).length).toBeGreaterThan(0);
}

describe("Explore", () => {
  it("opens the top cluster from the list by Enter, drawn on the canvas", async () => {
    await page.goto(`${app.address}/clusters`);
    await page.getByRole("grid").getByRole("row").nth(1).waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL(
      (url) => url.pathname === "/explore" && url.searchParams.get("cluster") === cluster.id,
    );
    await stage().locator("canvas").first().waitFor();
    await eventually(async () => (await spotsOf(page, stage(), TRANSIT)).length).toBeGreaterThan(0);
    const label = page.getByRole("region", { name: "What is shown" });
    await eventually(async () => words(label)).toMatch(/Cluster 1/);
    expect(await words(label)).toMatch(/\d+ of [\d,]+ shown/);
  });

  it("selects a node by a click and shows its card with reasons, money and counterparties", async () => {
    await openCluster();
    const [spot] = await spotsOf(page, stage(), TRANSIT);
    await page.mouse.click(spot?.x ?? 0, spot?.y ?? 0);
    await page.waitForURL((url) => url.searchParams.has("select"));
    const number = params().get("select") ?? "";
    const card = await ask<AccountCard>(page, "GET", `/accounts/${encodeURIComponent(number)}`);
    expect(card.role).toBe("transit");
    const shown = page.getByTestId("account-card");
    await shown.getByText(card.holderName ?? "", { exact: true }).waitFor();
    await shown.getByText("Likely dropper").waitFor();
    await shown.getByText("Rule out first:").first().waitFor();
    const around = await ask<Page1>(page, "POST", "/transfers", {
      accounts: [number],
      scope: "around",
      limit: 1,
    });
    await expectTotals(around);
    expect(around.total).toBe(card.received.count + card.sent.count);
  });

  it("expands by a double click, says so in the journey, and undo takes exactly that back", async () => {
    await openCluster();
    const before = await words(page.getByRole("region", { name: "What is shown" }));
    const spots = await spotsOf(page, stage(), TRANSIT);
    await page.mouse.dblclick(spots[0]?.x ?? 0, spots[0]?.y ?? 0);
    await page.waitForURL((url) => url.searchParams.getAll("step").length === 1);
    const account = params().get("step")?.split("~").at(-1) ?? "";
    const { nodes } = await ask<GraphAnswer>(page, "POST", "/graph", {
      accounts: [account],
      neighbours: true,
      limit: 41,
    });
    const count = () => words(page.getByRole("region", { name: "What is shown" }));
    await eventually(async () => Number(/(\d+) of/.exec(await count())?.[1])).toBeGreaterThan(
      Number(/(\d+) of/.exec(before)?.[1]),
    );
    expect(nodes.length).toBeGreaterThan(1);
    await page
      .getByText(/Expanded /)
      .first()
      .waitFor();
    await page.getByRole("button", { name: "Undo (Ctrl+Z)" }).click();
    await page.waitForURL((url) => url.searchParams.getAll("step").length === 0);
    await eventually(async () => /(\d+) of/.exec(await count())?.[1]).toBe(
      /(\d+) of/.exec(before)?.[1],
    );
    await page.getByRole("button", { name: /^Redo/ }).click();
    await page.waitForURL((url) => url.searchParams.getAll("step").length === 1);
    // The address is there before the page has taken it in.
    await eventually(() => page.getByRole("button", { name: "Undo (Ctrl+Z)" }).isEnabled()).toBe(
      true,
    );
    await page.evaluate(() => {
      const russian = { key: "я", code: "KeyZ", ctrlKey: true, bubbles: true, cancelable: true };
      document.body.dispatchEvent(new KeyboardEvent("keydown", russian));
    });
    await page.waitForURL((url) => url.searchParams.getAll("step").length === 0);
  });

  it("selects what a loop is drawn around: the cluster's accounts, no ways out", async () => {
    await openCluster();
    const { seeds } = await ask<{ seeds: string[] }>(page, "POST", "/graph", {
      cluster: cluster.id,
      limit: 3_000,
    });
    await page.keyboard.press("s");
    const sheet = page.getByTestId("lasso");
    const box = await sheet.boundingBox();
    if (!box) throw new Error("There is nothing to draw on");
    const corner = (part: number, down: number) =>
      [box.x + part * box.width, box.y + down * box.height] as const;
    await page.mouse.move(...corner(0.01, 0.99));
    await page.mouse.down();
    for (const at of [corner(0.01, 0.2), corner(0.5, 0.15), corner(0.99, 0.2), corner(0.99, 0.99)])
      await page.mouse.move(...at, { steps: 3 });
    await page.mouse.up();
    await page.waitForURL((url) => url.searchParams.has("select"));
    expect(params().get("select")?.split(",").sort()).toEqual([...seeds].sort());
    await sheet.waitFor({ state: "detached" });
    await page.getByText(`${seeds.length} accounts selected`).waitFor();
  });

  it("leaves out accounts that score less than asked, victims never, and says so in the bar", async () => {
    await openCluster();
    const { nodes } = await ask<GraphAnswer>(page, "POST", "/graph", {
      cluster: cluster.id,
      limit: 3_000,
    });
    const accounts = nodes.filter((node) => node.exitKind === null && node.stop === null);
    // Who reported a crime stays, also where the search calls the account a dropper's.
    const kept = accounts.filter((node) => node.role === "victim" || node.reported);
    const both = kept.filter((node) => node.role !== "victim");
    const score = Math.max(...accounts.map((node) => node.score ?? 0));
    expect(kept.length - both.length).toBeGreaterThan(0);
    expect(accounts.length).toBeGreaterThan(kept.length);
    const slider = page.getByRole("slider", { name: "Likely dropper" });
    await slider.focus();
    await page.keyboard.press("End");
    await page.waitForURL((url) => url.searchParams.get("score") === "0.95");
    expect(score).toBeLessThan(0.95);
    const list = page.getByRole("complementary", { name: "Account", exact: true });
    const listed = () =>
      list
        .getByRole("button", {
          name: /Victim|Possible victim|Transit|Collector|Cash-out|Distributor/i,
        })
        .allTextContents();
    const ends = (texts: readonly string[]) =>
      texts.map((text) => /…(\w{4})/.exec(text)?.[1] ?? text).sort();
    await eventually(async () => ends(await listed())).toEqual(
      kept.map((node) => node.number.slice(-4)).sort(),
    );
    const reported = (await listed()).filter((text) => text.includes("· reported victim"));
    expect(ends(reported)).toEqual(both.map((node) => node.number.slice(-4)).sort());
    await page.getByText("score at least 0.95").waitFor();
    await page.getByRole("button", { name: "Show all scores" }).click();
    await page.waitForURL((url) => !url.searchParams.has("score"));
    await eventually(async () => (await listed()).length).toBe(accounts.length);
  });

  it("sums exactly what the API sums, with a filter on and off", async () => {
    await openCluster("&hide=exits");
    const members = await ask<GraphAnswer & { seeds: string[] }>(page, "POST", "/graph", {
      cluster: cluster.id,
      limit: 3_000,
    });
    const within = { accounts: members.seeds, scope: "within", limit: 1 };
    await expectTotals(await ask<Page1>(page, "POST", "/transfers", within));
    await page.getByLabel("Not less than, KZT").fill("50000");
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.searchParams.get("min") === "5000000");
    const filtered = await ask<Page1>(page, "POST", "/transfers", {
      ...within,
      minimumAmount: "5000000",
    });
    await expectTotals(filtered);
    await page.getByRole("button", { name: "Show all amounts" }).click();
    await page.waitForURL((url) => !url.searchParams.has("min"));
  });

  it("hands out the rows as CSV, each with its file and row", async () => {
    await openCluster(`&select=${cluster.lookFirst}`);
    const around = await ask<Page1>(page, "POST", "/transfers", {
      accounts: [cluster.lookFirst],
      scope: "around",
      limit: 5_000,
    });
    await expectTotals(around);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "CSV" }).click(),
    ]);
    const lines = (await readFile(await file.path(), "utf8")).trim().split("\r\n");
    expect(lines.length).toBe(around.total + 1);
    for (const row of around.transfers.slice(0, 5)) {
      const line = lines.find((one) => one.startsWith(`${row.id},`)) ?? "";
      expect(line).toContain(String(row.sourceName));
      expect(line.endsWith(`,${row.row}`)).toBe(true);
    }
  });

  it("asks what left after a transfer in one click", async () => {
    await openCluster(`&select=${cluster.lookFirst}`);
    const row = page.getByRole("grid", { name: "Transfers" }).getByRole("row").nth(1);
    await row.getByRole("button", { name: "Money that left after this" }).click();
    await page.waitForURL((url) => url.searchParams.has("next"));
    const next = await ask<{ transfers: TransferRow[] }>(page, "POST", "/transfers/next", {
      transferId: params().get("next"),
    });
    await eventually(async () => (await words(totals())).replace(/\s/g, "")).toMatch(
      new RegExp(`^${next.transfers.length}transfer`),
    );
  });

  it("saves the picture with legend, filters and source", async () => {
    await openCluster("&layout=flow");
    await page.getByRole("button", { name: "Save the picture" }).click();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name: /^SVG/ }).click(),
    ]);
    const svg = await readFile(await file.path(), "utf8");
    for (const line of [
      "Cluster 1",
      "Transit",
      "Source: Dropper Graph",
      "Indicators, not guilt",
      "Opened the cluster",
    ])
      expect(svg).toContain(line);
    await page.getByRole("button", { name: "Save the picture" }).click();
    const [image] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name: /^PNG/ }).click(),
    ]);
    expect((await readFile(await image.path())).subarray(1, 4).toString()).toBe("PNG");
  });

  it("keeps one WebGL context through pages, and draws again after losing it", async () => {
    const counting = await freshPage(browser);
    await counting.page.addInitScript(() => {
      const real = HTMLCanvasElement.prototype.getContext;
      const made = globalThis as unknown as { contexts: number };
      made.contexts = 0;
      HTMLCanvasElement.prototype.getContext = function (
        this: HTMLCanvasElement,
        kind: string,
        ...rest: unknown[]
      ) {
        if (kind.startsWith("webgl") && !this.dataset.seen) {
          this.dataset.seen = "1";
          made.contexts += 1;
        }
        return (real as (...words: unknown[]) => unknown).call(this, kind, ...rest);
      } as typeof real;
    });
    await signIn(counting.page, app);
    const canvas = counting.page.getByTestId("stage");
    await counting.page.goto(`${app.address}/explore?cluster=${encodeURIComponent(cluster.id)}`);
    const drawn = () => spotsOf(counting.page, canvas, TRANSIT).then((spots) => spots.length);
    await canvas.locator("canvas").first().waitFor();
    await eventually(drawn).toBeGreaterThan(0);
    const contexts = () =>
      counting.page.evaluate(() => (globalThis as unknown as { contexts: number }).contexts);
    const first = await contexts();
    for (let round = 0; round < 4; round += 1) {
      await counting.page.getByRole("link", { name: "Clusters" }).first().click();
      await counting.page.waitForURL(/clusters/);
      await counting.page.goBack();
      await canvas.locator("canvas").first().waitFor();
    }
    await eventually(drawn).toBeGreaterThan(0);
    expect(await contexts()).toBe(first);
    await canvas.locator("canvas.sigma-nodes").evaluate((element) => {
      const context = (element as HTMLCanvasElement).getContext("webgl2") as WebGL2RenderingContext;
      context.getExtension("WEBGL_lose_context")?.loseContext();
    });
    await eventually(contexts).toBeGreaterThan(first);
    await eventually(drawn).toBeGreaterThan(0);
    expect(counting.complaints).toEqual([]);
    await counting.page.context().close();
  });

  it("works as lists and tables where there is no WebGL, and says so", async () => {
    const plain = await freshPage(browser);
    await plain.page.addInitScript(() => {
      const real = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function (
        this: HTMLCanvasElement,
        kind: string,
        ...rest: unknown[]
      ) {
        return kind.startsWith("webgl")
          ? null
          : (real as (...words: unknown[]) => unknown).call(this, kind, ...rest);
      } as typeof real;
    });
    await signIn(plain.page, app);
    await plain.page.goto(`${app.address}/explore?cluster=${encodeURIComponent(cluster.id)}`);
    await plain.page.getByText("This browser cannot show graphs").waitFor();
    await plain.page
      .getByRole("region", { name: "Picture of the money flow" })
      .getByRole("button", { name: /Transit/ })
      .first()
      .click();
    await plain.page.getByTestId("account-card").waitFor();
    expect(plain.complaints).toEqual([]);
    await plain.page.context().close();
  });
});

describe("for everybody", () => {
  it("has nothing serious for axe, in the picture and in the trace, light and dark, wide and narrow", async () => {
    const { reports } = await ask<{ reports: ReportRow[] }>(page, "GET", "/reports?limit=1");
    for (const look of [
      { theme: "light" as const },
      { theme: "dark" as const, width: 1024, height: 768 },
    ]) {
      const other = await freshPage(browser, look);
      await signIn(other.page, app);
      await other.page.goto(
        `${app.address}/explore?cluster=${encodeURIComponent(cluster.id)}&select=${cluster.lookFirst}`,
      );
      await other.page.getByText("Rule out first:").first().waitFor();
      expect(await seriousFaults(other.page)).toEqual([]);
      const sideways = await other.page.evaluate(
        () => document.documentElement.scrollWidth > window.innerWidth,
      );
      expect(sideways).toBe(false);
      await other.page.goto(`${app.address}/explore?trace=1&report=${reports[0]?.id}`);
      await other.page.getByTestId("trace-totals").waitFor();
      expect(await seriousFaults(other.page)).toEqual([]);
      expect(other.complaints).toEqual([]);
      await other.page.context().close();
    }
  });

  it("complained about nothing on the console all the while", () => {
    expect(complaints).toEqual([]);
  });
});
