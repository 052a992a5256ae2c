import { letters } from "../../../../contract/texts/kk/letters.ts";
import { kkBlanks } from "./kk-blanks.ts";
import type { PaperWords } from "./paper-words.ts";

const PARTIES = `> {court}
> Талап қоюшы: {victim.name}
> туған күні: {victim.birth}
> ЖСН: {victim.iin}
> мекенжайы: {victim.address}
> телефоны: {victim.phone}
> электрондық поштасы: {victim.email}
? victim.minor: > заңды өкілі: {victim.representative}
> Талап қоюшының мүддесінде: {office.name}
? office.address: > {office.address}
? office.contacts: > {office.contacts}
> Жауапкер: {defendant.name}
? defendant.birth: > туған күні: {defendant.birth}
> ЖСН/БСН: {defendant.iin}
> мекенжайы: {defendant.address}
? defendant.guardian: > заңды өкілі: {defendant.guardian}
? defendant.phone: > телефоны: {defendant.phone}
* co-defendants: > Тең жауапкер: {co-defendants.name}, ЖСН/БСН {co-defendants.iin}, мекенжайы: {co-defendants.address}{co-defendants.more}`;

/** Parts that letters of the first hour have too. */
export const FROM_OFFICE = `> {office.name}
? office.address: > {office.address}
? office.contacts: > {office.contacts}`;

export const SIGNED = `20___ жылғы «___» ______________
Қолы ____________________ {office.signer}`;

/** Number and day that a person writes in. */
export const UNNUMBERED = "20___ жылғы «___» ______________ № ____________";
/** Under which number and when the letter left, once a person has said so. */
export const NUMBERED = `! letter.day: ${UNNUMBERED}
? letter.day: {letter.day} № {letter.number}`;

/** The head of a letter to a bank. */
export const TO_BANK = `${FROM_OFFICE}
> Кімге: {bank.name}
${NUMBERED}`;

/** The last day for an answer, once the letter left with one. */
export const ANSWER_BY = `! letter.due: Жауапты электрондық түрде 20___ жылғы «___» ______________ дейін жіберуді сұраймын.
? letter.due: Жауапты электрондық түрде {letter.due} күніне дейін (осы күнді қоса) жіберуді сұраймын.`;

/** The same for a bank that is asked to act. */
export const TOLD_BY = `! letter.due: Қабылданған шаралар туралы 20___ жылғы «___» ______________ дейін хабарлауды сұраймын.
? letter.due: Қабылданған шаралар туралы {letter.due} күніне дейін (осы күнді қоса) хабарлауды сұраймын.`;

/** A line that names the sanction of the prosecutor, once a person has written it down. */
export const sanctioned = (line: (said: string) => string) =>
  `! sanction.day: ${line(UNNUMBERED)}
? sanction.day: ${line("{sanction.day} № {sanction.number}")}`;

/** Letters that left before about the same. */
export const EARLIER = "? letter.earlier: Бұрын жіберілгенге қосымша: {letter.earlier}.";
export const EARLIER_SUMS = `${EARLIER} Сомалар қайта көрсетілген және бұрынғысына қосылмайды.`;

/** All defendants of a claim, without an ending. */
const AGAINST = `! joint: Жауапкер: {defendant.names}.
? joint: Жауапкерлер: {defendant.names}.`;

/** The day of the paper: every sum in it is of that day. */
export const AS_OF = "Сомалар {as-of} күнгі жағдай бойынша көрсетілген.";
/** Others are asked for the same loss, in other claims. */
const ALSO_ASKED =
  "? alternatives: Дәл осы зиян басқа адамдардан да талап етіледі. Басқа талап-арыздар бойынша " +
  "жауапкерлер: {alternatives}. Біреуі төлегені бәрінің қалдығын азайтады.";
/** Of a traced claim, to a bank: which part of each transfer is the victim's; others unnamed. */
const TRACED_AT_BANK = `? traced: {traced}
? alternatives: Дәл осы зиян басқа адамдардан да талап етіледі; біреуі төлегені бәрінің қалдығын азайтады.
| № | Күні мен уақыты | Қай шоттан | Қай шотқа | Бүкіл аударым | Жәбірленушінің ақшасы |
| {traced-transfers.n} | {traced-transfers.time} | {traced-transfers.from} | {traced-transfers.to} | {traced-transfers.whole} | {traced-transfers.amount} |`;
/** Of joint defendants: to whose accounts the money came, and why the others answer for it too. */
const JOINT_AT_BANK = `? joint: {reports.by} жәбірленушіге зиян келтірілді: {sum} ({sum.words}). Жәбірленушінің ақшасы мына шоттарға түсті:
| № | Шот | Иесі | Банк | Жәбірленушіден түскені |
| {paid-accounts.n} | {paid-accounts.number} | {paid-accounts.holder} | {paid-accounts.bank} | {paid-accounts.received} |
? joint: Зиян бірлесіп келтірілді. Жауапкерлер: {joint}. Негіздемесі: {joint.why}.
? joint: Қазақстан Республикасы Азаматтық кодексінің 287 және 932-баптарына сәйкес бірлесіп зиян келтірген адамдар ортақ (солидарлық) жауап береді: бүкіл соманы олардың кез келгенінен, оның ішінде шоттарына жәбірленушінің ақшасы түспеген адамнан да өндіріп алуға болады.
? joint: Жауапкерлердің банктегі шоттары:`;
/** All returns in one sum; and each return in a row of its own. */
const RETURNED = `${AS_OF}
? repaid: Қайтарылғаны: {repaid} ({repaid.words}). Қалғаны: {demanded} ({demanded.words}).`;
const RETURNS = `? returns: ### Жәбірленушіге қайтарылғаны
| № | Күні | Қалай қайтарылды | Сома |
| {returns.n} | {returns.day} | {returns.how} | {returns.amount} |`;

