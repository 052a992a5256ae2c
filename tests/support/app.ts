import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
import { keepForTheEnd } from "./kept-for-the-end.ts";
import { command, type Served } from "./served.ts";
import { startWarm } from "./warm-neo4j.ts";

const FIXTURES = fileURLToPath(new URL("../../fixtures/small", import.meta.url));
/** Chosen at the first sign-in, which the given password is only good for. */
export const OWN_PASSWORD = "тест пароль для браузера";

/**
 * The whole product on a data folder of its own: served, the fixtures loaded, searched for
 * droppers.
 */
export interface App {
  readonly address: string;
  readonly dataDir: string;
  readonly first: { readonly login: string; readonly password: string };
  stop(): Promise<void>;
}

/**
 * A person's first day: served on an empty folder, `load` and `detect` beside it. DROPPER_GRAPH_APP
 * takes one that runs already, so that a test can be written without waiting: `{"address": …,
 * "dataDir": …, "first": {"login": …, "password": …}}`.
 */
export async function startApp(): Promise<App> {
  const running = process.env.DROPPER_GRAPH_APP;
  if (running !== undefined) return { ...(JSON.parse(running) as App), stop: async () => {} };
  const served = await startWarm();
  const { address, dataDir } = served;
  const stop = async () => {
    await served.stop();
  };
  try {
    for (const words of [["load", FIXTURES], ["detect"]]) {
      const done = await command([...words, "--data", dataDir, "--json"]);
      if (done.code !== 0) throw new Error(`${words[0]} ended with ${done.code}: ${done.told}`);
    }
    return { address, dataDir, first: servedApp(served).first, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What `signIn` needs of a server that a test started itself, on a fresh data folder. */
export function servedApp({ address, login }: Served): Pick<App, "address" | "first"> {
  if (!login) throw new Error("A fresh data folder gave no first login");
  return { address, first: login };
}

export interface Look {
  readonly language?: "en" | "ru" | "kk";
  readonly theme?: "light" | "dark";
  readonly width?: number;
  readonly height?: number;
}

/** A fresh page that speaks one language and remembers what the console complained about. */
export async function freshPage(
  browser: Browser,
  look: Look = {},
): Promise<{ page: Page; complaints: string[] }> {
  const { language = "en", theme = "light", width = 1440, height = 900 } = look;
  const context = await browser.newContext({ viewport: { width, height }, acceptDownloads: true });
  await context.addInitScript(
    ([chosen, colours]) => {
      localStorage.setItem("dg.language", chosen ?? "en");
      localStorage.setItem("dg.theme", colours ?? "light");
    },
    [language, theme],
  );
  // Addresses are kept by browsers and proxies: what is asked for, and what the address bar shows.
  context.on("request", (request) => keepForTheEnd("an address", request.url()));
  const page = await context.newPage();
  page.on("framenavigated", (frame) => keepForTheEnd("an address", frame.url()));
  page.setDefaultTimeout(60_000);
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    // The page asks who is signed in before anybody is: 401 is the answer, not a fault.
    if (message.type() === "error" && !/status of 401/.test(message.text()))
      complaints.push(message.text());
  });
  return { page, complaints };
}

/**
 * Signs in through the page (in English); the first time that includes choosing an own password.
 */
export async function signIn(page: Page, app: Pick<App, "address" | "first">): Promise<void> {
  await page.goto(`${app.address}/sign-in`);
  const enter = async (password: string) => {
    await page.getByLabel("Login").fill(app.first.login);
    await page.getByLabel("Password", { exact: true }).fill(password);
    const [answer] = await Promise.all([
      page.waitForResponse(
        (response) =>
          response.url().endsWith("/api/session") && response.request().method() === "POST",
      ),
      page.getByRole("button", { name: "Sign in" }).click(),
    ]);
    return answer.ok();
  };
  if (!(await enter(OWN_PASSWORD))) {
    expect(await enter(app.first.password)).toBe(true);
    await page.getByLabel("Current password").fill(app.first.password);
    await page.getByLabel("New password", { exact: true }).fill(OWN_PASSWORD);
    await page.getByLabel("New password once more").fill(OWN_PASSWORD);
    await page.getByRole("button", { name: "Save and go on" }).click();
  }
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

/** Asks the API as the page's own person. */
export async function ask<Answer>(
  page: Page,
  method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE",
  path: string,
  body?: unknown,
): Promise<Answer> {
  return page.evaluate(
    async ([verb, address, text]) => {
      const response = await fetch(`/api${address}`, {
        method: verb ?? "GET",
        headers: { "content-type": "application/json" },
        ...(text === undefined ? {} : { body: text }),
      });
      if (!response.ok)
        throw new Error(`${verb} ${address}: ${response.status} ${await response.text()}`);
      return response.json();
    },
    [method, path, body === undefined ? undefined : JSON.stringify(body)] as const,
  ) as Promise<Answer>;
}

/** What axe-core calls serious or critical on the page as it is now; empty is what we want. */
export async function seriousFaults(page: Page): Promise<string[]> {
  const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const run = (
      globalThis as unknown as { axe: { run: () => Promise<{ violations: Violation[] }> } }
    ).axe.run;
    interface Violation {
      readonly id: string;
      readonly impact: string | null;
      readonly nodes: readonly { readonly html: string }[];
    }
    const { violations } = await run();
    return violations
      .filter((fault) => fault.impact === "serious" || fault.impact === "critical")
      .map((fault) => `${fault.id}: ${fault.nodes[0]?.html.slice(0, 160)}`);
  });
}
