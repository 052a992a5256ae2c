import { FORTE_KINDS } from "./forte.ts";
import { KASPI_KINDS } from "./kaspi.ts";
import {
  type Kind,
  kaspiMoney,
  long,
  money,
  OPENING,
  type PrintedForm,
  pairs,
  same,
  signed,
  span,
  sum,
  type Words,
} from "./operations.ts";

export const halyk: PrintedForm = {
  name: "halyk",
  languages: ["ru"],
  account: "KZ63601A201000111222",
  proves: { balances: true, totals: false },
  withTime: false,
  kinds: FORTE_KINDS,
  landscape: true,
  above: (rows) => {
    const { from, to } = span(rows);
    const all = sum(rows);
    return `<h1>Выписка по счету</h1><p>АО "Народный Банк Казахстана"</p><p>ФИО: Жолдасов Тимур Ерланұлы</p><p>ИИН: 850101300005</p><p>Период выписки: с ${long(from)} по ${long(to)}</p><p>Номер счета: ${halyk.account} (KZT)</p><p>Входящий остаток: ${money(OPENING, " ", ",")} KZT</p><p>Исходящий остаток: ${OPENING + all < 0 ? "-" : ""}${money(OPENING + all, " ", ",")} KZT</p>`;
  },
  columns: [
    {
      head: same("Дата проведения операции"),
      width: 10,
      align: "left",
      text: ({ day }) => long(day),
    },
    {
      head: same("Дата обработки операции"),
      width: 10,
      align: "left",
      text: ({ day }) => long(day),
    },
    {
      head: same("Описание операции"),
      width: 26,
      align: "left",
      text: ({ details, kind }) => `${FORTE_KINDS[kind].ru} ${details}`,
    },
    {
      head: same("Сумма операции"),
      width: 11,
      align: "right",
      text: (row) => `${row.amount < 0 ? "- " : ""}${money(row.amount, " ", ",")}`,
    },
    { head: same("Валюта операции"), width: 8, align: "left", text: () => "KZT" },
    {
      head: same("Приход в валюте счета"),
      width: 10,
      align: "right",
      text: ({ amount }) => (amount > 0 ? money(amount, " ", ",") : "0,00"),
    },
    {
      head: same("Расход в валюте счета"),
      width: 10,
      align: "right",
      text: ({ amount }) => (amount < 0 ? `-${money(amount, " ", ",")}` : "0,00"),
    },
    { head: same("Комиссия"), width: 7, align: "right", text: () => "0,00" },
    {
      head: same("№ карточки/счета"),
      width: 10,
      align: "left",
      text: () => "440043******0931",
    },
  ],
  detailsOf: ({ details, kind }) => `${FORTE_KINDS[kind].ru} ${details}`,
  foot: () => "АО «Народный Банк Казахстана», БИК HSBKKZKX, halykbank.kz",
};

export const freedomCard: PrintedForm = {
  name: "freedom-card",
  languages: ["ru"],
  account: "KZ86551A201000111222",
  proves: { balances: false, totals: true },
  withTime: false,
  middle: true,
  kinds: {
    ...KASPI_KINDS,
    other: same("Сумма в обработке"),
  },
  above: (rows) => {
    const { from, to } = span(rows);
    const total = (kind: Kind) => {
      const all = sum(rows.filter((row) => row.kind === kind));
      return `${all < 0 ? "-" : ""}${money(all, ",", ".")} ₸`;
    };
    return `<h1>Выписка по карте Deposit Card</h1><p>за период с ${long(from)} по ${long(to)}</p><p>Номер карты:**1234</p><table class="facts"><tr><td>Номер счёта</td><td>Валюта</td><td>Остаток</td></tr><tr><td>${freedomCard.account}</td><td>KZT</td><td>5,000.00 ₸</td></tr></table>${pairs(
      [
        ["Покупка", total("purchase")],
        ["Перевод", total("transfer")],
        ["Пополнение", total("top-up")],
        ["Снятие", total("cash")],
        ["Сумма в обработке", total("other")],
      ],
    )}`;
  },
  columns: [
    { head: same("Дата"), width: 12, align: "left", text: ({ day }) => long(day) },
    {
      head: same("Сумма"),
      width: 18,
      align: "left",
      text: (row) => `${row.amount < 0 ? "-" : "+"}${money(row.amount, ",", ".")} ₸`,
    },
    { head: same("Валюта"), width: 9, align: "left", text: () => "KZT" },
    {
      head: same("Операция"),
      width: 12,
      align: "left",
      text: ({ kind }) => freedomCard.kinds[kind].ru,
    },
    {
      head: same("Детали"),
      width: 40,
      align: "left",
      text: ({ details }) =>
        details.length > 40 ? `${details} Плательщик: Demo. Получатель: Demo` : details,
    },
  ],
  detailsOf: ({ details }) =>
    details.length > 40 ? `${details} Плательщик: Demo. Получатель: Demo` : details,
  foot: () => "АО «Фридом Банк Казахстан», БИК KSNVKZKA, bankffin.kz",
};

