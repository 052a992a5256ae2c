import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tracing } from "../../contract/tracing.ts";
import { NOTHING_HIDDEN } from "../../server/api/hidden.ts";
import { normaliseAccountNumber } from "../../server/identity/iban.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { tracingHandlers } from "../../server/tracing/tracing.handlers.ts";
import { testDatabase } from "../support/neo4j.ts";

const folder = mkdtempSync(join(tmpdir(), "tracing-"));
let database: Database;

/**
 * Worked cases as a person would write them: case, then victim > account, account > payee or + own
 * money as cash, amount.
 */
const CASES: Readonly<Record<string, readonly [from: string, to: string, amount: number][]>> = {
  oatway: [
    ["", "d", 4000],
    ["V!", "d", 3000],
    ["d", "shares", 2137],
    ["d", "", 4863],
  ],
  barlow: [
    ["A!", "d", 1000],
    ["B!", "d", 2000],
    ["d", "", 600],
  ],
  clayton: [
    ["old!", "d", 1717],
    ["d", "", 1717],
    ["new!", "d", 453],
  ],
  ring: [
    ["V!", "a", 900],
    ["a", "b", 900],
    ["b", "a", 500],
    ["a", "V", 200],
    ["a", "", 300],
  ],
};

/** As the database keeps an account number. */
const stored = normaliseAccountNumber;

function writeCases(): string[] {
  const transfers = ["transfer_id,booked_at,amount,currency,from_account,to_account,channel"];
  const reports = ["report_id,reported_at,victim_account,transfer_id"];
  for (const [name, events] of Object.entries(CASES)) {
    events.forEach(([from, to, amount], at) => {
      const id = `${name}-${at}`;
      const account = (who: string) => (who === "" ? "" : `${name}-${who.replace("!", "")}`);
      const cash = from === "" || to === "" ? "cash" : "transfer";
      transfers.push(
        `${id},2026-01-05T10:${10 + at}:00+05:00,${amount}.00,KZT,${account(from)},${account(to)},${cash}`,
      );
      if (from.endsWith("!"))
        reports.push(`R-${account(from)},2026-01-06T10:00:00+05:00,${account(from)},${id}`);
    });
  }
  const [transfersFile, reportsFile] = [join(folder, "transfers.csv"), join(folder, "reports.csv")];
  writeFileSync(transfersFile, `${transfers.join("\n")}\n`);
  writeFileSync(reportsFile, `${reports.join("\n")}\n`);
  return [transfersFile, reportsFile];
}

/** Runs the real command line on the test database. */
function command(...words: string[]): Promise<string> {
  const all = ["setup/dropper-graph.mjs", ...words, "--data", database.dataDir];
  return new Promise((resolve, reject) =>
    execFile(process.execPath, all, { maxBuffer: 1 << 26 }, (error, text, errors) =>
      error ? reject(new Error(`${text}\n${errors}`, { cause: error.code })) : resolve(text),
    ),
  );
}

async function traced(...words: string[]) {
  return JSON.parse(await command("trace", ...words, "--json"));
}

/** The endpoint as the web calls it, its answer held to the contract. */
async function asked(body: object) {
  const answer = await tracingHandlers({ database }).trace({
    params: {},
    query: {},
    body: tracing.trace.body.parse(body),
    asker: { login: "test", role: "investigator", hidden: NOTHING_HIDDEN, ground: null },
    bytes: () => new PassThrough(),
    signal: new AbortController().signal,
  });
  if (!("traces" in answer)) throw new Error("a file instead of traces");
  return tracing.trace.answer.parse(answer);
}

beforeAll(async () => {
  database = await testDatabase();
  await command(
    "load",
    ...writeCases(),
    "fixtures/small/transfers.csv",
    "fixtures/small/accounts.csv",
    "fixtures/small/reports.csv",
  );
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.close();
});

