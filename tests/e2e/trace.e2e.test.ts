import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ReportRow } from "../../contract/report-row.ts";
import type { Trace } from "../../contract/tracing.ts";
import { en } from "../../web/i18n/en/index.ts";
import { type App, ask, freshPage, signIn, startApp } from "../support/app.ts";
import { launchChromium } from "../support/chromium.ts";
import { spotsOf } from "../support/pixels.ts";

/** Money followed in a real browser, held against the traces that the API answers. */
let app: App;
let browser: Browser;
let page: Page;
let complaints: string[];

/** Asks again until it is so; the machine may be busy. */
const eventually = <Value>(value: () => Value | Promise<Value>) =>
  expect.poll(value, { timeout: 60_000 });
const words = async (locator: Locator) => (await locator.textContent()) ?? "";

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchChromium()]);
  ({ page, complaints } = await freshPage(browser));
  await signIn(page, app);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

describe("Follow this money", () => {
  it("goes from a victim to a cash-out, adds up, and marks what another rule sees differently", async () => {
    const { reports } = await ask<{ reports: ReportRow[] }>(page, "GET", "/reports?limit=100");
    const body = { reports: reports.map((report) => report.id) };
    const whole = await ask<{ traces: Trace[] }>(page, "POST", "/traces", body);
    const cashed = whole.traces
      .flatMap((trace) => trace.victims)
      .find((victim) => victim.exited !== "0" && victim.reports.length > 0);
    const report = cashed?.reports[0] ?? "";
    const { traces } = await ask<{ traces: Trace[] }>(page, "POST", "/traces", {
      reports: [report],
    });
    const trace = traces[0] as Trace;
    expect(BigInt(trace.exited)).toBeGreaterThan(0n);
    await page.goto(`${app.address}/explore?trace=1&report=${report}`);
    const shown = page.getByTestId("trace-totals");
    await shown.waitFor();
    const amounts = async () =>
      [
        ...(await words(shown)).replace(/[\s\u202f\u00a0,]/g, "").matchAll(/(\d+)(?:\.(\d\d))?₸/g),
      ].map((match) => BigInt(`${match[1]}${(match[2] ?? "").padEnd(2, "0")}`));
    const [stolen, held, exited, beyond] = await amounts();
    expect([stolen, held, exited, beyond].map(String)).toEqual([
      trace.stolen,
      trace.held,
      trace.exited,
      trace.beyondData,
    ]);
    expect((held ?? 0n) + (exited ?? 0n) + (beyond ?? 0n)).toBe(stolen);
    await page.getByRole("table", { name: "Accounts of the trace" }).waitFor();
    const rows = await page
      .getByRole("table", { name: "Accounts of the trace" })
      .getByRole("row")
      .count();
    const beyondVictims = trace.accounts.filter((account) => account.generation > 0);
    expect(rows).toBeGreaterThanOrEqual(beyondVictims.length + 1);

    await page.locator('input[aria-label="Rule"]').click();
    await page.getByRole("option", { name: "Last in, first out" }).click();
    await page.waitForURL(
      (url) =>
        url.searchParams.get("method") === "lifo" && url.searchParams.get("against") === "fifo",
    );
    await page
      .getByText(/differs? from: First in, first out|No difference from: First in, first out/)
      .waitFor();
    const lifo = (
      await ask<{ traces: Trace[] }>(page, "POST", "/traces", { reports: [report], method: "lifo" })
    ).traces[0] as Trace;
    await eventually(async () => (await amounts()).map(String)).toEqual([
      lifo.stolen,
      lifo.held,
      lifo.exited,
      lifo.beyondData,
    ]);
  });

  it("replays through time: at the start nothing has moved, and held plus left is what was stolen", async () => {
    const slider = page.getByRole("slider", { name: "Moment" });
    await slider.focus();
    await page.keyboard.press("Home");
    await page.waitForURL((url) => url.searchParams.has("at"));
    const text = (await words(page.getByTestId("trace-totals"))).replace(/[\s\u202f\u00a0,]/g, "");
    const [stolen = 0n, held = 0n, exited = 0n] = [...text.matchAll(/(\d+)(?:\.(\d\d))?₸/g)].map(
      (match) => BigInt(`${match[1]}${(match[2] ?? "").padEnd(2, "0")}`),
    );
    expect(stolen).toBeGreaterThan(0n);
    expect(held + exited).toBe(stolen);
  });

  it("complained about nothing on the console all the while", () => {
    expect(complaints).toEqual([]);
  });
});

describe("the menu of the right button on an account", () => {
  it("grows from the menu of the right button, which says how many would come, and leaves nothing at the pointer", async () => {
    const { clusters } = await ask<{ clusters: { id: string }[] }>(
      page,
      "GET",
      "/detection/clusters",
    );
    await page.goto(`${app.address}/explore?cluster=${clusters[0]?.id}`);
    const spots = () => spotsOf(page, page.getByTestId("stage"), "#8a50a3");
    await eventually(async () => (await spots()).length).toBeGreaterThan(0);
    const [spot] = await spots();
    const params = () => new URL(page.url()).searchParams;
    const at = { x: spot?.x ?? 0, y: spot?.y ?? 0 };
    await page.mouse.click(at.x, at.y);
    await page.waitForURL((url) => url.searchParams.has("select"));
    const number = params().get("select") ?? "";
    const shown = async () =>
      Number(/(\d+) of/.exec((await page.getByTestId("shown-count").textContent()) ?? "")?.[1]);
    const before = await shown();
    await page.mouse.click(at.x, at.y, { button: "right" });
    const payers = page.getByRole("menuitem", { name: /^Payers \d+/ });
    await payers.waitFor();
    await page.getByRole("menuitem", { name: /^Whom it paid \d+/ }).waitFor();
    const words = (await payers.textContent()) ?? "";
    const comes = Number(/\d+/.exec(words)?.[0]);
    await payers.click();
    await page.waitForURL((url) => url.searchParams.getAll("step").length === 1);
    expect(params().get("step")).toBe(`grow~in~40~~~~${number}`);
    // As many came as the menu counted.
    await eventually(shown).toBe(before + comes);
    await page.mouse.move(at.x + 80, at.y + 60);
    await page.mouse.click(at.x + 80, at.y + 60, { button: "right" });
    await page.keyboard.press("Escape");
    expect(complaints).toEqual([]);
  });

  it("is a step that the journey plays: the picture as it was opened, then with it, as many accounts at the end", async () => {
    const figures = () => page.getByTestId("shown-count").textContent();
    const steps = () => new URL(page.url()).searchParams.getAll("step");
    const [whole, shown] = [steps(), await figures()];
    expect(whole).toHaveLength(1);
    await page.getByRole("button", { name: en.explore.journey.play }).click();
    await page.waitForURL((url) => !url.searchParams.has("step"));
    await eventually(figures).not.toBe(shown);
    await page.waitForURL((url) => url.searchParams.has("step"));
    expect(steps()).toEqual(whole);
    await page.getByRole("button", { name: en.explore.journey.play }).waitFor();
    await eventually(figures).toBe(shown);
    expect(complaints).toEqual([]);
  });
});
