import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { LANGUAGES, type Language } from "../../contract/languages.ts";
import { en } from "../../web/i18n/en/index.ts";
import { kk } from "../../web/i18n/kk/index.ts";
import { ru } from "../../web/i18n/ru/index.ts";
import { settled } from "./looks.ts";

/** What the guide shows, by the name of the picture; addresses on the demo's data. */
export function guideAddresses(demo: {
  readonly caseId: string;
  readonly claimId: string;
  readonly reportId: string;
  readonly clusterId: string;
}): Readonly<Record<string, string>> {
  const report = encodeURIComponent(demo.reportId);
  return {
    today: "/today",
    load: "/load?tab=sources",
    grid: "/load?tab=grid",
    clusters: "/clusters",
    report: `/reports/${report}`,
    explore: `/explore?cluster=${demo.clusterId}`,
    money: `/explore?trace=1&report=${report}`,
    case: `/cases/${demo.caseId}`,
    claim: `/cases/${demo.caseId}?claim=${demo.claimId}`,
    measures: "/measures",
    summary: "/summary?all=yes",
  };
}

const CATALOGUES = { en, ru, kk };

const PART_OF: Readonly<Record<string, (catalogue: (typeof CATALOGUES)[Language]) => string>> = {
  case: ({ cases }) => cases.claims.title,
  claim: ({ cases }) => cases.claim.lines,
};

/**
 * Takes the guide's pictures into `folder`/LANGUAGE/NAME.webp, light, 1440 × 900: `npm run pictures --
 * --guide`.
 */
export async function takeGuidePictures(
  page: Page,
  base: string,
  addresses: Readonly<Record<string, string>>,
  folder: string,
): Promise<void> {
  const chromium = await page.context().newCDPSession(page);
  for (const language of LANGUAGES) {
    await mkdir(join(folder, language), { recursive: true });
    for (const [name, address] of Object.entries(addresses)) {
      await page.goto(`${base}${address}`);
      await page.getByText(en.frame.languages[language], { exact: true }).click();
      await page.locator(`html[lang="${language}"]`).waitFor();
      await settled(page);
      await scrollTo(page, PART_OF[name]?.(CATALOGUES[language]));
      // A picture of a graph comes to rest.
      if (address.startsWith("/explore")) await page.waitForTimeout(2_500);
      const { data } = await chromium.send("Page.captureScreenshot", {
        format: "webp",
        quality: 82,
      });
      await writeFile(join(folder, language, `${name}.webp`), Buffer.from(data, "base64"));
    }
  }
  await page.getByText(en.frame.languages.en, { exact: true }).click();
}

/** Long pages are shown from the heading that the guide speaks of. */
async function scrollTo(page: Page, heading: string | undefined): Promise<void> {
  if (heading === undefined) return;
  const place = page.getByRole("heading", { name: heading }).first();
  await place.evaluate((element) => element.scrollIntoView({ block: "start" }));
  await page.mouse.move(720, 600);
  await page.mouse.wheel(0, -160);
  await page.waitForTimeout(300);
}
