import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderPdf } from "../../server/evidence/documents/pdf.ts";
import { describeUpload } from "../../server/loading/reading/describe-upload.ts";
import { previewFile } from "../../server/loading/reading/preview.ts";
import { readItems, recogniseFile } from "../../server/loading/reading/read-file.ts";
import type { InputFile } from "../../server/loading/record/input-file.ts";
import type {
  LoadItem,
  StatementItem,
  TransferItem,
} from "../../server/loading/record/load-item.ts";
import { formatInstant } from "../../server/time/instant.ts";
import { inputFile, refusalOf, writeInput } from "../support/reading.ts";
import {
  largeContent,
  manyPages,
  packedTwice,
  pdfOfColumns,
  pdfOfPages,
} from "../support/written-pdf.ts";

const SAMPLES = fileURLToPath(new URL("./pdf", import.meta.url));
const sample = (name: string) => inputFile(join(SAMPLES, `${name}.pdf`));

async function itemsIn(file: InputFile): Promise<LoadItem[]> {
  const items: LoadItem[] = [];
  for await (const batch of readItems(file, {})) items.push(...batch);
  return items;
}
const transfersIn = (items: readonly LoadItem[]) =>
  items.filter((item): item is TransferItem => item.kind === "transfer");
const statementsIn = (items: readonly LoadItem[]) =>
  items.filter((item): item is StatementItem => item.kind === "statement");

/** Day, amount, direction, kind and details, as the file of expected rows has them. */
function rowOf(item: TransferItem): string[] {
  const { amount } = item.accountAmount ?? item;
  const text = amount.toString().padStart(3, "0");
  return [
    formatInstant(item.bookedAt).slice(0, 10),
    `${text.slice(0, -2)}.${text.slice(-2)}`,
    item.ownSide === "from" ? "out" : "in",
    item.extra.operation ?? "",
    item.purpose ?? "",
  ];
}

async function expectedRows(name: string): Promise<string[][]> {
  const text = await readFile(join(SAMPLES, `${name}.expected.csv`), "utf8");
  return text
    .trim()
    .split("\n")
    .slice(1)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "",
      ),
    );
}

describe("a statement printed by a bank", () => {
  it.each(["kaspi-gold-ru", "forte-card-kk", "transfer-receipt-ru"])(
    "%s is read row by row, exactly as it is printed",
    async (name) => {
      const items = await itemsIn(await sample(name));
      expect(items.filter(({ kind }) => kind === "refused")).toEqual([]);
      expect(transfersIn(items).map(rowOf)).toEqual(await expectedRows(name));
    },
  );

  it("is proved by its balances and by the total of every kind where the form gives them", async () => {
    const [statement] = statementsIn(await itemsIn(await sample("kaspi-gold-ru")));
    expect(statement).toMatchObject({
      account: "KZ84722C000012345678",
      bank: "722",
      currency: "KZT",
      opening: 18_425_040n,
      closing: 23_546_356n,
      proof: { balances: "proved", totals: "proved", compared: 8, maybePending: true },
    });
  });

  it("says that it cannot be proved where the form gives neither", async () => {
    const described = await describeUpload(await sample("forte-card-kk"), tmpdir(), {});
    expect(described).toMatchObject({
      format: "pdf",
      account: "KZ3696502F0020000017",
      rows: 32,
      ready: true,
      proof: { balances: "none", totals: "none", compared: 0 },
    });
  });

  it("takes no masked counterparty for an account: a name stays a name, a phone a phone", async () => {
    const items = transfersIn(await itemsIn(await sample("kaspi-gold-ru")));
    expect(items.filter(({ from, to }) => from.account !== null && to.account !== null)).toEqual(
      [],
    );
    const others = items.map(({ ownSide, from, to }) => (ownSide === "from" ? to : from));
    expect(others[0]).toMatchObject({ account: null, exit: null, name: "Айгерім С." });
    expect(others[9]).toMatchObject({ account: null, exit: "cash" });
    expect(items[8]?.warnings.map(({ code }) => code)).toEqual(["other-side-unknown"]);
    const [receipt] = transfersIn(await itemsIn(await sample("transfer-receipt-ru")));
    expect(receipt).toMatchObject({
      documentNumber: "10002003001",
      dayOnly: false,
      from: { account: null, name: "Тимур Ж.", bank: "722" },
      to: { account: null, name: "Руслан Қ.", phone: "77000000012" },
    });
    expect(formatInstant(receipt?.bookedAt ?? 0)).toContain("2026-09-12T21:47");
  });

  it("keeps the amount in another currency that is printed under a row, after a page break too", async () => {
    const items = transfersIn(await itemsIn(await sample("kaspi-gold-ru")));
    const foreign = items.flatMap(({ extra }, at) =>
      extra.foreign === undefined ? [] : [[at + 1, extra.foreign]],
    );
    expect(foreign).toEqual([
      [8, "- 23,20 USD"],
      [9, "+ 7 500,00 RUB"],
      [56, "- 12,90 EUR"],
    ]);
  });

  it("names page and row of everything it says", async () => {
    const items = transfersIn(await itemsIn(await sample("kaspi-gold-ru")));
    expect(items[0]?.position).toEqual({ sheet: "2", row: 1 });
    expect(items.at(-1)?.position.sheet).toBe("4");
    expect(items[12]?.raw).toContain("смотровую площадку");
  });
});

