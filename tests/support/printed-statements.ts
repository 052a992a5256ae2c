/**
 * Statements as banks print them, as HTML that a browser or an office program turns into a PDF. All
 * names and numbers are made up.
 */
export type Language = "ru" | "kk" | "en";

/** One operation; money in minor units, below zero when it left the account. */
export interface PrintedOperation {
  readonly day: string;
  readonly time: string;
  readonly amount: number;
  readonly kind: Kind;
  readonly details: string;
}

type Kind = "purchase" | "transfer" | "top-up" | "cash" | "other";
type Words = Readonly<Record<Language, string>>;

export interface PrintedForm {
  readonly name: string;
  readonly languages: readonly Language[];
  readonly account: string;
  /** What the form proves of its rows. */
  readonly proves: { readonly balances: boolean; readonly totals: boolean };
  readonly withTime: boolean;
  readonly kinds: Readonly<Record<Kind, Words>>;
  readonly landscape?: boolean;
  readonly middle?: boolean;
  above(rows: readonly PrintedOperation[], language: Language): string;
  readonly columns: readonly PrintedColumn[];
  /** Printed at the foot of every page. */
  foot(language: Language): string;
}

interface PrintedColumn {
  readonly head: Words;
  readonly width: number;
  readonly align: "left" | "right" | "center";
  text(row: PrintedOperation, language: Language, balance: number): string;
}

const DAYS = 60;
const DETAILS: Readonly<Record<Kind, readonly string[]>> = {
  purchase: [
    "Magnum",
    "ИП ДЕМО-ҚҰРЫЛЫС",
    "Билет Avtobys. Оплата проезда за одну поездку по городскому маршруту номер 12",
    "KASPI MAGAZIN ALMATY",
    "ДҮКЕН «ЖҰЛДЫЗ»",
  ],
  transfer: ["Айгерім С.", "Руслан Қ.", "Өмірзақ І.", "На карту Demo Bank*4417"],
  "top-up": ["Данияр Т.", "Гүлнәр Һ.", "TOO DEMO-TRADE"],
  cash: ["Банкомат Abay 12", "ATM DEMO MALL"],
  other: ["Разное 1", "Корректировка"],
};

