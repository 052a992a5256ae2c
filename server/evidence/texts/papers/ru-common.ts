import type { CommonWords } from "./common-words.ts";
import {
  ANSWER_BY,
  AS_OF,
  EARLIER,
  EARLIER_SUMS,
  SIGNED,
  sanctioned,
  TO_BANK,
  TOLD_BY,
} from "./ru.ts";

/** Two rows ask for one loss. */
const COUNTED_ONCE =
  "? counted-once: Вред, который взыскивается по нескольким строкам, в суммах «Всего» учтён один раз.";

/** Of traced claims: which part of each transfer is the victim's; others unnamed. */
const TRACED = `* rules: {rules.rows}. {rules.said}
? alternatives: {alternatives}: тот же вред взыскивается и с других лиц; уплаченное одним из них уменьшает остаток у всех.
| Строка | Дата и время | Со счёта | На счёт | Весь перевод | Деньги потерпевшего |
| {traced-transfers.n} | {traced-transfers.time} | {traced-transfers.from} | {traced-transfers.to} | {traced-transfers.whole} | {traced-transfers.amount} |`;

/** Of joint defendants: to whose accounts the money came, and why the others answer for it too. */
const JOINT =
  "* joint-claims: Строка {joint-claims.n}: деньги потерпевшего поступили на счета: {joint-claims.paid}. Вред причинён совместно. Ответчики: {joint-claims.names}. Обоснование: {joint-claims.why}. Согласно статьям 287 и 932 Гражданского кодекса Республики Казахстан они отвечают солидарно, в том числе тот, на чьи счета деньги не поступали.";

