import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { launchChromium } from "./chromium.ts";
import { command } from "./served.ts";
import { startWarm, type WarmServed } from "./warm-neo4j.ts";

/**
 * A server on an empty data folder, a browser, and a folder for files that is removed with them.
 */
export interface ServedInBrowser {
  readonly folder: string;
  readonly served: WarmServed;
  readonly browser: Browser;
  /** Runs a command on the data folder to its end; answers its JSON document. */
  run(...words: string[]): Promise<ReturnType<typeof JSON.parse>>;
  close(): Promise<void>;
}

/** Starts both; where `work` fails they are closed again. */
export async function inBrowser<Result>(
  work: (started: ServedInBrowser) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "dropper-graph-browser-"));
  const [served, browser] = await Promise.all([startWarm(), launchChromium()]);
  const close = async () => {
    await browser.close();
    await served.stop();
    await rm(folder, { recursive: true, force: true });
  };
  const run = async (...words: string[]) => {
    const done = await command([...words, "--data", served.dataDir, "--json"]);
    if (done.code !== 0) throw new Error(`${words[0]} ended with ${done.code}: ${done.told}`);
    return JSON.parse(done.out);
  };
  try {
    return await work({ folder, served, browser, run, close });
  } catch (error) {
    await close();
    throw error;
  }
}