describe("a PDF in a form that is not known", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "dropper-graph-pdf-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const PLACES = [40, 130, 250, 330];

  it("is a table by the places of its columns, understood and mapped like any table", async () => {
    const rows = [
      ["Account KZ84722C000012345678"],
      ["Date", "Counterparty", "Debit", "Credit"],
      ["01.03.2026", "TOO DEMO", "1 500.00", ""],
      ["02.03.2026", "IP PRIMER", "", "2 000.50"],
      ["13.03.2026", "IP PRIMER", "", "7.00"],
    ];
    const file = await writeInput(folder, "unknown.pdf", pdfOfColumns(rows, PLACES));
    const found = await recogniseFile(file, {});
    expect(found).toMatchObject({ format: "pdf", ready: true, account: "KZ84722C000012345678" });
    const { columns, rows: shown } = await previewFile(file, {}, undefined);
    expect(columns.map(({ name, meaning }) => [name, meaning])).toEqual([
      ["Date", "booked_at"],
      ["Counterparty", "other_name"],
      ["Debit", "amount_out"],
      ["Credit", "amount_in"],
    ]);
    expect(shown.map(({ amount }) => amount).filter((amount) => amount !== null)).toEqual([
      "150000",
      "200050",
      "700",
    ]);
    const corrected = await previewFile(file, {}, { Counterparty: "purpose" });
    expect(corrected.rows.find(({ amount }) => amount === "700")?.purpose).toBe("IP PRIMER");
  });
});

describe("a PDF of several statements", () => {
  it("is read statement by statement, each proved by its own figures", async () => {
    const statement = (account: string, closing: string, paid: string) => [
      ["KASPI GOLD"],
      ["statement balance for the period from 01.03.26 to 05.03.26"],
      [`Account number: ${account}`],
      ["Card balance 01.03.26: + 1 000,00 KZT"],
      [`Card balance 05.03.26: + ${closing} KZT`],
      ["Date", "Amount", "Transaction", "Details"],
      ["05.03.26", "+ 500,00 KZT", "Replenishment", "Dana K."],
      ["02.03.26", paid, "Purchases", "Magnum"],
    ];
    const folder = await mkdtemp(join(tmpdir(), "dropper-graph-pdf-"));
    const [one, other] = ["KZ84722C000012345678", "KZ26722C000087654321"];
    const rows = [
      ...statement(one, "1 299,50", "- 200,50 KZT"),
      [""],
      ...statement(other, "1 499,00", "- 1,00 KZT"),
    ];
    const file = await writeInput(folder, "two.pdf", pdfOfColumns(rows, [40, 130, 250, 350]));
    const items = await itemsIn(file);
    expect(statementsIn(items).map(({ account, proof }) => [account, proof?.balances])).toEqual([
      [one, "proved"],
      [other, "proved"],
    ]);
    const owners = transfersIn(items).map(({ ownSide, from, to }) =>
      ownSide === "from" ? from.account : to.account,
    );
    expect(owners).toEqual([one, one, other, other]);
    await rm(folder, { recursive: true, force: true });
  });
});