describe("trace on the command line", () => {
  it("prints the document of the contract, every figure a decimal, for a case written by hand", async () => {
    const trace = await traced("--report", "R-oatway-V", "--method", "pro-rata");
    expect(trace).toMatchObject({
      method: "pro-rata",
      currency: "KZT",
      stolen: "3000.00",
      held: "915.86",
      exited: "2084.14",
      beyondData: "0.00",
    });
    const figures = trace.accounts.map((one: Record<string, string>) => [
      one.account,
      one.received,
      one.passedOn,
      one.held,
      one.exited,
      one.generation,
    ]);
    expect(figures).toEqual([
      [stored("oatway-d"), "3000.00", "915.86", "0.00", "2084.14", 1],
      [stored("oatway-shares"), "915.86", "0.00", "915.86", "0.00", 2],
    ]);
    expect(
      trace.steps.map((step: Record<string, string>) => [step.transferId, step.amount]),
    ).toEqual([
      ["oatway-1", "3000.00"],
      ["oatway-2", "915.86"],
      ["oatway-3", "2084.14"],
    ]);
  });

  it("range gives the lowest and highest of each account over all rules, and writes the same to a file", async () => {
    const file = join(folder, "range.json");
    const trace = await traced("--report", "R-oatway-V", "--method", "range", "--out", file);
    const shares = trace.accounts.find(
      (one: { account: string }) => one.account === stored("oatway-shares"),
    );
    expect(trace.method).toBe("range");
    expect(shares).toMatchObject({
      minimum: "0.00",
      maximum: "2137.00",
      range: { held: { minimum: "0.00", maximum: "2137.00" } },
    });
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(trace);
  });

  it("knows that other victims' money is not the holder's own, although only one is asked for", async () => {
    const held = async (report: string) =>
      (await asked({ reports: [report], method: "libr" })).traces[0]?.held;
    expect([await held("R-barlow-A"), await held("R-barlow-B")]).toEqual(["80000", "160000"]);
  });

  it("says what is wrong", async () => {
    const words = ["trace", "--report", "R-clayton-old", "--method", "best", "--json"];
    await expect(command(...words)).rejects.toThrow("unknown-method");
    const codeOf = (...given: string[]) =>
      command("trace", ...given).catch((error: Error) => error.cause);
    expect(await codeOf()).toBe(2);
    expect(await codeOf("--report", "R-clayton-old", "--minimum", "abc")).toBe(2);
    expect(await codeOf("--report", "absent")).toBe(1);
    const nowhere = join(folder, "absent", "trace.json");
    await expect(command("trace", "--report", "R-clayton-old", "--out", nowhere)).rejects.toThrow(
      `${nowhere} cannot be written: its folder does not exist.`,
    );
    await expect(asked({ reports: ["absent"] })).rejects.toMatchObject({
      code: "nothing-to-trace",
    });
    await expect(asked({ case: "C0" })).rejects.toMatchObject({ code: "nothing-to-trace" });
    await expect(asked({})).rejects.toMatchObject({ code: "nothing-asked" });
  });
});

