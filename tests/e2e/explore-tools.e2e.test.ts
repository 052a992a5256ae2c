import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { extractText } from "unpdf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCsv } from "../../contract/csv.ts";
import type { AccountCard, GraphAnswer, MoneyText, TransferRow } from "../../contract/exploring.ts";
import type { ReportRow } from "../../contract/report-row.ts";
import type { Way } from "../../contract/ways.ts";
import { type App, ask, freshPage, signIn, startApp } from "../support/app.ts";
import { launchChromium } from "../support/chromium.ts";
import { command } from "../support/served.ts";

/** What Explore gives beside the picture: ways between two accounts, search, print, files. */
let app: App;
let browser: Browser;
let page: Page;
let complaints: string[];
let cluster: { id: string; lookFirst: string };

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchChromium()]);
  ({ page, complaints } = await freshPage(browser));
  await signIn(page, app);
  const { clusters } = await ask<{ clusters: (typeof cluster)[] }>(
    page,
    "GET",
    "/detection/clusters",
  );
  cluster = clusters[0] as typeof cluster;
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const spaceless = (text: string | null) => (text ?? "").replace(/[\s\u00a0\u202f]/g, "");

describe("ways between two accounts", () => {
  it("give each amount, date and gap, and a sum that counts no transfer twice", async () => {
    const { nodes } = await ask<GraphAnswer>(page, "POST", "/graph", { cluster: cluster.id });
    const [from, to] = nodes
      .filter((node) => node.role === "collector" || node.role === "transit")
      .map((node) => node.number);
    const found = await ask<{ paths: Way[]; total: MoneyText[] }>(page, "POST", "/paths", {
      from,
      to,
      kind: "shortest",
    });
    expect(found.paths.length).toBeGreaterThan(0);
    const address = new URLSearchParams({ cluster: cluster.id, path: `${from}>${to}` });
    await page.goto(`${app.address}/explore?${address}`);
    await page.getByText("Any tie", { exact: true }).click();
    await page.waitForURL((url) => url.searchParams.get("way") === "shortest");
    await expect
      .poll(() => page.getByTestId("way").count(), { timeout: 60_000 })
      .toBe(found.paths.length);
    const written = spaceless(await page.getByTestId("ways-total").textContent());
    const [whole] = found.total;
    expect(written.replace(/\D/g, "")).toContain(whole?.amount.slice(0, -2));
    const texts = (await page.getByTestId("way").allTextContents()).map(spaceless);
    found.paths.forEach((way, at) => {
      const digits = texts[at]?.replace(/\D/g, "") ?? "";
      for (const hop of way.hops) {
        for (const tie of [hop.along, hop.against])
          for (const sum of tie?.sums ?? []) expect(digits).toContain(sum.amount.slice(0, -2));
        for (const { value, kind } of hop.shared)
          expect(texts[at]).toContain(kind === "holder" ? "Sameholder" : value);
      }
    });
    expect(found.paths.some((way) => way.hops.some((hop) => hop.along !== null))).toBe(true);
  });
});

/** Asks again until it is so; the machine may be busy. */
const eventually = <Value>(value: () => Value | Promise<Value>) =>
  expect.poll(value, { timeout: 60_000 });
const found = (words: RegExp | string) =>
  page.locator("#found-list").getByRole("button", { name: words });

describe("the search of everything", () => {
  const type = async (text: string) => {
    await page.keyboard.press("Control+k");
    await page.getByRole("dialog").getByRole("textbox").fill(text);
  };

  it("finds a Cyrillic name typed in Latin letters, and a transfer by amount and day", async () => {
    await page.goto(`${app.address}/today`);
    await page.getByRole("link", { name: "Explore" }).first().waitFor();
    // Names of people in no case are shown to who says why.
    await ask(page, "PUT", "/session/ground", { ground: "A payer of the first cluster" });
    await type("Makarova Aqmaral");
    await found(/Макарова Ақмарал/)
      .first()
      .waitFor();
    const { transfers } = await ask<{ transfers: TransferRow[] }>(page, "POST", "/transfers", {
      accounts: [cluster.lookFirst],
      limit: 1,
    });
    const [one] = transfers as [TransferRow];
    const day = new Date(one.bookedAt + 5 * 3_600_000).toISOString().slice(0, 10);
    await page
      .getByRole("dialog")
      .getByRole("textbox")
      .fill(`${Number(one.amount) / 100} ${day}`);
    await found(new RegExp(`No\\. ${one.id}`))
      .first()
      .click();
    await page.waitForURL((url) => url.searchParams.get("transfers") === one.id);
  });

  it("follows the money of a victim's report from the hit", async () => {
    const { reports } = await ask<{ reports: ReportRow[] }>(page, "GET", "/reports?limit=1");
    const id = reports[0]?.id ?? "";
    await type(id);
    await found(new RegExp(`Follow this money.*${id}`))
      .first()
      .click();
    await page.waitForURL((url) => url.searchParams.get("report") === id);
    await page.getByTestId("trace-totals").waitFor();
  });
});

