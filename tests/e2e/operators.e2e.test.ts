import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, freshPage, type Look, seriousFaults, signIn, startApp } from "../support/app.ts";
import { launchChromium } from "../support/chromium.ts";

const SHOTS = process.env.DROPPER_GRAPH_SHOTS;

const table = (name: string) =>
  readFileSync(`fixtures/small/${name}`, "utf8")
    .split("\n")
    .slice(1, -1)
    .map((row) => row.split(","));

/** The device that most droppers' accounts were handed over to, and all accounts it operated. */
function handlersDevice(): { device: string; accounts: string[] } {
  const droppers = new Set(
    table("labels.csv").flatMap(([number, one]) => (one === "1" ? number : [])),
  );
  const users = new Map<string, Set<string>>();
  for (const [account = "", , , device = ""] of table("sessions.csv"))
    if (device !== "") users.set(device, (users.get(device) ?? new Set<string>()).add(account));
  const handled = ([, all]: [string, Set<string>]) =>
    [...all].filter((account) => droppers.has(account)).length / all.size ** 0.5;
  const [device = "", accounts = new Set<string>()] =
    [...users].sort((left, right) => handled(right) - handled(left))[0] ?? [];
  const own = [...accounts].filter((account) => droppers.has(account)).sort();
  return { device, accounts: [...own, ...[...accounts].filter((one) => !own.includes(one))] };
}

describe("who operated the account, in the browser", () => {
  let app: App;
  let browser: Browser;
  const { device, accounts } = handlersDevice();
  const [account = ""] = accounts;
  beforeAll(async () => {
    app = await startApp();
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  const card = `/explore?account=${account}&select=${account}`;
  async function opened(look: Look = {}): Promise<{ page: Page; complaints: string[] }> {
    const made = await freshPage(browser, look);
    await signIn(made.page, app);
    await made.page.goto(`${app.address}${card}`);
    await made.page.getByTestId("operators").waitFor();
    return made;
  }

  it("stands on the card beside the money, and a device leads to the accounts it operated", async () => {
    const { page, complaints } = await opened();
    const section = page.getByTestId("operators");
    await expect.poll(() => section.getByRole("img").count()).toBe(1);
    const row = section.locator(`[data-device="${device}"]`);
    expect(await row.textContent()).toContain(
      `${accounts.length - 1} more account${accounts.length === 2 ? "" : "s"}`,
    );
    expect(await section.textContent()).toContain("Cash withdrawal");
    expect(await seriousFaults(page)).toEqual([]);

    await row.click();
    const panel = page.getByTestId("device-card");
    await panel.waitFor();
    expect(await panel.textContent()).toContain(device);
    const names = panel.locator("section button");
    expect(await names.count()).toBe(accounts.length);

    // The device is a node of the picture: expanded, it brings its other accounts.
    await panel.getByRole("button", { name: "Expand" }).click();
    await expect
      .poll(() => panel.getByLabel("Show in the picture").count(), { timeout: 30_000 })
      .toBe(0);
    const journey = page.getByRole("complementary").first();
    expect(await journey.textContent()).toContain("Expanded");
    await names.last().click();
    await page.getByTestId("account-card").waitFor();
    expect(complaints).toEqual([]);
  });

  const shots = async (folder: string) => {
    mkdirSync(folder, { recursive: true });
    const looks: Look[] = [
      { language: "en", theme: "light", width: 1440 },
      { language: "ru", theme: "dark", width: 1440 },
      { language: "kk", theme: "light", width: 1024, height: 768 },
    ];
    const { page: first } = await opened();
    const state = await first.context().storageState();
    for (const look of looks) {
      const { page } = await freshPage(browser, look);
      await page.context().addCookies(state.cookies);
      await page.goto(`${app.address}${card}`);
      const section = page.getByTestId("operators");
      await section.waitFor();
      await page.waitForTimeout(2_500);
      await section.scrollIntoViewIfNeeded();
      await section.evaluate((element) => element.scrollIntoView({ block: "start" }));
      const name = [look.language, look.theme, look.width].join("-");
      await page.screenshot({ path: join(folder, `card-${name}.png`) });
      await section.locator(`[data-device="${device}"]`).click();
      await page.getByTestId("device-card").waitFor();
      await page.keyboard.press("e");
      await page.waitForTimeout(4_000);
      await page.screenshot({ path: join(folder, `device-${name}.png`) });
    }
  };
  if (SHOTS !== undefined) it("is drawn for a person to look at", () => shots(SHOTS));
});
