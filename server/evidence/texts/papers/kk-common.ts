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
} from "./kk.ts";

/** Two rows ask for one loss. */
const COUNTED_ONCE =
  "? counted-once: Бірнеше жол бойынша талап етілетін зиян «Барлығы» сомаларында бір рет есепке алынған.";

/** Of traced claims: which part of each transfer is the victim's; others unnamed. */
const TRACED = `* rules: {rules.rows}. {rules.said}
? alternatives: {alternatives}: дәл осы зиян басқа адамдардан да талап етіледі; біреуі төлегені бәрінің қалдығын азайтады.
| Жол | Күні мен уақыты | Қай шоттан | Қай шотқа | Бүкіл аударым | Жәбірленушінің ақшасы |
| {traced-transfers.n} | {traced-transfers.time} | {traced-transfers.from} | {traced-transfers.to} | {traced-transfers.whole} | {traced-transfers.amount} |`;

/** Of joint defendants: to whose accounts the money came, and why the others answer for it too. */
const JOINT =
  "* joint-claims: {joint-claims.n}-жол: жәбірленушінің ақшасы мына шоттарға түсті: {joint-claims.paid}. Зиян бірлесіп келтірілді. Жауапкерлер: {joint-claims.names}. Негіздемесі: {joint-claims.why}. Қазақстан Республикасы Азаматтық кодексінің 287 және 932-баптарына сәйкес олар, соның ішінде шоттарына ақша түспеген адам да, ортақ (солидарлық) жауап береді.";

