import { describe, expect, it } from "vitest";
import type { TransferItem } from "../../server/loading/record/load-item.ts";
import { readText } from "../support/read-text.ts";

/** Dirty files a hostile tester made: each was loaded wrong in silence once. */
const A = "KZ84722C000012345678";
const B = "KZ786011234567890123";
const E = "KZ76722R000099887766";

const told = ({ from, to, amount, currency }: TransferItem) =>
  `${from.account ?? from.name ?? from.exit} > ${to.account ?? to.name ?? to.exit} ${amount} ${currency}`;

async function read(lines: readonly string[]) {
  const { transfers, refused, skipped, items } = await readText(`${lines.join("\n")}\n`);
  return {
    transfers: transfers.map(told),
    refused: refused.map((one) => one.code),
    skipped,
    items,
  };
}

describe("a row of more cells than columns", () => {
  const good = `01.03.2025 10:00:00,500.50,${A},${B},х`;

  it("is refused: a delimiter stands inside a cell and everything after it is a column off", async () => {
    const header = "Дата,Сумма,Счет плательщика,Счет получателя,Назначение";
    const found = await read([
      header,
      good,
      good,
      good,
      `01.03.2025 10:00:00,1,500.50,${A},${B},х`,
    ]);
    expect(found.transfers).toEqual(Array(3).fill(`${A} > ${B} 50050 KZT`));
    expect(found.refused).toEqual(["too-many-cells"]);
  });

  it("is as good as any where only nothing stands beyond the columns, or most rows go on beyond the header", async () => {
    const header = "Дата,Сумма,Счет плательщика,Счет получателя,Назначение";
    expect((await read([header, `${good},`, `${good},,`])).refused).toEqual([]);
    expect((await read([header, `${good},1`, `${good},2`, `${good},3`, good])).refused).toEqual([]);
    expect((await read([header, `${good},1`])).refused).toEqual(["too-many-cells"]);
  });
});

describe("a total with a date", () => {
  it("is no transfer and is not dropped: it is refused, wherever its words stand", async () => {
    const found = await read([
      `Выписка по счету ${A}`,
      "Входящий остаток;1000,00",
      "Дата;Документ;Дебет;Кредит;Контрагент;Счет контрагента;Назначение",
      `01.03.2025;1;100,00;;Петров Петр;${B};Остаток по договору`,
      "01.03.2025;;100,00;;Итого за день;;",
      "01.03.2025;Итого;100,00;;;;",
      "01.03.2025;;;900,00;Исходящий остаток;;",
      "01.03.2025;;100,00;;;;Обороты за день",
      "01.03.2025;2;50,00;;Сидоров С.;;Остаток долга",
      "01.03.2025;3;60,00;;;;Возврат всего долга",
    ]);
    expect(found.transfers).toEqual([
      `${A} > ${B} 10000 KZT`,
      `${A} > Сидоров С. 5000 KZT`,
      `${A} > null 6000 KZT`,
    ]);
    expect(found.refused).toEqual(Array(4).fill("total-or-operation"));
  });

  it("is an operation where the words say what was paid for", async () => {
    const found = await read([
      `Номер счета: ${A}`,
      "Дата;Дебет;Кредит;Назначение",
      "05.03.2026;;80000,00;Остаток за квартиру от Марии",
      "06.03.2026;;50000,00;Итого за 3 дня аренды",
      "07.03.2026;1000,00;;Всего хорошего",
      "08.03.2026;2000,00;;обычный перевод",
    ]);
    expect(found.transfers).toEqual([
      `null > ${A} 8000000 KZT`,
      `null > ${A} 5000000 KZT`,
      `${A} > null 100000 KZT`,
      `${A} > null 200000 KZT`,
    ]);
    expect([...found.refused, ...found.skipped.filter((one) => one.reason === "total")]).toEqual(
      [],
    );
  });

  it("is an operation where a party bears such a name, and a total without date or with both turnovers", async () => {
    const found = await read([
      `Выписка по счету: ${A}`,
      "Дата;Контрагент;Счет контрагента;Дебет;Кредит;Назначение",
      `05.03.2026;ТОО Итого;${B};100,00;;Итого за услуги`,
      "06.03.2026;Всего Мария;;;50,00;подарок",
      "07.03.2026;Итого за день;;;70,00;",
      "08.03.2026;;;;80,00;Остаток долга возвращаю",
      ";;;;90,00;Итого",
      "08.03.2026;;;100,00;200,00;Итого за период",
    ]);
    expect(found.transfers).toEqual([
      `${A} > ${B} 10000 KZT`,
      `Всего Мария > ${A} 5000 KZT`,
      `null > ${A} 8000 KZT`,
    ]);
    expect(found.refused).toEqual(["total-or-operation"]);
    expect(found.skipped.filter((one) => one.reason === "total")).toHaveLength(2);
  });

  it("keeps its own reason where the row is dated and cannot be read", async () => {
    const found = await read([
      `Номер счета: ${A}`,
      "Дата;Дебет;Кредит;Назначение",
      "31.02.2026;;80000,00;Остаток за квартиру",
      "06.03.2026;;сто;Итого за аренду",
      "07.03.2026;1000,00;;перевод",
    ]);
    expect(found.refused).toEqual(["date-not-understood", "amount-not-a-number"]);
  });
});

