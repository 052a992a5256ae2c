import { UNNUMBERED } from "../papers/kk.ts";
import type { SummaryWords } from "./summary-words.ts";

export const kk: SummaryWords = {
  title: "Кезең қорытындысы",
  fileName: "Қорытынды",
  overview: {
    sheet: "Қорытынды",
    period: "Кезең",
    before: "Алдыңғы кезең",
    district: "Аудан",
    everyDistrict: "барлық аудан",
    madeBy: "Құрастырған",
    madeAt: "Құрастырылды",
    columns: [
      "Көрсеткіш",
      "Саны",
      "Сома",
      "Валюта",
      "Бұрынғы саны",
      "Бұрынғы сома",
      "Санының өзгеруі",
      "Соманың өзгеруі",
      "Жазбалардағы саны",
      "Жазбалар сомасы",
    ],
    others: "Басқа адамдардың істеріндегі жазбалар тізімге кірмейді, ал көрсеткіштерде ескерілген.",
  },
  sheet: "Жазбалар",
  columns: [
    "Көрсеткіш",
    "Күні",
    "Кім немесе не туралы",
    "Саны",
    "Сома",
    "Валюта",
    "Іс",
    "Талап-арыз",
    "Шара",
    "Шот",
    "Банк",
    "Аудан",
    "Құжат",
    "Банкке хат",
    "Шешім шығарған сот",
    "Шешім нөмірі",
    "Шешім күні",
  ],
  letter: (number, day) => `${day} № ${number}`,
  allTime: "барлық уақыт",
  since: (day) => `${day} бастап`,
  until: (day) => `${day} дейін`,
  blanks: {
    "office.name": "органның атауы",
    "office.signer": "лауазымы, Т. А. Ә.",
  },
  template: `{office.name}
${UNNUMBERED}

# МӘЛІМЕТ
## дропперлікке және интернет-алаяқтыққа қарсы жұмыс туралы
## {period}
? as-of: {as-of} жағдай бойынша.
? district: Аудан: {district}.

### Талап-арыздар және өндіріп алу
Жәбірленушілердің мүддесі үшін {claimed.sum} талап етілді, {recovered.sum} өндірілді.
? penalty-claimed.any: Бұған қоса сотта талап етілген тұрақсыздық айыбы: {penalty-claimed.sum}. Талап-арыз бағасына қарыз да, тұрақсыздық айыбы да кіреді.
? penalty-recovered.any: Өндірілген тұрақсыздық айыбы: {penalty-recovered.sum}.
? withdrawn.any: Қайтарып алынған, сот қайтарған немесе қанағаттандырмаған талап-арыздар: {withdrawn}, сомасы {withdrawn.sum}.
? claimed-again.any: Қайтарып алынғаннан, сот қайтарғаннан немесе қанағаттандырмағаннан кейін қайта берілген талап-арыздар: {claimed-again}, сомасы {claimed-again.sum}.
? suits.any: Соттардың қарауында жатқан талап-арыздар: {suits}, сомасы {suits.sum}.
? demands.any: Жолданған сотқа дейінгі талаптар: {demands}.
? droppers.any: Анықталған дропперлер: {droppers}.

### Алғашқы сағаттар
Шоттарда {blocked.sum} бұғатталды, бұғатталған ақшадан жәбірленушілерге {returned.sum} қайтарылды.
? refused.any: Банктер бас тартқан төлемдер: {refused}, сомасы {refused.sum}.
? restricted.any: Шұғыл шектеулер: {restricted}, сомасы {restricted.sum}.
? arrested.any: Тыйым салулар: {arrested}, сомасы {arrested.sum}.
? secured.any: Талап қоюды қамтамасыз ету шаралары: {secured}, сомасы {secured.sum}.
? loans.any: {loans} жәбірленушінің {loans.sum} несиесі бойынша өндіріп алу және сыйақы есептеу тоқтатылды.
? loans-stopped.any: Берілуі тоқтатылған несиелер: {loans-stopped}, сомасы {loans-stopped.sum}.
? incidents.any: Антифрод-орталыққа берілген инциденттер: {incidents}.
? base-entries.any: Орталық базасына енгізілген жазбалар: {base-entries}.

### Сайттар және қылмыстық фактілер
? sites.any: Бұғатталған сайттар мен жазбалар: {sites}.
? facts.any: Дропперлік фактілері: {facts}; үкім шыққаны: {facts-convicted}, сотта: {facts-in-court}, тергеуде: {facts-investigated}.

### Алдын алу
? messages.any: - жіберілген хабарламалар: {messages}
? brochures.any: - таратылған кітапшалар: {brochures}
? posts.any: - жарияланған жазбалар: {posts}
? meetings.any: - өткізілген кездесулер: {meetings}
? billboards.any: - орнатылған билбордтар: {billboards}
? robot.any: - робот қамтыған адамдар: {robot}

? before: ### Алдыңғы кезеңмен салыстырғанда, {before}
! before: ### Барлық көрсеткіш
| Көрсеткіш | Саны | Сома | Бұрын | Бұрынғы сома |
| {figures.name} | {figures.count} | {figures.sum} | {figures.before} | {figures.before-sum} |

Қолы ____________________ {office.signer}
`,
};