export const kkCommon: CommonWords = {
  folder: "банктерге-хаттар",
  inInventory: (path, claims) => `${path} (бір хат, ондағы талап қоюлар саны: ${claims})`,
  noMore: "талап қою осы хатта болған, енді ол бойынша жеке хат бар немесе ол қайтадан жоба",
  templates: {
    "statement-request": `${TO_BANK}

# СҰРАУ САЛУ
## үзінді көшірмелер мен шот иелері туралы мәліметтер беру туралы
${sanctioned((said) => `{reports.by}, Қазақстан Республикасы Қылмыстық-процестік кодексінің 122-бабы негізінде, прокурордың ${said} санкциясымен мына шоттар бойынша:`)}
| № | Шот | Иесі | ЖСН/БСН | Арыздар | Операциялар қай күннен бастап |
| {bank-accounts.n} | {bank-accounts.number} | {bank-accounts.holder} | {bank-accounts.iin} | {bank-accounts.reports} | {bank-accounts.first} |
- әр шот бойынша кестеде көрсетілген күннен бастап жауап күніне дейінгі барлық операцияны Қазақстан Республикасы Қаржылық мониторинг агенттігі төрағасының 2022 жылғы 22 ақпандағы № 13 бұйрығына 10-қосымшадағы нысан бойынша Excel файлымен, бастапқы және соңғы қалдықтарымен ұсынуды;
- әр шот иесінің шот ашылғанда және кейін көрсетілген мекенжайын, телефонын және электрондық поштасын хабарлауды;
- әр шот иесінің басқа шоттары мен карталарын және оларға тұрақты түсетін ақшаны (жұмыс беруші, зейнетақы) хабарлауды сұраймын.
! joint-claims: ### Шот иелеріне түскен жәбірленушілердің ақшасы
? joint-claims: ### Жәбірленушілердің ақшасы
| № | Жәбірленуші | Арыз | Қай шотқа | Түскені |
| {claims.n} | {claims.victim} | {claims.reports} | {claims.to} | {claims.received} |
${JOINT}
${COUNTED_ONCE}
? bank.sum: Банкке барлығы түскені: {bank.sum} ({bank.sum.words}).
${EARLIER}
${ANSWER_BY}

${SIGNED}`,
    "freeze-request": `${TO_BANK}

# ӨТІНІШ ХАТ
## шоттар бойынша операцияларды тоқтата тұру туралы
! joint-claims: {reports.by} жәбірленушілердің ақшасын мына шоттардың иелері алды:
? joint-claims: {reports.by} жәбірленушілердің ақшасын мына шоттардың иелері немесе олармен бірге ортақ (солидарлық) жауап беретін адамдар алды:
| № | Шот | Иесі | ЖСН/БСН | Жәбірленушілерден түскені |
| {bank-accounts.n} | {bank-accounts.number} | {bank-accounts.holder} | {bank-accounts.iin} | {bank-accounts.received} |
### Жәбірленушілер мен сомалар
| № | Жәбірленуші | Арыз | Қай шотқа | Түскені | Тоқтата тұру шегі |
| {claims.n} | {claims.victim} | {claims.reports} | {claims.to} | {claims.received} | {claims.asked} |
${JOINT}
${COUNTED_ONCE}
? bank.sum: Банкке барлығы түскені: {bank.sum} ({bank.sum.words}).
${TRACED}
${AS_OF}
? repaid: Жәбірленушілерге барлығы қайтарылғаны: {repaid}.
${EARLIER_SUMS}
«Төлемдер және төлем жүйелері туралы» Қазақстан Республикасы Заңының 25-1-бабы негізінде осы шоттар бойынша шығыс операцияларын кестеде көрсетілген сомалар шегінде, барлығы {bank.left} ({bank.left.words}), тоқтата тұруды және өтініш хат алынған күнгі әр шоттың қалдығын хабарлауды сұраймын.
${sanctioned((said) => `Прокурордың ${said} санкциясымен.`)}
${TOLD_BY}

${SIGNED}`,
    "return-notice": `${TO_BANK}

# ХАБАРЛАМА
## бұғатталған ақшаны жәбірленушілерге қайтару туралы
«Төлемдер және төлем жүйелері туралы» Қазақстан Республикасы Заңының 25-1-бабына сәйкес мына шоттарда бұғатталған ақшаны жәбірленушілерге қайтаруды сұраймын:
| № | Шот | Иесі | ЖСН/БСН | Жәбірленушілерден түскені |
| {bank-accounts.n} | {bank-accounts.number} | {bank-accounts.holder} | {bank-accounts.iin} | {bank-accounts.received} |
### Кімге қайтару керек
| № | Қайтарылатын ақшаны алушы | Қайтару шоты | Арыз | Қай шотқа түсті | Түскені | Қайтарылатын сома | Осыдан аспайды |
| {claims.n} | {claims.payee} | {claims.accounts} | {claims.reports} | {claims.to} | {claims.received} | {claims.back} | {claims.asked} |
${COUNTED_ONCE}
? bank.sum: Банкке барлығы түскені: {bank.sum} ({bank.sum.words}).
${TRACED}
${AS_OF}
? repaid: Жәбірленушілерге бұған дейін барлығы қайтарылғаны: {repaid}.
${EARLIER_SUMS}
Барлығы қайтарылатын сома мынадан аспайды: {bank.left} ({bank.left.words}).
${sanctioned((said) => `Хабарламаны прокурор санкциялады: ${said}.`)}

${SIGNED}`,
  },
  blanks: {
    "bank-accounts.reports": "СДТБТ нөмірі",
    "bank-accounts.first": "алғашқы аударым күні",
    "claims.accounts": "жәбірленушінің шоты",
    "claims.reports": "СДТБТ нөмірі",
    "claims.victim": "жәбірленушінің аты-жөні",
    "claims.payee": "қайтарылатын ақшаны алушы",
    "claims.received": "түскен сома",
    "claims.asked": "қалғанынан аспайтын сома",
    "claims.back": "қайтарылатын сома",
    "joint-claims.paid": "ақша түскен шоттар",
    "joint-claims.names": "жауапкерлердің аты-жөні",
    "joint-claims.why": "ортақ жауаптылықтың негізі",
    "rules.rows": "жолдардың нөмірлері",
    "rules.said": "іздеу ережесі",
    "claims.to": "шот нөмірі",
  },
  total: "Барлығы",
  line: "____________",
  rows: (numbers) => `${numbers.join(", ")}-${numbers.length === 1 ? "жол" : "жолдар"}`,
  ofRows: (numbers) => `${numbers.join(", ")}-${numbers.length === 1 ? "жол" : "жолдар"}`,
  sameLoss: (numbers) =>
    `дәл осы зиян ${numbers.join(", ")}-${numbers.length === 1 ? "жол" : "жолдар"} бойынша да талап етіледі`,
  jointly: "жауапкерлер ортақ (солидарлық) жауап береді",
  elsewhere: (sum) => `басқа банкте: ${sum}`,
  toOthers: (sum) => `басқа шоттарға: ${sum}`,
  paid: ({ number, said, sum }) =>
    `${number}${said.length === 0 ? "" : ` (${said.join(", ")})`}: ${sum}`,
  payee: (name, iin) => `${name}, ЖСН ${iin}`,
};