describe("a currency named above a table", () => {
  const rows = ["Дата;Контрагент;Счет контрагента;Дебет;Кредит", `05.03.2026;A B;${B};100,00;`];
  const title = `Выписка по счету ${A}`;

  it.each([
    ["USD", [title, "Валюта счета USD"]],
    ["USD", [title, "Валюта счета: USD (курс 450 KZT)"]],
    ["USD", [title, "Валюта счета - доллар США"]],
    ["USD", [title, "Валюта;;USD"]],
    ["TRY", [title, "Шот валютасы TRY"]],
    ["USD", [`Счет ${A} USD`]],
    ["EUR", [`Счет EUR ${A}`]],
    ["EUR", [`Счет;${A};EUR`]],
    ["USD", [title, "Выписка по валютному счету (USD)"]],
    ["EUR", [title, "Account currency EUR"]],
    ["KZT", [title, "Валюта счета KZT", "Курс USD 450,10"]],
    ["KZT", [title, "Клиент: ТОО Евро Сервис"]],
    ["KZT", [title, "Дата валютирования: 05.03.2026"]],
  ])("is the account's: %s, %j", async (currency, above) => {
    const found = await read([...above, ...rows]);
    expect(found.transfers).toEqual([`${A} > ${B} 10000 ${currency}`]);
  });

  it.each([
    ["Курс USD 450,10"],
    ["Выписка по валютному счету"],
    ["Долларовый счет"],
    ["Остаток: $ 1000"],
    ["Курсы: USD 450, EUR 500"],
  ])("and not said to be the account's: the table is not taken, %s", async (line) => {
    await expect(read([title, line, ...rows])).rejects.toMatchObject({
      code: "mapping-incomplete",
      message: expect.stringContaining("above the table"),
    });
  });

  it("is refused where the amounts' headings name another", async () => {
    const named = ["Дата;Счет контрагента;Дебет, KZT;Кредит, KZT", `05.03.2026;${B};100,00;`];
    await expect(read([title, "Валюта счета USD", ...named])).rejects.toMatchObject({
      code: "mapping-incomplete",
    });
  });

  it("is not taken for the currency a row leaves out", async () => {
    const found = await read([
      title,
      "Курс USD 450,10",
      "Дата;Счет контрагента;Дебет;Кредит;Валюта",
      `05.03.2026;${B};100,00;;KZT`,
      `06.03.2026;${B};200,00;;`,
    ]);
    expect(found.transfers).toEqual([`${A} > ${B} 10000 KZT`]);
    expect(found.refused).toEqual(["currency-not-said"]);
  });

  it("is that of each account's own heading", async () => {
    const found = await read([
      ...[`Счет ${A} USD`, ...rows, `Счет ${E} EUR`, ...rows],
      ...["Счет KZ04722KZT7000000000", "Курс USD 450,10", ...rows],
    ]);
    expect(found.transfers).toEqual([`${A} > ${B} 10000 USD`, `${E} > ${B} 10000 EUR`]);
    expect(found.refused).toEqual(["currency-not-said"]);
  });
});

