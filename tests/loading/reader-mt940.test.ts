import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDetails } from "../../server/loading/readers/mt940/details.ts";
import { mt940Reader } from "../../server/loading/readers/mt940/mt940-reader.ts";
import { statementLine } from "../../server/loading/readers/mt940/statement-line.ts";
import { itemsOf, refusalOf, writeInput } from "../support/reading.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mt940-"));
});
afterAll(() => rm(folder, { recursive: true }));

const OWN = "KZ04722KZT7000000000";
const OTHER = "KZ806010007079190030";

async function read(...lines: readonly string[]) {
  return itemsOf(mt940Reader, await writeInput(folder, "a.sta", `${lines.join("\r\n")}\r\n`));
}

const HEAD = [":20:ST1", `:25:${OWN}`, ":28C:1/1", ":60F:C260303KZT1000,"];
const TAIL = [":62F:C260304KZT1234,56", "-"];
const local = (year: number, month: number, day: number) =>
  Date.UTC(year, month - 1, day) - 5 * 3_600_000;

describe("MT940", () => {
  it("gives each line as a transfer and the balances as a statement", async () => {
    const items = await read(
      ...HEAD,
      ":61:2603040304C234,56NTRF100200//BANKREF1",
      `:86:166?00ПЕРЕВОД?20Возврат долга?21 по расписке?30HSBKKZKX?31${OTHER}?32ТОО Ромашка`,
      ...TAIL,
    );
    expect(items).toMatchObject([
      {
        kind: "transfer",
        position: { row: 5 },
        amount: 23_456n,
        currency: "KZT",
        bookedAt: local(2026, 3, 4),
        dayOnly: true,
        ownSide: "to",
        from: { account: OTHER, name: "ТОО Ромашка", bank: "601" },
        to: { account: OWN, bank: "722" },
        purpose: "Возврат долга по расписке",
        documentNumber: "100200",
        reversal: false,
        extra: { bankReference: "BANKREF1", transactionType: "NTRF", transactionCode: "166" },
      },
      {
        kind: "statement",
        account: OWN,
        opening: 100_000n,
        closing: 123_456n,
        from: local(2026, 3, 3),
        to: local(2026, 3, 5) - 1,
      },
    ]);
  });

  it("reads messages in the network's envelope, and marks of every kind", async () => {
    const items = await read(
      "{1:F01CASPKZKAXXXX0000000000}{2:O9401200260304CASPKZKAXXXX00000000002603041200N}{4:",
      ...HEAD,
      ":61:260304D1,NTRF1",
      ":61:260304RC2,NTRF2",
      ":61:260304RD3,NTRF3",
      ":61:260304CR4,NTRF4",
      ":61:260304EC5,NTRF5",
      ":62F:C260304KZT1234,56",
      "-}{5:{CHK:123}}",
    );
    const seen = items.map((item) =>
      item.kind === "transfer"
        ? [item.ownSide, item.reversal, item.amount]
        : item.kind === "refused"
          ? item.code
          : item.kind,
    );
    expect(seen).toEqual([
      ["from", false, 100n],
      ["from", true, 200n],
      ["to", true, 300n],
      ["to", false, 400n],
      "not-booked",
      "statement",
    ]);
  });

  it("joins the pages of one statement, and starts anew where a page does not follow", async () => {
    const page = (opening: string, closing: string) => [
      ":20:P",
      `:25:${OWN}`,
      ":28C:5/1",
      opening,
      closing,
      "-",
    ];
    const items = await read(
      ...page(":60F:C260301KZT100,", ":62M:C260302KZT200,"),
      ...page(":60M:C260302KZT200,", ":62M:D260303KZT300,"),
      ...page(":60M:D260303KZT300,", ":62F:C260304KZT400,"),
      ...page(":60M:C260310KZT7,", ":62F:C260311KZT8,"),
    );
    expect(items.map((item) => item.kind === "statement" && [item.opening, item.closing])).toEqual([
      [10_000n, 40_000n],
      [700n, 800n],
    ]);
  });

  it("knows nothing of the other side where the bank says nothing, and says so", async () => {
    const [item] = await read(...HEAD, ":61:260304D1,NTRFNONREF", ":86:за товар", ...TAIL);
    expect(item).toMatchObject({
      to: { account: null, name: null, exit: null },
      documentNumber: null,
      purpose: "за товар",
      warnings: [{ code: "other-side-unknown" }],
    });
  });

  it("takes a fee as paid to the bank, though nobody is named", async () => {
    const [item] = await read(...HEAD, ":61:260304D1,NTRFNONREF", ":86:комиссия", ...TAIL);
    expect(item).toMatchObject({
      to: { account: null, name: null, exit: "other" },
      purpose: "комиссия",
      warnings: [],
    });
  });

  it("refuses what cannot be taken, line by line", async () => {
    const items = await read(
      ...HEAD,
      ":61:260304X1,NTRF1",
      ":61:260304D1,123NTRF1",
      ":61:260304D0,NTRF1",
      ":61:260230D1,NTRF1",
      ":61:2602300301D1,NTRF1",
      ...TAIL,
    );
    expect(items.map((item) => (item.kind === "refused" ? item.code : item.kind))).toEqual([
      "line-not-understood",
      "amount-too-many-decimals",
      "amount-zero",
      "date-not-understood",
      "transfer",
      "statement",
    ]);
    expect(items[4]).toMatchObject({
      bookedAt: local(2026, 3, 1),
      warnings: [{ code: "value-date-impossible" }, {}],
    });
  });

  it("refuses rows of a message that names no account or currency", async () => {
    const items = await read(
      ":20:X",
      ":61:260304D1,NTRF1",
      ":20:Y",
      `:25:${OWN}`,
      ":61:260304D1,NTRF1",
    );
    expect(items.map((item) => item.kind === "refused" && item.code)).toEqual([
      "account-missing",
      "currency-missing",
    ]);
  });

  it("refuses a file that ends before its closing balance", async () => {
    const file = await writeInput(folder, "cut.sta", [...HEAD, ":61:260304D1,NTRF1"].join("\n"));
    const refusal = await refusalOf(() => itemsOf(mt940Reader, file));
    expect([refusal.code, refusal.message.includes("cut.sta")]).toEqual(["mt940-cut-off", true]);
  });

  it("refuses a file whose first bytes promise another encoding: its lines would be overlooked", async () => {
    const text = [":20:ST0", ...HEAD, ":61:260304D1,NTRF1", ...TAIL].join("\r\n");
    const file = await writeInput(
      folder,
      "mark.sta",
      Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text)]),
    );
    expect((await refusalOf(() => itemsOf(mt940Reader, file))).code).toBe("mt940-mixed-encodings");
  });

  it("is recognised by its fields, not by a colon somewhere", () => {
    expect(mt940Reader.recognises(Buffer.from(HEAD.join("\r\n")))).toBe(true);
    expect(mt940Reader.recognises(Buffer.from(`{1:F01X}{2:O940}{4:\r\n${HEAD.join("\r\n")}`))).toBe(
      true,
    );
    expect(mt940Reader.recognises(Buffer.from("время;сумма\n12:20:00;5\n"))).toBe(false);
  });
});

