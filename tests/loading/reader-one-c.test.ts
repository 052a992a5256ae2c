import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import iconv from "iconv-lite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { oneCEncoding } from "../../server/loading/readers/one-c/one-c-encoding.ts";
import { oneCReader } from "../../server/loading/readers/one-c/one-c-reader.ts";
import { itemsOf, refusalOf, writeInput } from "../support/reading.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "one-c-"));
});
afterAll(() => rm(folder, { recursive: true }));

const OWN = "KZ04722KZT7000000000";
const OTHER = "KZ806010007079190030";
const HEAD = [
  "1CClientBankExchange",
  "ВерсияФормата=2.0",
  "Кодировка=Windows",
  "Отправитель=АО Kaspi Bank",
];
const ACCOUNT = [
  "СекцияРасчСчет",
  "ДатаНачала=01.03.2026",
  "ДатаКонца=31.03.2026",
  `РасчСчет=${OWN}`,
  "НачальныйОстаток=1000.00",
  "ВсегоПоступило=500.50",
  "ВсегоСписано=0",
  "КонечныйОстаток=1500.50",
  "КонецРасчСчет",
];
const RECEIPT = [
  "СекцияДокумент=выписка",
  "ВидДокумента=ПлатежноеПоручение",
  "ДатаОперации=04.03.2026",
  "СуммаПриход=500.50",
  "НомерДокумента=17",
  "ДатаДокумента=03.03.2026",
  "ПлательщикНаименование=ТОО Ромашка",
  "ПлательщикБИН_ИИН=990140000384",
  "ПлательщикКБЕ=17",
  `ПлательщикИИК=${OTHER}`,
  "ПлательщикБанкБИК=HSBKKZKX",
  "ПолучательНаименование=АХМЕТОВ НУРЛАН",
  `ПолучательИИК=${OWN}`,
  "НазначениеПлатежа=Возврат долга",
  "КодНазначенияПлатежа=119",
  "КонецДокумента",
];

function text(...parts: readonly (readonly string[])[]): string {
  return `${[...parts.flat(), "КонецФайла"].join("\r\n")}\r\n`;
}

async function read(content: string, encoding = "windows-1251") {
  return itemsOf(
    oneCReader,
    await writeInput(folder, "kl_to_1c.txt", iconv.encode(content, encoding)),
  );
}