describe("amounts in thousands, said above a table", () => {
  const rows = ["Дата;Сумма;Счет плательщика;Счет получателя", `05.03.2026 10:00:00;150;${A};${B}`];

  it.each([
    ["Сумма указана в тысячах тенге"],
    ["Суммы в тыс. тенге"],
    ["(тыс. KZT)"],
    ["мың теңге"],
    ["Барлық сома мың теңгемен"],
    ["Ед. изм.: тыс. тенге"],
    ["млн. тенге"],
    ["in thousands of tenge"],
    ["Суммы в тиынах"],
  ])("refuse it, as in a heading: %s", async (line) => {
    await expect(read([line, ...rows])).rejects.toMatchObject({
      code: "mapping-incomplete",
      message: expect.stringContaining("not in whole"),
    });
  });

  it.each([["Клиент: ТОО Тысяча мелочей"], ["Лимит: 5 млн тенге"], ["Лимит 500 тыс. тенге"]])(
    "are not said by an amount or a name: %s",
    async (line) => {
      expect((await read([line, ...rows])).transfers).toEqual([`${A} > ${B} 15000 KZT`]);
    },
  );
});

describe("a second heading in the middle of a table", () => {
  const first = "Дата;Контрагент;Счет контрагента;Дебет;Кредит";
  const title = `Выписка по счету: ${A}`;
  const row = (day: number) => `0${day}.03.2026;A B;${B};${day}0,00;`;

  it("of the same columns is skipped, whatever the words for them", async () => {
    const worded = "Дата операции;Контрагент;Счет контрагента;Расход;Приход";
    const found = await read([title, first, row(5), first, row(6), worded, row(7)]);
    expect(found.refused).toEqual([]);
    expect(found.transfers).toEqual([5, 6, 7].map((day) => `${A} > ${B} ${day}000 KZT`));
  });

  it.each([
    ["another order", "Дата;Контрагент;Счет контрагента;Кредит;Дебет"],
    ["another order and words", "Дата;Контрагент;Счет контрагента;Приход;Расход"],
    ["other columns", "Дата;Дебет;Кредит;Счет контрагента;Назначение"],
    ["another currency", "Дата;Контрагент;Счет контрагента;Дебет, USD;Кредит, USD"],
  ])("in %s: the rows below are refused until the first one stands again", async (_, second) => {
    const below = [row(6), row(7), "Итого;;"];
    const found = await read([title, first, row(5), second, ...below, first, row(8)]);
    expect(found.transfers).toEqual([5, 8].map((day) => `${A} > ${B} ${day}000 KZT`));
    expect(found.refused).toEqual(["heading-changed", "heading-changed"]);
  });

  it("is met in the statement of another account too", async () => {
    const found = await read([
      title,
      "Дата;Счет контрагента;Дебет;Кредит",
      `05.03.2026;${B};100,00;`,
      `Выписка по счету: ${E};;;`,
      "Дата;Счет контрагента;Кредит;Дебет",
      `06.03.2026;${B};50,00;`,
      `07.03.2026;${B};;60,00`,
    ]);
    expect(found.transfers).toEqual([`${A} > ${B} 10000 KZT`]);
    expect(found.refused).toEqual(["heading-changed", "heading-changed"]);
  });
});

describe("an amount in a foreign currency that is missing", () => {
  it("is not replaced by what it came to in tenge", async () => {
    const { refused, transfers } = await readText(
      `${[
        "Дата;Валюта операции;Сумма в валюте ее проведения;Сумма в тенге;Счет плательщика;Счет получателя",
        `01.03.2026 10:00:00;USD;100,25;50125,00;${A};${B}`,
        `02.03.2026 10:00:00;USD;;512,50;${A};${B}`,
        `03.03.2026 10:00:00;KZT;;700,00;${A};${B}`,
      ].join("\n")}\n`,
    );
    expect(transfers.map(told)).toEqual([`${A} > ${B} 10025 USD`, `${A} > ${B} 70000 KZT`]);
    expect(refused).toMatchObject([
      { code: "amount-missing", column: "Сумма в валюте ее проведения" },
    ]);
    expect(refused[0]?.reason).toContain("USD");
  });
});

