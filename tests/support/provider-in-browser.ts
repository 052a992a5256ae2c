import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
import { en } from "../../web/i18n/en/index.ts";
import { kk } from "../../web/i18n/kk/index.ts";
import { ru } from "../../web/i18n/ru/index.ts";
import { ask, freshPage, type Look, seriousFaults } from "./app.ts";
import { startProvider } from "./sign-in-provider.ts";
import type { WarmServed } from "./warm-neo4j.ts";

const CLIENT = { id: "dropper-graph", secret: "a secret of the two" };
const NAME = "Office account";
const CATALOGUES = { en, ru, kk };

interface Started {
  readonly served: WarmServed;
  readonly browser: Browser;
  /** The page of an admin who is signed in. */
  readonly admin: Page;
}

/**
 * A person goes through a real provider in a real browser, in each language once: let in, unknown
 * here, cancelled there, and with the provider down.
 */
export async function throughProvider({ served, browser, admin }: Started): Promise<void> {
  const { address, dataDir } = served;
  const provider = await startProvider(`${address}/sign-in/back`, CLIENT);
  const settings = {
    ...{ name: NAME, issuer: provider.issuer, address },
    ...{ clientId: CLIENT.id, clientSecret: CLIENT.secret },
  };
  await writeFile(join(dataDir, "sign-in-provider.json"), JSON.stringify(settings));
  const anna = { login: "anna", name: "Анна Серикова", role: "prosecutor" };
  await ask(admin, "POST", "/users", anna);

  const atDoor = async (language: keyof typeof CATALOGUES, path: string, look: Look = {}) => {
    const texts = CATALOGUES[language];
    const { page, complaints } = await freshPage(browser, { language, ...look });
    const failures: string[] = [];
    page.on("response", (response) => {
      const here = response.url().startsWith(address) && response.status() >= 400;
      if (here && response.status() !== 401)
        failures.push(`${response.status()} ${response.url()}`);
    });
    await page.goto(`${address}${path}`);
    const press = () =>
      page
        .getByRole("button", { name: texts.signIn.provider.begin.replace("{{name}}", NAME) })
        .click();
    await press();
    return { page, complaints, failures, texts, press };
  };
  const enters = async (page: Page, login: string) => {
    await page.getByPlaceholder("Enter any login").fill(login);
    await page.getByPlaceholder("and password").fill("any");
    await page.getByRole("button", { name: "Sign-in" }).click();
    await page.getByRole("button", { name: "Continue" }).click();
  };
  const reads = async (page: Page, { text, remedy }: { text: string; remedy: string }) => {
    await page.getByRole("alert").getByText(text).waitFor();
    expect(await page.getByRole("alert").textContent()).toBe(`${text} ${remedy}`);
    expect(await seriousFaults(page)).toEqual([]);
    await shot(page);
  };

  try {
    // She wanted a page, and is there after the provider's.
    const { page, complaints, failures, texts, press } = await atDoor("ru", "/cases");
    await enters(page, "anna");
    await page.waitForURL(`${address}/cases`);
    await page.getByRole("button", { name: texts.frame.person.menu.split("{{")[0] ?? "" }).click();
    await page.getByText(`${anna.name} · ${texts.frame.person.roles.prosecutor}`).waitFor();
    await shot(page);
    await page.evaluate(() => {
      localStorage.setItem("dg.openCase", JSON.stringify({ id: "C1", title: "Омаров" }));
      sessionStorage.setItem("dropper-graph.explore.history", "accounts");
    });
    await page.getByRole("menuitem", { name: texts.frame.person.signOut }).click();
    await page.waitForURL(`${address}/sign-in`);
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, sessionStorage]));
    expect(kept).not.toMatch(/Омаров|accounts/);
    // The provider still knows her; from the sign-in page itself she comes to Today.
    await press();
    await page.waitForURL(`${address}/today`);
    // The provider's own pages ask for a picture and a type face that are not here.
    expect(complaints.filter((one) => !one.startsWith("Failed to load"))).toEqual([]);
    expect(failures).toEqual([]);

    const stranger = await atDoor("kk", "/sign-in", { theme: "dark", width: 1024 });
    await enters(stranger.page, "stranger");
    await reads(stranger.page, stranger.texts.problems["provider-nobody"]);
    await stranger.page.getByRole("link", { name: stranger.texts.signIn.provider.again }).click();
    await stranger.page.getByLabel(stranger.texts.signIn.login).waitFor();
    await shot(stranger.page);

    const cancelled = await atDoor("en", "/sign-in");
    await cancelled.page.getByRole("link", { name: "Cancel" }).click();
    await reads(cancelled.page, cancelled.texts.problems["provider-declined"]);
  } finally {
    await provider.close();
  }
  const down = await atDoor("ru", "/sign-in", { width: 1024 });
  await reads(down.page, down.texts.problems["provider-down"]);
  await down.page.getByLabel(down.texts.signIn.login).waitFor();
  // It is not the database that is away.
  const { title } = down.texts.frame.outage.recovering;
  expect(await down.page.getByText(title).count()).toBe(0);
}

let shots = 0;
async function shot(page: Page): Promise<void> {
  const folder = process.env.DROPPER_GRAPH_SHOTS;
  shots += 1;
  if (folder !== undefined) await page.screenshot({ path: join(folder, `provider-${shots}.png`) });
}