/** Rows from the newest to the oldest; equal ones among them, as a bus ticket is bought twice. */
export function operations(count: number, seed = 1): PrintedOperation[] {
  let state = seed;
  const next = (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  const kinds: readonly Kind[] = ["purchase", "purchase", "transfer", "top-up", "cash", "other"];
  return Array.from({ length: count }, (_, at) => {
    const kind = kinds[next(kinds.length)] ?? "purchase";
    const size = at % 9 === 0 ? 20_000 : 100 + next(at % 5 === 0 ? 90_000_000 : 900_000);
    const date = new Date(Date.UTC(2026, 2, 1 + Math.floor((DAYS * (count - 1 - at)) / count)));
    const texts = DETAILS[kind];
    return {
      day: date.toISOString().slice(0, 10),
      time: `${two(23 - (at % 24))}:${two(59 - (at % 60))}:${two(at % 60)}`,
      amount: kind === "top-up" || (kind === "purchase" && at % 17 === 0) ? size : -size,
      kind,
      details: texts[next(texts.length)] ?? "",
    };
  });
}

const two = (number: number) => String(number).padStart(2, "0");
const short = (day: string) => `${day.slice(8)}.${day.slice(5, 7)}.${day.slice(2, 4)}`;
const long = (day: string) => `${day.slice(8)}.${day.slice(5, 7)}.${day.slice(0, 4)}`;

/** "12 940,50": groups by `gap`, the fraction behind `point`. */
function money(amount: number, gap: string, point: string): string {
  const size = Math.abs(amount);
  const whole = String(Math.floor(size / 100)).replace(/\B(?=(\d{3})+$)/g, gap);
  return `${whole}${point}${two(size % 100)}`;
}

const kaspiMoney = (amount: number) =>
  amount === 0 ? "0,00 ₸" : `${amount < 0 ? "-" : "+"} ${money(amount, " ", ",")} ₸`;
const sum = (rows: readonly PrintedOperation[]) =>
  rows.reduce((all, { amount }) => all + amount, 0);
const same = (text: string): Words => ({ ru: text, kk: text, en: text });
const span = (rows: readonly PrintedOperation[]) => ({
  from: rows.at(-1)?.day ?? "",
  to: rows[0]?.day ?? "",
});
const pairs = (lines: readonly (readonly [string, string])[]) =>
  `<table class="facts">${lines.map(([label, value]) => `<tr><td>${label}</td><td class="right">${value}</td></tr>`).join("")}</table>`;

const OPENING = 50_000_000;
const KASPI_KINDS: Readonly<Record<Kind, Words>> = {
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
const signed = (row: PrintedOperation, gap: string, point: string) =>
  `${row.amount < 0 ? "-" : ""}${money(row.amount, gap, point)}`;

const kaspiGold: PrintedForm = {
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
  foot: (language) => KASPI_FOOT[language],
};

const FORTE_KINDS: Readonly<Record<Kind, Words>> = {
  purchase: { ru: "Покупка", kk: "Сатып алу", en: "Purchase" },
  transfer: { ru: "Перевод", kk: "Аударым", en: "Transfer" },
  "top-up": { ru: "Пополнение счета", kk: "Шотты толтыру", en: "Account replenishment" },
  cash: { ru: "Снятие наличных", kk: "Қолма-қол ақша алу", en: "Cash withdrawal" },
  other: { ru: "Другое", kk: "Басқа", en: "Other" },
};

const forteCard: PrintedForm = {
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
  foot: () => "АО «ForteBank», БИК IRTYKZKA, forte.kz",
};

const halyk: PrintedForm = {
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
  foot: () => "АО «Народный Банк Казахстана», БИК HSBKKZKX, halykbank.kz",
};

const freedomCard: PrintedForm = {
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

const homeCredit: PrintedForm = {
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
  foot: () => "АО «Home Credit Bank», БИК INLMKZKA, homecredit.kz",
};

const kaspiDeposit: PrintedForm = {
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

const forteCurrent: PrintedForm = {
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
  foot: () => "АО «ForteBank», БИК IRTYKZKA, forte.kz",
};

const eurasian: PrintedForm = {
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
  foot: () => "АО «Евразийский банк», БИК EURIKZKA, eubank.kz",
};

const alatau: PrintedForm = {
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
  foot: () => "БИК TSESKZKA",
};

const bcc: PrintedForm = {
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
  foot: () => "АО «Банк ЦентрКредит», БИК KCJBKZKX, www.bcc.kz",
};

export const PRINTED_FORMS: readonly PrintedForm[] = [
  kaspiGold,
  kaspiDeposit,
  forteCard,
  forteCurrent,
  halyk,
  freedomCard,
  homeCredit,
  eurasian,
  alatau,
  bcc,
];

/** The paper as a page to be printed; `footBelow`: the foot once, where nothing prints it on every page. */
export function statementPage(
  form: PrintedForm,
  rows: readonly PrintedOperation[],
  language: Language,
  footBelow = false,
): string {
  const heads = form.columns
    .map(
      ({ head, width, align }) => `<th width="${width}%" align="${align}">${head[language]}</th>`,
    )
    .join("");
  let balance = OPENING + sum(rows);
  const body = rows
    .map((row) => {
      const cells = form.columns
        .map(({ width, align, text }) => {
          return `<td width="${width}%" align="${align}">${text(row, language, balance)}</td>`;
        })
        .join("");
      balance -= row.amount;
      return `<tr>${cells}</tr>`;
    })
    .join("");
  const align = form.middle === true ? "middle" : "top";
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${form.name}</title><style>
@page { size: A4 ${form.landscape === true ? "landscape" : "portrait"}; margin: 14mm 14mm 20mm; }
body { font: 8pt "Noto Sans", "DejaVu Sans", sans-serif; }
h1 { font-size: 14pt; } h2 { font-size: 10pt; font-weight: normal; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
table.facts { width: 70%; } td.right { text-align: right; }
td, th { vertical-align: ${align}; padding: 2pt 3pt; font-weight: normal; }
tr { break-inside: avoid; }
</style></head><body>${form.above(rows, language)}<p></p>
<table><thead><tr>${heads}</tr></thead><tbody>${body}</tbody></table>${footBelow ? `<p></p><p>${form.foot(language)}</p>` : ""}</body></html>`;
}
