import i18next from "i18next";
import { beforeAll, describe, expect, it } from "vitest";
import { INNOCENT, reasonSentence } from "../../server/detection/wording.ts";
import { en } from "../../web/i18n/en/index.ts";
import { kk } from "../../web/i18n/kk/index.ts";
import { LANGUAGES } from "../../web/i18n/languages.ts";
import { ru } from "../../web/i18n/ru/index.ts";
import { sayReason } from "../../web/ui/reason-words.ts";

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

/** Figures of every kind a reason may carry; each sentence takes what it needs. */
const FIGURES = {
  amount: "420000000",
  currency: "KZT",
  people: 7,
  hours: 26,
  transfers: 5,
  loops: 3,
  accounts: 4,
  pairs: 2,
  receipts: 11,
  percent: 97,
  of: 30,
  days: 12,
  reports: 2,
  hop: 2,
  account: "KZ86601KZT3193768896",
  points: 8.25,
  years: 5,
  times: 3,
};
const AGAINST = ["known-partners", "long-open", "regular-income", "daily-life", "organisation"];

beforeAll(async () => {
  await i18next.init({
    lng: "ru",
    resources: { en: { translation: en }, ru: { translation: ru }, kk: { translation: kk } },
    interpolation: { escapeValue: false },
  });
});

describe("reasons on the screen", () => {
  it("have a sentence in every language for every code detection can give, with no figure left open", async () => {
    for (const language of LANGUAGES) {
      await i18next.changeLanguage(language);
      for (const code of Object.keys(INNOCENT)) {
        expect(reasonSentence(code, FIGURES)).not.toBe(code);
        const words = sayReason(
          "sentences",
          { code, params: FIGURES, sentence: "FALLBACK" },
          language,
        );
        expect({ language, code, words }).toEqual({
          language,
          code,
          words: expect.not.stringMatching(/FALLBACK|\{\{|undefined/),
        });
      }
    }
  });

  it("name an innocent explanation in every language for every code", async () => {
    for (const language of LANGUAGES) {
      await i18next.changeLanguage(language);
      for (const code of Object.values(INNOCENT)) {
        const words = sayReason("innocent", { code, params: {}, sentence: "FALLBACK" }, language);
        expect([language, code, words]).not.toEqual([language, code, "FALLBACK"]);
      }
    }
  });

  it("say what speaks against in every language", async () => {
    for (const language of LANGUAGES) {
      await i18next.changeLanguage(language);
      for (const code of AGAINST) {
        const words = sayReason(
          "against",
          { code, params: FIGURES, sentence: "FALLBACK" },
          language,
        );
        expect(words).not.toMatch(/FALLBACK|\{\{/);
      }
    }
  });

  it("agree in number and carry formatted figures", async () => {
    await i18next.changeLanguage("ru");
    const say = (people: number) =>
      plain(
        sayReason(
          "sentences",
          { code: "burst-in", params: { ...FIGURES, people }, sentence: "" },
          "ru",
        ),
      );
    expect(say(7)).toBe(
      "За 26 ч поступило 4,2 млн ₸ от 7 человек, с которыми раньше операций не было.",
    );
    expect(say(1)).toBe(
      "За 26 ч поступило 4,2 млн ₸ от 1 человека, с которым раньше операций не было.",
    );
    await i18next.changeLanguage("kk");
    expect(
      plain(sayReason("sentences", { code: "burst-in", params: FIGURES, sentence: "" }, "kk")),
    ).toBe("26 сағ ішінде бұрын операция болмаған 7 адамнан 4,2 млн ₸ түсті.");
  });

  it("show the English sentence of a code they do not know", () => {
    expect(
      sayReason("sentences", { code: "of-tomorrow", params: {}, sentence: "Something new." }, "ru"),
    ).toBe("Something new.");
  });
});
