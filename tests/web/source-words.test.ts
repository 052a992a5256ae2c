import i18next from "i18next";
import { beforeAll, describe, expect, it } from "vitest";
import { COURTS, JUVENILE_COURTS } from "../../server/dossier/tables/courts.ts";
import { MONTHLY_INDEX } from "../../server/dossier/tables/monthly-index.ts";
import { PENALTY_RATES } from "../../server/dossier/tables/penalty-rates.ts";
import { SIMPLIFIED_PROCEDURE } from "../../server/dossier/tables/simplified-procedure.ts";
import { STATE_FEE_RATES } from "../../server/dossier/tables/state-fee.ts";
import { kk } from "../../web/i18n/kk/index.ts";
import { ru } from "../../web/i18n/ru/index.ts";
import { sourceInWords } from "../../web/ui/source-words.ts";

const instance = i18next.createInstance();
beforeAll(() =>
  instance.init({
    lng: "ru",
    resources: { ru: { translation: ru }, kk: { translation: kk } },
    interpolation: { escapeValue: false },
  }),
);

const BUILT_IN = [
  ...PENALTY_RATES,
  ...COURTS,
  ...JUVENILE_COURTS,
  ...MONTHLY_INDEX,
  ...STATE_FEE_RATES,
  SIMPLIFIED_PROCEDURE,
].map((one) => one.source);

describe("the source of a built-in figure", () => {
  it.each(["ru", "kk"] as const)("is said in %s, whatever table it stands in", async (language) => {
    await instance.changeLanguage(language);
    // English words of a sentence; names of sites and addresses are the same in every language.
    const english = /\b(of|the|from|Law|Code|claims|list|Resolution|decision|memory)\b/;
    const said = BUILT_IN.map((source) => sourceInWords(source, instance.t, language));
    expect(said.filter((words) => english.test(words))).toEqual([]);
  });

  it("has its parts and days in the language, one after the other", async () => {
    await instance.changeLanguage("ru");
    const source = "the rate of 23 January 2026; no later decision was read";
    expect(sourceInWords(source, instance.t, "ru").replace(/\u00a0/g, " ")).toBe(
      "последнее известное здесь решение, 23 янв. 2026; более поздних решений в таблице нет",
    );
  });

  it("stays as an office wrote it", () => {
    const own = "Постановление от 6 марта; стр. 2";
    expect(sourceInWords(own, instance.t, "kk")).toBe(own);
  });
});
