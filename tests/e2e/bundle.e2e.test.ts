import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { freshPage } from "../support/app.ts";
import { launchChromium } from "../support/chromium.ts";

/**
 * What `dropper-graph demo --json` of an installed bundle printed; setup/bundle/try.sh names the file.
 */
const PRINTED = process.env.DROPPER_GRAPH_BUNDLE_DEMO;

it.skipIf(PRINTED === undefined)(
  "the demo of an installed bundle is walked without a complaint, and asks for nothing elsewhere",
  async () => {
    const [line = ""] = (await readFile(PRINTED ?? "", "utf8")).split("\n");
    const { address, login } = JSON.parse(line);
    const { origin } = new URL(address);
    const browser = await launchChromium();
    try {
      const { page, complaints } = await freshPage(browser);
      const elsewhere: string[] = [];
      page.on("request", (request) => {
        const url = new URL(request.url());
        if (/^https?:$/.test(url.protocol) && url.origin !== origin) elsewhere.push(url.origin);
      });
      await page.goto(`${origin}/sign-in`);
      await page.getByLabel("Login").fill(login.login);
      await page.getByLabel("Password", { exact: true }).fill(login.password);
      await page.getByRole("button", { name: "Sign in" }).click();
      await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
      await page.goto(`${origin}/clusters`);
      await page.getByRole("grid").getByRole("row").nth(1).waitFor();
      await page.keyboard.press("Enter");
      await page.waitForURL(
        (url) => url.pathname === "/explore" && url.searchParams.has("cluster"),
      );
      await page.getByTestId("stage").waitFor();
      await page.goto(`${origin}/cases`);
      await page.locator('a[href^="/cases/"]').first().click();
      await page.getByText(/C1-1/).first().waitFor();
      for (const path of ["/summary", "/help"]) {
        await page.goto(`${origin}${path}`);
        await page.getByRole("heading").first().waitFor();
      }
      expect({ complaints, elsewhere }).toEqual({ complaints: [], elsewhere: [] });
    } finally {
      await browser.close();
    }
  },
);
