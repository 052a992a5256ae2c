import { describe, expect, it } from "vitest";
import { isUntranslated, seemsForeign, textFor } from "../../contract/foreign-text.ts";
import { columnShares } from "../../server/evidence/papers/blocks.ts";

describe("a text that a person wrote for a paper", () => {
  it.each([
    ["жалған банк қызметкері.", "ru", true],
    ["звонок лжесотрудника банка", "ru", false],
    ["Ахметова Сәуле", "ru", false],
    ["Действовали вместе: переписка от третьего марта", "kk", true],
    ["Бір ұйымдасқан топта әрекет еткен", "kk", false],
    ["г. Алматы", "kk", false],
    ["Талгарский районный суд", "kk", true],
    ["заявление от 20.11.2026", "kk", true],
    ["Алматинская область, г. Талгар", "kk", true],
    ["иностранец, не владеет языком", "kk", true],
    ["Ковалевская Анна Петровна", "kk", false],
    ["Талғар аудандық соты", "ru", true],
    ["Алматы облысы, Талгар қ.", "ru", true],
    ["Ахметов Нұрлан Сәкен ұлы", "ru", false],
    // A name with Kazakh letters makes no Russian text Kazakh.
    ["мать Әбділдина Сауле Маратқызы, ИИН 830101403131", "kk", true],
    ["Ахметов Нұрлан Сәкен ұлы, отец", "kk", true],
    ["Әбділдина Сауле Маратқызы", "kk", false],
    ["анасы Абдильдина Сауле, ЖСН 830101403131", "kk", false],
    ["статья 616 Налогового кодекса", "kk", true],
    ["официальный курс Национального Банка", "kk", true],
    ["курс Нацбанка", "kk", true],
    ["квитанция № 15", "kk", true],
    ["Ұлттық Банктің ресми бағамы", "kk", false],
    ["Ол не істегенін білмейді", "kk", false],
  ] as const)("%s: in a paper in %s it seems foreign: %s", (text, language, expected) => {
    expect(seemsForeign(text, language)).toBe(expected);
  });
});

it("a paper takes the words in its own language, in whichever field they stand, or none", () => {
  const russian = "Перевела деньги лжесотруднику банка";
  const kazakh = "Ақшаны жалған банк қызметкеріне аударды";
  const both = { text: russian, kazakh };
  expect([textFor("ru", both), textFor("kk", both)]).toEqual([russian, kazakh]);
  const one = { text: russian, kazakh: null };
  expect([textFor("ru", one), textFor("kk", one)]).toEqual([russian, null]);
  const other = { text: kazakh, kazakh: null };
  expect([textFor("ru", other), textFor("kk", other)]).toEqual([null, kazakh]);
  expect([isUntranslated("ru", one), isUntranslated("kk", one)]).toEqual([false, true]);
  // A text in the field for Kazakh is Kazakh, unless it clearly is not.
  expect(textFor("kk", { text: russian, kazakh: "Нацбанк бағамы" })).toBe("Нацбанк бағамы");
  expect(textFor("kk", { text: null, kazakh: russian })).toBeNull();
  expect(isUntranslated("kk", { text: null, kazakh: null })).toBe(false);
});

it("account numbers keep the room of one line in a table of many long words", () => {
  const run = (text: string) => [{ text, blank: false }];
  const words = ["Просроченный", "потребительский-микрокредит-по-договору", "назначения/платежа"];
  const account = "KZ23601A029591513210";
  const head = ["№", "Время", "Со счёта", "На счёт", "Сумма", "Назначение", "Файл", "Примечание"];
  const cells = [
    "1",
    "28.11.2026",
    account,
    account,
    "1\u00a0500\u00a0000,00\u00a0тенге",
    ...words,
  ];
  const shares = columnShares({ kind: "table", head, rows: [cells.map(run)] });
  expect(shares.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1);
  // A page of 420 points; twenty capitals and digits of seven points take about 84.
  for (const column of [2, 3]) expect((shares[column] ?? 0) * 420).toBeGreaterThan(84);
});