const HOME_KINDS: Readonly<Record<Kind, Words>> = {
  purchase: {
    ru: "Покупки и траты",
    kk: "Сатып алулар мен шығындар",
    en: "Purchases and expenses",
  },
  transfer: { ru: "Переводы", kk: "Аударымдар", en: "Transfers" },
  "top-up": { ru: "Пополнения", kk: "Толықтырулар", en: "Replenishments" },
  cash: { ru: "Снятие наличных", kk: "Қолма-қол ақша алу", en: "Cash withdrawal" },
  other: { ru: "Другое", kk: "Басқа", en: "Other" },
};

export const homeCredit: PrintedForm = {
  name: "home-credit",
  languages: ["ru", "kk", "en"],
  account: "3712345678",
  proves: { balances: false, totals: false },
  withTime: true,
  kinds: HOME_KINDS,
  above: (rows, language) => {
    const [from, to] = [long(span(rows).from), long(span(rows).to)];
    return {
      ru: `<h1>Выписка по карте</h1><p>за период с ${from} по ${to}</p><p>Номер договора: ${homeCredit.account}</p>`,
      kk: `<h1>Карта бойынша үзінді көшірме</h1><p>${from} бастап ${to} дейінгі кезең</p><p>Келісімшарт нөмірі: ${homeCredit.account}</p>`,
      en: `<h1>Card statement</h1><p>for the period from ${from} to ${to}</p><p>Contract number: ${homeCredit.account}</p>`,
    }[language];
  },
  columns: [
    {
      head: { ru: "Дата", kk: "Күні", en: "Date" },
      width: 12,
      align: "left",
      text: ({ day }) => long(day),
    },
    {
      head: { ru: "Время", kk: "Уақыты", en: "Time" },
      width: 8,
      align: "left",
      text: ({ time }) => time.slice(0, 5),
    },
    {
      head: { ru: "Наименование", kk: "Атауы", en: "Name" },
      width: 30,
      align: "left",
      text: ({ details }) => details,
    },
    {
      head: { ru: "Категория", kk: "Санаты", en: "Category" },
      width: 22,
      align: "left",
      text: ({ kind }, language) => HOME_KINDS[kind][language],
    },
    {
      head: { ru: "Сумма", kk: "Сомасы", en: "Amount" },
      width: 20,
      align: "right",
      text: ({ amount }) => kaspiMoney(amount),
    },
    { head: same("MCC"), width: 8, align: "left", text: () => "5411" },
  ],
  detailsOf: ({ details }) => details,
  foot: () => "АО «Home Credit Bank», БИК INLMKZKA, homecredit.kz",
};