describe("field 61", () => {
  it.each([
    [
      "1106150615C1000,00NTRFREF//BANK\nмагазин",
      { reference: "REF", bankReference: "BANK", supplement: "магазин" },
    ],
    [
      "110527D000000001213,28N0440121470966      W.P. Jansen",
      { reference: "0121470966", supplement: "W.P. Jansen" },
    ],
    [
      "1702010201CN45,00NTRFNONREF//MB1",
      { direction: "in", amount: "45,00", bankReference: "MB1" },
    ],
    ["1710111011DF2402,00S   X", { direction: "out", type: "S", reference: "X" }],
    ["260101D,5NTRF1", { amount: ",5" }],
  ])("%s", (text, expected) => expect(statementLine(text)).toMatchObject(expected));

  it("puts the entry date into the year nearest to the value date", () => {
    expect(statementLine("2512310102D1,NTRF1")?.bookedAt).toBe(local(2026, 1, 2));
    expect(statementLine("2601021231D1,NTRF1")?.bookedAt).toBe(local(2025, 12, 31));
    expect(statementLine("260102D1,NTRF1")?.bookedAt).toBe(local(2026, 1, 2));
  });
});

describe("field 86", () => {
  it("reads numbered parts with any sign between them, wrapped anywhere", () => {
    const details = readDetails(
      [
        "166>00GUTSCHRIFT>20EREF+E1>21SVWZ+Miete Ma",
        "erz>31DE89370400440532013000>32KARL>33 KAUFMANN",
      ],
      OWN,
    );
    expect(details).toMatchObject({
      operation: "GUTSCHRIFT",
      purpose: "Miete Maerz",
      account: "DE89370400440532013000",
      name: "KARL KAUFMANN",
      extra: { EREF: "E1", transactionCode: "166" },
    });
  });

  it("reads code words, and a purpose with slashes in it", () => {
    const text = `/TRTP/TRANSFER/IBAN/${OTHER}/BIC/HSBKKZKX/NAME/ТОО Ромашка/REMI/счёт 5/7 и 8/EREF/E9`;
    expect(readDetails([text.slice(0, 40), text.slice(40)], OWN)).toMatchObject({
      account: OTHER,
      bank: "HSBKKZKX",
      name: "ТОО Ромашка",
      purpose: "счёт 5/7 и 8",
      extra: { EREF: "E9" },
    });
    const gathered = readDetails(
      ["/CNTP/NL32INGB0000012345/INGBNL2A/ING BANK NV/X//REMI/USTD//hello/"],
      OWN,
    );
    expect(gathered).toMatchObject({
      account: "NL32INGB0000012345",
      name: "ING BANK NV",
      purpose: "hello",
    });
  });

  it("takes an account and an IIN out of plain text only if they can be nothing else", () => {
    const text = `Перевод на ${OTHER} БИН 990140000384 ТОО Ромашка`;
    expect(readDetails([text], OWN)).toMatchObject({
      account: OTHER,
      iin: "990140000384",
      purpose: text,
    });
    expect(readDetails([`${OTHER} или DE89370400440532013000, свой ${OWN}`], OWN).account).toBe("");
  });
});
