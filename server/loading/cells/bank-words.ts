import { foldName } from "../../identity/names.ts";

/**
 * Words by which rows are told apart, folded before comparing. Each is looked for as the start of a
 * word, so "снят" finds "Снятие" and "снятия". With an exclamation mark only the whole word counts.
 * Data: a new bank's wording is added here and nowhere else.
 */
export const TOTALS = [
  "итого",
  "всего",
  "барлыгы",
  "жиыны",
  "жиынтыгы",
  "total!",
  "grand total",
  "оборот",
  "обороты",
  "остаток",
  "остатки",
  "калдык",
  "сальдо",
  "входящ остаток",
  "исходящ остаток",
  "кирис калдык",
  "шыгыс калдык",
  "opening balance",
  "closing balance",
  "balance!",
  "subtotal",
  "промежуточ итог",
  "перенос с",
  "переходящ остаток",
  "количество операций",
  "количество записей",
];
/** What a page carries over to the next one; a line begins with it. */
export const CARRIED = [
  "перенос на",
  "перенос с",
  "перенос со",
  "перенос из",
  "перенос итога",
  "перенесено на",
  "перенесено с",
  "к переносу",
  "итог к переносу",
  "carried forward",
  "carried over",
  "brought forward",
  "келеси бетке",
  "алдынгы беттен",
];
export const PAGES = ["страница", "стр!", "page!", "бет!", "лист!"];
export const NOT_CARRIED_OUT = [
  "отклон",
  "отказ",
  "неуспеш",
  "не успеш",
  "не исполн",
  "не проведен",
  "ошибк",
  "отмен",
  "аннулир",
  "неудач",
  "декларир",
  "declin",
  "reject",
  "fail",
  "cancel",
  "error!",
  "орындалма",
  "кабылданба",
  "забракован",
  "в обработке",
  "ожида",
  "pending",
  "возвра",
  "возвращ",
  "returned",
  "refunded",
  "кайтарыл",
  "недостаточн",
  "insufficient",
  "жеткиликсиз",
  "нет!",
  "жок!",
  "no!",
  "false!",
  "черновик",
  "draft",
  "на подпис",
  "заблокир",
  "бугатталган",
  "blocked",
  "on hold",
];
/** A state that says so is understood: money moved. */
export const CARRIED_OUT = [
  "исполн",
  "провед",
  "проводк",
  "проведен",
  "успеш",
  "выполн",
  "заверш",
  "обработан",
  "зачислен",
  "списан",
  "подтвержд",
  "оплачен",
  "принят",
  "отправлен",
  "доставлен",
  "получен",
  "действ",
  "активн",
  "норм",
  "ok!",
  "ок!",
  "да!",
  "иа!",
  "yes!",
  "true!",
  "00!",
  "000!",
  "complete",
  "execut",
  "book",
  "success",
  "post",
  "process",
  "settle",
  "approv",
  "confirm",
  "done!",
  "paid",
  "active",
  "accepted",
  "final",
  "орындалды",
  "орындалган",
  "жургизилди",
  "сатти",
  "аякталды",
  "откизилди",
];
export const PARTLY = ["частич", "part", "жартылай", "ишинара"];
/** Kinds of operation that only hold money back, or let it go again. */
export const HOLDS = [
  "блокировк",
  "разблокировк",
  "холд!",
  "холдир",
  "hold!",
  "hold release",
  "снят холд",
  "снят блокировк",
  "бугаттау",
];
export const REVERSALS = [
  "сторн",
  "аннулир",
  "отмена операц",
  "отмена перевод",
  "отмена платеж",
  "отмена транзакц",
  "отмена покупк",
  "отмена сняти",
  "возврат ошибочн",
  "reversal",
  "reverse",
  "rvsl",
  "storno",
  "chargeback",
  "операцияны жою",
  "кери кайтару",
];

