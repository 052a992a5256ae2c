import { letters } from "../../../../contract/texts/ru/letters.ts";
import type { PaperWords } from "./paper-words.ts";
import { ruBlanks } from "./ru-blanks.ts";

const PARTIES = `> {court}
> Истец: {victim.name}
> дата рождения: {victim.birth}
> ИИН: {victim.iin}
> адрес: {victim.address}
> телефон: {victim.phone}
> электронная почта: {victim.email}
? victim.minor: > законный представитель: {victim.representative}
> В интересах истца: {office.name}
? office.address: > {office.address}
? office.contacts: > {office.contacts}
> Ответчик: {defendant.name}
? defendant.birth: > дата рождения: {defendant.birth}
> ИИН/БИН: {defendant.iin}
> адрес: {defendant.address}
? defendant.guardian: > законный представитель: {defendant.guardian}
? defendant.phone: > телефон: {defendant.phone}
* co-defendants: > Соответчик: {co-defendants.name}, ИИН/БИН {co-defendants.iin}, адрес: {co-defendants.address}{co-defendants.more}`;

/** Parts that letters of the first hour have too. */
export const FROM_OFFICE = `> {office.name}
? office.address: > {office.address}
? office.contacts: > {office.contacts}`;

export const SIGNED = `«___» ______________ 20___ г.
Подпись ____________________ {office.signer}`;

/** Number and day that a person writes in. */
export const UNNUMBERED = "№ ____________ от «___» ______________ 20___ г.";
/** Under which number and when the letter left, once a person has said so. */
export const NUMBERED = `! letter.day: ${UNNUMBERED}
? letter.day: № {letter.number} от {letter.day}`;

/** The head of a letter to a bank. */
export const TO_BANK = `${FROM_OFFICE}
> Кому: {bank.name}
${NUMBERED}`;

/** The last day for an answer, once the letter left with one. */
export const ANSWER_BY = `! letter.due: Ответ прошу направить в электронном виде в срок до «___» ______________ 20___ г.
? letter.due: Ответ прошу направить в электронном виде в срок до {letter.due} включительно.`;

/** The same for a bank that is asked to act. */
export const TOLD_BY = `! letter.due: О принятых мерах прошу сообщить до «___» ______________ 20___ г.
? letter.due: О принятых мерах прошу сообщить до {letter.due} включительно.`;

const SANCTIONED = "№ {sanction.number} от {sanction.day}";
/** A line that names the sanction of the prosecutor, once a person has written it down. */
export const sanctioned = (line: (said: string) => string) => {
  const known = line(SANCTIONED);
  return `! sanction.day: ${line(UNNUMBERED)}
? sanction.day: ${known.endsWith(SANCTIONED) ? `${known}.` : known}`;
};

/** Letters that left before about the same. */
export const EARLIER = "? letter.earlier: В дополнение к ранее направленному: {letter.earlier}.";
export const EARLIER_SUMS = `${EARLIER} Суммы указаны заново и к прежним не прибавляются.`;

/** All defendants of a claim, in the nominative. */
const AGAINST = `! joint: Ответчик: {defendant.names}.
? joint: Ответчики: {defendant.names}.`;

/** The day of the paper: every sum in it is of that day. */
export const AS_OF = "Суммы указаны по состоянию на {as-of}.";
/** Others are asked for the same loss, in other claims. */
const ALSO_ASKED =
  "? alternatives: Тот же вред взыскивается и с других лиц. Ответчики по другим искам: " +
  "{alternatives}. Уплаченное одним из них уменьшает остаток у всех.";
