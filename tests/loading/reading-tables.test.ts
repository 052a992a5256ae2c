import { describe, expect, it } from "vitest";
import { csv, readText, recogniseText } from "../support/read-text.ts";

const OWN = "KZ04722KZT7000000000";
const OTHER = "KZ516010007055433021";
const THIRD = "KZ62722KZT7047514018";
const FOURTH = "KZ91722KZT7071271027";
const at = (text: string) => Date.parse(`${text}+05:00`);
const FORM = [
  "Дата и время операции",
  "Валюта операции",
  "Виды операции (категория документа)",
  "Наименование СДП (при наличии)",
  "Сумма в валюте ее проведения",
  "Сумма в тенге",
  "Наименование/ФИО плательщика",
  "ИИН/БИН плательщика",
  "Резидентство плательщика",
  "Банк плательщика",
  "Номер счета плательщика",
  "Наименование/ФИО получателя",
  "ИИН/БИН получателя",
  "Резидентство получателя",
  "Банк получателя",
  "Номер счета получателя",
  "Код назначения платежа",
  "Назначение платежа",
];
const FORM_ROW = [
  "02.03.2026 10:15:00",
  "KZT - Тенге",
  "Перевод",
  "",
  "150 000,00",
  "150 150,00",
  "Есимов Ерлан",
  "30340088415",
  "1",
  'АО "Kaspi Bank"',
  OWN,
  "Токтарова Сауле",
  "660817419154",
  "1",
  "АО «Народный Банк Казахстана»",
  OTHER,
  "119",
  "долг",
];

describe("the official answer form", () => {
  it("is recognised by its columns and read whole", async () => {
    const text = csv([FORM, FORM.map((_, index) => String(index + 1)), FORM_ROW]);
    expect(await recogniseText(text)).toMatchObject({
      format: "official-form",
      ready: true,
      reason: null,
    });
    const { transfers, skipped, refused } = await readText(text);
    expect(skipped.map(({ reason }) => reason)).toEqual(["header", "header"]);
    expect(refused).toEqual([]);
    expect(transfers).toEqual([
      {
        kind: "transfer",
        position: { row: 3 },
        raw: csv([FORM_ROW]).trimEnd(),
        id: null,
        bookedAt: at("2026-03-02T10:15:00"),
        zone: "+05:00",
        dayOnly: false,
        amount: 15000000n,
        currency: "KZT",
        accountAmount: { amount: 15015000n, currency: "KZT" },
        fee: null,
        from: {
          account: OWN,
          exit: null,
          name: "Есимов Ерлан",
          iin: "030340088415",
          holderKind: "organisation",
          bank: "722",
          phone: null,
        },
        to: {
          account: OTHER,
          exit: null,
          name: "Токтарова Сауле",
          iin: "660817419154",
          holderKind: "person",
          bank: "601",
          phone: null,
        },
        ownSide: null,
        channel: "transfer",
        purpose: "долг",
        purposeCode: "119",
        documentNumber: null,
        reversal: false,
        extra: {
          "Виды операции (категория документа)": "Перевод",
          "Резидентство плательщика": "1",
          "Резидентство получателя": "1",
        },
        warnings: [
          { code: "leading-zeros-restored", column: "ИИН/БИН плательщика", value: "30340088415" },
          { code: "zone-assumed", column: "Дата и время операции", value: "+05:00" },
        ],
      },
    ]);
  });

  it("takes its columns in any order, with Latin letters in the headings and a merged first row", async () => {
    const upper = ["Дaтa операции", "Плательщик", "", "", "Пoлучатель", "", "", "Сумма", "Валюта"];
    const lower = [
      "",
      "Наименование",
      "ИИН/БИН",
      "Номер счета",
      "Наименование",
      "ИИН/БИН",
      "Номер счета",
      "",
      "",
    ];
    const row = [
      "2026.03.02",
      "Есимов",
      "660817419154",
      OWN,
      "Токтарова",
      "",
      OTHER,
      "1500.5",
      "398",
    ];
    const { transfers } = await readText(csv([upper, lower, row]));
    expect(transfers).toMatchObject([
      {
        from: { account: OWN, name: "Есимов" },
        to: { account: OTHER },
        amount: 150050n,
        currency: "KZT",
        dayOnly: true,
      },
    ]);
  });

  it("keeps a tenge equivalent of another currency as it stands, not as what the account lost", async () => {
    const row = FORM_ROW.with(1, "USD").with(4, "100,00").with(5, "52 000,00");
    const { transfers } = await readText(csv([FORM, row]));
    expect(transfers).toMatchObject([
      {
        amount: 10000n,
        currency: "USD",
        accountAmount: null,
        extra: { "Сумма в тенге": "52 000,00" },
      },
    ]);
  });
});

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