describe("a word where an account should be", () => {
  it("is no account: it would make one of strangers", async () => {
    const words = [
      "нет",
      "не указан",
      "#Н/Д",
      "null",
      "касса",
      "00000000000000000000",
      "жоқ",
      "N/A",
    ];
    const rows = words.map((word, at) => `0${at + 1}.03.2025;1,00;${word};Иванов ${at};${A}`);
    const found = await read([
      "Дата;Сумма;Счет плательщика;Плательщик;Счет получателя",
      ...Array.from({ length: 12 }, () => `20.03.2025;1,00;${B};Петров П.;${A}`),
      ...rows,
    ]);
    expect(found.transfers.slice(12)).toEqual(words.map((_, at) => `Иванов ${at} > ${A} 100 KZT`));
  });

  it("is read without what people write around a number, and with a zero for the letter O", async () => {
    const mended = "KZ05601A028540035668";
    const numbers = [
      `IBAN ${A}`,
      `№${A}`,
      `${A}/KZT`,
      `${A} KZT`,
      `${A}.0`,
      `="${A}"`,
      `${A}\u200b`,
    ];
    const all = [...numbers, mended.replace("KZ05", "KZO5")];
    const rows = all.map((number) => `01.03.2025;1,00;${number};${B}`);
    const { transfers } = await read([
      "Дата;Сумма;Счет плательщика;Счет получателя",
      ...Array.from({ length: 12 }, () => `20.03.2025;1,00;${E};${B}`),
      ...rows,
    ]);
    expect(transfers.slice(12)).toEqual([
      ...numbers.map(() => `${A} > ${B} 100 KZT`),
      `${mended} > ${B} 100 KZT`,
    ]);
  });
});

describe("a currency beside the amount", () => {
  it("is the row's where nothing else names one, and refused where something else names another", async () => {
    const free = await read([
      "Дата;Сумма;Счет плательщика;Счет получателя",
      `01.06.2025;100 USD;${A};${B}`,
      `01.06.2025;7;${A};${B}`,
    ]);
    expect(free.transfers).toEqual([`${A} > ${B} 10000 USD`, `${A} > ${B} 700 KZT`]);
    const header = "Дата;Сумма;Валюта;Счет плательщика;Счет получателя";
    const stated = await read([
      header,
      `01.06.2025;100 €;KZT;${A};${B}`,
      `01.06.2025;$5;USD;${A};${B}`,
    ]);
    expect(stated.transfers).toEqual([`${A} > ${B} 500 USD`]);
    expect(stated.refused).toEqual(["currency-contradicts"]);
  });

  it("in thousands or tiyn is not taken for tenge", async () => {
    for (const unit of ["Сумма (в тиынах)", "Сумма, тыс. тенге", "Сомасы, мың теңге"]) {
      const lines = [
        `Дата;${unit};Счет плательщика;Счет получателя`,
        `01.06.2025;150050;${A};${B}`,
      ];
      await expect(read(lines)).rejects.toMatchObject({ code: "mapping-incomplete" });
    }
    const plain = [
      "Дата;Сумма (тенге, тиын);Счет плательщика;Счет получателя",
      `01.06.2025;5,10;${A};${B}`,
    ];
    expect((await read(plain)).transfers).toEqual([`${A} > ${B} 510 KZT`]);
  });
});

describe("whose statement it is", () => {
  it("is not the bank's own account, nor one that is closed", async () => {
    const rows = ["Дата;Дебет;Кредит;Счет контрагента", `01.03.2025 10:00:00;5;;${B}`];
    for (const heading of [
      [`Банк: АО Kaspi Bank, ИИК банка ${E}`, `Выписка по счету ${A}`],
      [`Корр. счет банка: ${E}`, `Счет клиента: ${A}`],
      [`Счет ${E} закрыт. Выписка по счету ${A}`],
    ]) {
      expect((await read([...heading, ...rows])).transfers).toEqual([`${A} > ${B} 500 KZT`]);
    }
  });

  it("a minus under debit beside positive debits comes back", async () => {
    const { transfers } = await read([
      `Выписка по счету ${A}`,
      "Дата;Дебет;Кредит;Счет контрагента",
      `01.03.2025;100,00;;${B}`,
      `02.03.2025;-100,00;;${B}`,
      `03.03.2025;30,00;;${B}`,
    ]);
    expect(transfers).toEqual([
      `${A} > ${B} 10000 KZT`,
      `${B} > ${A} 10000 KZT`,
      `${A} > ${B} 3000 KZT`,
    ]);
  });
});

it("dates that turn out to have the month first refuse the file instead of being wrong by months", async () => {
  const row = (date: string) => `${date};1,00;${A};${B}`;
  const header = "Дата;Сумма;Счет плательщика;Счет получателя";
  const many = Array.from({ length: 1_500 }, (_, at) => row(`03/0${(at % 9) + 1}/2025`));
  await expect(read([header, ...many, row("03/31/2025")])).rejects.toMatchObject({
    code: "dates-either-way",
    params: { row: 1_502 },
  });
  const told = [row("31/03/2025"), ...many, row("03/31/2025")];
  expect((await read([header, ...told])).refused).toEqual(["date-not-understood"]);
});
