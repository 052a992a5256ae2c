import { letters as texts } from "../../../contract/texts/kk/letters.ts";
import type { letters as en } from "../en/letters.ts";

/** Outgoing letters. */
export const letters: typeof en = {
  ...texts,
  lead: "Бағдарлама талап қоюлар мен арыздар бойынша жасаған хаттар: нөмірі, жауап мерзімі, жауабы. «Жоба» деген белгісі бар құжат хат емес.",
  search: "Іздеу",
  searchHint: "Аты, нөмірі, банк",
  allKinds: "Барлық хаттар",
  allStands: "Барлық жай-күй",
  stand: "Жай-күйі",
  bank: "Банк",
  allBanks: "Барлық банктер",
  isOpen: "Ашық: жауап әлі жоқ",
  of: "Хаттар: {{formatted}}",
  none: "Хаттар әлі жоқ",
  noneText: "Хатты бекітілген талап қоюдың «Құжаттарында» немесе арыздың бетінде жасаңыз.",
  nothing: "Сүзгіге сай хат жоқ",
  more: "Тағы көрсету",
  sentOn: "{{day}} жіберілді",
  number: "№ {{number}}",
  due: "жауап мерзімі {{day}}",
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