describe("the graph as a file", () => {
  it("holds what is shown: an amount typed and the file asked for in one movement", async () => {
    await page.goto(`${app.address}/explore?cluster=${encodeURIComponent(cluster.id)}&hide=exits`);
    const { seeds } = await ask<{ seeds: string[] }>(page, "POST", "/graph", {
      cluster: cluster.id,
      limit: 3_000,
    });
    const wanted = await ask<GraphAnswer>(page, "POST", "/graph", {
      accounts: seeds,
      minimumAmount: "3000000",
      limit: 3_000,
    });
    await page.getByLabel("Not less than, KZT").fill("30000");
    await page.keyboard.press("Enter");
    const save = async (format: string) => {
      await page.getByRole("button", { name: "Save the picture" }).click();
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("menuitem", { name: format }).click(),
      ]);
      return readFile(await file.path(), "utf8");
    };
    const gexf = await save("GEXF for Gephi");
    expect(gexf.match(/<edge /g)?.length).toBe(wanted.edges.length);
    expect(gexf.match(/<node /g)?.length).toBe(seeds.length);
    const edges = readCsv(await save("CSV of edges")) ?? [];
    expect(
      edges
        .map((edge) => `${edge[":START_ID"]} ${edge[":END_ID"]} ${edge["minor_KZT:long"]}`)
        .sort(),
    ).toEqual(wanted.edges.map((edge) => `${edge.from} ${edge.to} ${edge.sums[0]?.amount}`).sort());
    expect(await save("GraphML")).toContain("at least 30,000");
  });
});

describe("one night", () => {
  it("is chosen and replayed in three clicks, held, stepped through, and given back", async () => {
    await page.goto(`${app.address}/explore?cluster=${encodeURIComponent(cluster.id)}`);
    await page.getByTestId("table-totals").getByText("transfers").waitFor();
    const bars = page.getByTestId("histogram");
    await bars.getByText("UTC+05:00").waitFor();
    const box = await bars.boundingBox();
    if (!box) throw new Error("There is no histogram");
    await page.mouse.click(box.x + box.width / 2, box.y + 40);
    await page.waitForURL((url) => url.searchParams.has("since"));
    const param = (name: string) => Number(new URL(page.url()).searchParams.get(name));
    const day = param("since");
    expect(param("until") - day).toBe(86_400_000);
    await page.getByRole("button", { name: /^The night/ }).click();
    await eventually(() => param("since") - day).toBe(21 * 3_600_000);
    expect(param("until")).toBe(day + 33 * 3_600_000);
    await page.getByRole("button", { name: "Play through time" }).click();
    await page.getByRole("button", { name: "Pause" }).click();
    const step = page.getByRole("button", { name: "One step on" });
    for (let clicks = 0; clicks < 60; clicks += 1) await step.click();
    await page.getByRole("button", { name: "Stop", exact: true }).click();
    await page.getByRole("button", { name: "By hour and weekday" }).click();
    const map = page.getByTestId("hours-map");
    await map.waitFor();
    const totals = spaceless(await page.getByTestId("table-totals").textContent());
    const counts = (await map.locator("tbody td").allTextContents()).map(Number);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(Number(/^(\d+)/.exec(totals)?.[1]));
    await page.getByRole("button", { name: "Compare two periods" }).click();
    await page.getByTestId("two-periods").waitFor();
  });
});

