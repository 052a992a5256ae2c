import { describe, expect, it } from "vitest";
import { csv, readText, recogniseText } from "../support/read-text.ts";

const OWN = "KZ04722KZT7000000000";

const OTHER = "KZ516010007055433021";

const THIRD = "KZ62722KZT7047514018";

const at = (text: string) => Date.parse(`${text}+05:00`);

describe("accounts and reports of other people's making", () => {
  it("are read by Russian headings", async () => {
    const accounts = csv([
      ["№", "Номер счета", "Банк", "ФИО владельца", "ИИН", "Дата открытия счета", "Телефон"],
      ["1", OWN, "Kaspi Bank", "Есимов Ерлан", "660817419154", "01.02.2024", "8 701 123 45 67"],
    ]);
    expect((await readText(accounts)).items[1]).toMatchObject({
      kind: "account",
      account: OWN,
      bank: "722",
      holderIin: "660817419154",
      holderName: "Есимов Ерлан",
      openedAt: at("2024-02-01T00:00:00"),
      phone: "77011234567",
      extra: {},
    });
    const reports = csv([
      [
        "Номер ЕРДР",
        "Дата регистрации",
        "ФИО потерпевшего",
        "ИИН потерпевшего",
        "Счет потерпевшего",
        "Сумма ущерба",
        "Способ",
      ],
      [
        "260000000000001",
        "05.03.2026",
        "Токтарова Сауле",
        "660817419154",
        OTHER,
        "1 500 000,00",
        "звонок",
      ],
    ]);
    expect((await readText(reports)).items[1]).toMatchObject({
      kind: "report",
      reportId: "260000000000001",
      victimAccount: OTHER,
      amount: 150000000n,
      currency: "KZT",
      lure: "звонок",
    });
  });
});

describe("a file that is not what it says", () => {
  it.each([
    ["file-empty", ""],
    ["file-not-a-table", "просто текст\nбез таблицы\n"],
    ["file-not-a-table", "a,b\nc,d\n"],
    [
      "file-not-recognised",
      Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256)),
    ],
  ])("is refused by name: %s", async (code, content) => {
    await expect(readText(content)).rejects.toMatchObject({
      code,
      message: expect.stringContaining("answer.csv"),
    });
    await expect(recogniseText(content)).rejects.toMatchObject({ code });
  });

  it("is not loaded on a guess of who pays whom", async () => {
    const text = csv([
      ["2026-03-02 10:00:00", "1500.50", "KZT", OWN, OTHER],
      ["2026-03-03 10:00:00", "150.50", "KZT", OTHER, THIRD],
    ]);
    expect(await recogniseText(text)).toMatchObject({
      ready: false,
      columns: [
        { name: "column 1", meaning: "booked_at" },
        { name: "column 2", meaning: "amount" },
        { name: "column 3", meaning: "currency" },
        { name: "column 4", meaning: "from_account" },
        { name: "column 5", meaning: "to_account" },
      ],
    });
  });
});

describe("unknown columns", () => {
  it("are kept with the row, numbers of rows apart", async () => {
    const { transfers } = await readText(
      csv([
        ["№ п/п", "Дата", "Сумма", "Счет плательщика", "Счет получателя", "IP-адрес", "Филиал"],
        ["1", "02.03.2026", "100", OWN, OTHER, "10.0.0.1", ""],
      ]),
    );
    expect(transfers[0]?.extra).toEqual({ "IP-адрес": "10.0.0.1" });
  });
});
