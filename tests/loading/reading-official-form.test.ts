import { describe, expect, it } from "vitest";
import { csv, readText, recogniseText } from "../support/read-text.ts";

const OWN = "KZ04722KZT7000000000";

const OTHER = "KZ516010007055433021";

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