export const eurasian: PrintedForm = {
  name: "eurasian",
  languages: ["ru"],
  account: "KZ23948A201000111222",
  proves: { balances: true, totals: true },
  withTime: true,
  kinds: FORTE_KINDS,
  above: (rows) => {
    const { from, to } = span(rows);
    const comes = sum(rows.filter(({ amount }) => amount > 0));
    const leaves = sum(rows.filter(({ amount }) => amount < 0));
    return `<h1>Выписка по счету</h1><p>за период с ${long(from)} по ${long(to)}</p><p>Номер счета: ${eurasian.account}</p>${pairs(
      [
        [`Доступно на ${long(from)}`, `${money(OPENING, " ", ",")} KZT`],
        ["Приход за период", `${money(comes, " ", ",")} KZT`],
        ["Расход за период", `-${money(leaves, " ", ",")} KZT`],
        [
          `Доступно на ${long(to)}`,
          `${OPENING + comes + leaves < 0 ? "-" : ""}${money(OPENING + comes + leaves, " ", ",")} KZT`,
        ],
      ],
    )}`;
  },
  columns: [
    {
      head: same("Дата"),
      width: 13,
      align: "left",
      text: ({ day, time }) => `${long(day)}<br>${time}`,
    },
    { head: same("Категория"), width: 16, align: "left", text: ({ kind }) => FORTE_KINDS[kind].ru },
    {
      head: same("Детали"),
      width: 31,
      align: "left",
      text: ({ details }) => `${details}<br>Карта: **9876`,
    },
    {
      head: same("Сумма"),
      width: 14,
      align: "right",
      text: ({ amount }) => money(amount, " ", ","),
    },
    { head: same("Валюта"), width: 10, align: "left", text: () => "KZT" },
    {
      head: same("Сумма в валюте счета"),
      width: 16,
      align: "right",
      text: (row) => `${row.amount < 0 ? "-" : "+"}${money(row.amount, " ", ",")}`,
    },
  ],
  detailsOf: ({ details }) => `${details} Карта: **9876`,
  foot: () => "АО «Евразийский банк», БИК EURIKZKA, eubank.kz",
};

export const alatau: PrintedForm = {
  name: "alatau",
  languages: ["ru"],
  account: "KZ45998A201000111222",
  proves: { balances: false, totals: false },
  withTime: true,
  kinds: FORTE_KINDS,
  landscape: true,
  above: (rows) => {
    const { from, to } = span(rows);
    return `<h1>Выписка по счету</h1><p>АО «Alatau City Bank»</p><p>за период с ${long(from)} по ${long(to)}</p><p>Номер счета: ${alatau.account}</p>`;
  },
  columns: [
    {
      head: same("Дата и время"),
      width: 16,
      align: "left",
      text: ({ day, time }) => `${long(day)} ${time}`,
    },
    { head: same("Операция"), width: 14, align: "left", text: ({ kind }) => FORTE_KINDS[kind].ru },
    {
      head: same("Детали"),
      width: 30,
      align: "left",
      text: ({ details }) => `${details} Референс: 612345678901 Код авторизации: 123456`,
    },
    {
      head: same("Сумма"),
      width: 12,
      align: "right",
      text: ({ amount }) => money(amount, " ", ","),
    },
    { head: same("Валюта"), width: 8, align: "left", text: () => "KZT" },
    {
      head: same("Приход"),
      width: 10,
      align: "right",
      text: ({ amount }) => (amount > 0 ? money(amount, " ", ",") : ""),
    },
    {
      head: same("Расход"),
      width: 10,
      align: "right",
      text: ({ amount }) => (amount < 0 ? money(amount, " ", ",") : ""),
    },
  ],
  detailsOf: ({ details }) => `${details} Референс: 612345678901 Код авторизации: 123456`,
  foot: () => "БИК TSESKZKA",
};

export const bcc: PrintedForm = {
  name: "bcc",
  languages: ["ru"],
  account: "KZ40856A201000111222",
  proves: { balances: false, totals: false },
  withTime: false,
  kinds: FORTE_KINDS,
  above: (rows) => {
    const { from, to } = span(rows);
    return `<h1>Выписка по карте</h1><p>за период с ${from} по ${to}</p><p>Счет: ${bcc.account}</p>`;
  },
  columns: [
    { head: same("Дата операции"), width: 14, align: "left", text: ({ day }) => day },
    { head: same("Дата обработки"), width: 14, align: "left", text: ({ day }) => day },
    { head: same("Операция"), width: 18, align: "left", text: ({ kind }) => FORTE_KINDS[kind].ru },
    { head: same("Описание"), width: 34, align: "left", text: ({ details }) => details },
    {
      head: same("Сумма"),
      width: 20,
      align: "right",
      text: (row) => `${signed(row, " ", ".")}<br>KZT`,
    },
  ],
  detailsOf: ({ details }) => details,
  foot: () => "АО «Банк ЦентрКредит», БИК KCJBKZKX, www.bcc.kz",
};
