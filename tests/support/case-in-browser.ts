import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { freshPage, servedApp, signIn } from "./app.ts";
import type { Served } from "./served.ts";
import { inBrowser } from "./served-in-browser.ts";

/** A server on a folder of its own with a case about report R1, and a browser that is signed in. */
export interface CaseInBrowser {
  readonly served: Served;
  readonly page: Page;
  readonly complaints: string[];
  /** A picture of the page into the folder of DROPPER_GRAPH_SHOTS, where it is set. */
  shot(name: string): Promise<void>;
  close(): Promise<void>;
}

/** Loads the files (name and lines) and opens case C1 from report R1. */
export function openCaseInBrowser(
  files: Readonly<Record<string, readonly string[]>>,
): Promise<CaseInBrowser> {
  return inBrowser(async ({ folder, served, browser, run, close }) => {
    for (const [name, lines] of Object.entries(files))
      await writeFile(join(folder, name), `${lines.join("\n")}\n`);
    await run("load", ...Object.keys(files).map((name) => join(folder, name)));
    await run("case", "open", "--report", "R1");
    const { page, complaints } = await freshPage(browser);
    await signIn(page, servedApp(served));
    const shot = async (name: string) => {
      const shots = process.env.DROPPER_GRAPH_SHOTS;
      if (shots !== undefined)
        await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
    };
    return { served, page, complaints, shot, close };
  });
}