/** Of a traced claim, to a bank: which part of each transfer is the victim's; others unnamed. */
const TRACED_AT_BANK = `? traced: {traced}
? alternatives: Тот же вред взыскивается и с других лиц; уплаченное одним из них уменьшает остаток у всех.
| № | Дата и время | Со счёта | На счёт | Весь перевод | Деньги потерпевшего |
| {traced-transfers.n} | {traced-transfers.time} | {traced-transfers.from} | {traced-transfers.to} | {traced-transfers.whole} | {traced-transfers.amount} |`;
/** Of joint defendants: to whose accounts the money came, and why the others answer for it too. */
const JOINT_AT_BANK = `? joint: {reports.by} потерпевшему причинён вред: {sum} ({sum.words}). Деньги потерпевшего поступили на счета:
| № | Счёт | Владелец | Банк | Поступило от потерпевшего |
| {paid-accounts.n} | {paid-accounts.number} | {paid-accounts.holder} | {paid-accounts.bank} | {paid-accounts.received} |
? joint: Вред причинён совместно. Ответчики: {joint}. Обоснование: {joint.why}.
? joint: Согласно статьям 287 и 932 Гражданского кодекса Республики Казахстан лица, совместно причинившие вред, отвечают солидарно: вся сумма может быть взыскана с любого из них, в том числе с того, на чьи счета деньги потерпевшего не поступали.
? joint: Счета ответчиков в банке:`;
/** All returns in one sum; and each return in a row of its own. */
const RETURNED = `${AS_OF}
? repaid: Возвращено: {repaid} ({repaid.words}). Остаток: {demanded} ({demanded.words}).`;
const RETURNS = `? returns: ### Возвращено потерпевшему
| № | День | Как возвращено | Сумма |
| {returns.n} | {returns.day} | {returns.how} | {returns.amount} |`;