describe("ways out", () => {
  const columns = [
    "Дата",
    "Сумма",
    "Вид операции",
    "Плательщик",
    "Счет плательщика",
    "Получатель",
    "Счет получателя",
    "КНП",
    "Назначение платежа",
  ];
  const read = async (...rows: string[][]) =>
    (
      await readText(
        csv([columns, ...rows.map((row) => ["02.03.2026 10:00:00", "100,00", ...row])]),
      )
    ).transfers;

  it("are told by the kind of operation, the counterparty, the code and the purpose", async () => {
    const transfers = await read(
      ["Снятие наличных", "Ерлан", OWN, "", "", "", ""],
      ["Взнос наличных", "Ерлан", "", "Ерлан", OWN, "", ""],
      ["Выдача наличных", "Ерлан", OWN, "Ерлан", OWN, "", ""],
      ["Покупка", "Ерлан", OWN, "MAGNUM CASH&CARRY", "", "", ""],
      ["Перевод", "Ерлан", OWN, "BINANCE", "", "", ""],
      ["Перевод", "Ерлан", OWN, "", "", "341", "операция по карте"],
      ["Перевод SWIFT", "Ерлан", OWN, "Hans", "", "", ""],
      ["Перевод", "Ерлан", OWN, "Hans", "DE89370400440532013000", "", ""],
      ["Перевод с карты на карту", "Ерлан", OWN, "Сауле", OTHER, "", "за покупку телефона"],
    );
    expect(
      transfers.map(({ channel, from, to }) => [
        channel,
        from.exit,
        to.exit,
        from.account,
        to.account,
      ]),
    ).toEqual([
      ["cash", null, "cash", OWN, null],
      ["cash", "cash", null, null, OWN],
      ["cash", null, "cash", OWN, null],
      ["pos", null, "pos", OWN, null],
      ["crypto", null, "crypto", OWN, null],
      ["cash", null, "cash", OWN, null],
      ["transfer", null, "foreign", OWN, null],
      ["transfer", null, "foreign", OWN, "DE89370400440532013000"],
      ["card", null, null, OWN, OTHER],
    ]);
    expect(
      new Set(
        transfers.slice(0, 8).map(({ from, to }) => (from.exit === null ? to.bank : from.bank)),
      ),
    ).toEqual(new Set(["722"]));
  });
});

describe("a row that cannot be taken", () => {
  const columns = ["Дата", "Сумма", "Валюта", "Счет плательщика", "Счет получателя", "Статус"];
  const good = ["02.03.2026", "100,00", "KZT", OWN, OTHER, "Исполнен"];

  it.each([
    ["date-not-understood", "Дата", "31.02.2026", good.with(0, "31.02.2026")],
    ["date-missing", "Дата", "", good.with(0, "")],
    ["date-not-understood", "Дата", "02.03.0206", good.with(0, "02.03.0206")],
    ["amount-missing", "Сумма", "", good.with(1, "")],
    ["amount-not-a-number", "Сумма", "сто", good.with(1, "сто")],
    ["amount-too-many-decimals", "Сумма", "100,005", good.with(1, "100,005")],
    ["amount-zero", "Сумма", "0,00", good.with(1, "0,00")],
    ["amount-negative", "Сумма", "-100,00", good.with(1, "-100,00")],
    ["currency-not-understood", "Валюта", "ракушки", good.with(2, "ракушки")],
    ["missing-side", "Счет плательщика", "", good.with(3, "")],
    ["missing-side", "Счет получателя", "", good.with(4, "")],
    ["not-carried-out", "Статус", "Отклонен", good.with(5, "Отклонен")],
  ])(
    "is refused with its reason and remedy: %s in %s, value %j",
    async (code, column, value, row) => {
      const elsewhere = good.with(3, THIRD).with(4, FOURTH);
      const { transfers, refused } = await readText(csv([columns, good, row, elsewhere]));
      expect(transfers.length).toBe(2);
      expect(refused).toMatchObject([{ code, column, value, cells: row, position: { row: 3 } }]);
      expect(refused[0]?.reason).toMatch(/^.{10,}\.$/);
      expect(refused[0]?.remedy).toMatch(/^.{10,}\.$/);
    },
  );

  it("never takes the rows beside it along", async () => {
    const text = `${csv([columns, good])}02.03.2026;"100,00;KZT;${OWN};${OTHER};Исполнен\n${csv([good])}cut;in`;
    const { transfers, refused } = await readText(text);
    expect(transfers.length).toBe(2);
    expect(refused.map(({ position, code }) => [position.row, code])).toEqual([
      [3, "amount-not-a-number"],
      [5, "date-not-understood"],
    ]);
  });
});

