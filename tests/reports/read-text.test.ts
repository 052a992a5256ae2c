import { describe, expect, it } from "vitest";
import { proposalOf, transfersOf } from "../../contract/report-proposals.ts";
import { readText } from "../../server/reports/text/read-text.ts";
import { parseIsoInstant } from "../../server/time/iso.ts";

const NOW = Date.parse("2026-11-29T06:00:00Z");
const at = (text: string) => parseIsoInstant(text, "+05:00", 5 * 3_600_000)?.instant ?? null;
const proposed = (text: string) => proposalOf(readText(text, NOW));
const said = (text: string) =>
  readText(text, NOW).map(({ kind, value, party, beside }) => [kind, value, party ?? beside]);

describe("a pasted text", () => {
  it("whose account has wrong check digits says so, and fills the field all the same", () => {
    const text = "перевела 90 000 тенге на счёт KZ926010009900000008";
    expect(readText(text, NOW).find(({ kind }) => kind === "account")).toMatchObject({
      value: "KZ926010009900000008",
      doubtful: true,
    });
    expect(proposed(text).recipientAccount).toBe("KZ926010009900000008");
    expect(readText("на счёт KZ416010009900000008", NOW)[0]?.doubtful).toBe(false);
  });

  it("in a person's own words fills the form", () => {
    const text =
      "Я, Сапарова Айгүл, ИИН 850101400120, 28.11.2026 в 14:05 перевела 1 500 000 тенге со счёта " +
      "KZ02722C058390727632 на счёт KZ48 722C 0455 6074 4384, получатель Омаров Данияр, " +
      "тел. +7 701 123 45 67. КУИ № 267500121000123";
    expect(proposed(text)).toMatchObject({
      number: "267500121000123",
      amount: "150000000",
      currency: "KZT",
      at: at("2026-11-28T14:05:00+05:00"),
      victimName: "Сапарова Айгүл",
      victimIin: "850101400120",
      victimAccount: "KZ02722C058390727632",
      recipientAccount: "KZ48722C045560744384",
      recipientName: "Омаров Данияр",
      recipientPhone: "77011234567",
    });
  });

  it("from a bank does not take the balance or the fee for the sum", () => {
    const sms =
      "Перевод 250 000 ₸. Комиссия: 150 ₸. Карта *4321. 27.11.2026 09:12. Доступно: 12 340,50 ₸";
    expect(said(sms)).toEqual([
      ["amount", "25000000", null],
      ["amount", "15000", "fee"],
      ["account", "*4321", null],
      ["time", String(at("2026-11-27T09:12:00+05:00")), null],
      ["amount", "1234050", "balance"],
    ]);
    expect(proposed(sms).amount).toBe("25000000");
  });

  it("in Kazakh says whose an account is by the ending behind it", () => {
    const text =
      "Кеше сағат 18:40 KZ02722C058390727632 шотынан KZ48722C045560744384 шотына 90 мың теңге " +
      "аудардым. Алушы: Омаров Д.";
    expect(proposed(text)).toMatchObject({
      amount: "9000000",
      at: at("2026-11-28T18:40:00+05:00"),
      victimAccount: "KZ02722C058390727632",
      recipientAccount: "KZ48722C045560744384",
      recipientName: "Омаров Д.",
    });
  });

  it("of a receipt gives the masked card and the phone", () => {
    const text =
      "Квитанция\nСумма 45 000,00 ₸\nДата и время 26.11.2026 21:15:03\nПолучатель: Данияр О.\n" +
      "Карта получателя 4400 43** **** 1234\nНомер телефона получателя 8 (701) 123-45-67";
    expect(proposed(text)).toMatchObject({
      amount: "4500000",
      at: at("2026-11-26T21:15:03+05:00"),
      recipientName: "Данияр О.",
      recipientAccount: "440043******1234",
      recipientPhone: "77011234567",
    });
  });

  it("of two transfers takes the clocks with the day named before, each with its sum", () => {
    const text =
      "28.11.2026 мне позвонили. В 15:02 я перевёл 253 000 тенге, а в 15:34 ещё 128 000. " +
      "Получатель: KZ48 722C 0455 6074 4384 Төлеуова Әйгерім.";
    const found = readText(text, NOW);
    const recipient = {
      ...{ recipientAccount: "KZ48722C045560744384", recipientName: "Төлеуова Әйгерім" },
      ...{ recipientPhone: null, currency: "KZT", dayOnly: false },
    };
    expect(transfersOf(found)).toEqual([
      { amount: "25300000", at: at("2026-11-28T15:02:00+05:00"), ...recipient },
      { amount: "12800000", at: at("2026-11-28T15:34:00+05:00"), ...recipient },
    ]);
    expect(proposalOf(found)).toMatchObject({
      amount: null,
      // Both are of one day: the form has it, and no clock.
      at: at("2026-11-28T00:00:00+05:00"),
      dayOnly: true,
      recipientAccount: "KZ48722C045560744384",
      recipientName: "Төлеуова Әйгерім",
    });
  });

  it("gives each sum the clock of its own sentence, and tells two accounts of one sentence apart", () => {
    const text =
      "Алло, меня зовут Жаксыбекова Гульнара Сериковна, мой ИИН 850404400016. 28.11.2026 в 14:35 я " +
      "перевела 1 250 000 тг со своей карты KZ02722C058390727632 на счет KZ48722C045560744384. " +
      "Потом ещё 300000 тенге в 15:10 туда же.";
    const found = readText(text, NOW);
    expect(transfersOf(found).map((one) => [one.amount, one.at, one.dayOnly])).toEqual([
      ["125000000", at("2026-11-28T14:35:00+05:00"), false],
      ["30000000", at("2026-11-28T15:10:00+05:00"), false],
    ]);
    expect(proposalOf(found)).toMatchObject({
      victimName: "Жаксыбекова Гульнара Сериковна",
      victimAccount: "KZ02722C058390727632",
      recipientAccount: "KZ48722C045560744384",
      // Its check digit is wrong: it is shown, and never put into the field by itself.
      victimIin: null,
    });
    expect(found.filter(({ kind }) => kind === "iin")).toMatchObject([
      { value: "850404400016", doubtful: true },
    ]);
  });

  it("of two sums on one day gives both the day, and of one sum nothing to divide", () => {
    const day = at("2026-11-28T00:00:00+05:00");
    const two = readText("28 ноября перевела 100 000 тг, потом ещё 200 000 тг", NOW);
    expect(transfersOf(two).map((one) => [one.amount, one.at, one.dayOnly])).toEqual([
      ["10000000", day, true],
      ["20000000", day, true],
    ]);
    expect(transfersOf(readText("28.11.2026 в 15:02 перевела 100 000 тг", NOW))).toEqual([]);
  });

  it("of a receipt does not take the letters of an account for a name", () => {
    const text = "Отправитель: Токтарова Меруерт KZ02722C058390727632\nСумма 45 000,00 ₸";
    expect(proposed(text)).toMatchObject({
      victimName: "Токтарова Меруерт",
      victimAccount: "KZ02722C058390727632",
    });
    expect(proposed("Я, Сапарова Айгүл перевела 5 000 тг").victimName).toBe("Сапарова Айгүл");
  });

  it.each([
    ["250 тысяч", "ещё 250 тысяч на карту"],
    ["thousands with the verb behind", "Картаға 250 мың аудардым"],
    ["a plain sum", "перевела 250 000"],
    ["a plain sum with the verb behind", "250 000 аудардым"],
    ["words", "перевела двести пятьдесят тысяч тенге"],
    ["words without a currency", "отправил двести пятьдесят тысяч на карту"],
    ["words in Kazakh", "екі жүз елу мың теңге аудардым"],
    ["behind a clock", "в 10:05 250 тысяч перевела"],
    ["behind a clock, with its currency", "28.11.2026 в 10:05 250 000 тенге"],
    ["digits and words", "перевёл 200 тысяч пятьдесят тысяч"],
  ] as const)("finds a sum as people say it: %s", (name, text) => {
    const sums = readText(text, NOW).flatMap((one) => (one.kind === "amount" ? one.value : []));
    const expected = name === "digits and words" ? ["20000000", "5000000"] : ["25000000"];
    expect(sums).toEqual(expected);
  });

  it.each([
    ["полтора миллиона тенге", "150000000"],
    ["один миллион двести тысяч тенге", "120000000"],
    ["1 миллион 200 тысяч тенге", "120000000"],
    ["шесть тысяч пятьсот тенге", "650000"],
    ["бір миллион екі жүз мың теңге", "120000000"],
    ["1,9 млн тенге", "190000000"],
    ["двадцать одну тысячу тенге", "2100000"],
    ["он бес мың теңге", "1500000"],
    ["жүз жиырма бес мың теңге", "12500000"],
  ])("reads %s", (text, amount) => {
    const sums = readText(text, NOW).filter(({ kind }) => kind === "amount");
    expect(sums.map(({ value, written }) => [value, written])).toEqual([[amount, text]]);
  });

  it("takes no number for a sum that counts something else, or that nobody paid", () => {
    for (const text of [
      "пришло 250 тысяч человек",
      "звонили два раза, ещё пять минут",
      "мне двадцать лет, перевела ещё пять раз",
      "ещё 15 минут",
      "перевела, и он сказал: constructor тысяч",
    ])
      expect(said(text).filter(([kind]) => kind === "amount")).toEqual([]);
  });

  const TWO =
    "Сегодня в 9:12 я перевела 1,9 млн тенге со своего счёта KZ48722C045560744384 на счёт " +
    "KZ87 6010 0077 1400 0002, получатель Зуев Артём. Потом в 10:05 ещё 250 тысяч на карту " +
    "4400 43** **** 1234, получатель Алдияр К., номер телефона 8 701 555 44 33.";

  it("gives each transfer the account, the name and the phone of its own sentence", () => {
    const evening = Date.parse("2026-11-29T15:00:00Z");
    const found = readText(TWO, evening);
    const [first, second] = transfersOf(found);
    expect(transfersOf(found)).toHaveLength(2);
    expect(first).toEqual({
      ...{ amount: "190000000", currency: "KZT", at: at("2026-11-29T09:12:00+05:00") },
      ...{ dayOnly: false, recipientAccount: "KZ876010007714000002" },
      ...{ recipientName: "Зуев Артём", recipientPhone: null },
    });
    expect(second).toEqual({
      ...{ amount: "25000000", currency: "KZT", at: at("2026-11-29T10:05:00+05:00") },
      ...{ dayOnly: false, recipientAccount: "440043******1234" },
      ...{ recipientName: "Алдияр К.", recipientPhone: "77015554433" },
    });
    // The form shows one of them: nothing of the other goes into its fields.
    expect(proposalOf(found)).toMatchObject({
      ...{ recipientAccount: null, recipientName: null, recipientPhone: null },
      ...{ at: at("2026-11-29T00:00:00+05:00"), dayOnly: true },
      victimAccount: "KZ48722C045560744384",
    });
  });

  it("leaves a recipient empty where the sentence of the sum names none", () => {
    const caller = "Перевела 100 000 тг на счёт KZ48722C045560744384. Потом ещё 200 000 тг.";
    const whom = (text: string) =>
      transfersOf(readText(text, NOW)).map((one) => [one.recipientAccount, one.recipientPhone]);
    expect(whom(caller)).toEqual([
      ["KZ48722C045560744384", null],
      [null, null],
    ]);
    // By the text it went to the same account.
    expect(whom(caller.replace("200 000 тг.", "200 000 тг туда же."))).toEqual([
      ["KZ48722C045560744384", null],
      ["KZ48722C045560744384", null],
    ]);
    const receipts =
      "Получатель: Данияр О.\nКарта получателя *1234\nСумма 45 000\n" +
      "Получатель: Алдияр К.\nКарта получателя *5678\nСумма 30 000";
    expect(whom(receipts)).toEqual([
      [null, null],
      [null, null],
    ]);
    const after =
      "Сумма 45 000\nКарта получателя *1234\nТелефон получателя 8 701 555 44 33\n" +
      "Сумма 30 000\nКарта получателя *5678";
    expect(whom(after)).toEqual([
      ["*1234", "77015554433"],
      ["*5678", null],
    ]);
  });

  it("tells the payments of one sentence apart where the second one begins with its word", () => {
    const text =
      "На карте было 500 тысяч. Перевела на карту 4400430012341234 сто двадцать тысяч, потом ещё " +
      "семьдесят пять тысяч пятьсот на номер 8 701 555 44 33";
    expect(
      transfersOf(readText(text, NOW)).map((one) => [
        ...[one.amount, one.recipientAccount, one.recipientPhone],
      ]),
    ).toEqual([
      ["12000000", "4400430012341234", null],
      ["7550000", null, "77015554433"],
    ]);
    const two =
      "Взяла кредит и перевела 2 млн на счёт KZ48722C045560744384, 1 млн на счёт KZ876010007714000002";
    expect(
      transfersOf(readText(two, NOW)).map((one) => [one.amount, one.recipientAccount]),
    ).toEqual([
      ["200000000", "KZ48722C045560744384"],
      ["100000000", "KZ876010007714000002"],
    ]);
  });

  it("keeps a clock whose day is not said", () => {
    const found = readText("В 10:05 перевела 250 тысяч", NOW);
    expect(found.map(({ kind, value }) => [kind, value])).toEqual([
      ["clock", "10:05"],
      ["amount", "25000000"],
    ]);
    expect(proposalOf(found)).toMatchObject({ clock: "10:05", at: null, amount: "25000000" });
  });

  it("counts the same sum twice where it was paid once more, and once where it is only repeated", () => {
    const sums = (text: string) => transfersOf(readText(text, NOW)).map(({ amount }) => amount);
    expect(sums("Перевела 250 000 тг, потом ещё 250 000 тг")).toEqual(["25000000", "25000000"]);
    expect(sums("Перевела 250 000 тг. Пришло СМС: перевод 250 000 тг")).toEqual([]);
  });

  it("reads a clock with a point, a card without blanks and the name before a label", () => {
    const text =
      "Перевела двести пятьдесят тысяч тенге вчера в 18.40 на Kaspi Gold 4400430012341234";
    const found = readText(text, NOW);
    expect(found.map(({ kind, value, doubtful }) => [kind, value, doubtful])).toEqual([
      ["amount", "25000000", false],
      ["time", String(at("2026-11-28T18:40:00+05:00")), false],
      // Its last digit does not fit; a word says that it is a card.
      ["account", "4400430012341234", true],
    ]);
    expect(found[1]?.written).toBe("вчера в 18.40");
    const receipt = "Получатель: Артём З. Карта *1234 Комиссия 0 ₸";
    expect(proposed(receipt).recipientName).toBe("Артём З.");
    expect(proposed("Получатель: Омаров Данияр Карта *1234").recipientName).toBe("Омаров Данияр");
  });

  it.each([
    ["two sums", "перевёл 100 000 тг, потом ещё 200 000 тг", "amount"],
    ["a day that may be a month", "05/06/2026 перевёл 100 000 тг", "at"],
    ["two times", "26.11.2026 10:00 и 27.11.2026 11:00", "at"],
    ["an account of nobody", "счет KZ48722C045560744384 100 000 тг", "recipientAccount"],
    [
      "an account of both",
      "на счет KZ48722C045560744384; со счета KZ48722C045560744384",
      "victimAccount",
    ],
    [
      "two recipients",
      "на счет KZ48722C045560744384, на счет KZ02722C058390727632",
      "recipientAccount",
    ],
  ] as const)("leaves the field open: %s", (_, text, field) => {
    expect(readText(text, NOW).length).toBeGreaterThan(0);
    expect(proposed(text)[field]).toBeNull();
  });

  it("takes no long number for an amount, and no IIN with a wrong check digit", () => {
    expect(said("850101400121 и 4400430000000001, номер 123456789012345678")).toEqual([]);
    expect(said("")).toEqual([]);
  });

  it("of any letters and signs is read without an error and within its bounds", () => {
    const signs = "KZ0123 тг.,:/-*+ИИНна счет\n₸млн";
    let seed = 7;
    for (let round = 0; round < 300; round += 1) {
      let text = "";
      for (let length = 0; length < 120; length += 1) {
        seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
        text += signs[seed % signs.length];
      }
      for (const one of readText(text, NOW)) expect(text).toContain(one.written);
    }
  });

  it.each([
    "Звонит Ким Владимир Олегович, ИИН 600707300148. Вчера перевёл 90 000 тенге",
    "Ким Владимир Олегович (ИИН: 600707300148), перевёл 90 000 тенге",
    "28.11.2026 обратился Ким Владимир Олегович ЖСН 600707300148",
  ])("takes the name before an IIN, and both for the victim who calls: %s", (text) => {
    const victim = { victimName: "Ким Владимир Олегович", victimIin: "600707300148" };
    expect(proposed(text)).toMatchObject({ ...victim, recipientName: null });
  });

  it("leaves an IIN of somebody else, and a name without its IIN, beside the form", () => {
    const paid = "Звонит мужчина. Перевёл 90 000 тенге, Омаров Данияр, ИИН 600707300148";
    expect(proposed(paid)).toMatchObject({ victimName: null, victimIin: null });
    expect(proposed("Позвонил Омаров Данияр, представился банком").victimName).toBeNull();
  });

  it("takes a Kazakh payee without the ending that says to whom", () => {
    for (const verb of ["аудардым", "жібердім"])
      expect(proposed(`Кеше Бекенов Рүстемге 90 мың теңге ${verb}`)).toMatchObject({
        recipientName: "Бекенов Рүстем",
        victimName: null,
      });
    expect(proposed("Бекенов Рүстем Қайратұлына 90 мың теңге аудардым").recipientName).toBe(
      "Бекенов Рүстем Қайратұлы",
    );
    expect(said("Алматы Қалаға бардым")).toEqual([]);
  });
});
