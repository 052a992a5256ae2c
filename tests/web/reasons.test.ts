import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../contract/languages.ts";
import { reasons } from "../../contract/texts/en/reasons.ts";
import { warnings } from "../../contract/texts/en/warnings.ts";
import {
  againstSentence,
  innocentText,
  reasonSentence,
} from "../../contract/texts/reason-texts.ts";
import { INNOCENT } from "../../server/detection/ranking/innocent-explanations.ts";

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
  payments: 2,
  device: "D-17",
};
const AGAINST = ["known-partners", "long-open", "regular-income", "daily-life", "organisation"];

describe("sentences of detection", () => {
  it("exist in every language for every code detection can give, with no figure left open", () => {
    for (const language of LANGUAGES)
      for (const code of Object.keys(INNOCENT)) {
        const text = reasonSentence({ code, params: FIGURES }, language);
        expect({ language, code, text }).not.toEqual({ language, code, text: code });
        expect(text).not.toMatch(/\{\{|undefined|NaN/);
      }
  });

  it("name an innocent explanation in every language for every code", () => {
    for (const language of LANGUAGES)
      for (const code of Object.values(INNOCENT))
        expect([language, innocentText(code, language)]).not.toEqual([language, code]);
  });

  it("say what speaks against in every language", () => {
    for (const language of LANGUAGES)
      for (const code of AGAINST) {
        const text = againstSentence({ code, params: FIGURES }, language);
        expect([language, text]).not.toEqual([language, code]);
        expect(text).not.toContain("{{");
      }
  });

  it("agree in number and carry formatted figures", () => {
    const say = (people: number, language: "ru" | "kk" | "en") =>
      plain(reasonSentence({ code: "burst-in", params: { ...FIGURES, people } }, language));
    expect(say(7, "ru")).toBe(
      "За 26 ч поступило 4,2 млн ₸ от 7 контрагентов, с которыми в данных нет других переводов.",
    );
    expect(say(1, "ru")).toBe(
      "За 26 ч поступило 4,2 млн ₸ от 1 контрагента, с которым в данных нет других переводов.",
    );
    expect(say(7, "kk")).toBe(
      "26 сағ ішінде деректерде басқа аударымы жоқ 7 контрагенттен 4,2 млн ₸ түсті.",
    );
    expect(say(7, "en")).toBe(
      "Received 4.2 M ₸ within 26 h from 7 counterparties with no other transfers in the data.",
    );
  });

  it("show the code where no catalogue has a sentence or a figure is missing", () => {
    expect(reasonSentence({ code: "of-tomorrow", params: {} }, "ru")).toBe("of-tomorrow");
    expect(reasonSentence({ code: "stolen-later", params: { hop: 2 } }, "ru")).toBe("stolen-later");
  });
});

it("no sentence of the catalogues stands in the server a second time", () => {
  const { sentences, innocent, against } = reasons;
  // Refusals are written where they arise, with a remedy that names the cell.
  const noticed = Object.fromEntries(
    Object.entries(warnings).filter(([code]) => !code.startsWith("refused-")),
  );
  const texts = [sentences, innocent, against, noticed].flatMap((group) => Object.values(group));
  // The longest piece between two figures, with either apostrophe.
  const pieces = texts
    .flatMap((text) => text.split(/\{\{\w+\}\}/))
    .filter((piece) => piece.length > 25)
    .flatMap((piece) => [piece, piece.replaceAll("’", "'")]);
  expect(pieces.length).toBeGreaterThan(60);
  const twice = readdirSync("server", { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .flatMap((path) => {
      const source = readFileSync(`server/${path}`, "utf8");
      return pieces.filter((piece) => source.includes(piece)).map((piece) => [path, piece]);
    });
  expect(twice).toEqual([]);
});