export const kkPapers: PaperWords = {
  leftInOther: "орысша-жіберілген",
  fileNames: {
    "claim-statement": "талап-қою-арызы",
    calculation: "есеп",
    "transfers-list": "аударымдар-тізімі",
    "defendants-list": "жауапкерлер-тізімі",
    demand: "сотқа-дейінгі-талап",
    consent: "жәбірленушінің-келісімі",
    security: "талап-қоюды-қамтамасыз-ету",
    "claim-reduction": "талаптарды-азайту",
    "statement-request": "үзінді-көшірмелер-мен-мекенжай-сұрау",
    "freeze-request": "операцияларды-тоқтата-тұру",
    "return-notice": "қайтару-туралы-хабарлама",
    "loan-suspension": "несиені-тоқтата-тұру",
    "cover-letter": "ілеспе-хат",
    inventory: "тізімдеме",
  },
  titles: {
    "claim-statement": "Талап қою арызы",
    calculation: "Талап қою сомасының есебі",
    "transfers-list": "Аударымдар тізімі",
    "defendants-list": "Жауапкерлер тізімі",
    ...letters.kinds,
    "claim-reduction": "Талап қою талаптарының мөлшерін азайту туралы арыз",
    consent: "Жәбірленушінің келісімі",
    inventory: "Құжаттар тізімдемесі",
  },
  templates: {
    "claim-statement": `${PARTIES}
> Талап қою бағасы: {price}

# ТАЛАП ҚОЮ АРЫЗЫ
! joint: ## негізсіз баюды қайтару туралы
? joint: ## бірлесіп келтірілген зиянды өтеу туралы

{circumstances}
{reports.by} талап қоюшының ақшасы басқа адамдардың шоттарына кеткен.
? one-transfer: Жауапкердің шотына түскен аударым қоса берілген тізімде көрсетілген; сонда банк файлы мен ондағы жол да бар.
? several-transfers: Жауапкердің шоттарына түскен аударымдар қоса берілген тізімде көрсетілген; әрқайсысында банк файлы мен ондағы жол бар.
? joint: Жауапкерлердің шоттарына түскен аударымдар қоса берілген тізімде көрсетілген; әрқайсысында банк файлы мен ондағы жол бар.
{ground}
! joint: Жауапкер талап қоюшының {sum} ({sum.words}) ақшасын алды.
? joint: Талап қоюшыға {sum} ({sum.words}) мөлшерінде зиян келтірілді.
${ALSO_ASKED}
${RETURNED}
? demand.day: Жауапкерге {demand.day} № {demand.number} сотқа дейінгі талап жіберілді; ақшаны қайтару мерзімі — {demand.term} (осы күнді қоса).
! penalty: Азаматтық кодекстің 353-бабы бойынша тұрақсыздық айыбы талап қою бағасына кірмейді.
? penalty.unpaid: Азаматтық кодекстің 353-бабына және 958-бабының 2-тармағына сәйкес осы ақшаға {penalty.from} – {penalty.until} аралығында тұрақсыздық айыбы есептелді: {penalty} ({penalty.words}). Ол талап қою бағасына кіреді; күндер бойынша қоса берілген есепте көрсетілген.
? penalty.paid: Азаматтық кодекстің 353-бабына және 958-бабының 2-тармағына сәйкес осы ақшаға {penalty.from} – {penalty.until} аралығында тұрақсыздық айыбы есептелді: {penalty.whole} ({penalty.whole.words}). Оның төленгені: {penalty.paid} ({penalty.paid.words}). Тұрақсыздық айыбының қалғаны, {penalty} ({penalty.words}), талап қою бағасына кіреді; күндер бойынша қоса берілген есепте көрсетілген.
? rate: Талап қою бағасы {rate.day} күнгі бір бірлік үшін {rate} теңге бағамымен теңгемен: {price} ({price.words}). Бағамның көзі: {rate.source}.
! victim.minor: Жәбірленуші сотқа өзі жүгіне алмайды: {why}. Жәбірленушінің прокурордың жүгінуіне келісімі: {consent}.
? victim.minor: Жәбірленуші кәмелетке толмаған; оның заңды өкілі: {victim.representative}. Азаматтық процестік кодекстің 54-бабы бойынша келісім талап етілмейді.
? fee.exempt: Талап қоюшы мемлекеттік баждан босатылған: {fee.exempt}.
? fee.sum: Мемлекеттік баж сомасы: {fee.sum}.
? fee.paid: Мемлекеттік баж төленді: {fee.paid}.
! fee.decided: Мемлекеттік баж: {fee.decided}.
! joint: Қазақстан Республикасы Азаматтық кодексінің 953-бабы, Азаматтық процестік кодексінің {juvenile}29, 54, 148 және 149-баптары негізінде
? joint: Қазақстан Республикасы Азаматтық кодексінің 287 және 932-баптары, Азаматтық процестік кодексінің {juvenile}29, 30, 54, 148 және 149-баптары негізінде
### СҰРАЙМЫН:
? joint: - жауапкерлерден талап қоюшының пайдасына {demanded} ({demanded.words}) ортақ (солидарлық) тәртіппен өндіріп алуды{in-tenge};
! joint: - жауапкерден талап қоюшының пайдасына {demanded} ({demanded.words}) өндіріп алуды{in-tenge};
? penalty.joint: - жауапкерлерден талап қоюшының пайдасына тұрақсыздық айыбын ортақ (солидарлық) тәртіппен өндіріп алуды: {penalty} ({penalty.words}){together-in-tenge};
? penalty.one: - жауапкерден талап қоюшының пайдасына тұрақсыздық айыбын өндіріп алуды: {penalty} ({penalty.words}){together-in-tenge};
? fee.one: - жауапкерден талап қоюшының пайдасына мемлекеттік бажды төлеу шығындарын өндіріп алуды: {fee.one};
? fee.joint: - жауапкерлерден талап қоюшының пайдасына мемлекеттік бажды төлеу шығындарын өндіріп алуды: {fee.joint};
? simplified: - {simplified}

### Қосымшалар
* attachments: {attachments.n}. {attachments.name}

${SIGNED}`,
    calculation: `# ТАЛАП ҚОЮ СОМАСЫНЫҢ ЕСЕБІ
Жәбірленуші: {victim.name}, ЖСН {victim.iin}.
Жауапкер: {defendant.name}, ЖСН/БСН {defendant.iin}.
? defendant.guardian: Жауапкердің заңды өкілі: {defendant.guardian}.
* co-defendants: Тең жауапкер: {co-defendants.name}, ЖСН/БСН {co-defendants.iin}.
{basis}
${ALSO_ASKED}
| № | Күні мен уақыты | Қай шоттан | Қай шотқа | Бүкіл аударым | Есепте | Банк файлы |
| {transfers.n} | {transfers.time} | {transfers.from} | {transfers.to} | {transfers.whole} | {transfers.amount} | {transfers.file} |
Түскені: {sum} ({sum.words}).
${RETURNS}
${RETURNED}
? rate: Талап қою бағасы {rate.day} күнгі {rate} бағамымен теңгемен: {price} ({price.words}). Бағамның көзі: {rate.source}.
? described: {described}
? working: ### Жәбірленуші ақшасының жауапкердің шотына дейінгі ізі қалай анықталды
? working: Әр жолда бүкіл аударым және оның аталған ереже бойынша осы жәбірленушінің ақшасынан тұратын бөлігі көрсетілген.
? openings: Мына шоттардың бастапқы қалдығы белгісіз, есепте ол нөл деп алынды: {openings}. Қалдық нөл болмаса, сома өзгеруі мүмкін.
| Қадам | Күні мен уақыты | Қай шоттан | Қай шотқа | Бүкіл аударым | Жәбірленушінің ақшасы |
| {working.n} | {working.time} | {working.from} | {working.to} | {working.whole} | {working.part} |
? way: ### Жәбірленушінің ақшасы өткен шоттардың барлық түсімдері мен төлемдері
? way: Осы кесте бойынша ережені қолмен тексеруге болады. Ол шотқа алғашқы ұрланған ақша түскеннен басталып, жауапкерге жеткізген соңғы төлеммен аяқталады.
| Шот | Күні мен уақыты | Қайдан немесе қайда | Түсті | Кетті | Оның ішінде жәбірленушінің ақшасы | Жәбірленушінің қалған ақшасы | Шоттағы қалдық |
| {way.account} | {way.time} | {way.other} | {way.came} | {way.left} | {way.part} | {way.victims} | {way.balance} |
! penalty: Азаматтық кодекстің 353-бабы бойынша тұрақсыздық айыбы есепке кірмейді.
? penalty: ### Азаматтық кодекстің 353-бабы бойынша тұрақсыздық айыбы
? penalty: Тұрақсыздық айыбы {penalty.from} – {penalty.until} аралығында әлі қайтарылмаған ақшаға есептелді. Ақша түскен күннен кейінгі күннен бастап есептеледі; қайтарылған күн де есепке кіреді. Әр жол: қарыз × мөлшерлеме × күн саны / 365.
? penalty.rate-day: {penalty.rate-day} күнгі базалық мөлшерлеме қолданылды.
| Басталуы | Аяқталуы | Күн саны | Қарыз | Жылдық мөлшерлеме | Тұрақсыздық айыбы |
| {penalty-spans.from} | {penalty-spans.until} | {penalty-spans.days} | {penalty-spans.principal} | {penalty-spans.rate} | {penalty-spans.amount} |
? penalty.unpaid: Барлық тұрақсыздық айыбы: {penalty} ({penalty.words}).
? penalty.paid: Барлық тұрақсыздық айыбы: {penalty.whole} ({penalty.whole.words}). Оның төленгені: {penalty.paid} ({penalty.paid.words}). Өндіріп алынатын тұрақсыздық айыбы: {penalty} ({penalty.words}).
? penalty: Қалдықпен бірге: {with-penalty} ({with-penalty.words}).
* penalty-rates: {penalty-rates.from} бастап қолданылатын базалық мөлшерлеме {penalty-rates.rate}: {penalty-rates.source}.
Уақыт UTC+5 белдеуінде көрсетілген.

${SIGNED}`,
    "transfers-list": `# АУДАРЫМДАР ТІЗІМІ
Жәбірленуші: {victim.name}. Жауапкер: {defendant.name}.
? defendant.guardian: Жауапкердің заңды өкілі: {defendant.guardian}.
* co-defendants: Тең жауапкер: {co-defendants.name}.
| № | Күні мен уақыты | Қай шоттан | Қай шотқа | Сома | Төлем мақсаты | Банк файлы |
| {transfers.n} | {transfers.time} | {transfers.from} | {transfers.to} | {transfers.whole} | {transfers.purpose} | {transfers.file} |
Осы аударымдардан талап етілетіні: {sum} ({sum.words}).
${RETURNS}
${RETURNED}
Уақыт UTC+5 белдеуінде көрсетілген.
### Банк файлдары
| № | Файл | Сұрау салу және санкция | sha256 |
| {sources.n} | {sources.name} | {sources.request} | {sources.sha256} |`,
    "defendants-list": `# ЖАУАПКЕРЛЕР ТІЗІМІ
Жәбірленуші: {victim.name}. Талап етілетін сома: {demanded} ({demanded.words}).
${AS_OF}
? joint: Жауапкерлер ортақ (солидарлық) жауап береді: бүкіл сома бір рет, олардың кез келгенінен немесе бәрінен бірге өндіріп алынады. Негіздемесі: {joint.why}.
| № | Жауапкер | ЖСН/БСН | Туған күні | Мекенжайы | Шоттары | Жәбірленушіден түскені | Қайтарғаны |
| {defendants.n} | {defendants.name} | {defendants.iin} | {defendants.birth} | {defendants.address}{defendants.guardian} | {defendants.accounts} | {defendants.received} | {defendants.paid} |

${SIGNED}`,
    demand: `${FROM_OFFICE}
> Кімге: {defendant.name}
> ЖСН/БСН: {defendant.iin}
> мекенжайы: {defendant.address}
? defendant.guardian: > заңды өкілі: {defendant.guardian}
${NUMBERED}

# СОТҚА ДЕЙІНГІ ТАЛАП
! joint: ## негізсіз алынған ақшаны қайтару туралы
? joint: ## бірлесіп келтірілген зиянды өтеу туралы
Жәбірленуші: {victim.name}.
? one-transfer: Сіздің шотыңызға жәбірленушінің ақшасы түсті: {sum} ({sum.words}). Аударым төмендегі кестеде көрсетілген.
? several-transfers: Сіздің шоттарыңызға жәбірленушінің ақшасы түсті: {sum} ({sum.words}). Аударымдар төмендегі кестеде көрсетілген.
? joint: Жәбірленушіге зиян келтірілді: {sum} ({sum.words}). Аударымдар төмендегі кестеде көрсетілген.
? joint: Зиян бірлесіп келтірілген. Жауапкерлер: {joint}. Негіздемесі: {joint.why}.
? joint: Қазақстан Республикасы Азаматтық кодексінің 287 және 932-баптарына сәйкес бірлесіп зиян келтірген адамдар ортақ (солидарлық) жауап береді. Жәбірленуші бүкіл соманы олардың кез келгенінен талап ете алады; біреуі төлегені бәріне есептеледі.
! joint: Қазақстан Республикасы Азаматтық кодексінің 953-бабы басқа адамның ақшасын негізсіз алған адамды оны қайтаруға міндеттейді. Бұл міндет Сіздің кінәңізге де, ақшаның әрі қарай аударылғанына да байланысты емес.
? traced: {traced}
${ALSO_ASKED}
${RETURNED}
${EARLIER_SUMS}
? filed: Осы ақша туралы талап қою арызы сотқа берілді: {filed}, № {filed.number}.
! letter.due: 20___ жылғы «___» ______________ дейін {demanded} мына шотқа қайтаруыңызды ұсынамыз: {victim.accounts}.
? letter.due: {letter.due} күніне дейін (осы күнді қоса) {demanded} мына шотқа қайтаруыңызды ұсынамыз: {victim.accounts}.
! filed: Ақша қайтарылмаса, ол сот арқылы Азаматтық кодекстің 353-бабы бойынша тұрақсыздық айыбымен және сот шығындарымен бірге өндіріп алынады.
| № | Күні мен уақыты | Қай шоттан | Қай шотқа | Бүкіл аударым | Жәбірленушінің ақшасы |
| {transfers.n} | {transfers.time} | {transfers.from} | {transfers.to} | {transfers.whole} | {transfers.amount} |
${RETURNS}

${SIGNED}`,
    consent: `> Кімге: {office.name}
> Арыз беруші: {victim.name}
> ЖСН: {victim.iin}
> мекенжайы: {victim.address}
> телефоны: {victim.phone}

# КЕЛІСІМ
## прокурордың сотқа жүгінуіне
Мен, {victim.name}, туған күнім {victim.birth}, прокурордың менің құқықтарымды қорғап, {demanded} ({demanded.words}) өндіріп алу туралы талап қоюмен сотқа жүгінуіне келісемін.
? penalty: Азаматтық кодекстің 353-бабы бойынша тұрақсыздық айыбын өндіріп алуға да келісемін: {penalty} ({penalty.words}).
Сома {as-of} күнгі жағдай бойынша көрсетілген.
! joint: Жауапкер: {defendant.name}.
? defendant.guardian: Жауапкердің заңды өкілі: {defendant.guardian}.
? joint: Жауапкерлер, ортақ: {joint}.
Жәбірленушінің сотқа өзі жүгіне алмау себебі: {why}.
Талап қоюшының құқықтары мен міндеттері, оның ішінде талап қоюдан бас тарту және татуласу келісімін жасасу құқығы маған түсіндірілді.
? victim.minor: Кәмелетке толмағанның заңды өкілі: {victim.representative}.

20___ жылғы «___» ______________
! victim.minor: Қолы ____________________ {victim.name}
? victim.minor: Заңды өкілдің қолы ____________________ {victim.representative}`,
    security: `${PARTIES}
? letter.day: > Шығыс № {letter.number}, {letter.day}

# АРЫЗ
## талап қоюды қамтамасыз ету туралы
? filed: Талап қою арызы сотқа берілді: {filed}, № {filed.number}.
! filed: Бұл арыз талап қою арызымен бірге беріледі.
! joint: Талап қоюдың нысанасы: жауапкерден {subject} ({subject.words}) өндіріп алу.
? joint: Талап қоюдың нысанасы: жауапкерлерден ортақ (солидарлық) тәртіппен {subject} ({subject.words}) өндіріп алу.
? penalty: Бұл сомадан бөлек Азаматтық кодекстің 353-бабы бойынша тұрақсыздық айыбы талап етіледі: {penalty} ({penalty.words}). Тыйым салуды қарыз шегінде ғана сұраймын.
? since: Талап-арызда есепке алынғаннан тыс қайтарылғаны: {since} ({since.words}). Қалғаны: {arrest} ({arrest.words}).
${AS_OF}
${EARLIER_SUMS}
? returns-since: ### Талап-арызда есепке алынғаннан тыс қайтарылғаны
| № | Күні | Қалай қайтарылды | Сома |
| {returns-since.n} | {returns-since.day} | {returns-since.how} | {returns-since.amount} |
? all-reached: Ақша төменде тізілген шоттарға түскен және әрі қарай аударылуы мүмкін, бұл шешімді орындауды мүмкін емес етеді.
! all-reached: Төменде тізілген шоттардағы ақша әрі қарай аударылуы мүмкін, бұл шешімді орындауды мүмкін емес етеді.
Қазақстан Республикасы Азаматтық процестік кодексінің 155 және 156-баптары негізінде мына шоттардағы ақшаға {arrest} ({arrest.words}) шегінде тыйым салуды сұраймын:
| № | Шот | Иесі | Банк |
| {accounts.n} | {accounts.number} | {accounts.holder} | {accounts.bank} |
Тыйым салу заң бойынша өндіріп алуға жатпайтын ақшаға қолданылмайды.

${SIGNED}`,
    "claim-reduction": `${PARTIES}

# АРЫЗ
## талап қою талаптарының мөлшерін азайту туралы
Талап қою арызы сотқа берілді: {filed}, № {filed.number}. Онда мынадай сомалар мәлімделді:
- қарыз: {demanded} ({demanded.words});
? penalty: - Азаматтық кодекстің 353-бабы бойынша {penalty.from} бастап {penalty.until} дейінгі (осы күнді қоса) тұрақсыздық айыбы: {penalty} ({penalty.words});
? reduced.price: - талап қою бағасы: {reduced.price-before};
Талап қою арызы берілгеннен кейін оған дейін талап қоюшыға қайтарылған ақша туралы белгілі болды:
| № | Қайтарылған күні | Қашан белгілі болды | Қалай қайтарылды | Қарыз | Тұрақсыздық айыбы |
| {became-known.n} | {became-known.day} | {became-known.learned} | {became-known.how} | {became-known.amount} | {became-known.penalty} |
? reduced.by: Қайтарылған, бірақ талап қою арызында есепке алынбаған қарыз: {reduced.by} ({reduced.by.words}).
? reduced.penalty: Осы ақшаны ескергенде, сол күндерге және сол мөлшерлемелер бойынша тұрақсыздық айыбы: {reduced.penalty} ({reduced.penalty.words}).
? reduced.later: Бұдан бөлек, талап қою арызы берілгеннен кейін қайтарылғаны: {reduced.later} ({reduced.later.words}). {reduced.today} күнгі қарыз қалдығы: {reduced.left} ({reduced.left.words}).
Қазақстан Республикасы Азаматтық процестік кодексінің {reduced.article} негізінде
### СҰРАЙМЫН:
? reduced.by: - талап қоюшы өндіріп алуды сұрайтын қарыз сомасын азайтуды: бұрынғысы {demanded}, енді {reduced} ({reduced.words});
? reduced.penalty: - талап қоюшы өндіріп алуды сұрайтын тұрақсыздық айыбының сомасын азайтуды: бұрынғысы {penalty}, енді {reduced.penalty} ({reduced.penalty.words});
? reduced.price: - талап қою бағасы деп мынаны санауды: {reduced.price} ({reduced.price.words});

${SIGNED}`,
    "statement-request": `${TO_BANK}

# СҰРАУ САЛУ
## үзінді көшірмелер мен шот иесі туралы мәліметтер беру туралы
${sanctioned((said) => `{reports.by}, Қазақстан Республикасы Қылмыстық-процестік кодексінің 122-бабы негізінде, прокурордың ${said} санкциясымен мына шоттар бойынша:`)}
| № | Шот | Иесі | ЖСН/БСН |
| {bank-accounts.n} | {bank-accounts.number} | {bank-accounts.holder} | {bank-accounts.iin} |
- {first.day} бастап жауап күніне дейінгі барлық операцияны Қазақстан Республикасы Қаржылық мониторинг агенттігі төрағасының 2022 жылғы 22 ақпандағы № 13 бұйрығына 10-қосымшадағы нысан бойынша Excel файлымен, бастапқы және соңғы қалдықтарымен ұсынуды;
- шот ашылғанда және кейін көрсетілген мекенжайын, телефонын және электрондық поштасын хабарлауды;
- осы шот иесінің басқа шоттары мен карталарын және оларға тұрақты түсетін ақшаны (жұмыс беруші, зейнетақы) хабарлауды сұраймын.
${EARLIER}
${ANSWER_BY}

${SIGNED}`,
    "freeze-request": `${TO_BANK}

# ӨТІНІШ ХАТ
## шоттар бойынша операцияларды тоқтата тұру туралы
Жәбірленуші: {victim.name}.
? came-here: {reports.by} жәбірленушінің ақшасы банктегі мына шоттардың иесіне түсті:
? came-elsewhere: {reports.by} жәбірленушінің ақшасын басқа банкте мына шоттардың иесі алды:
${JOINT_AT_BANK}
| № | Шот | Иесі | ЖСН/БСН | Жәбірленушіден түскені |
| {bank-accounts.n} | {bank-accounts.number} | {bank-accounts.holder} | {bank-accounts.iin} | {bank-accounts.received} |
? came-here: Түскені: {bank.sum} ({bank.sum.words}).
? came-elsewhere: Басқа банкте түскені: {sum} ({sum.words}).
${TRACED_AT_BANK}
${AS_OF}
? repaid: Жәбірленушіге қайтарылғаны: {repaid}.
${EARLIER_SUMS}
«Төлемдер және төлем жүйелері туралы» Қазақстан Республикасы Заңының 25-1-бабы негізінде осы шоттар бойынша шығыс операцияларын {bank.left} ({bank.left.words}) шегінде тоқтата тұруды және өтініш хат алынған күнгі әр шоттың қалдығын хабарлауды сұраймын.
${sanctioned((said) => `Прокурордың ${said} санкциясымен.`)}
${TOLD_BY}

${SIGNED}`,
    "return-notice": `${TO_BANK}

# ХАБАРЛАМА
## бұғатталған ақшаны жәбірленушіге қайтару туралы
«Төлемдер және төлем жүйелері туралы» Қазақстан Республикасы Заңының 25-1-бабына сәйкес мына шоттарда бұғатталған ақшаны жәбірленушіге қайтаруды сұраймын:
| № | Шот | Иесі | ЖСН/БСН | Жәбірленушіден түскені |
| {bank-accounts.n} | {bank-accounts.number} | {bank-accounts.holder} | {bank-accounts.iin} | {bank-accounts.received} |
Қайтарылатын ақшаны алушы: {victim.name}, ЖСН {victim.iin}, шоты {victim.accounts}.
Жәбірленушіден осы шоттарға түскен сома: {bank.sum} ({bank.sum.words}).
${TRACED_AT_BANK}
${AS_OF}
? repaid: Жәбірленушіге бұған дейін қайтарылғаны: {repaid}.
${EARLIER_SUMS}
Қайтарылатын сома: ____________________ {currency}, бірақ мына сомадан аспайды: {bank.left} ({bank.left.words}).
${sanctioned((said) => `Хабарламаны прокурор санкциялады: ${said}.`)}

${SIGNED}`,
    "loan-suspension": `${FROM_OFFICE}
> Кімге: {loan.lender}
${NUMBERED}

# ӨТІНІШ ХАТ
## несие бойынша өндіріп алуды және сыйақы есептеуді тоқтата тұру туралы
Жәбірленуші: {victim.name}, ЖСН {victim.iin}.
Несие: шарт № {loan.contract}, күні {loan.day}, сомасы {loan.sum} ({loan.sum.words}).
{reports.by} осы несиенің ақшасы ұрланды.
${EARLIER}
Осы несие бойынша берешекті өндіріп алуды және сыйақы мен тұрақсыздық айыбын есептеуді тоқтата тұруды («Қазақстан Республикасындағы банктер және банк қызметі туралы» Қазақстан Республикасы Заңының 34-бабының 15-тармағы) және шешім туралы күнтізбелік үш күн ішінде хабарлауды сұраймын.
### Қосымша
- Жәбірленуші деп тану туралы қаулы (Қылмыстық-процестік кодекстің 71-бабы): 20___ жылғы «___» ______________ № ____________.

${SIGNED}`,
    "cover-letter": `${FROM_OFFICE}
> Кімге: {court}
${NUMBERED}

# ІЛЕСПЕ ХАТ
Талап қою арызын қосымшаларымен және электрондық жеткізгіштегі дәлелдемелер жинағын жіберемін.
Талап қоюшы: {victim.name}.
${AGAINST}
Жинаққа қол қойылған кілттің баспасы (sha256):
{fingerprint}
Оны жинақтың README файлында сипатталғандай signer.pub.pem кілтінің баспасымен салыстырыңыз. Жинақтың өзінен алынған баспа ештеңені дәлелдемейді.
### Қосымшалар
* attachments: {attachments.n}. {attachments.name}

${SIGNED}`,
    inventory: `# ҚҰЖАТТАР ТІЗІМДЕМЕСІ
Талап қоюшы: {victim.name}.
${AGAINST}
| № | Файл | sha256 |
| {files.n} | {files.name} | {files.sha256} |

${SIGNED}`,
  },
  blanks: kkBlanks,
  attachments: {
    calculation: "Талап қою сомасының есебі",
    calculationWithPenalty: "Талап қою сомасының және тұрақсыздық айыбының есебі",
    transfers: "Аударымдар тізімі",
    defendants: "Жауапкерлер тізімі",
    statement: (bank, request, file) =>
      `Банктің жауабы: ${bank}; сұрау салу: ${request}; «${file}» файлы`,
    consent: "Жәбірленушінің келісімі туралы құжат",
    representative: "Кәмелетке толмағанның заңды өкілінің өкілеттігі туралы құжат",
    fee: "Мемлекеттік бажды төлеу немесе одан босату туралы құжат",
    feePaid: "Мемлекеттік бажды төлеу туралы құжат",
    demand: (number, day) =>
      `${day} № ${number} сотқа дейінгі талап және оның жіберілгені туралы құжат`,
    feeExempt: "Мемлекеттік баждан босату туралы құжат",
    package: "Электрондық жеткізгіштегі дәлелдемелер жинағы",
    copies: "Арыз бен қосымшалардың жауапкерге арналған көшірмелері",
    copiesForEach: "Арыз бен қосымшалардың әр жауапкерге арналған көшірмелері",
  },
  earlier: (number, day) => (number === null ? `${day} нөмірсіз` : `${day} № ${number}`),
  request: (number, day, sanction) => `${day} № ${number}, санкция: ${sanction}`,
  resolution: (number, day) => `Ұлттық Банк Комитетінің ${day} № ${number} қаулысы`,
  traced: (rule) =>
    `Жәбірленуші ақшасының басқа адамдардың шоттары арқылы өткен ізі бір ереже бойынша ` +
    `анықталды: ${rule}. Әр аударымның осы ереже бойынша жәбірленушінің ақшасынан тұратын ` +
    "бөлігі ғана алынды.",
  reportsBy: (numbers) =>
    numbers.length === 1
      ? `№ ${numbers[0]} болып тіркелген арыз бойынша`
      : `№ ${numbers.join(", ")} болып тіркелген арыздар бойынша`,
  inTenge: (price, rate, day) =>
    `, бұл ${day} күнгі ${rate} теңге бағамымен есептегенде — ${price}`,
  togetherInTenge: (price, rate, day) =>
    `, бұл қарызбен бірге ${day} күнгі ${rate} теңге бағамымен есептегенде — ${price}`,
  simplified: (article, limit) =>
    `істі оңайлатылған жазбаша іс жүргізу тәртібімен қарауды: талап қою бағасы ${limit} мөлшерінен аспайды (Азаматтық процестік кодекстің ${article}-бабы).`,
  ground: {
    direct:
      "Қазақстан Республикасы Азаматтық кодексінің 953-бабы шот иесін өз шотына негізсіз түскен " +
      "соманы қайтаруға міндеттейді. Ақша тікелей талап қоюшыдан түсті, ақша ізін анықтау ережесі " +
      "қолданылған жоқ.",
    traced: (rule) =>
      "Қазақстан Республикасы Азаматтық кодексінің 953-бабы шот иесін өз шотына негізсіз түскен " +
      "соманы қайтаруға міндеттейді. Талап қоюшы ақшасының басқа адамдардың шоттары арқылы өткен " +
      `ізі бір ереже бойынша анықталды: ${rule}. Есепте әр қадам көрсетілген.`,
    joint: (names, why) =>
      "Қазақстан Республикасы Азаматтық кодексінің 287 және 932-баптарына сәйкес бірлесіп зиян " +
      "келтірген адамдар жәбірленушінің алдында ортақ (солидарлық) жауап береді. Жауапкерлер: " +
      `${names}. Зиян бірлесіп келтірілген, негіздемесі: ${why}.`,
  },
  juvenile: "27-бабының үшінші бөлігі, ",
  guardian: (name) => `; заңды өкілі: ${name}`,
  more: (birth, phone, representative) =>
    [
      birth === null ? "" : `, туған күні: ${birth}`,
      phone === null ? "" : `, телефоны: ${phone}`,
      representative === null ? "" : `, заңды өкілі: ${representative}`,
    ].join(""),
  way: {
    before: "алғашқы ұрланған ақшаға дейінгі қалдық",
    stated: "үзінді көшірмедегі қалдықпен айырма",
  },
  row: "жол",
  notMade: {
    fileName: "жасалмаған",
    title: "Мына құжаттар жасалмады:",
    decided: (day) => `сот ${day} шешім шығарды`,
    reasons: {
      over: "талап-арыз аяқталды: жабылды, қайтарып алынды немесе қанағаттандырылмады",
      "nothing-outstanding": "бәрі қайтарылды, талап ететін ештеңе жоқ",
      "not-reduced": "талап қою арызы сотқа берілмеген немесе берілген сомалар өзгермеген",
      differs: "талап-арыз жасалғаннан кейін деректер өзгерді, бұл туралы шешім жоқ",
      "no-loan": "сотқа арналған деректерде жәбірленушінің несиесі жазылмаған",
      minor: "кәмелетке толмаған жәбірленушінің келісімі талап етілмейді",
      common: "өтініш бірнеше талап-арыз бойынша банкке жазылған бір хатта бар («Хаттар» беті)",
    },
  },
  returned: {
    row: (from, to, file) => `${from} шотынан ${to} шотына аударыммен (${file})`,
    sources: {
      dropper: "жауапкер төледі",
      block: "жауапкердің шотында бұғатталған ақшадан",
      bank: "банк төледі",
      judgment: "сот шешімі бойынша төленді",
      enforcement: "атқару парағы бойынша өндіріп алынды",
    },
    payer: (name) => `төлеуші: ${name}`,
    receipt: (number) => `құжат ${number}`,
    inTenge: ({ sum, rate, currency, day, source }) =>
      `${day} күнгі бағам бойынша, 1 ${currency} үшін ${rate} теңге, ${sum} түсті; бағамның көзі: ${source}`,
    elsewhere: "дәл осы ақша туралы басқа талап-арыздар бойынша",
  },
};
