import i18next, { type i18n } from "i18next";
import { describe, expect, it } from "vitest";
import { PARAMETERS } from "../../server/detection/parameters.ts";
import { en } from "../../web/i18n/en/index.ts";
import { kk } from "../../web/i18n/kk/index.ts";
import { ru } from "../../web/i18n/ru/index.ts";
import { isNamed, parameterValue } from "../../web/pages/clusters/parameter-value.ts";

type Tree = { readonly [key: string]: string | Tree };

function leaves(tree: Tree, path = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    const here = path === "" ? key : `${path}.${key}`;
    if (typeof value === "string") found.set(here, value);
    else for (const [deeper, text] of leaves(value, here)) found.set(deeper, text);
  }
  return found;
}

const catalogues = { en: leaves(en), ru: leaves(ru as Tree), kk: leaves(kk as Tree) };
const PLURAL = /_(zero|one|two|few|many|other)$/;
const FORMS = {
  en: ["one", "other"],
  ru: ["one", "few", "many", "other"],
  kk: ["one", "other"],
} as const;

/** Keys with their plural ending taken off, and which endings each has. */
function groups(keys: Iterable<string>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const key of keys) {
    const form = PLURAL.exec(key)?.[1];
    const base = key.replace(PLURAL, "");
    found.set(base, [...(found.get(base) ?? []), ...(form ? [form] : [])]);
  }
  return found;
}

function placeholders(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? ""))].sort();
}

async function translator(lng: "en" | "ru" | "kk"): Promise<i18n> {
  const instance = i18next.createInstance();
  await instance.init({
    lng,
    resources: { [lng]: { translation: { en, ru, kk }[lng] } },
    interpolation: { escapeValue: false },
  });
  return instance;
}

describe("the three catalogues", () => {
  it("have the same keys", () => {
    const wanted = [...groups(catalogues.en.keys()).keys()].sort();
    for (const language of ["ru", "kk"] as const) {
      expect([...groups(catalogues[language].keys()).keys()].sort()).toEqual(wanted);
    }
  });

  it("have every plural form their language needs and no other", () => {
    for (const language of ["en", "ru", "kk"] as const) {
      for (const [base, forms] of groups(catalogues[language].keys())) {
        if (forms.length > 0)
          expect([base, ...forms.sort()]).toEqual([base, ...[...FORMS[language]].sort()]);
      }
    }
  });

  it("leave no text empty", () => {
    for (const language of ["en", "ru", "kk"] as const) {
      for (const [key, text] of catalogues[language])
        expect(`${key}: ${text.trim()}`).not.toBe(`${key}: `);
    }
  });

  it("fill in the same figures", () => {
    const english = new Map(
      [...catalogues.en].map(([key, text]) => [key.replace(PLURAL, ""), placeholders(text)]),
    );
    for (const language of ["ru", "kk"] as const) {
      for (const [key, text] of catalogues[language]) {
        const wanted = english.get(key.replace(PLURAL, "")) ?? [];
        expect({ language, key, figures: placeholders(text) }).toEqual({
          language,
          key,
          figures: wanted,
        });
      }
    }
  });

  it("write Russian in Russian letters and Kazakh with its own", () => {
    const kazakh = [...catalogues.kk.values()].join(" ");
    for (const letter of "әғқңөұүі") expect(kazakh.toLowerCase()).toContain(letter);
    for (const [key, text] of catalogues.ru)
      expect([key, /[әғқңөұүһі]/i.test(text) && !key.includes("language")]).toEqual([key, false]);
    for (const language of ["ru", "kk"] as const) {
      for (const [key, text] of catalogues[language]) {
        const mixed = /[а-яёәғқңөұүһі][a-z]|[a-z][а-яёәғқңөұүһі]/i.test(
          text.replace(/\{\{\w+\}\}/g, "·"),
        );
        expect([language, key, mixed]).toEqual([language, key, false]);
      }
    }
  });

  it("choose the right Russian form for a count", async () => {
    const { t } = await translator("ru");
    const says = (count: number) => t("common.accounts", { count, formatted: String(count) });
    expect([1, 2, 5, 11, 21, 22, 112].map(says)).toEqual([
      "1 счёт",
      "2 счёта",
      "5 счетов",
      "11 счетов",
      "21 счёт",
      "22 счёта",
      "112 счетов",
    ]);
  });

  it("choose the right Kazakh and English forms for a count", async () => {
    const kazakh = await translator("kk");
    const english = await translator("en");
    expect(
      [1, 5].map((count) => kazakh.t("common.accounts", { count, formatted: String(count) })),
    ).toEqual(["1 шот", "5 шот"]);
    expect(
      [1, 5].map((count) => english.t("common.accounts", { count, formatted: String(count) })),
    ).toEqual(["1 account", "5 accounts"]);
  });
});

describe("parameters of a search run", () => {
  it("all have words", () => {
    // Older runs keep parameters there are no longer: their words stay.
    expect(
      Object.keys(PARAMETERS).filter((name) => !Object.hasOwn(en.parameters.names, name)),
    ).toEqual([]);
  });

  it("are written with their unit: a count, a list, a range, a share", async () => {
    const { t } = await translator("ru");
    const said = (name: string, value: string | number) => {
      if (!isNamed(name)) return name;
      const words = parameterValue(name, value, "ru");
      return typeof words === "string" ? words : t(`parameters.units.${words.unit}`, words);
    };
    expect(said("strangerDays", 1)).toBe("1 день");
    expect(said("burstWindows", "1 3 7 15")).toBe("1; 3; 7; 15 дней");
    expect(said("hubPartners", "25 100")).toBe("25–100 счетов");
    expect(said("handOnShare", "0.82 1.005")).toBe("82–100,5\u00a0%");
    expect(said("partnerShare", 0.4)).toBe("40\u00a0%");
    expect(said("handOnDays", "new form")).toBe("new form");
    expect(said("tomorrow", 1)).toBe("tomorrow");
  });
});
