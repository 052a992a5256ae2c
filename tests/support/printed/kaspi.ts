import {
  type Kind,
  kaspiMoney,
  OPENING,
  type PrintedForm,
  pairs,
  same,
  short,
  span,
  sum,
  type Words,
} from "./operations.ts";

export const KASPI_KINDS: Readonly<Record<Kind, Words>> = {
  purchase: { ru: "Покупка", kk: "Зат сатып алу", en: "Purchases" },
  transfer: { ru: "Перевод", kk: "Аударым", en: "Transfers" },
  "top-up": { ru: "Пополнение", kk: "Толықтыру", en: "Replenishment" },
  cash: { ru: "Снятие", kk: "Ақша алу", en: "Withdrawals" },
  other: { ru: "Разное", kk: "Əртүрлі", en: "Others" },
};
const KASPI_TOTALS: Readonly<Record<Kind, Words>> = {
  "top-up": { ru: "Пополнения", kk: "Толықтыру", en: "Replenishment" },
  transfer: { ru: "Переводы", kk: "Аударым", en: "Transfers" },
  purchase: { ru: "Покупки", kk: "Зат сатып алу", en: "Purchases" },
  cash: { ru: "Снятия", kk: "Ақша алу", en: "Withdrawals" },
  other: KASPI_KINDS.other,
};
const KASPI_FOOT = {
  ru: "АО «Kaspi Bank», БИК CASPKZKA, www.kaspi.kz",
  kk: "«Kaspi Bank» АҚ, БСК CASPKZKA, www.kaspi.kz",
  en: "«Kaspi Bank» JSC, BIC CASPKZKA, www.kaspi.kz",
};
export const kaspiGold: PrintedForm = {
  name: "kaspi-gold",
  languages: ["ru", "kk", "en"],
  account: "KZ84722C000012345678",
  proves: { balances: true, totals: true },
  withTime: false,
  kinds: KASPI_KINDS,
  above: (rows, language) => {
    const [from, to] = [short(span(rows).from), short(span(rows).to)];
    const balance = (day: string) =>
      ({ ru: `Доступно на ${day}`, kk: `${day}ж. қолжетімді`, en: `Card balance ${day}` })[
        language
      ];
    const title = {
      ru: `<h1>ВЫПИСКА</h1><h2>по Kaspi Gold за период с ${from} по ${to}</h2>`,
      kk: `<h1>ҮЗІНДІ КӨШІРМЕ</h1><h2>${from}ж. бастап ${to}ж. дейінгі кезеңге Kaspi Gold бойынша</h2>`,
      en: `<h1>KASPI GOLD</h1><h2>statement balance for the period from ${from} to ${to}</h2>`,
    }[language];
    const labels = {
      ru: ["Номер карты:", "Номер счета:", "Валюта счета:", "тенге"],
      kk: ["Карта нөмірі:", "Шот нөмірі:", "Шот валютасы:", "теңге"],
      en: ["Card number:", "Account number:", "Account currency:", "tenge"],
    }[language];
    const end = kaspiMoney(OPENING + sum(rows));
    return `${title}${pairs([
      [labels[0] ?? "", "*4417"],
      [labels[1] ?? "", kaspiGold.account],
      [labels[2] ?? "", labels[3] ?? ""],
      [`${balance(to)}:`, end],
    ])}<p></p>${pairs([
      [balance(from), kaspiMoney(OPENING)],
      ...(Object.keys(KASPI_TOTALS) as Kind[]).map(
        (kind) =>
          [
            KASPI_TOTALS[kind][language],
            kaspiMoney(sum(rows.filter((row) => row.kind === kind))),
          ] as const,
      ),
      [balance(to), end],
    ])}`;
  },
  columns: [
    {
      head: { ru: "Дата", kk: "Күні", en: "Date" },
      width: 14,
      align: "center",
      text: ({ day }) => short(day),
    },
    {
      head: { ru: "Сумма", kk: "Сомасы", en: "Amount" },
      width: 22,
      align: "right",
      text: ({ amount }) => kaspiMoney(amount),
    },
    {
      head: { ru: "Операция", kk: "Операция", en: "Transaction" },
      width: 22,
      align: "center",
      text: ({ kind }, language) => KASPI_KINDS[kind][language],
    },
    {
      head: { ru: "Детали", kk: "Толығырақ", en: "Details" },
      width: 42,
      align: "left",
      text: ({ details }) => details,
    },
  ],
  detailsOf: ({ details }) => details,
  foot: (language) => KASPI_FOOT[language],
};

export const kaspiDeposit: PrintedForm = {
  ...kaspiGold,
  name: "kaspi-deposit",
  languages: ["ru"],
  account: "D0000-000123",
  proves: { balances: true, totals: true },
  kinds: { ...KASPI_KINDS, purchase: same("Платеж") },
  above: (rows) => {
    const { from, to } = span(rows);
    const total = (kind: Kind) => kaspiMoney(sum(rows.filter((row) => row.kind === kind)));
    return `<h1>ВЫПИСКА</h1><h2>По Депозиту за период с ${short(from)} по ${short(to)}</h2>${pairs([
      ["Номер договора:", kaspiDeposit.account],
      [`На Депозите ${short(to)}:`, ""],
      ["Валюта счета:", "тенге"],
    ])}<p></p>${pairs([
      [`На Депозите ${short(from)}`, kaspiMoney(OPENING)],
      ["Пополнения", total("top-up")],
      ["Снятия", total("cash")],
      ["Переводы", total("transfer")],
      ["Платежи", total("purchase")],
      ["Разное", total("other")],
      [`На Депозите ${short(to)}`, kaspiMoney(OPENING + sum(rows))],
    ])}`;
  },
  columns: [
    { head: same("Дата"), width: 12, align: "center", text: ({ day }) => short(day) },
    {
      head: same("Сумма"),
      width: 18,
      align: "right",
      text: ({ amount }) => kaspiMoney(amount).replace(" ", ""),
    },
    {
      head: same("Операция"),
      width: 18,
      align: "center",
      text: ({ kind }) => kaspiDeposit.kinds[kind].ru,
    },
    { head: same("Детали"), width: 32, align: "left", text: ({ details }) => details },
    {
      head: same("На Депозите"),
      width: 20,
      align: "right",
      text: (_row, _language, balance) => kaspiMoney(balance),
    },
  ],
};