export const ruCommon: CommonWords = {
  folder: "письма-банкам",
  inInventory: (path, claims) => `${path} (одно письмо, исков в нём: ${claims})`,
  noMore: "иск был в этом письме, теперь по нему отдельное письмо или он снова черновик",
  templates: {
    "statement-request": `${TO_BANK}

# ЗАПРОС
## о предоставлении выписок и сведений о владельцах счетов
${sanctioned((said) => `{reports.by} на основании статьи 122 Уголовно-процессуального кодекса Республики Казахстан, с санкции прокурора ${said}, прошу по следующим счетам:`)}
| № | Счёт | Владелец | ИИН/БИН | Заявления | Операции с |
| {bank-accounts.n} | {bank-accounts.number} | {bank-accounts.holder} | {bank-accounts.iin} | {bank-accounts.reports} | {bank-accounts.first} |
- предоставить по каждому счёту все операции со дня, указанного в таблице, по день ответа файлом Excel по форме приложения 10 к приказу Председателя Агентства Республики Казахстан по финансовому мониторингу от 22 февраля 2022 года № 13, с остатками на начало и конец;
- сообщить адрес, телефон и электронную почту каждого владельца, указанные при открытии счёта и позже;
- сообщить другие счета и карты каждого владельца и регулярные поступления на них (работодатель, пенсия).
! joint-claims: ### Деньги потерпевших, поступившие владельцам счетов
? joint-claims: ### Деньги потерпевших
| № | Потерпевший | Заявление | На счёт | Поступило |
| {claims.n} | {claims.victim} | {claims.reports} | {claims.to} | {claims.received} |
${JOINT}
${COUNTED_ONCE}
? bank.sum: Всего поступило в банк: {bank.sum} ({bank.sum.words}).
${EARLIER}
${ANSWER_BY}

${SIGNED}`,
    "freeze-request": `${TO_BANK}

# ОБРАЩЕНИЕ
## о приостановлении операций по счетам
! joint-claims: {reports.by} деньги потерпевших получили владельцы следующих счетов:
? joint-claims: {reports.by} деньги потерпевших получили владельцы следующих счетов или лица, которые отвечают солидарно с ними:
| № | Счёт | Владелец | ИИН/БИН | Поступило от потерпевших |
| {bank-accounts.n} | {bank-accounts.number} | {bank-accounts.holder} | {bank-accounts.iin} | {bank-accounts.received} |
### Потерпевшие и суммы
| № | Потерпевший | Заявление | На счёт | Поступило | Приостановить в пределах |
| {claims.n} | {claims.victim} | {claims.reports} | {claims.to} | {claims.received} | {claims.asked} |
${JOINT}
${COUNTED_ONCE}
? bank.sum: Всего поступило в банк: {bank.sum} ({bank.sum.words}).
${TRACED}
${AS_OF}
? repaid: Всего возвращено потерпевшим: {repaid}.
${EARLIER_SUMS}
На основании статьи 25-1 Закона Республики Казахстан «О платежах и платёжных системах» прошу приостановить расходные операции по этим счетам в пределах сумм, указанных в таблице, всего {bank.left} ({bank.left.words}), и сообщить остаток на каждом счёте на день получения обращения.
${sanctioned((said) => `С санкции прокурора ${said}`)}
${TOLD_BY}

${SIGNED}`,
    "return-notice": `${TO_BANK}

# УВЕДОМЛЕНИЕ
## о возврате заблокированных денег потерпевшим
Согласно статье 25-1 Закона Республики Казахстан «О платежах и платёжных системах» прошу возвратить потерпевшим деньги, заблокированные на следующих счетах:
| № | Счёт | Владелец | ИИН/БИН | Поступило от потерпевших |
| {bank-accounts.n} | {bank-accounts.number} | {bank-accounts.holder} | {bank-accounts.iin} | {bank-accounts.received} |
### Кому возвратить
| № | Получатель возврата | Счёт для возврата | Заявление | На какой счёт поступило | Поступило | К возврату | Не более |
| {claims.n} | {claims.payee} | {claims.accounts} | {claims.reports} | {claims.to} | {claims.received} | {claims.back} | {claims.asked} |
${COUNTED_ONCE}
? bank.sum: Всего поступило в банк: {bank.sum} ({bank.sum.words}).
${TRACED}
${AS_OF}
? repaid: Всего уже возвращено потерпевшим: {repaid}.
${EARLIER_SUMS}
Всего к возврату: не более {bank.left} ({bank.left.words}).
${sanctioned((said) => `Уведомление санкционировано прокурором: ${said}`)}

${SIGNED}`,
  },
  blanks: {
    "bank-accounts.reports": "номер в ЕРДР",
    "bank-accounts.first": "день первого перевода",
    "claims.accounts": "счёт потерпевшего",
    "claims.reports": "номер в ЕРДР",
    "claims.victim": "имя потерпевшего",
    "claims.payee": "получатель возврата",
    "claims.received": "поступившая сумма",
    "claims.asked": "сумма, не больше остатка",
    "claims.back": "сумма к возврату",
    "joint-claims.paid": "счета, на которые поступили деньги",
    "joint-claims.names": "имена ответчиков",
    "joint-claims.why": "основание совместной ответственности",
    "rules.rows": "номера строк",
    "rules.said": "правило прослеживания",
    "claims.to": "номер счёта",
  },
  total: "Всего",
  line: "____________",
  rows: (numbers) => `${numbers.length === 1 ? "Строка" : "Строки"} ${numbers.join(", ")}`,
  ofRows: (numbers) => `${numbers.length === 1 ? "строка" : "строки"} ${numbers.join(", ")}`,
  sameLoss: (numbers) =>
    `тот же вред взыскивается и по ${numbers.length === 1 ? "строке" : "строкам"} ${numbers.join(", ")}`,
  jointly: "ответчики отвечают солидарно",
  elsewhere: (sum) => `в другом банке: ${sum}`,
  toOthers: (sum) => `на другие счета: ${sum}`,
  paid: ({ number, said, sum }) =>
    `${number}${said.length === 0 ? "" : ` (${said.join(", ")})`}: ${sum}`,
  payee: (name, iin) => `${name}, ИИН ${iin}`,
};
