import { describe, expect, it } from "vitest";
import { csv, readText, recogniseText } from "../support/read-text.ts";

const OWN = "KZ04722KZT7000000000";

const OTHER = "KZ516010007055433021";

const THIRD = "KZ62722KZT7047514018";

const at = (text: string) => Date.parse(`${text}+05:00`);

describe("a statement of one account", () => {
  const heading = [
    ['АО "Kaspi Bank"'],
    ["Выписка по счету за период с 01.03.2026 по 31.03.2026"],
    ["Клиент:", "Есимов Ерлан"],
    ["ИИН:", "660817419154"],
    [`Номер счета: ${OWN} (KZT)`],
    ["Входящий остаток", "10 000,00"],
    [],
  ];
  const columns = [
    "Дата",
    "№ документа",
    "Контрагент",
    "Счет контрагента",
    "Дебет",
    "Кредит",
    "Назначение",
  ];
  const rows = [
    ["02.03.2026", "17", "Токтарова Сауле", OTHER, "1 500,00", "", "долг"],
    ["03.03.2026", "18", "Токтарова Сауле", OTHER, "0,00", "500,00", "возврат долга"],
  ];
  const closing = [
    ["Итого", "", "", "", "1 500,00", "500,00", ""],
    ["Исходящий остаток", "9 000,00"],
  ];

  it("turns debit and credit into payer and payee", async () => {
    const { transfers, refused } = await readText(csv([...heading, columns, ...rows, ...closing]));
    expect(refused).toEqual([]);
    expect(transfers).toMatchObject([
      {
        from: { account: OWN, name: "Есимов Ерлан", iin: "660817419154" },
        to: { account: OTHER },
        ownSide: "from",
        amount: 150000n,
        documentNumber: "17",
      },
      { from: { account: OTHER }, to: { account: OWN }, ownSide: "to", amount: 50000n },
    ]);
  });

  it("tells the days it covers, its balances and its totals", async () => {
    const { items } = await readText(csv([...heading, columns, ...rows, ...closing]));
    expect(items.filter(({ kind }) => kind === "statement")).toEqual([
      {
        kind: "statement",
        position: { row: 2 },
        raw: "Выписка по счету за период с 01.03.2026 по 31.03.2026",
        account: OWN,
        bank: "722",
        currency: "KZT",
        from: at("2026-03-01T00:00:00"),
        to: at("2026-03-31T23:59:59.999"),
        opening: 1000000n,
        closing: 900000n,
        totalIn: 50000n,
        totalOut: 150000n,
      },
    ]);
  });

  it("reports the lines that are no operations", async () => {
    const page = [["Страница 2 из 3"], columns];
    const { skipped } = await readText(
      csv([
        ...heading,
        columns,
        rows[0] ?? [],
        ...page,
        rows[1] ?? [],
        ...closing,
        ["Исполнитель: Иванова"],
      ]),
    );
    expect(skipped.map(({ reason }) => reason)).toEqual([
      ...Array(6).fill("preamble"),
      "blank",
      "header",
      "page-heading",
      "page-heading",
      "total",
      "total",
      "note",
    ]);
  });

  it("reads signs where there is one amount", async () => {
    const text = csv([
      ["Счет", OWN],
      ["Дата", "Сумма", "Операция", "Детали"],
      ["02.03.26", "- 1 500,00 ₸", "Покупка", "MAGNUM"],
      ["02.03.26", "+ 20 000,00 ₸", "Пополнение", "Ерлан Е."],
      ["03.03.26", "- 5 000,00 ₸", "Снятие", "Банкомат 17"],
    ]);
    const { transfers, refused } = await readText(text);
    expect(refused).toEqual([]);
    expect(transfers).toMatchObject([
      { from: { account: OWN }, to: { exit: "pos", bank: "722" }, channel: "pos", amount: 150000n },
      {
        to: { account: OWN },
        from: { account: null, exit: null, name: "Ерлан Е." },
        amount: 2000000n,
      },
      { from: { account: OWN }, to: { exit: "cash" }, channel: "cash", amount: 500000n },
    ]);
  });

  it("reads a column of directions", async () => {
    const text = csv([
      [
        "Счет клиента",
        "Дата",
        "Направление",
        "Сумма",
        "Отправитель/получатель",
        "Счет корреспондента",
      ],
      [OWN, "2026-03-02 10:00:00", "Исходящий", "1500.00", "Сауле", OTHER],
      [OWN, "2026-03-02 11:00:00", "Входящий", "200.00", "Сауле", OTHER],
      [OWN, "2026-03-02 12:00:00", "", "200.00", "Сауле", OTHER],
    ]);
    const { transfers, refused } = await readText(text);
    expect(transfers.map(({ from, to }) => [from.account, to.account])).toEqual([
      [OWN, OTHER],
      [OTHER, OWN],
    ]);
    expect(refused).toMatchObject([{ code: "direction-unknown", position: { row: 4 } }]);
  });

  it("is told by the account that stands in every row", async () => {
    const columns = ["Дата", "Сумма", "Счет плательщика", "Счет получателя"];
    const rows = [
      [OWN, OTHER],
      [THIRD, OWN],
      [OWN, THIRD],
    ].map(([from = "", to = ""], index) => [`0${index + 1}.03.2026`, "10,00", from, to]);
    const { items, transfers } = await readText(csv([columns, ...rows]));
    expect(transfers.map(({ ownSide }) => ownSide)).toEqual(["from", "to", "from"]);
    expect(items.at(-1)).toMatchObject({
      kind: "statement",
      account: OWN,
      from: at("2026-03-01T00:00:00"),
      opening: null,
    });
  });

  it("is not ready where nothing says whose it is, or which way money went", async () => {
    const rows = [
      ["Дата", "Сумма", "Контрагент", "ИИН контрагента"],
      ["02.03.2026", "10,00", "Сауле", "660817419154"],
    ];
    expect(await recogniseText(csv(rows))).toMatchObject({
      ready: false,
      reason: "Nothing says whose account this is a statement of.",
    });
    expect(await recogniseText(csv([["Счет:", OWN], ...rows]))).toMatchObject({
      ready: false,
      reason: "Nothing says whether money left the account or came to it.",
    });
    await expect(readText(csv(rows))).rejects.toMatchObject({ code: "mapping-incomplete" });
  });

  it("takes back what it said: a reversal goes the other way", async () => {
    const text = csv([
      ["Счет", OWN],
      ["Дата", "Дебет", "Кредит", "Контрагент", "Счет контрагента"],
      ["02.03.2026", "1500,00", "", "Сауле", OTHER],
      ["03.03.2026", "", "-200,00", "Сауле", OTHER],
      ["04.03.2026", "", "300,00", "Сторно операции от 01.03", OTHER],
    ]);
    const { transfers } = await readText(text);
    expect(transfers.map(({ reversal, ownSide, amount }) => [reversal, ownSide, amount])).toEqual([
      [false, "from", 150000n],
      [true, "from", 20000n],
      [false, "to", 30000n],
    ]);
  });
});

