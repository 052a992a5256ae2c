import type { DocumentLanguage } from "../../../contract/document-language.ts";

/**
 * The request for statements in one language. Legal wording is the office's (docs/evidence.md):
 * number, date, sanction and signature are left blank, and the office may put its own template in
 * place of this one. Sources: Code of Criminal Procedure of Kazakhstan art. 122 (bank secrecy);
 * order of the Financial Monitoring Agency No 13 of 2022-02-22, annex 10 (form of the answer).
 */
export interface LetterWords {
  readonly title: string;
  readonly subtitle: string;
  /** Where the office has not written down its name and address. */
  readonly sender: string;
  readonly to: string;
  readonly numbered: string;
  /** The same once the letter was sent. */
  readonly sentAs: (number: string, day: string) => string;
  readonly inCase: string;
  readonly basis: string;
  readonly columns: readonly [string, string, string, string, string, string];
  readonly asks: string;
  readonly list: readonly string[];
  readonly answer: string;
  /** Where no day of answer was chosen. */
  readonly due: string;
  readonly signature: string;
  /** In the last column where the days go on. */
  readonly today: string;
  readonly unknownBank: string;
  readonly fileName: string;
}

const ru: LetterWords = {
  title: "Запрос",
  subtitle: "о предоставлении выписок по банковским счетам",
  sender: "______________________________ (наименование и адрес органа)",
  to: "Кому: {bank}",
  numbered: "№ ____________ от «___» ______________ 20___ г.",
  sentAs: (number, day) => `№ ${number} от ${day}`,
  inCase: "По заявлениям, зарегистрированным под № {case}",
  basis:
    "На основании статьи 122 Уголовно-процессуального кодекса Республики Казахстан, с санкции " +
    "прокурора № ____________ от «___» ______________ 20___ г., прошу предоставить по следующим " +
    "счетам:",
  columns: ["№", "Счёт", "Владелец", "ИИН/БИН", "С", "По"],
  asks: "следующие сведения:",
  list: [
    "1. Все операции по каждому счёту за указанные дни включительно — файлом Excel по форме " +
      "приложения 10 к приказу Председателя Агентства Республики Казахстан по финансовому " +
      "мониторингу от 22 февраля 2022 года № 13 (18 граф), со временем каждой операции и полным " +
      "номером счёта контрагента.",
    "2. Остаток каждого счёта на начало первого и на конец последнего дня: в форме его нет, а " +
      "без него нельзя проверить, что выписка полная.",
    "3. По снятию наличных — банкомат или кассу, по оплате товаров — торговую точку, по " +
      "переводу на карту — номер карты и банк получателя.",
    "4. Номера других счетов этих владельцев и номера телефонов, к которым подключено " +
      "дистанционное банковское обслуживание.",
  ],
  answer: "Ответ прошу направить в электронном виде в срок до {due}.",
  due: "«___» ______________ 20___ г.",
  signature:
    "Должность ____________________     Подпись ______________     Ф. И. О. ____________________",
  today: "день ответа",
  unknownBank: "____________________",
  fileName: "запрос",
};

const kk: LetterWords = {
  title: "Сұрау салу",
  subtitle: "банк шоттары бойынша үзінді көшірмелер беру туралы",
  sender: "______________________________ (органның атауы мен мекенжайы)",
  to: "Кімге: {bank}",
  numbered: "20___ жылғы «___» ______________ № ____________",
  sentAs: (number, day) => `${day} № ${number}`,
  inCase: "Мына нөмірлермен тіркелген арыздар бойынша: {case}",
  basis:
    "Қазақстан Республикасы Қылмыстық-процестік кодексінің 122-бабы негізінде, прокурордың " +
    "20___ жылғы «___» ______________ № ____________ санкциясымен мына шоттар бойынша " +
    "мәліметтер ұсынуыңызды сұраймын:",
  columns: ["№", "Шот", "Иесі", "ЖСН/БСН", "Кезең басы", "Кезең соңы"],
  asks: "атап айтқанда:",
  list: [
    "1. Әр шот бойынша көрсетілген күндердегі (соңғы күнді қоса) барлық операцияны — Қазақстан " +
      "Республикасы Қаржылық мониторинг агенттігі төрағасының 2022 жылғы 22 ақпандағы № 13 " +
      "бұйрығына 10-қосымшадағы нысан бойынша (18 баған) Excel файлымен, әр операцияның уақытымен " +
      "және контрагенттің толық шот нөмірімен.",
    "2. Әр шоттың бірінші күннің басындағы және соңғы күннің аяғындағы қалдығы: нысанда ол жоқ, " +
      "ал онсыз үзінді көшірменің толық екенін тексеру мүмкін емес.",
    "3. Қолма-қол ақша алу бойынша — банкомат немесе касса, тауарға төлем бойынша — сауда " +
      "нүктесі, картаға аударым бойынша — карта нөмірі және алушының банкі.",
    "4. Осы шот иелерінің басқа шоттарының нөмірлері және қашықтан банктік қызмет көрсету " +
      "қосылған телефон нөмірлері.",
  ],
  answer: "Жауапты электрондық түрде {due} дейін жіберуді сұраймын.",
  due: "20___ жылғы «___» ______________",
  signature:
    "Лауазымы ____________________     Қолы ______________     Т. А. Ә. ____________________",
  today: "жауап күні",
  unknownBank: "____________________",
  fileName: "сұрау-салу",
};

const en: LetterWords = {
  title: "Request",
  subtitle: "for statements of bank accounts",
  sender: "______________________________ (name and address of the body)",
  to: "To: {bank}",
  numbered: "No ____________ of ______________ 20___",
  sentAs: (number, day) => `No ${number} of ${day}`,
  inCase: "Crime reports registered under No {case}",
  basis:
    "Under article 122 of the Code of Criminal Procedure of the Republic of Kazakhstan, with " +
    "the prosecutor's sanction No ____________ of ______________ 20___, please provide for the " +
    "accounts listed here:",
  columns: ["No", "Account", "Holder", "IIN/BIN", "From", "To"],
  asks: "the following:",
  list: [
    "1. Every operation of each account on these days, the last one included, as an Excel file " +
      "in the form of annex 10 to order No 13 of the Chairman of the Agency of the Republic of " +
      "Kazakhstan for Financial Monitoring of 22 February 2022 (18 columns), with the time of " +
      "each operation and the whole account number of the counterparty.",
    "2. The balance of each account at the beginning of the first and at the end of the last " +
      "day: the form does not have it, and without it nobody can check that the statement is " +
      "complete.",
    "3. For cash, the cash machine or the bank desk; for purchases, the shop; for transfers to " +
      "a card, the number of the card and the recipient's bank.",
    "4. Numbers of other accounts of these holders, and the telephone numbers connected to " +
      "their remote banking.",
  ],
  answer: "Please answer in electronic form by {due}.",
  due: "______________ 20___",
  signature:
    "Position ____________________     Signature ______________     Name ____________________",
  today: "day of the answer",
  unknownBank: "____________________",
  fileName: "request",
};

export const LETTER_WORDS: Readonly<Record<DocumentLanguage, LetterWords>> = { ru, kk, en };
