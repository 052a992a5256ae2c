import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { freshPage, servedApp, signIn } from "./app.ts";
import { launchChromium } from "./chromium.ts";
import { command, type Served, startServed } from "./served.ts";

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
export async function openCaseInBrowser(
  files: Readonly<Record<string, readonly string[]>>,
): Promise<CaseInBrowser> {
  const folder = await mkdtemp(join(tmpdir(), "dropper-graph-case-"));
  const data = join(folder, "data");
  const [served, browser] = await Promise.all([
    startServed(["serve", "--data", data, "--port", "0"]),
    launchChromium(),
  ]);
  const close = async () => {
    await browser.close();
    await served.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    for (const [name, lines] of Object.entries(files))
      await writeFile(join(folder, name), `${lines.join("\n")}\n`);
    const paths = Object.keys(files).map((name) => join(folder, name));
    for (const words of [
      ["load", ...paths],
      ["case", "open", "--report", "R1"],
    ]) {
      const done = await command([...words, "--data", data, "--json"]);
      if (done.code !== 0) throw new Error(`${words[0]} ended with ${done.code}: ${done.told}`);
    }
    const { page, complaints } = await freshPage(browser);
    await signIn(page, servedApp(served));
    const shot = async (name: string) => {
      const shots = process.env.DROPPER_GRAPH_SHOTS;
      if (shots !== undefined)
        await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
    };
    return { served, page, complaints, shot, close };
  } catch (error) {
    await close();
    throw error;
  }
}