export const ruPapers: PaperWords = {
  leftInOther: "отправлено-на-казахском",
  fileNames: {
    "claim-statement": "исковое-заявление",
    calculation: "расчёт",
    "transfers-list": "список-переводов",
    "defendants-list": "список-ответчиков",
    demand: "претензия",
    consent: "согласие-потерпевшего",
    security: "обеспечение-иска",
    "claim-reduction": "уменьшение-требований",
    "statement-request": "запрос-выписок-и-адреса",
    "freeze-request": "приостановление-операций",
    "return-notice": "уведомление-о-возврате",
    "loan-suspension": "приостановление-кредита",
    "cover-letter": "сопроводительное-письмо",
    inventory: "опись",
  },
  titles: {
    "claim-statement": "Исковое заявление",
    calculation: "Расчёт суммы иска",
    "transfers-list": "Список переводов",
    "defendants-list": "Список ответчиков",
    ...letters.kinds,
    "claim-reduction": "Заявление об уменьшении размера исковых требований",
    consent: "Согласие потерпевшего",
    inventory: "Опись документов",
  },
  templates: {
    "claim-statement": `${PARTIES}
> Цена иска: {price}

# ИСКОВОЕ ЗАЯВЛЕНИЕ
! joint: ## о возврате неосновательного обогащения
? joint: ## о возмещении совместно причинённого вреда

{circumstances}
{reports.by} деньги истца переведены на счета других лиц.
? one-transfer: Перевод, поступивший на счёт ответчика, указан в приложенном списке; там же указаны файл банка и строка в нём.
? several-transfers: Переводы, поступившие на счета ответчика, перечислены в приложенном списке; у каждого указаны файл банка и строка в нём.
? joint: Переводы, поступившие на счета ответчиков, перечислены в приложенном списке; у каждого указаны файл банка и строка в нём.
{ground}
! joint: Ответчик получил деньги истца на сумму {sum} ({sum.words}).
? joint: Истцу причинён вред на сумму {sum} ({sum.words}).
${ALSO_ASKED}
${RETURNED}
? demand.day: Досудебная претензия № {demand.number} направлена ответчику {demand.day}; срок для возврата денег — по {demand.term} включительно.
! penalty: Неустойка по статье 353 Гражданского кодекса в цену иска не включена.
? penalty.unpaid: Согласно статье 353 и пункту 2 статьи 958 Гражданского кодекса на эти деньги начислена неустойка с {penalty.from} по {penalty.until}: {penalty} ({penalty.words}). Она входит в цену иска; по дням она рассчитана в приложенном расчёте.
? penalty.paid: Согласно статье 353 и пункту 2 статьи 958 Гражданского кодекса на эти деньги начислена неустойка с {penalty.from} по {penalty.until}: {penalty.whole} ({penalty.whole.words}). Из неё уже уплачено {penalty.paid} ({penalty.paid.words}). Остаток неустойки, {penalty} ({penalty.words}), входит в цену иска; по дням неустойка рассчитана в приложенном расчёте.
? rate: Цена иска в тенге по курсу {rate} тенге за единицу валюты на {rate.day}: {price} ({price.words}). Источник курса: {rate.source}.
! victim.minor: Потерпевший не может обратиться в суд сам: {why}. Согласие потерпевшего на обращение прокурора: {consent}.
? victim.minor: Потерпевший — несовершеннолетний; его законный представитель: {victim.representative}. Согласие по части первой статьи 54 Гражданского процессуального кодекса не требуется.
? fee.exempt: Истец освобождён от уплаты государственной пошлины: {fee.exempt}.
? fee.sum: Сумма государственной пошлины: {fee.sum}.
? fee.paid: Государственная пошлина уплачена: {fee.paid}.
! fee.decided: Государственная пошлина: {fee.decided}.
! joint: На основании статьи 953 Гражданского кодекса, {juvenile}статей 29, 54, 148 и 149 Гражданского процессуального кодекса Республики Казахстан
? joint: На основании статей 287 и 932 Гражданского кодекса, {juvenile}статей 29, 30, 54, 148 и 149 Гражданского процессуального кодекса Республики Казахстан
### ПРОШУ:
? joint: - взыскать солидарно с ответчиков в пользу истца {demanded} ({demanded.words}){in-tenge};
! joint: - взыскать с ответчика в пользу истца {demanded} ({demanded.words}){in-tenge};
? penalty.joint: - взыскать солидарно с ответчиков в пользу истца неустойку {penalty} ({penalty.words}){together-in-tenge};
? penalty.one: - взыскать с ответчика в пользу истца неустойку {penalty} ({penalty.words}){together-in-tenge};
? fee.one: - взыскать с ответчика в пользу истца расходы на уплату государственной пошлины: {fee.one};
? fee.joint: - взыскать с ответчиков в пользу истца расходы на уплату государственной пошлины: {fee.joint};
? simplified: - {simplified}

### Приложения
* attachments: {attachments.n}. {attachments.name}

${SIGNED}`,
    calculation: `# РАСЧЁТ СУММЫ ИСКА
Потерпевший: {victim.name}, ИИН {victim.iin}.
Ответчик: {defendant.name}, ИИН/БИН {defendant.iin}.
? defendant.guardian: Законный представитель ответчика: {defendant.guardian}.
* co-defendants: Соответчик: {co-defendants.name}, ИИН/БИН {co-defendants.iin}.
{basis}
${ALSO_ASKED}
| № | Дата и время | Со счёта | На счёт | Весь перевод | В расчёте | Файл банка |
| {transfers.n} | {transfers.time} | {transfers.from} | {transfers.to} | {transfers.whole} | {transfers.amount} | {transfers.file} |
Поступило: {sum} ({sum.words}).
${RETURNS}
${RETURNED}
? rate: Цена иска в тенге по курсу {rate} на {rate.day}: {price} ({price.words}). Источник курса: {rate.source}.
? described: {described}
? working: ### Как деньги потерпевшего прослежены до счёта ответчика
? working: В каждой строке указаны весь перевод и его часть, которая по названному правилу состоит из денег этого потерпевшего.
? openings: Начальный остаток на следующих счетах неизвестен и принят равным нулю: {openings}. Если он не был нулевым, сумма может измениться.
| Шаг | Дата и время | Со счёта | На счёт | Весь перевод | Деньги потерпевшего |
| {working.n} | {working.time} | {working.from} | {working.to} | {working.whole} | {working.part} |
? way: ### Все поступления и платежи счетов, через которые прошли деньги потерпевшего
? way: По этой таблице правило можно проверить вручную. Она начинается с первых похищенных денег на счёте и кончается последним платежом, который привёл к ответчику.
| Счёт | Дата и время | Откуда или куда | Поступило | Ушло | Из них деньги потерпевшего | Осталось денег потерпевшего | Остаток на счёте |
| {way.account} | {way.time} | {way.other} | {way.came} | {way.left} | {way.part} | {way.victims} | {way.balance} |
! penalty: Неустойка по статье 353 Гражданского кодекса в расчёт не включена.
? penalty: ### Неустойка по статье 353 Гражданского кодекса
? penalty: Неустойка начислена с {penalty.from} по {penalty.until} на деньги, которые ещё не возвращены. Деньги считаются со дня, следующего за днём поступления; день возврата ещё считается. Каждая строка: долг × ставка × дни / 365.
? penalty.rate-day: Применена базовая ставка на {penalty.rate-day}.
| С | По | Дней | Долг | Ставка в год | Неустойка |
| {penalty-spans.from} | {penalty-spans.until} | {penalty-spans.days} | {penalty-spans.principal} | {penalty-spans.rate} | {penalty-spans.amount} |
? penalty.unpaid: Всего неустойки: {penalty} ({penalty.words}).
? penalty.paid: Всего неустойки: {penalty.whole} ({penalty.whole.words}). Из неё уже уплачено {penalty.paid} ({penalty.paid.words}). Осталось взыскать неустойку: {penalty} ({penalty.words}).
? penalty: Вместе с остатком: {with-penalty} ({with-penalty.words}).
* penalty-rates: Базовая ставка {penalty-rates.rate} с {penalty-rates.from}: {penalty-rates.source}.
Время указано в часовом поясе UTC+5.

${SIGNED}`,
    "transfers-list": `# СПИСОК ПЕРЕВОДОВ
Потерпевший: {victim.name}. Ответчик: {defendant.name}.
? defendant.guardian: Законный представитель ответчика: {defendant.guardian}.
* co-defendants: Соответчик: {co-defendants.name}.
| № | Дата и время | Со счёта | На счёт | Сумма | Назначение платежа | Файл банка |
| {transfers.n} | {transfers.time} | {transfers.from} | {transfers.to} | {transfers.whole} | {transfers.purpose} | {transfers.file} |
Взыскивается из этих переводов: {sum} ({sum.words}).
${RETURNS}
${RETURNED}
Время указано в часовом поясе UTC+5.
### Файлы банков
| № | Файл | Запрос и санкция | sha256 |
| {sources.n} | {sources.name} | {sources.request} | {sources.sha256} |`,
    "defendants-list": `# СПИСОК ОТВЕТЧИКОВ
Потерпевший: {victim.name}. Сумма требования: {demanded} ({demanded.words}).
${AS_OF}
? joint: Ответчики отвечают солидарно: вся сумма взыскивается один раз, с любого из них или со всех вместе. Обоснование: {joint.why}.
| № | Ответчик | ИИН/БИН | Дата рождения | Адрес | Счета | Поступило от потерпевшего | Возвращено |
| {defendants.n} | {defendants.name} | {defendants.iin} | {defendants.birth} | {defendants.address}{defendants.guardian} | {defendants.accounts} | {defendants.received} | {defendants.paid} |

${SIGNED}`,
    demand: `${FROM_OFFICE}
> Кому: {defendant.name}
> ИИН/БИН: {defendant.iin}
> адрес: {defendant.address}
? defendant.guardian: > законный представитель: {defendant.guardian}
${NUMBERED}

# ДОСУДЕБНАЯ ПРЕТЕНЗИЯ
! joint: ## о возврате неосновательно полученных денег
? joint: ## о возмещении совместно причинённого вреда
Потерпевший: {victim.name}.
? one-transfer: На Ваш счёт поступили деньги потерпевшего: {sum} ({sum.words}). Перевод указан в таблице ниже.
? several-transfers: На Ваши счета поступили деньги потерпевшего: {sum} ({sum.words}). Переводы перечислены в таблице ниже.
? joint: Потерпевшему причинён вред: {sum} ({sum.words}). Переводы перечислены в таблице ниже.
? joint: Вред причинён совместно. Ответчики: {joint}. Обоснование: {joint.why}.
? joint: Согласно статьям 287 и 932 Гражданского кодекса Республики Казахстан лица, совместно причинившие вред, отвечают солидарно. Потерпевший вправе требовать всю сумму от любого из них; уплаченное одним засчитывается всем.
! joint: Статья 953 Гражданского кодекса Республики Казахстан обязывает того, кто без основания приобрёл деньги другого лица, возвратить их. Обязанность не зависит от Вашей вины и от того, что деньги переведены дальше.
? traced: {traced}
${ALSO_ASKED}
${RETURNED}
${EARLIER_SUMS}
? filed: Иск об этих деньгах подан в суд {filed}, № {filed.number}.
! letter.due: Предлагаем до «___» ______________ 20___ г. возвратить {demanded} на счёт: {victim.accounts}.
? letter.due: Предлагаем до {letter.due} включительно возвратить {demanded} на счёт: {victim.accounts}.
! filed: Если деньги не будут возвращены, они будут взысканы через суд вместе с неустойкой по статье 353 Гражданского кодекса и судебными расходами.
| № | Дата и время | Со счёта | На счёт | Весь перевод | Деньги потерпевшего |
| {transfers.n} | {transfers.time} | {transfers.from} | {transfers.to} | {transfers.whole} | {transfers.amount} |
${RETURNS}

${SIGNED}`,
    consent: `> Кому: {office.name}
> Заявитель: {victim.name}
> ИИН: {victim.iin}
> адрес: {victim.address}
> телефон: {victim.phone}

# СОГЛАСИЕ
## на обращение прокурора в суд
Я, {victim.name}, дата рождения {victim.birth}, согласен (согласна) на то, чтобы прокурор обратился в суд в защиту моих прав с иском о взыскании {demanded} ({demanded.words}).
? penalty: Согласен (согласна) и на взыскание неустойки по статье 353 Гражданского кодекса: {penalty} ({penalty.words}).
Сумма указана по состоянию на {as-of}.
! joint: Ответчик: {defendant.name}.
? defendant.guardian: Законный представитель ответчика: {defendant.guardian}.
? joint: Ответчики, солидарно: {joint}.
Причина, по которой потерпевший не может сам обратиться в суд: {why}.
Права и обязанности истца, в том числе право отказаться от иска и заключить мировое соглашение, мне разъяснены.
? victim.minor: Законный представитель несовершеннолетнего: {victim.representative}.

«___» ______________ 20___ г.
! victim.minor: Подпись ____________________ {victim.name}
? victim.minor: Подпись законного представителя ____________________ {victim.representative}`,
    security: `${PARTIES}
? letter.day: > Исходящий № {letter.number} от {letter.day}

# ЗАЯВЛЕНИЕ
## об обеспечении иска
? filed: Иск подан {filed}, № {filed.number}.
! filed: Настоящее заявление подаётся одновременно с исковым заявлением.
! joint: Предмет иска: взыскание с ответчика {subject} ({subject.words}).
? joint: Предмет иска: солидарное взыскание с ответчиков {subject} ({subject.words}).
? penalty: Сверх этой суммы взыскивается неустойка по статье 353 Гражданского кодекса: {penalty} ({penalty.words}). Арест прошу наложить только в пределах долга.
? since: Сверх того, что учтено в иске, возвращено: {since} ({since.words}). Остаток: {arrest} ({arrest.words}).
${AS_OF}
${EARLIER_SUMS}
? returns-since: ### Возвращено сверх учтённого в иске
| № | День | Как возвращено | Сумма |
| {returns-since.n} | {returns-since.day} | {returns-since.how} | {returns-since.amount} |
? all-reached: Деньги поступили на счета, перечисленные ниже, и могут быть переведены дальше, что сделает исполнение решения невозможным.
! all-reached: Деньги на счетах, перечисленных ниже, могут быть переведены дальше, что сделает исполнение решения невозможным.
На основании статей 155 и 156 Гражданского процессуального кодекса Республики Казахстан прошу наложить арест на деньги в пределах {arrest} ({arrest.words}) на следующих счетах:
| № | Счёт | Владелец | Банк |
| {accounts.n} | {accounts.number} | {accounts.holder} | {accounts.bank} |
Арест не распространяется на деньги, на которые по закону взыскание не обращается.

${SIGNED}`,
    "claim-reduction": `${PARTIES}

# ЗАЯВЛЕНИЕ
## об уменьшении размера исковых требований
Иск подан в суд {filed}, № {filed.number}. В нём заявлено:
- долг: {demanded} ({demanded.words});
? penalty: - неустойка по статье 353 Гражданского кодекса с {penalty.from} по {penalty.until}: {penalty} ({penalty.words});
? reduced.price: - цена иска: {reduced.price-before};
После подачи иска стало известно о деньгах, которые возвращены истцу до неё:
| № | День возврата | Когда стало известно | Как возвращено | Долг | Неустойка |
| {became-known.n} | {became-known.day} | {became-known.learned} | {became-known.how} | {became-known.amount} | {became-known.penalty} |
? reduced.by: Долг, который был возвращён и в иске не учтён: {reduced.by} ({reduced.by.words}).
? reduced.penalty: С учётом этих денег неустойка за те же дни и по тем же ставкам составляет {reduced.penalty} ({reduced.penalty.words}).
? reduced.later: Кроме того, после подачи иска возвращено: {reduced.later} ({reduced.later.words}). Остаток долга на {reduced.today}: {reduced.left} ({reduced.left.words}).
На основании {reduced.article} Гражданского процессуального кодекса Республики Казахстан
### ПРОШУ:
? reduced.by: - уменьшить сумму долга, которую истец просит взыскать, с {demanded} до {reduced} ({reduced.words});
? reduced.penalty: - уменьшить сумму неустойки, которую истец просит взыскать, с {penalty} до {reduced.penalty} ({reduced.penalty.words});
? reduced.price: - считать ценой иска {reduced.price} ({reduced.price.words});

${SIGNED}`,
    "statement-request": `${TO_BANK}

# ЗАПРОС
## о предоставлении выписок и сведений о владельце счёта
${sanctioned((said) => `{reports.by} на основании статьи 122 Уголовно-процессуального кодекса Республики Казахстан, с санкции прокурора ${said}, прошу по следующим счетам:`)}
| № | Счёт | Владелец | ИИН/БИН |
| {bank-accounts.n} | {bank-accounts.number} | {bank-accounts.holder} | {bank-accounts.iin} |
- предоставить все операции с {first.day} по день ответа файлом Excel по форме приложения 10 к приказу Председателя Агентства Республики Казахстан по финансовому мониторингу от 22 февраля 2022 года № 13, с остатками на начало и конец;
- сообщить адрес, телефон и электронную почту владельца, указанные при открытии счёта и позже;
- сообщить другие счета и карты этого владельца и регулярные поступления на них (работодатель, пенсия).
${EARLIER}
${ANSWER_BY}

${SIGNED}`,
    "freeze-request": `${TO_BANK}

# ОБРАЩЕНИЕ
## о приостановлении операций по счетам
Потерпевший: {victim.name}.
? came-here: {reports.by} деньги потерпевшего поступили владельцу следующих счетов в банке:
? came-elsewhere: {reports.by} деньги потерпевшего получил в другом банке владелец следующих счетов:
${JOINT_AT_BANK}
| № | Счёт | Владелец | ИИН/БИН | Поступило от потерпевшего |
| {bank-accounts.n} | {bank-accounts.number} | {bank-accounts.holder} | {bank-accounts.iin} | {bank-accounts.received} |
? came-here: Поступило: {bank.sum} ({bank.sum.words}).
? came-elsewhere: Поступило в другом банке: {sum} ({sum.words}).
${TRACED_AT_BANK}
${AS_OF}
? repaid: Возвращено потерпевшему: {repaid}.
${EARLIER_SUMS}
На основании статьи 25-1 Закона Республики Казахстан «О платежах и платёжных системах» прошу приостановить расходные операции по этим счетам в пределах {bank.left} ({bank.left.words}) и сообщить остаток на каждом счёте на день получения обращения.
${sanctioned((said) => `С санкции прокурора ${said}`)}
${TOLD_BY}

${SIGNED}`,
    "return-notice": `${TO_BANK}

# УВЕДОМЛЕНИЕ
## о возврате заблокированных денег потерпевшему
Согласно статье 25-1 Закона Республики Казахстан «О платежах и платёжных системах» прошу возвратить потерпевшему деньги, заблокированные на следующих счетах:
| № | Счёт | Владелец | ИИН/БИН | Поступило от потерпевшего |
| {bank-accounts.n} | {bank-accounts.number} | {bank-accounts.holder} | {bank-accounts.iin} | {bank-accounts.received} |
Получатель возврата: {victim.name}, ИИН {victim.iin}, счёт {victim.accounts}.
Сумма, поступившая от потерпевшего на эти счета: {bank.sum} ({bank.sum.words}).
${TRACED_AT_BANK}
${AS_OF}
? repaid: Потерпевшему уже возвращено: {repaid}.
${EARLIER_SUMS}
Сумма к возврату: ____________________ {currency}, но не более {bank.left} ({bank.left.words}).
${sanctioned((said) => `Уведомление санкционировано прокурором: ${said}`)}

${SIGNED}`,
    "loan-suspension": `${FROM_OFFICE}
> Кому: {loan.lender}
${NUMBERED}

# ОБРАЩЕНИЕ
## о приостановлении взыскания и начисления вознаграждения по кредиту
Потерпевший: {victim.name}, ИИН {victim.iin}.
Кредит: договор № {loan.contract} от {loan.day}, сумма {loan.sum} ({loan.sum.words}).
{reports.by} деньги этого кредита похищены.
${EARLIER}
Прошу приостановить взыскание задолженности и начисление вознаграждения и неустойки по этому кредиту (пункт 15 статьи 34 Закона Республики Казахстан «О банках и банковской деятельности в Республике Казахстан») и сообщить о решении в течение трёх календарных дней.
### Приложение
- Постановление о признании потерпевшим (статья 71 Уголовно-процессуального кодекса): № ____________ от «___» ______________ 20___ г.

${SIGNED}`,
    "cover-letter": `${FROM_OFFICE}
> Кому: {court}
${NUMBERED}

# СОПРОВОДИТЕЛЬНОЕ ПИСЬМО
Направляю исковое заявление с приложениями и пакет доказательств на электронном носителе.
Истец: {victim.name}.
${AGAINST}
Пакет подписан ключом, отпечаток которого (sha256):
{fingerprint}
Сравните его с отпечатком ключа signer.pub.pem, как описано в файле README пакета. Отпечаток, взятый из самого пакета, ничего не доказывает.
### Приложения
* attachments: {attachments.n}. {attachments.name}

${SIGNED}`,
    inventory: `# ОПИСЬ ДОКУМЕНТОВ
Истец: {victim.name}.
${AGAINST}
| № | Файл | sha256 |
| {files.n} | {files.name} | {files.sha256} |

${SIGNED}`,
  },
  blanks: ruBlanks,
  attachments: {
    calculation: "Расчёт суммы иска",
    calculationWithPenalty: "Расчёт суммы иска и неустойки",
    transfers: "Список переводов",
    defendants: "Список ответчиков",
    statement: (bank, request, file) => `Ответ банка ${bank} на запрос ${request}; файл «${file}»`,
    consent: "Документ о согласии потерпевшего",
    representative: "Документ о полномочиях законного представителя несовершеннолетнего",
    fee: "Документ об уплате государственной пошлины или об освобождении от неё",
    feePaid: "Документ об уплате государственной пошлины",
    demand: (number, day) => `Досудебная претензия № ${number} от ${day} и документ о её отправке`,
    feeExempt: "Документ об освобождении от государственной пошлины",
    package: "Пакет доказательств на электронном носителе",
    copies: "Копии заявления и приложений для ответчика",
    copiesForEach: "Копии заявления и приложений для каждого ответчика",
  },
  earlier: (number, day) => (number === null ? `без номера от ${day}` : `№ ${number} от ${day}`),
  request: (number, day, sanction) => `№ ${number} от ${day}, санкция: ${sanction}`,
  resolution: (number, day) => `постановление Комитета Национального Банка № ${number} от ${day}`,
  traced: (rule) =>
    `Деньги потерпевшего прослежены через счета других лиц по одному правилу: ${rule}. ` +
    "Из каждого перевода взята только та часть, которая по этому правилу состоит из денег " +
    "потерпевшего.",
  reportsBy: (numbers) =>
    numbers.length === 1
      ? `По заявлению, зарегистрированному под № ${numbers[0]},`
      : `По заявлениям, зарегистрированным под № ${numbers.join(", ")},`,
  inTenge: (price, rate, day) => `, что по курсу ${rate} тенге на ${day} составляет ${price}`,
  togetherInTenge: (price, rate, day) =>
    `, что вместе с долгом по курсу ${rate} тенге на ${day} составляет ${price}`,
  simplified: (article, limit) =>
    `рассмотреть дело в порядке упрощённого письменного производства: цена иска не превышает ${limit} (статья ${article} Гражданского процессуального кодекса).`,
  ground: {
    direct:
      "Статья 953 Гражданского кодекса Республики Казахстан обязывает владельца счёта возвратить " +
      "то, что неосновательно поступило на его счёт. Деньги поступили прямо от истца, правило " +
      "прослеживания не применялось.",
    traced: (rule) =>
      "Статья 953 Гражданского кодекса Республики Казахстан обязывает владельца счёта возвратить " +
      "то, что неосновательно поступило на его счёт. Деньги истца прослежены через счета других " +
      `лиц по одному правилу: ${rule}. В расчёте показан каждый шаг.`,
    joint: (names, why) =>
      "Согласно статьям 287 и 932 Гражданского кодекса Республики Казахстан лица, совместно " +
      `причинившие вред, отвечают перед потерпевшим солидарно. Ответчики: ${names}. Вред причинён ` +
      `совместно, обоснование: ${why}.`,
  },
  juvenile: "части третьей статьи 27, ",
  guardian: (name) => `; законный представитель: ${name}`,
  more: (birth, phone, representative) =>
    [
      birth === null ? "" : `, дата рождения: ${birth}`,
      phone === null ? "" : `, телефон: ${phone}`,
      representative === null ? "" : `, законный представитель: ${representative}`,
    ].join(""),
  way: {
    before: "остаток до первых похищенных денег",
    stated: "разница с остатком по выписке",
  },
  row: "строка",
  notMade: {
    fileName: "не-составлено",
    title: "Эти документы не составлены:",
    decided: (day) => `суд вынес решение ${day}`,
    reasons: {
      over: "иск окончен: закрыт, отозван или отклонён",
      "nothing-outstanding": "всё возвращено, требовать нечего",
      "not-reduced": "иск не подан в суд, или поданные суммы не изменились",
      differs: "данные изменились после составления иска, и решения об этом нет",
      "no-loan": "в данных для суда не записан кредит потерпевшего",
      minor: "согласие несовершеннолетнего потерпевшего не требуется",
      common: "просьба входит в одно письмо в банк по нескольким искам (страница «Письма»)",
    },
  },
  returned: {
    row: (from, to, file) => `переводом со счёта ${from} на счёт ${to} (${file})`,
    sources: {
      dropper: "уплачено ответчиком",
      block: "из денег, заблокированных на счёте ответчика",
      bank: "уплачено банком",
      judgment: "уплачено по решению суда",
      enforcement: "взыскано по исполнительному листу",
    },
    payer: (name) => `плательщик: ${name}`,
    receipt: (number) => `документ ${number}`,
    inTenge: ({ sum, rate, currency, day, source }) =>
      `получено ${sum} по курсу ${rate} тенге за 1 ${currency} на ${day}, источник курса: ${source}`,
    elsewhere: "по другим искам о тех же деньгах",
  },
};