describe("without a pointer", () => {
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute("data-testid"));

  it("goes from a victim's number to the money that left the banks in at most 12 keys", async () => {
    const { reports } = await ask<{ reports: ReportRow[] }>(page, "GET", "/reports?limit=1");
    const victim = reports[0]?.victimAccounts[0] ?? "";
    await page.goto(`${app.address}/today`);
    await page.getByRole("link", { name: "Explore" }).first().waitFor();
    let keys = 0;
    const press = async (key: string) => {
      keys += 1;
      await page.keyboard.press(key);
    };
    await press("Control+k");
    await page.getByRole("dialog").getByRole("textbox").waitFor();
    // A number that is pasted or typed counts as one.
    keys += 1;
    await page.keyboard.insertText(victim);
    await found(new RegExp(victim.slice(-4)))
      .first()
      .waitFor();
    await press("Enter");
    await page.waitForURL((url) => url.pathname === "/explore");
    if (!new URL(page.url()).searchParams.has("trace")) {
      await page.getByTestId("stage").locator("canvas").first().waitFor();
      await press("t");
    }
    await page.getByTestId("trace-totals").getByText("left the banks").waitFor();
    expect(keys).toBeLessThanOrEqual(12);
  });

  it("walks the picture, opens a menu there, and never loses its place", async () => {
    await page.goto(`${app.address}/explore?cluster=${encodeURIComponent(cluster.id)}`);
    await page.getByTestId("table-totals").getByText("transfers").waitFor();
    const stage = page.getByTestId("stage");
    await stage.locator("canvas").first().waitFor();
    await stage.focus();
    const named = page.getByRole("status").filter({ hasText: /, (Transit|Collector|Victim)/ });
    await eventually(async () => {
      await page.keyboard.press("ArrowUp");
      return named.count();
    }).toBe(1);
    const first = await named.textContent();
    await eventually(async () => {
      await page.keyboard.press("ArrowDown");
      return (await named.count()) === 1 ? named.textContent() : first;
    }).not.toBe(first);
    await page.keyboard.press("m");
    await page.getByRole("menuitem", { name: /^Payers \d+/ }).waitFor();
    await page.keyboard.press("Escape");
    await eventually(focused).toBe("stage");
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.searchParams.has("select"));
    await page.getByTestId("account-card").waitFor();
    await page.keyboard.press("Shift+?");
    const overlay = page.getByRole("dialog", { name: "Keyboard shortcuts" });
    await overlay.getByText("From account to account in the picture").waitFor();
    await page.keyboard.press("Escape");
    await overlay.waitFor({ state: "detached" });
    await eventually(focused).toBe("stage");
  });
});

describe("a view with its picture", () => {
  it("goes into the case in two clicks and opens there as it was", async () => {
    const { id } = await ask<{ id: string }>(page, "POST", "/cases", { title: "Kept views" });
    await page.evaluate(
      (kept) => localStorage.setItem("dg.openCase", kept),
      JSON.stringify({ id, title: "Kept views" }),
    );
    const search = new URLSearchParams({ cluster: cluster.id, layout: "flow", min: "3000000" });
    await page.goto(`${app.address}/explore?${search}`);
    await page.getByTestId("table-totals").getByText("transfers").waitFor();
    await page.getByTestId("stage").locator("canvas").first().waitFor();
    await page.getByRole("button", { name: "Keep in a case" }).click();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText(/is kept in “Kept views”/).waitFor();
    const { files } = await ask<{ files: { name: string; bytes: number }[] }>(
      ...([page, "GET", `/cases/${id}/files`] as const),
    );
    expect(files.map(({ name }) => name)).toEqual([expect.stringMatching(/^picture-.*\.png$/)]);
    expect(files[0]?.bytes).toBeGreaterThan(10_000);
    await page.goto(`${app.address}/cases/${id}`);
    await page.getByText(/^Views of the case · 1/).click();
    await page.getByRole("link", { name: "Cluster 1" }).click();
    await page.waitForURL((url) => url.pathname === "/explore");
    const opened = new URL(page.url()).searchParams;
    for (const [key, value] of search) expect(opened.get(key)).toBe(value);
    expect(opened.get("run")).toMatch(/^R\d+/);
    await page.evaluate(() => localStorage.removeItem("dg.openCase"));
  });
});

