import { letters as texts } from "../../../contract/texts/kk/letters.ts";
import type { letters as en } from "../en/letters.ts";

/** Outgoing letters. */
export const letters: typeof en = {
  ...texts,
  lead: "Бағдарлама талап қоюлар мен арыздар бойынша жасаған хаттар: нөмірі, жауап мерзімі, жауабы. «Жоба» деген белгісі бар құжат хат емес.",
  search: "Іздеу",
  searchHint: "Аты, нөмірі, банк, хат",
  allKinds: "Барлық хаттар",
  allStands: "Барлық жай-күй",
  stand: "Жай-күйі",
  bank: "Банк",
  allBanks: "Барлық банктер",
  isOpen: "Ашық: жауап әлі жоқ",
  count: "Хаттар: {{formatted}}",
  none: "Хаттар әлі жоқ",
  noneText: "Хатты бекітілген талап қоюдың «Құжаттарында» немесе арыздың бетінде жасаңыз.",
  nothing: "Сүзгіге сай хат жоқ",
  more: "Тағы көрсету",
  sentOn: "{{day}} жіберілді",
  number: "№ {{number}}",
  due: "жауап мерзімі {{day}}",
  sendBy: "{{day}} дейін жіберу керек",
  answer: "Жауапты жазу",
  answerDay: "Жауап күні",
  answerNote: "Не деп жауап берді",
  answerFile: "Жауап файлының аты",
  answerSave: "Жауапты сақтау",
  answerDone: "Жауап жазылды",
  answered: "{{day}} жауап келді",
  history: "Жазба және оның тарихы",
  all: "Істің барлық хаттары",
  claim: "талап қою {{claim}}",
  print: "Басып шығару",
  asSent: "Жіберілген күйінде",
  actions: "Әрекеттер",
  /** Headings of the page alone. */
  of: { parties: "Жәбірленуші → жауапкер", claim: "Талап қою не арыз" },
  madeOn: "{{day}} жасалды",
  sortedOf: "алғашқы {{formatted}} хат реттелді; қалғанын реттеу үшін сүзгіні тарылтыңыз",
  attach: "Жауаптың файлы",
  attachHint: "Файлды таңдаңыз",
  attachAbout: "{{number}} хатына жауап",
  /** The same step for many letters. */
  again: "Нөмір екі хатта тұруы мүмкін",
  /** It asks for more than it would if it were made today. */
  outdated: {
    one: "Хат өтелуге қалған сомадан көбін сұраса да жіберіледі",
    many: "Хаттар өтелуге қалған сомадан көбін сұраса да жіберіле алады",
  },
  many: {
    all: "Жіберілмеген барлық хат",
    chosen: "Таңдалған хаттар: {{formatted}}",
    reason: "Неге сызып тасталады",
    first: "Бірінші нөмір",
    firstHint: "Келесі хаттардың нөмірі бір-бірден өседі",
    due: "Жауап мерзімі, бәріне бір болса",
    done: "Орындалды: {{all}} ішінен {{done}}",
    takenBy: "Нөмір бос емес: {{by}}",
    taken:
      "Басқа хаттарда тұрған нөмірлер: {{formatted}}. Басқасын беріңіз немесе нөмір екі хатта тұратынын белгілеңіз.",
    nothing: "Ештеңе сақталмады: {{all}} хаттың {{refused}} қабылданбады",
  },
  /** Reasons of corrections that the program makes. */
  reasons: {
    "letter-made-anew": "Хат қайта жасалды: мазмұны өзгерді.",
    "letter-another-language": "Хат басқа тілде де жасалды.",
    "letter-by-step": "Талап қоюда «Сотқа дейінгі талап жіберілді» қадамы жасалды.",
    "letter-step-back": "Талап қоюдың «Сотқа дейінгі талап жіберілді» қадамы кері қайтарылды.",
    "letter-superseded": "Оның орнына жаңарақ хат жасалды.",
    "letter-twin": "Осы хаттың басқа тілдегі нұсқасы бір жазбада есепке алынды.",
  },
};