describe("several statements in one file", () => {
  it("are told apart by the lines that name the next account", async () => {
    const columns = ["Дата", "Контрагент", "Счет контрагента", "Дебет", "Кредит"];
    const { items, transfers, skipped } = await readText(
      csv([
        ["Выписка по счету"],
        ["Счет:", OWN],
        columns,
        ["02.03.2026", "Сауле", OTHER, "10,00", ""],
        ["Исходящий остаток", "90,00"],
        ["Счет:", THIRD],
        ["Входящий остаток", "5,00"],
        columns,
        ["03.03.2026", "Сауле", OTHER, "", "7,00"],
        ["Исходящий остаток", "12,00"],
      ]),
    );
    expect(transfers.map(({ from, to }) => [from.account, to.account])).toEqual([
      [OWN, OTHER],
      [OTHER, THIRD],
    ]);
    expect(items.filter((item) => item.kind === "statement")).toMatchObject([
      { account: OWN, opening: null, closing: 9000n },
      { account: THIRD, opening: 500n, closing: 1200n },
    ]);
    expect(skipped.length).toBe(8);
  });
});

describe("statements as customers get them", () => {
  it("has balances on two days above, the counterparty in the details", async () => {
    const text = [
      "ВЫПИСКА по счету за период с 01.03.26 по 31.03.26",
      `Номер счета:,${OWN}`,
      'Доступно на 01.03.26,"+ 1 000,00 ₸"',
      'Доступно на 31.03.26,"+ 19 500,00 ₸"',
      "Дата,Сумма,Операция,Детали",
      '02.03.26,"- 1 500,00 ₸",Покупка,MAGNUM',
      '02.03.26,"+ 20 000,00 ₸",Пополнение,Сауле Т.',
    ].join("\n");
    const { items, transfers } = await readText(text);
    expect(transfers).toMatchObject([
      { to: { exit: "pos", name: "MAGNUM" }, extra: { Операция: "Покупка" } },
      { from: { account: null, exit: null, name: "Сауле Т." }, to: { account: OWN } },
    ]);
    expect(items.at(-1)).toMatchObject({ kind: "statement", opening: 100000n, closing: 1950000n });
  });

  it("has the operation's amount beside what came to and left the account, and a fee column that says nothing", async () => {
    const { items, transfers } = await readText(
      csv([
        [`Выписка по счету ${OWN} за период 01.03.2026 - 31.03.2026`],
        [
          "Дата проведения операции",
          "Описание операции",
          "Сумма операции",
          "Валюта операции",
          "Приход в валюте счета",
          "Расход в валюте счета",
          "Комиссия",
        ],
        [
          "02.03.2026",
          "Перевод на другую карту",
          "-150 000,00",
          "KZT",
          "0,00",
          "-150 150,00",
          "0,00",
        ],
        ["04.03.2026", "Поступление перевода", "20 000,00", "KZT", "20 000,00", "0,00", "0,00"],
        ["Всего:", "", "", "", "20 000,00", "-150 150,00", "0,00"],
      ]),
    );
    expect(transfers).toMatchObject([
      {
        ownSide: "from",
        amount: 15000000n,
        accountAmount: { amount: 15015000n, currency: "KZT" },
        fee: null,
      },
      { ownSide: "to", amount: 2000000n, accountAmount: null },
    ]);
    expect(items.at(-1)).toMatchObject({
      kind: "statement",
      totalIn: 2000000n,
      totalOut: 15015000n,
    });
  });

  it("tells its own account from the counterparty's where neither heading says whose", async () => {
    const { transfers } = await readText(
      csv([
        [
          "Account",
          "Date",
          "Time",
          "Description",
          "Debit",
          "Credit",
          "Currency",
          "Beneficiary/Sender",
          "IBAN",
        ],
        [OWN, "03/28/2026", "10:15 AM", "Transfer", "1,500.00", "", "KZT", "Saule T", OTHER],
        [OWN, "03/02/2026", "11:15 PM", "Transfer", "", "2,500.00", "KZT", "Ivan I", THIRD],
      ]),
    );
    expect(transfers).toMatchObject([
      {
        bookedAt: at("2026-03-28T10:15:00"),
        from: { account: OWN },
        to: { account: OTHER, name: "Saule T" },
        amount: 150000n,
      },
      {
        bookedAt: at("2026-03-02T23:15:00"),
        from: { account: THIRD },
        to: { account: OWN },
        amount: 250000n,
      },
    ]);
  });
});