describe("1CClientBankExchange", () => {
  it("gives the statement with its balances and the receipt with both sides", async () => {
    const [statement, transfer] = await read(text(HEAD, ACCOUNT, RECEIPT));
    expect(statement).toMatchObject({
      kind: "statement",
      account: OWN,
      currency: "KZT",
      from: Date.UTC(2026, 1, 28, 19),
      to: Date.UTC(2026, 2, 31, 19) - 1,
      opening: 100_000n,
      closing: 150_050n,
      totalIn: 50_050n,
      totalOut: 0n,
    });
    expect(transfer).toMatchObject({
      kind: "transfer",
      position: { row: 14 },
      amount: 50_050n,
      bookedAt: Date.UTC(2026, 2, 3, 19),
      dayOnly: true,
      ownSide: "to",
      from: {
        account: OTHER,
        name: "ТОО Ромашка",
        iin: "990140000384",
        holderKind: "organisation",
        bank: "601",
      },
      to: { account: OWN, name: "АХМЕТОВ НУРЛАН", bank: "722" },
      purpose: "Возврат долга",
      purposeCode: "119",
      documentNumber: "17",
      extra: { датадокумента: "03.03.2026" },
    });
    expect(transfer?.raw).toBe(RECEIPT.join("\n"));
  });

  it("tells the direction of the Russian dialect by whose account the file is", async () => {
    const payment = (from: string, to: string) => [
      "СекцияДокумент=Платежное поручение",
      "Номер=5",
      "Дата=02.03.2026",
      "Сумма=10.00",
      `ПлательщикСчет=${from}`,
      "Плательщик=ИНН 990140000384 ТОО Ромашка",
      "ПлательщикИНН=990140000384",
      `ПолучательСчет=${to}`,
      "ДатаСписано=03.03.2026",
      "ДатаПоступило=04.03.2026",
      "НазначениеПлатежа=Аренда",
      "КонецДокумента",
    ];
    const items = await read(
      text(HEAD, ACCOUNT, payment(OTHER, OWN), payment(OWN, OTHER), payment(OTHER, OTHER)),
    );
    expect(
      items
        .slice(1)
        .map(
          (item) =>
            item.kind === "transfer" && [item.ownSide, new Date(item.bookedAt).getUTCDate()],
        ),
    ).toEqual([
      ["to", 3],
      ["from", 2],
      [null, 2],
    ]);
    expect(items[1]).toMatchObject({ from: { name: "ТОО Ромашка", iin: "990140000384" } });
  });

  it("keeps a Russian taxpayer number apart from an IIN and takes the currency from the account", async () => {
    const rouble = [
      "СекцияДокумент=Платежное поручение",
      "Дата=02.03.2026",
      "Сумма=10.00",
      "ПлательщикСчет=40702810500000012345",
      "ПлательщикИНН=7707083893",
      "ПлательщикРасчСчет=40702810500000012345",
      "ПолучательСчет=40817810099910004312",
      "КонецДокумента",
    ];
    expect((await read(text(HEAD, rouble)))[0]).toMatchObject({
      currency: "RUB",
      from: { account: "40702810500000012345", iin: null },
      extra: { плательщикинн: "7707083893" },
    });
  });

  it("takes a negative amount for money taken back", async () => {
    const back = RECEIPT.map((line) => line.replace("СуммаПриход=500.50", "СуммаПриход=-500.50"));
    expect((await read(text(HEAD, ACCOUNT, back)))[1]).toMatchObject({
      amount: 50_050n,
      from: { account: OWN },
      to: { account: OTHER },
      ownSide: "from",
      reversal: true,
      warnings: [{ code: "negative-amount-reversed" }],
    });
  });

  it("joins a purpose that runs over several lines and keeps unknown keys", async () => {
    const long = RECEIPT.map((line) =>
      line.replace("Возврат долга", "Оплата\r\nпо счёту №5 = 100\r\nот 3 марта"),
    );
    long.splice(-1, 0, "СтатусСоставителя=01");
    const item = (await read(text(HEAD, ACCOUNT, long)))[1];
    expect(item).toMatchObject({
      purpose: "Оплата\nпо счёту №5 = 100\nот 3 марта",
      extra: { статуссоставителя: "01" },
    });
  });

  it.each(["windows-1251", "cp866", "utf-8", "utf-16le", "koi8-r"])(
    "is read in %s whatever the file says of itself, keys in any case",
    async (encoding) => {
      const shouted = text(HEAD, ACCOUNT, RECEIPT).replace(/^[^=\r]+(?=[=\r])/gm, (key) =>
        key.startsWith("1C") ? key : key.toUpperCase(),
      );
      const bytes = iconv.encode(shouted, encoding, { addBOM: encoding === "utf-16le" });
      expect(oneCEncoding(bytes)).toBe(encoding === "windows-1251" ? "rk1048" : encoding);
      const items = await itemsOf(oneCReader, await writeInput(folder, "any.txt", bytes));
      expect(items.map(({ kind }) => kind)).toEqual(["statement", "transfer"]);
      expect(items[1]).toMatchObject({ from: { name: "ТОО Ромашка" }, amount: 50_050n });
    },
  );

  it.each([
    ["no amount", RECEIPT.filter((line) => !line.startsWith("Сумма")), "amount-missing"],
    [
      "an amount of letters",
      RECEIPT.map((line) => line.replace("500.50", "много")),
      "amount-not-a-number",
    ],
    [
      "a day that does not exist",
      RECEIPT.map((line) => line.replace("04.03.2026", "31.02.2026")),
      "date-not-understood",
    ],
    [
      "both directions at once",
      [...RECEIPT.slice(0, -1), "СуммаРасход=1.00", "КонецДокумента"],
      "direction-unknown",
    ],
    ["nothing moved", RECEIPT.map((line) => line.replace("500.50", "0.00")), "amount-zero"],
    ["no end", RECEIPT.slice(0, -1), "document-unfinished"],
  ])("refuses a document with %s and reads the next", async (_, broken, code) => {
    const items = await read(text(HEAD, ACCOUNT, broken, RECEIPT));
    expect(items.slice(1).map((item) => (item.kind === "refused" ? item.code : item.kind))).toEqual(
      [code, "transfer"],
    );
    expect(items[1]?.raw).toContain("ТОО Ромашка");
  });

  it("refuses a file without its last line as cut off", async () => {
    const whole = text(HEAD, ACCOUNT, RECEIPT);
    for (const share of [0.3, 0.7, 0.97]) {
      const cut = iconv.encode(whole.slice(0, Math.floor(whole.length * share)), "windows-1251");
      const file = await writeInput(folder, "cut.txt", cut);
      const refusal = await refusalOf(() => itemsOf(oneCReader, file));
      expect([refusal.code, refusal.message.includes("cut.txt")]).toEqual(["1c-cut-off", true]);
    }
  });

  it("refuses a line without end in bounded memory", async () => {
    const endless = iconv.encode(
      text(HEAD, [`НазначениеПлатежа=${"я".repeat(3_000_000)}`]),
      "windows-1251",
    );
    const file = await writeInput(folder, "endless.txt", endless);
    expect((await refusalOf(() => itemsOf(oneCReader, file))).code).toBe("line-too-long");
  });

  it("does not take a text that mentions the format for the format", () => {
    expect(oneCReader.recognises(Buffer.from("Файл 1CClientBankExchange приложен"))).toBe(false);
    expect(oneCReader.recognises(Buffer.from("a;b;c\n1;2;3\n"))).toBe(false);
  });
});