describe("a row taken with a warning", () => {
  const columns = [
    "Дата",
    "Сумма, KZT",
    "Счет плательщика",
    "ИИН плательщика",
    "Счет получателя",
    "ИИН получателя",
  ];
  const good = ["2026-03-02T10:00:00+05:00", "100.00", OWN, "660817419154", OTHER, "030340088415"];

  it.each([
    ["iban-check-digit", good.with(2, "KZ05722KZT7000000000")],
    ["iban-length", good.with(2, `${OWN}1`)],
    ["account-masked", good.with(4, "KZ51601******433021")],
    ["account-digits-lost", good.with(4, "4,00E+19")],
    ["account-letters-mended", good.with(2, OWN.replace("K", "К"))],
    ["iin-check-digit", good.with(3, "660817419155")],
    ["leading-zeros-restored", good.with(5, "30340088415.0")],
    ["iin-not-understood", good.with(5, "12-34")],
    ["amount-float-rounded", good.with(1, "100.00000000000001")],
    ["zone-assumed", good.with(0, "2026-03-02 10:00:00")],
    ["same-account-both-sides", good.with(4, OWN)],
  ])("%s", async (code, row) => {
    const { transfers } = await readText(csv([columns, good, row]));
    expect(transfers.map(({ warnings }) => warnings.map((warning) => warning.code))).toEqual([
      [],
      [code],
    ]);
  });
});

describe("a bank's own number of an operation", () => {
  const read = async (...ids: string[]) => {
    const columns = ["ID операции", "Дата", "Сумма", "Счет плательщика", "Счет получателя"];
    const rows = ids.map((id) => [id, "02.03.2026", "100,00", OWN, OTHER]);
    return (await readText(csv([columns, ...rows]))).transfers.map((item) => [
      item.id,
      item.documentNumber,
    ]);
  };

  it("stands for the transfer where it can be no other's", async () => {
    expect(await read("606500123456", "606500123457")).toEqual([
      ["606500123456", null],
      ["606500123457", null],
    ]);
  });

  it("is only its document number where it is short or repeated", async () => {
    expect(await read("17", "18")).toEqual([
      [null, "17"],
      [null, "18"],
    ]);
    expect(await read("606500123456", "606500123456")).toEqual([
      [null, "606500123456"],
      [null, "606500123456"],
    ]);
  });
});

describe("the currency", () => {
  const row = ["2026-03-02T10:00:00+05:00", "100.00", OWN, OTHER];
  const read = async (amount: string) =>
    (await readText(csv([["Дата", amount, "Счет плательщика", "Счет получателя"], row])))
      .transfers[0];

  it("is taken from the heading of the amount", async () => {
    expect(await read("Сумма операции, USD")).toMatchObject({ currency: "USD", warnings: [] });
    expect(await read("Сумма (тенге)")).toMatchObject({ currency: "KZT", warnings: [] });
  });

  it("is said to be assumed where nothing names it", async () => {
    expect(await read("Сумма")).toMatchObject({
      currency: "KZT",
      warnings: [{ code: "currency-assumed", value: "KZT" }],
    });
  });
});

describe("bytes that are no letters", () => {
  it("are said on their row only", async () => {
    const line = (name: string) => `2026-03-02T10:00:00+05:00,100.00,${OWN},${OTHER},${name}\n`;
    const text = Buffer.concat([
      Buffer.from(`booked_at,amount,from_account,to_account,to_name\n${line("Сауле").repeat(40)}`),
      Buffer.from([...Buffer.from(line("Сауле")).subarray(0, -2), 0xff, 0x0a]),
      Buffer.from(line("Сауле")),
    ]);
    const { transfers } = await readText(text);
    expect(
      transfers.flatMap(({ position, warnings }) =>
        warnings.map(({ code }) => [position.row, code]),
      ),
    ).toEqual([[42, "letters-lost"]]);
  });
});

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
