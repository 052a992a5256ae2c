import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expandInputs, readItems, recogniseFile } from "../../server/loading/reading/read-file.ts";
import type { LoadItem } from "../../server/loading/record/load-item.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "reading-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function itemsOf(path: string): Promise<LoadItem[]> {
  const items: LoadItem[] = [];
  for (const file of await expandInputs([path], folder)) {
    for await (const batch of readItems(file, {})) items.push(...batch);
  }
  return items;
}

function kinds(items: readonly LoadItem[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of items) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

describe("canonical files", () => {
  it("reads every row of the small town's four files", async () => {
    const small = new URL("../../fixtures/small/", import.meta.url).pathname;
    const [transfers, accounts, reports, labels] = await Promise.all(
      ["transfers", "accounts", "reports", "labels"].map((name) =>
        itemsOf(join(small, `${name}.csv`)),
      ),
    );
    const lines = (await readFile(join(small, "transfers.csv"), "utf8"))
      .trimEnd()
      .split("\n").length;
    expect(kinds(transfers ?? [])).toEqual({ skipped: 1, transfer: lines - 1 });
    expect(kinds(accounts ?? [])).toMatchObject({ skipped: 1 });
    expect(accounts?.slice(1).every(({ kind }) => kind === "account")).toBe(true);
    expect(reports?.slice(1).every(({ kind }) => kind === "report")).toBe(true);
    expect(labels?.slice(1).every(({ kind }) => kind === "label")).toBe(true);
  });

  it("takes an empty payee with channel cash for a withdrawal at the payer's bank", async () => {
    const path = join(folder, "cash.csv");
    const header = "transfer_id,booked_at,amount,currency,from_account,to_account,channel";
    await writeFile(
      path,
      `${header}\n1,2026-03-02T03:40:47+05:00,2623.00,KZT,KZ05601A028540035668,,cash\n`,
    );
    const [file] = await expandInputs([path], folder);
    if (!file) throw new Error("no file");
    expect(await recogniseFile(file, {})).toMatchObject({
      format: "canonical-csv",
      kind: "transfers",
      ready: true,
    });
    expect((await itemsOf(path))[1]).toMatchObject({
      kind: "transfer",
      amount: 262300n,
      bookedAt: Date.UTC(2026, 2, 1, 22, 40, 47),
      to: { account: null, exit: "cash", bank: "601" },
    });
  });
});

describe("our own files with other people's columns", () => {
  it("keep what they add, uninterpreted, and their accounts as they stand", async () => {
    const path = join(folder, "more.csv");
    const header =
      "transfer_id,booked_at,amount,currency,from_account,to_account,channel,status,phone,direction,is_fraud";
    const row =
      "1,2026-03-02T03:40:47+05:00,10.00,KZT,77011234567,GB29NWBK60161331926819,transfer,failed,77011234567,x,1";
    await writeFile(path, `${header}\n${row}\n`);
    expect((await itemsOf(path))[1]).toMatchObject({
      kind: "transfer",
      from: { account: "77011234567", exit: null },
      to: { account: "GB29NWBK60161331926819", exit: null },
      extra: { status: "failed", phone: "77011234567", direction: "x", is_fraud: "1" },
      warnings: [],
    });
  });

  it("can lack every optional column and name their accounts freely", async () => {
    const path = join(folder, "less.csv");
    await writeFile(
      path,
      "booked_at;amount;from_account;to_account\n2026-03-02;10;A-1;счёт 2\n2026-03-02;10;A-1;A-1\n",
    );
    const items = await itemsOf(path);
    expect(items.slice(1)).toMatchObject([
      {
        kind: "transfer",
        from: { account: "A-1" },
        to: { account: "счёт 2" },
        currency: "KZT",
        dayOnly: true,
      },
      { kind: "transfer", from: { account: "A-1" }, to: { account: "A-1" } },
    ]);
  });
});

describe("a list of statements", () => {
  const write = async (name: string, lines: readonly string[]) => {
    const path = join(folder, name);
    await writeFile(path, `${lines.join("\n")}\n`);
    return path;
  };

  it("says which days of which account are held, and its balances where it gives them", async () => {
    const path = await write("statements.csv", [
      "account,from,to,opening,closing,currency",
      "KZ05601A028540035668,2026-02-02,2026-05-22,1000.50,20.00,USD",
      "KZ05601A028540035668,2026-06-01,2026-06-30,,,",
    ]);
    const [file] = await expandInputs([path], folder);
    if (!file) throw new Error("no file");
    expect(await recogniseFile(file, {})).toMatchObject({ kind: "statements", ready: true });
    const day = (text: string) => Date.parse(`${text}T00:00:00+05:00`);
    const account = "KZ05601A028540035668";
    expect((await itemsOf(path)).slice(1)).toMatchObject([
      {
        kind: "held",
        account,
        from: day("2026-02-02"),
        to: day("2026-05-22"),
        opening: 100050n,
        closing: 2000n,
        currency: "USD",
      },
      { kind: "held", account, from: day("2026-06-01"), opening: null, currency: "KZT" },
    ]);
  });

  it("refuses rows without an account, with a day that is none, or that end before they begin", async () => {
    const path = await write("held.csv", [
      "account,from,to",
      ",2026-02-02,2026-05-22",
      "KZ05601A028540035668,2026-02-02,soon",
      "KZ05601A028540035668,2026-05-22,2026-02-02",
    ]);
    const items = (await itemsOf(path)).slice(1);
    expect(items.map((item) => "code" in item && item.code)).toEqual([
      "account-missing",
      "date-not-understood",
      "statement-ends-early",
    ]);
  });

  it("is not what a bank's table of payments with the same words is taken for", async () => {
    const path = await write("bank.csv", [
      "account,date,amount,from,to",
      "KZ05601A028540035668,2026-02-02,100.00,KZ05601A028540035668,KZ78601A020000000018",
    ]);
    const [file] = await expandInputs([path], folder);
    if (!file) throw new Error("no file");
    expect((await recogniseFile(file, {})).kind).toBe("transfers");
  });
});