describe("the graph of a case from the command line", () => {
  it("holds its accounts, their exits and the exact money", async () => {
    const { id } = await ask<{ id: string }>(page, "POST", "/cases", {
      ...{ title: "Graph", cluster: cluster.id },
    });
    const whole = await ask<GraphAnswer>(page, "POST", "/graph", {
      ...{ cluster: cluster.id, exits: true, limit: 3_000 },
    });
    const folder = await mkdtemp(join(tmpdir(), "dropper-graph-case-graph-"));
    const save = async (format: string) => {
      const words = ["case", "graph", id, "--out", folder, "--format", format];
      const done = await command([...words, "--data", app.dataDir, "--json"]);
      expect([done.code, done.told]).toEqual([0, expect.anything()]);
    };
    await save("csv");
    const edges = readCsv(await readFile(join(folder, `${id}-graph-edges.csv`), "utf8")) ?? [];
    const nodes = readCsv(await readFile(join(folder, `${id}-graph-nodes.csv`), "utf8")) ?? [];
    expect(nodes.map((one) => one["id:ID"]).sort()).toEqual(
      whole.nodes.map(({ number }) => number).sort(),
    );
    const line = (from = "", to = "", minor = "") => `${from} ${to} ${minor}`;
    expect(
      edges.map((one) => line(one[":START_ID"], one[":END_ID"], one["minor_KZT:long"])).sort(),
    ).toEqual(whole.edges.map(({ from, to, sums }) => line(from, to, sums[0]?.amount)).sort());
    await save("gexf");
    const gexf = await readFile(join(folder, `${id}-graph.gexf`), "utf8");
    expect(gexf.match(/<edge /g)?.length).toBe(whole.edges.length);
    await rm(folder, { recursive: true });
  });
});

describe("print", () => {
  it("puts picture, legend, filters, source line and table on paper, and nothing else", async () => {
    await page.goto(
      `${app.address}/explore?cluster=${encodeURIComponent(cluster.id)}&min=3000000&hide=exits`,
    );
    await page.getByTestId("table-totals").getByText("transfers").waitFor();
    await page.getByTestId("stage").locator("canvas").first().waitFor();
    const pdf = await page.pdf({ format: "A4" });
    const text = (await extractText(new Uint8Array(pdf), { mergePages: true })).text;
    for (const words of [
      "Cluster 1",
      "Transit",
      "at least 30,000",
      "Source: Dropper Graph",
      "Indicators, not guilt",
      "Date and time",
    ])
      expect(text).toContain(words);
    expect(text).not.toContain("LAYOUT");
    const totals = spaceless(await page.getByTestId("table-totals").textContent());
    const count = /^(\d+)/.exec(totals)?.[1];
    const { seeds } = await ask<{ seeds: string[] }>(page, "POST", "/graph", {
      cluster: cluster.id,
      limit: 3_000,
    });
    const { transfers } = await ask<{ transfers: TransferRow[] }>(page, "POST", "/transfers", {
      accounts: seeds,
      scope: "within",
      minimumAmount: "3000000",
      limit: 5_000,
    });
    expect(String(transfers.length)).toBe(count);
    const squeezed = text.replace(/\s/g, "");
    for (const { sourceName } of transfers)
      expect(squeezed).toContain(`${sourceName}`.split("/").at(-1)?.replace(/\s/g, ""));
    await page.getByTestId("print-sheet").waitFor({ state: "detached" });
  });
});

describe("the account card", () => {
  it("opens with the balance of its statements and the days, then the reasons", async () => {
    const { lookFirst } = cluster;
    const card = await ask<AccountCard>(page, "GET", `/accounts/${lookFirst}`);
    const net = card.daily.reduce((sum, day) => sum + BigInt(day.received) - BigInt(day.sent), 0n);
    const decimal = (minor: bigint) => `${minor / 100n}.${String(minor % 100n).padStart(2, "0")}`;
    const opening = 10_000_000_000n;
    const days = [card.daily[0]?.day, card.daily.at(-1)?.day].join(",");
    const folder = await mkdtemp(join(tmpdir(), "dropper-graph-balance-"));
    const file = join(folder, "statements.csv");
    await writeFile(
      file,
      `account,from,to,opening,closing,currency\n${lookFirst},${days},${decimal(opening)},${decimal(opening + net)},KZT\n`,
    );
    const done = await command(["load", file, "--data", app.dataDir, "--json"]);
    expect([done.code, done.told]).toEqual([0, expect.anything()]);
    await page.goto(
      `${app.address}/explore?cluster=${encodeURIComponent(cluster.id)}&select=${lookFirst}`,
    );
    const shown = page.getByTestId("running-balance");
    await shown.waitFor();
    const text = spaceless(await shown.textContent()).replace(/,/g, "");
    expect(text).toContain(decimal(opening + net).replace(/\.00$/, ""));
    const headings = await page.getByTestId("account-card").getByRole("heading").allTextContents();
    const order = ["Balance at the end of the day", "Received and sent by day", "Days covered"];
    const places = order.map((words) => headings.findIndex((one) => one.startsWith(words)));
    expect(places[0]).toBeGreaterThanOrEqual(0);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(new Set(places).size).toBe(3);
  });
});

describe("the page", () => {
  it("complained about nothing on the console all the while", () => {
    expect(complaints).toEqual([]);
  });
});
