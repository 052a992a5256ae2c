import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { en } from "../../web/i18n/en/index.ts";
import { freshPage, servedApp, signIn } from "../support/app.ts";
import { launchChromium } from "../support/chromium.ts";
import { command } from "../support/served.ts";
import { whileHeldBack } from "../support/slow-answers.ts";
import { startWarm, type WarmServed } from "../support/warm-neo4j.ts";

/**
 * A picture with more transfers than the page holds itself: the server filters, the figures stay
 * exact.
 */
const TRANSFERS = 21_000;
const ACCOUNTS = 40;
const START = Date.parse("2026-03-01T00:00:00+05:00");
const MINUTE = 60_000;

interface Row {
  readonly id: string;
  readonly at: number;
  /** Tiyn. */
  readonly amount: bigint;
  readonly from: string;
  readonly to: string;
}

const account = (index: number) => `LARGE${String(index % ACCOUNTS).padStart(4, "0")}`;
const ROWS: readonly Row[] = Array.from({ length: TRANSFERS }, (_, index) => ({
  id: `large-${index}`,
  at: START + index * 4 * MINUTE,
  amount: BigInt(100_000 + ((index * 3_701) % 9_000_017)),
  from: account(index),
  to: account(index + 1 + ((index * 7) % (ACCOUNTS - 1))),
}));

let folder: string;
let served: WarmServed;
let browser: Browser;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "dropper-graph-large-"));
  const file = join(folder, "transfers.csv");
  const lines = ROWS.map(({ id, at, amount, from, to }) =>
    [
      id,
      new Date(at).toISOString(),
      `${amount / 100n}.${String(amount % 100n).padStart(2, "0")}`,
      "KZT",
      from,
      to,
    ].join(),
  );
  await writeFile(
    file,
    `transfer_id,booked_at,amount,currency,from_account,to_account\n${lines.join("\n")}\n`,
  );
  [served, browser] = await Promise.all([startWarm(), launchChromium()]);
  const loaded = await command(["load", file, "--data", served.dataDir, "--json"]);
  if (loaded.code !== 0) throw new Error(loaded.told);
  ({ page, complaints } = await freshPage(browser));
  await signIn(page, servedApp(served));
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** What the table's head says: number of transfers and tiyn in all. */
async function shownTotals(): Promise<string> {
  const text = ((await page.getByTestId("table-totals").textContent()) ?? "").replace(
    /[\s\u202f\u00a0,]/g,
    "",
  );
  const [, count = "", whole = "", cents = ""] =
    /^(\d+)transfers?·(\d+)(?:\.(\d\d))?₸/.exec(text) ?? [];
  return `${count} ${whole}${cents.padEnd(2, "0")}`;
}

async function expectRows(rows: readonly Row[]): Promise<void> {
  const sum = rows.reduce((total, row) => total + row.amount, 0n);
  await expect.poll(shownTotals, { timeout: 60_000 }).toBe(`${rows.length} ${sum}`);
}

const everyAccount = Array.from(
  { length: ACCOUNTS },
  (_, index) => `account=${account(index)}`,
).join("&");
const open = (more: string) => page.goto(`${served.address}/explore?${everyAccount}${more}`);

describe("Explore beyond 20,000 transfers", () => {
  it("sums them all, lists the newest and says so", async () => {
    await open("");
    await expectRows(ROWS);
    await page.getByText("first 5,000 rows listed").waitFor();
    await page
      .getByRole("grid", { name: "Transfers" })
      .getByText("28 Apr 2026", { exact: false })
      .first()
      .waitFor();
  });

  it("shows no sum of a part, and none of the filter before, while the server still counts", async () => {
    await open("");
    await expectRows(ROWS);
    const totals = page.getByTestId("table-totals");
    const facts = page.getByRole("region", { name: en.explore.facts.label });
    await whileHeldBack(page, ["/graph"], async () => {
      await page.getByLabel("Not less than, KZT").fill("40000");
      await page.keyboard.press("Enter");
      await page.waitForURL((url) => url.searchParams.get("min") === "4000000");
      await expect.poll(() => totals.textContent()).toBe(en.common.loading);
      expect(await facts.textContent()).toContain(en.common.loading);
      expect(await facts.textContent()).not.toContain("transfers");
    });
    await expectRows(ROWS.filter((row) => row.amount >= 4_000_000n));
    await page.reload();
    await expectRows(ROWS.filter((row) => row.amount >= 4_000_000n));
  });

  it("filters by amount and time on the server, exactly", async () => {
    const [since, until, least] = [
      START + 10 * 1_440 * MINUTE,
      START + 31 * 1_440 * MINUTE,
      4_000_000n,
    ];
    const timely = ROWS.filter((row) => row.at >= since && row.at < until);
    await open(`&since=${since}&until=${until}`);
    await expectRows(timely);
    await open(`&since=${since}&until=${until}&min=${least}`);
    await expectRows(timely.filter((row) => row.amount >= least));
  });

  it("keeps one relation and a selection exact within the filter, and hands out every row of it", async () => {
    const least = 4_000_000n;
    const large = ROWS.filter((row) => row.amount >= least);
    const [one, two] = [account(3), account(4)];
    const between = (row: Row) => [row.from, row.to].every((end) => end === one || end === two);
    await open(`&min=${least}&pair=${one}%3E${two}`);
    await expectRows(large.filter(between));
    await open(`&min=${least}&select=${one}&scope=stage`);
    await expectRows(large.filter((row) => row.from === one || row.to === one));
    await open(`&min=${least}`);
    await expectRows(large);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "CSV" }).click(),
    ]);
    const lines = (await readFile(await file.path(), "utf8")).trim().split("\r\n").slice(1);
    expect(lines.map((line) => line.split(",")[0]).sort()).toEqual(
      large.map((row) => row.id).sort(),
    );
    expect(complaints).toEqual([]);
  });
});