describe("a PDF that cannot be read", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "dropper-graph-pdf-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const refused = async (name: string, content: Uint8Array) => {
    const file = await writeInput(folder, name, content);
    const { code, params, remedy } = await refusalOf(() => itemsIn(file));
    expect(remedy).not.toBe("");
    return [code, params.page];
  };
  const gold = () => readFile(join(SAMPLES, "kaspi-gold-ru.pdf"));

  it("is refused where it is cut off, or is no PDF behind its first bytes", async () => {
    const bytes = await gold();
    expect(await refused("cut.pdf", bytes.subarray(0, 3_000))).toEqual(["pdf-damaged", undefined]);
    const noise = Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(20_000, "\u0001\u0002")]);
    expect(await refused("noise.pdf", noise)).toEqual(["pdf-damaged", undefined]);
  });

  it("is refused by page where one bit of a page's text has changed", async () => {
    const bytes = Buffer.from(await gold());
    const text = bytes.toString("latin1");
    const page = [...text.matchAll(/\/Type \/Page\n/g)][2];
    const object = /\/Contents (\d+) 0 R/.exec(text.slice(page?.index))?.[1];
    const stream = text.indexOf("stream\n", text.indexOf(`\n${object} 0 obj`)) + 7;
    bytes[stream + 2_000] = (bytes[stream + 2_000] ?? 0) ^ 1;
    expect(await refused("rotten.pdf", bytes)).toEqual(["pdf-page-damaged", 3]);
  });

  it("is refused by page where a page is a scan, alone or among pages of text", async () => {
    const text = { lines: ["Statement of the account", "01.03.2026 100.00 KZT"] };
    expect(await refused("scan.pdf", pdfOfPages([{ picture: true }]))).toEqual([
      "pdf-page-is-image",
      1,
    ]);
    expect(await refused("mixed.pdf", pdfOfPages([text, { picture: true }, text]))).toEqual([
      "pdf-page-is-image",
      2,
    ]);
  });

  it("is refused where its letters stand for nothing", async () => {
    const lines = [
      "ducuhp qzxw vbnm krtz plmk",
      "wqzx xcvb nmkl zrtp hgfd",
      "qqwz xxcb vvnm rrtz qwrt",
    ];
    expect(await refused("letters.pdf", pdfOfPages([{ lines }]))).toEqual([
      "pdf-letters-unreadable",
      1,
    ]);
  });

  it("is refused before it is unpacked where it is made to fill the memory or the time", async () => {
    const begun = process.cpuUsage();
    expect(await refused("twice.pdf", packedTwice(400_000_000))).toEqual([
      "pdf-too-much",
      undefined,
    ]);
    expect(await refused("large.pdf", largeContent(300_000_000))).toEqual([
      "pdf-too-much",
      undefined,
    ]);
    expect(await refused("pages.pdf", manyPages(20_000))).toEqual([
      "pdf-too-many-pages",
      undefined,
    ]);
    expect(process.cpuUsage(begun).user / 1e6).toBeLessThan(20);
  });

  it("is refused where it is locked by a password", async () => {
    const locked = await renderPdf({ content: ["Statement"], userPassword: "secret" }, new Date(0));
    expect(await refused("locked.pdf", locked)).toEqual(["pdf-password", undefined]);
  });

  it("is not loaded as it is where its rows do not lead to its closing balance", async () => {
    const statement = (closing: string) => [
      ["KASPI GOLD"],
      ["statement balance for the period from 01.03.26 to 05.03.26"],
      ["Account number: KZ84722C000012345678"],
      ["Card balance 01.03.26: + 1 000,00 KZT"],
      [`Card balance 05.03.26: + ${closing} KZT`],
      ["Date", "Amount", "Transaction", "Details"],
      ["05.03.26", "+ 500,00 KZT", "Replenishment", "Dana K."],
      ["02.03.26", "- 200,50 KZT", "Purchases", "Magnum"],
      ["01.03.26", "- 100,00 KZT", "Transfers", "Ruslan K."],
    ];
    const places = [40, 130, 250, 350];
    const right = await writeInput(
      folder,
      "right.pdf",
      pdfOfColumns(statement("1 199,50"), places),
    );
    expect((await recogniseFile(right, {})).ready).toBe(true);
    expect(await itemsIn(right)).toHaveLength(4);
    const wrong = await writeInput(
      folder,
      "wrong.pdf",
      pdfOfColumns(statement("1 299,50"), places),
    );
    const found = await recogniseFile(wrong, {});
    expect(found).toMatchObject({ ready: false, reason: expect.stringContaining("100.00 KZT") });
    const refusal = await refusalOf(() => itemsIn(wrong));
    expect(refusal.code).toBe("mapping-incomplete");
    const hidden = pdfOfColumns(statement("1 199,50"), places, 3);
    const [first] = transfersIn(await itemsIn(await writeInput(folder, "hidden.pdf", hidden)));
    expect(first?.warnings.map(({ code }) => code)).toEqual(["hidden-text"]);
    const unproved = pdfOfColumns(statement("").toSpliced(3, 2), places, 3);
    const unsure = await recogniseFile(await writeInput(folder, "unsure.pdf", unproved), {});
    expect(unsure).toMatchObject({ ready: false, reason: expect.stringContaining("not shown") });
    // A person who has compared the rows says what the columns mean, and loads them.
    const mapping = { name: "by hand", columns: { Transaction: "operation" } };
    const items: LoadItem[] = [];
    for await (const batch of readItems(wrong, { mapping })) items.push(...batch);
    expect(transfersIn(items).map(({ amount, ownSide }) => [amount, ownSide])).toEqual([
      [50_000n, "to"],
      [20_050n, "from"],
      [10_000n, "from"],
    ]);
  });
});
