import {
  type Kind,
  long,
  money,
  OPENING,
  type PrintedForm,
  signed,
  span,
  sum,
  type Words,
} from "./operations.ts";

export const FORTE_KINDS: Readonly<Record<Kind, Words>> = {
  purchase: { ru: "Покупка", kk: "Сатып алу", en: "Purchase" },
  transfer: { ru: "Перевод", kk: "Аударым", en: "Transfer" },
  "top-up": { ru: "Пополнение счета", kk: "Шотты толтыру", en: "Account replenishment" },
  cash: { ru: "Снятие наличных", kk: "Қолма-қол ақша алу", en: "Cash withdrawal" },
  other: { ru: "Другое", kk: "Басқа", en: "Other" },
};

export const forteCard: PrintedForm = {
  name: "forte-card",
  languages: ["ru", "kk", "en"],
  account: "KZ3696502F0020000017",
  proves: { balances: false, totals: false },
  withTime: false,
  kinds: FORTE_KINDS,
  above: (rows, language) => {
    const [from, to] = [long(span(rows).from), long(span(rows).to)];
    return {
      ru: `<h1>Выписка по карточному счету</h1><p>Период: с ${from} по ${to}</p><p>Номер счета: ${forteCard.account}</p><p>Доступно на ${to}: 15000.00 KZT</p>`,
      kk: `<h1>Карталық шоты бойынша үзінді көшірме</h1><p>Кезең: ${from} бастап ${to}ж. дейін</p><p>Шот нөмірі: ${forteCard.account}</p><p>Қолжетімді ${to}: 15000.00 KZT</p>`,
      en: `<h1>Card account statement</h1><p>Period: from ${from} to ${to}</p><p>Account number: ${forteCard.account}</p><p>Available as of ${to}: 15000.00 KZT</p>`,
    }[language];
  },
  columns: [
    {
      head: { ru: "Дата", kk: "Күні", en: "Date" },
      width: 14,
      align: "left",
      text: ({ day }) => long(day),
    },
    {
      head: { ru: "Сумма", kk: "Сома", en: "Sum" },
      width: 18,
      align: "left",
      text: (row) => `${signed(row, "", ".")} KZT`,
    },
    {
      head: { ru: "Описание", kk: "Cипаттамасы", en: "Description" },
      width: 22,
      align: "left",
      text: ({ kind }, language) => FORTE_KINDS[kind][language],
    },
    {
      head: { ru: "Детализация", kk: "Талдама", en: "Details" },
      width: 46,
      align: "left",
      text: ({ details }) => details,
    },
  ],
  detailsOf: ({ details }) => details,
  foot: () => "АО «ForteBank», БИК IRTYKZKA, forte.kz",
};

export const forteCurrent: PrintedForm = {
  name: "forte-current",
  languages: ["ru", "kk", "en"],
  account: "KZ3696502F0020000017",
  proves: { balances: true, totals: true },
  withTime: false,
  kinds: FORTE_KINDS,
  above: (rows, language) => {
    const [from, to] = [long(span(rows).from), long(span(rows).to)];
    const comes = sum(rows.filter(({ amount }) => amount > 0));
    const leaves = sum(rows.filter(({ amount }) => amount < 0));
    const labels = {
      ru: ["Остаток на начало", "Поступления", "Расходы", "Остаток на конец"],
      kk: ["Кезең басына балансы", "Түсімдер", "Шығындар", "Қолжетімді баланс"],
      en: ["Opening balance", "Receipts", "Expenses", "Available balance"],
    }[language];
    const title = {
      ru: `<h1>Выписка по текущему счету</h1><p>Период: с ${from} по ${to}</p><p>Номер счета: ${forteCurrent.account}</p>`,
      kk: `<h1>Ағымдағы шот бойынша үзінді көшірме</h1><p>Кезең: ${from} бастап ${to}ж. дейін</p><p>Шот нөмірі: ${forteCurrent.account}</p>`,
      en: `<h1>Current Account Statement</h1><p>Period: from ${from} to ${to}</p><p>Account number: ${forteCurrent.account}</p>`,
    }[language];
    const end = OPENING + comes + leaves;
    const amounts = [OPENING, comes, -leaves, end];
    return `${title}<table class="facts"><tr>${labels.map((label) => `<td>${label}</td>`).join("")}</tr><tr>${amounts
      .map((amount) => `<td>${amount < 0 ? "-" : ""}${money(amount, " ", ",")} KZT</td>`)
      .join("")}</tr></table>`;
  },
  columns: [
    {
      head: { ru: "Дата", kk: "Күні", en: "Date" },
      width: 14,
      align: "left",
      text: ({ day }) => long(day),
    },
    {
      head: { ru: "Детализация", kk: "Талдама", en: "Details" },
      width: 46,
      align: "left",
      text: ({ details, kind }, language) => `${FORTE_KINDS[kind][language]} ${details}`,
    },
    {
      head: { ru: "Поступления", kk: "Түсімдер", en: "Receipts" },
      width: 20,
      align: "right",
      text: ({ amount }) => (amount > 0 ? money(amount, " ", ",") : "-"),
    },
    {
      head: { ru: "Расходы", kk: "Шығындар", en: "Expenses" },
      width: 20,
      align: "right",
      text: ({ amount }) => (amount < 0 ? money(amount, " ", ",") : "-"),
    },
  ],
  detailsOf: ({ details, kind }, language) => `${FORTE_KINDS[kind][language]} ${details}`,
  foot: () => "АО «ForteBank», БИК IRTYKZKA, forte.kz",
};