describe("the trace endpoint", () => {
  it("traces by report, transfer and victim alike", async () => {
    const [byReport, byTransfer, byVictim] = [
      await asked({ reports: ["R-clayton-old"] }),
      await asked({ transfers: ["clayton-0"] }),
      await asked({ victims: ["clayton-old"] }),
    ];
    expect(byReport.traces[0]).toMatchObject({ stolen: "171700", held: "0", exited: "171700" });
    expect(byTransfer.traces).toEqual(byReport.traces);
    expect(byVictim.traces).toEqual(byReport.traces);
  });

  it("brings money home and goes round a ring without making more of it", async () => {
    const { traces } = await asked({ reports: ["R-ring-V"] });
    expect(traces[0]).toMatchObject({ stolen: "90000", held: "60000", exited: "30000" });
    expect(traces[0]?.victims[0]).toMatchObject({
      returned: "20000",
      accounts: [stored("ring-V")],
    });
    const rows = Object.fromEntries((traces[0]?.accounts ?? []).map((one) => [one.account, one]));
    expect(rows[stored("ring-a")]).toMatchObject({
      received: "140000",
      passedOn: "110000",
      exited: "30000",
      held: "0",
    });
    expect(rows[stored("ring-b")]).toMatchObject({
      received: "90000",
      passedOn: "50000",
      held: "40000",
    });
  });

  it("follows the reports of the small dump from victim to cash, as an independent count of the CSV says", async () => {
    const rows = csv("fixtures/small/transfers.csv");
    const stolen = new Map(
      csv("fixtures/small/reports.csv").map((row) => [
        row.transfer_id as string,
        row.victim_account as string,
      ]),
    );
    const reports = [
      ...new Set(csv("fixtures/small/reports.csv").map((row) => row.report_id as string)),
    ];
    const { traces, notTraced } = await asked({ reports, method: "fifo" });
    const merchants = csv("fixtures/small/accounts.csv").filter((row) => row.kind === "merchant");
    const stops = new Set(merchants.map((row) => row.account as string));
    for (const account of traces[0]?.accounts ?? [])
      if (account.stop !== null) stops.add(account.account);
    expect(notTraced).toEqual([]);
    const counted = firstInFirstOut(rows, stolen, stops);
    expect(traces[0]).toMatchObject({
      stolen: String(counted.stolen),
      held: String(counted.held),
      exited: String(counted.exited),
      beyondData: "0",
    });
    expect(
      Object.fromEntries((traces[0]?.steps ?? []).map((step) => [step.transferId, step.amount])),
    ).toEqual(counted.steps);
    expect(counted.exited).toBeGreaterThan(0);
  });
});

function csv(file: string): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(readFileSync(file, "utf8"), {
    header: true,
    skipEmptyLines: true,
  }).data;
}

/**
 * First in, first out over every account of the town at once, in plain numbers of tiyn, from the
 * file and not from the database.
 */
function firstInFirstOut(
  rows: Record<string, string>[],
  stolen: ReadonlyMap<string, string>,
  stops: ReadonlySet<string>,
) {
  const queues = new Map<string, { dirty: boolean; amount: number }[]>();
  const homes = new Set(stolen.values());
  const steps: Record<string, string> = {};
  let [total, home, exited] = [0, 0, 0];
  const ordered = rows
    .map((row, at) => ({ row, at, time: Date.parse(row.booked_at as string) }))
    .sort((left, right) => left.time - right.time || left.at - right.at);
  for (const { row } of ordered) {
    const amount = Math.round(Number(row.amount) * 100);
    const theft = stolen.has(row.transfer_id as string);
    let left = amount;
    const taken: { dirty: boolean; amount: number }[] = [];
    const queue = queues.get(row.from_account as string) ?? [];
    while (!theft && left > 0 && queue.length > 0) {
      const lot = queue[0] as { dirty: boolean; amount: number };
      const part = Math.min(lot.amount, left);
      taken.push({ dirty: lot.dirty, amount: part });
      lot.amount -= part;
      left -= part;
      if (lot.amount === 0) queue.shift();
    }
    if (left > 0) taken.push({ dirty: theft, amount: left });
    if (theft) total += amount;
    const dirty = taken.reduce((sum, lot) => sum + (lot.dirty ? lot.amount : 0), 0);
    if (dirty > 0) steps[row.transfer_id as string] = String(dirty);
    const payee = row.to_account as string;
    if (payee === "" || stops.has(payee)) exited += dirty;
    else if (homes.has(payee)) home += dirty;
    else queues.set(payee, [...(queues.get(payee) ?? []), ...taken]);
  }
  let held = home;
  for (const queue of queues.values()) for (const lot of queue) if (lot.dirty) held += lot.amount;
  return { stolen: total, held, exited, steps };
}