/** Ways out and in, by the kind of operation or the transfer system. */
export const CASH = [
  "снят",
  "выдач налич",
  "выдач нал",
  "получен налич",
  "банкомат",
  "atm",
  "cash withdrawal",
  "cash deposit",
  "cash advance",
  "cash payment",
  "налич",
  "колма кол",
  "касса!",
  "кассов",
  "обналич",
  "взнос налич",
  "внесен налич",
  "инкассац",
  "cash in",
  "cash out",
];
export const CASH_IN = [
  "взнос",
  "внесен",
  "пополнен",
  "прием налич",
  "deposit",
  "cash in",
  "салу!",
  "толтыру",
  "поступлен налич",
  "зачислен налич",
];
/** What a bank takes or gives for itself. */
export const BANK_CHARGES = [
  "комисси",
  "вознагражд",
  "процент по",
  "абонентск",
  "обслуживан сче",
  "обслуживан карт",
  "fee!",
  "commission",
  "interest",
  "сыйакы",
  "пеня!",
  "смс информир",
  "sms",
];
export const POS = [
  "коммерсант",
  "оплата в",
  "оплата у",
  "оплаты у",
  "покупк",
  "оплата товар",
  "оплата услуг",
  "pos!",
  "purchase",
  "эквайринг",
  "retail",
  "сауда",
  "сатып алу",
  "торгов",
  "безналичная оплата",
  "оплата картой",
  "оплата покупк",
  "интернет магазин",
  "e commerce",
  "ecommerce",
  "merchant",
];
export const CARD = [
  "с карты на карту",
  "card to card",
  "card2card",
  "c2c",
  "перевод на карту",
  "перевод с карты",
  "картадан картага",
  "карточн перевод",
  "card transfer",
  "visa direct",
  "mastercard moneysend",
  "moneysend",
];
export const CRYPTO = [
  "binance",
  "bybit",
  "okx",
  "okex",
  "huobi",
  "htx",
  "kucoin",
  "kraken",
  "bitget",
  "mexc",
  "gate io",
  "whitebit",
  "ataix",
  "intebix",
  "rapira",
  "garantex",
  "bitfinex",
  "coinbase",
  "crypto",
  "крипто",
  "usdt",
  "btc!",
  "bitcoin",
  "биткоин",
  "биткойн",
  "цифровых актив",
  "цифровой актив",
  "виртуальн актив",
  "blockchain",
];
export const FOREIGN = [
  "swift",
  "свифт",
  "western union",
  "вестерн юнион",
  "золотая корона",
  "koronapay",
  "contact!",
  "юнистрим",
  "unistream",
  "moneygram",
  "sendy",
  "intel express",
  "ria money!",
  "за рубеж",
  "зарубеж",
  "трансгранич",
  "международный перевод",
  "international transfer",
  "cross border",
  "шетел",
];

/** Purpose codes that say cash: a hint where nothing else says. */
export const CASH_CODES: ReadonlySet<string> = new Set(["341"]);

type Finder = (text: string) => boolean;

/**
 * Whether a text holds one of the phrases: every word of a phrase starts a word of the text, in
 * order and side by side.
 */
export function finder(phrases: readonly string[]): Finder {
  const pattern = new RegExp(`(?:^| )(?:${phrases.map(patternOf).join("|")})`, "u");
  const known = new Map<string, boolean>();
  return (text) => {
    if (text === "") return false;
    const answered = known.get(text);
    if (answered !== undefined) return answered;
    if (known.size >= REMEMBERED) known.clear();
    const found = pattern.test(foldName(text));
    known.set(text, found);
    return found;
  };
}

/** "взнос налич" → a word starting with взнос, then one starting with налич. */
function patternOf(phrase: string): string {
  return phrase
    .split(" ")
    .map((word) => `${foldName(word)}${word.endsWith("!") ? "(?= |$)" : "[^ ]*"}`)
    .join(" ");
}

const REMEMBERED = 5_000;

/** Kinds of operation that tell the direction where no column, sign or word of its own does. */
export const OPERATIONS_OUT = [
  "покупк",
  "снят",
  "выдач",
  "оплат",
  "списан",
  "платеж исход",
  "исходящ",
  "расход",
  "отправк",
  "purchase",
  "withdrawal",
  "payment",
  "outgoing",
  "сатып алу",
  "колма кол акша алу",
  "шыгыс",
  "комисс",
];
export const OPERATIONS_IN = [
  "пополнен",
  "взнос",
  "внесен",
  "зачислен",
  "поступлен",
  "входящ",
  "приход",
  "получен перевод",
  "возврат",
  "deposit",
  "incoming",
  "refund",
  "top up",
  "толтыру",
  "акша салу",
  "кирис",
];
