import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../contract/languages.ts";
import { LETTER_WORDS } from "../../server/evidence/letters/letter-words.ts";
import { PAPER_WORDS } from "../../server/evidence/texts/papers/papers.ts";
import { textsOf } from "../../server/evidence/texts/texts.ts";
import { en } from "../../web/i18n/en/index.ts";
import { kk } from "../../web/i18n/kk/index.ts";
import { ru } from "../../web/i18n/ru/index.ts";

/**
 * Words that were decided against, each with the word to use (docs/GLOSSARY.md). Some are false
 * friends: "қадағалау" is a prosecutor's supervision, "жинақ шоты" a savings account.
 */
const NEVER: Readonly<Record<(typeof LANGUAGES)[number], readonly (readonly [RegExp, string])[]>> =
  {
    en: [
      [/\bways? out\b/i, "exit"],
      [/\bhanded on\b/i, "sent on"],
      [/\bmet in passing\b/i, "occasional counterparty"],
      [/\bpartners?\b/i, "counterparty"],
      [/\bthief\b/i, "fraudster"],
      [/\bfamil(y|ies) of signs\b/i, "group of indicators"],
    ],
    ru: [
      [/партн[её]р/i, "контрагент"],
      [/картин/i, "схема"],
      [/поровну/i, "пропорционально взносам"],
      [/пропорционально вкладам/i, "пропорционально взносам: вклад is a deposit in a bank"],
      [/похитител/i, "мошенник"],
      [/семейств/i, "группа признаков"],
      [/процент\S* по статье 353/i, "неустойка"],
      [/отказанн/i, "непринятый"],
    ],
    kk: [
      [/қадағала/i, "ақша ізін анықтау"],
      [/өтініштер|өтініш нөмірі|өтініш не/i, "арыз"],
      [/\d талап қою|\}\} талап қою/i, "талап-арыз"],
      [/мұрағат/i, "архив"],
      [/бума/i, "қалта"],
      [/команда/i, "пәрмен"],
      [/серіктес/i, "контрагент"],
      [/арасындағы айналым/i, "шеңбер"],
      [/жинақ шоты/i, "жиынтық (ортақ) шот"],
      [/өсімпұл/i, "тұрақсыздық айыбы"],
      [/ТМК/, "КНП"],
      [/Антифрод орталығ/i, "Антифрод-орталық"],
      [/тең үлеспен/i, "салымдарға пропорционалды"],
      [/өндіруге талап/i, "талап етілген: «өндірілді» is what came back"],
    ],
  };

/** Every text under a value; functions are called with figures that read as themselves. */
function texts(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "function") return texts(value(...Array(4).fill("1")));
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(texts);
}

const SCREEN = { en, ru, kk };
const about = {
  caseId: "C1",
  title: "",
  claims: 1,
  transfers: 1,
  asOf: "",
  delimiter: ",",
} as const;

describe("terms", () => {
  it.each(LANGUAGES)("that were decided against stand in no text: %s", (language) => {
    const { readme, limits, ...documents } = textsOf(language);
    const all = [
      ...texts(SCREEN[language]),
      ...texts(documents),
      ...texts(LETTER_WORDS[language]),
      ...(language === "en" ? [] : texts(PAPER_WORDS[language])),
      readme(about),
      limits(about),
    ];
    expect(all.length).toBeGreaterThan(1_000);
    const found = NEVER[language].flatMap(([never, instead]) =>
      all.filter((text) => never.test(text)).map((text) => `${text} (say: ${instead})`),
    );
    expect(found).toEqual([]);
  });
});
