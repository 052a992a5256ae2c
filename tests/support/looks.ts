import { join } from "node:path";
import type { Page } from "playwright-core";
import { en } from "../../web/i18n/en/index.ts";
import { kk } from "../../web/i18n/kk/index.ts";
import { ru } from "../../web/i18n/ru/index.ts";
import { seriousFaults } from "./app.ts";
import { layoutFaults } from "./layout-faults.ts";

const LANGUAGES = { en, ru, kk };

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
];

/**
 * Texts of a catalogue that are sentences: long enough to be recognised on a page, without figures
 * in them.
 */
function sentences(tree: object): string[] {
  return Object.values(tree).flatMap((value: unknown) => {
    if (typeof value === "object" && value !== null) return sentences(value);
    return typeof value === "string" &&
      value.length > 9 &&
      value.includes(" ") &&
      !value.includes("{{")
      ? [value]
      : [];
  });
}

/** Every text of a catalogue. */
function leaves(tree: object): string[] {
  return Object.values(tree).flatMap((value: unknown) =>
    typeof value === "object" && value !== null ? leaves(value) : [String(value)],
  );
}

const ENGLISH = sentences(en);

const OWN = { en: new Set(ENGLISH), ru: new Set(sentences(ru)), kk: new Set(sentences(kk)) };

/** A key of the catalogue shown instead of its text; "reports.csv" is a file. */
const KEY = new RegExp(
  `\\b(?:${Object.keys(en).join("|")})\\.(?!csv\\b)[a-z][\\w-]*(?:\\.[\\w-]+)*`,
  "g",
);

/** What a person reads or has read out: text, names of controls, hints. */
async function wordsOf(shown: Page): Promise<string> {
  return shown.evaluate(() => {
    const said = ["aria-label", "title", "placeholder"];
    const hints = [...document.querySelectorAll(said.map((name) => `[${name}]`).join())].flatMap(
      (element) => said.map((name) => element.getAttribute(name) ?? ""),
    );
    const texts = [...document.querySelectorAll("body *:not(script, style)")].flatMap((element) =>
      [...element.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE)
        .map((node) => node.textContent ?? ""),
    );
    return [...texts, ...hints].join("\n");
  });
}

/** Goes on when every list has arrived and nothing is asked any more. */
export async function settled(shown: Page): Promise<void> {
  await shown.waitForLoadState("networkidle");
  for (const { common } of Object.values(LANGUAGES)) {
    await shown
      .getByRole("status", { name: common.loading })
      .first()
      .waitFor({ state: "detached" });
  }
}

/**
 * Texts of the catalogue that run out of the box they stand in, so that nobody reads them whole.
 */
async function cutWords(shown: Page, own: readonly string[]): Promise<string[]> {
  return shown.evaluate((texts) => {
    const known = new Set(texts);
    const clips = (element: Element) =>
      ["hidden", "clip"].includes(getComputedStyle(element).overflowX) && element.clientWidth > 2;
    const cut = (node: Text) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      const { right } = range.getBoundingClientRect();
      for (let box = node.parentElement; box; box = box.parentElement) {
        if (clips(box)) return right > box.getBoundingClientRect().right + 1;
        if (["auto", "scroll"].includes(getComputedStyle(box).overflowX)) return false;
      }
      return false;
    };
    const found: string[] = [];
    const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = nodes.nextNode() as Text | null; node; node = nodes.nextNode() as Text | null) {
      const text = (node.textContent ?? "").trim();
      const element = node.parentElement;
      if (!known.has(text) || !element?.checkVisibility({ opacityProperty: true })) continue;
      // A title says the whole of it.
      if (element.clientWidth === 1 || element.closest("[title]") !== null) continue;
      if (cut(node)) found.push(text);
    }
    return found;
  }, own);
}

const PICTURES = process.env.DROPPER_GRAPH_PICTURES;

/**
 * Into the folder of DROPPER_GRAPH_PICTURES, where it is set: `npm run pictures -- FOLDER`. Of a
 * panel the page is taken whole, as far down as it goes.
 */
async function picture(
  shown: Page,
  name: string,
  size: (typeof SIZES)[number],
  whole: boolean,
): Promise<void> {
  if (PICTURES === undefined) return;
  if (whole) {
    const below = await shown.evaluate(() =>
      Math.max(
        0,
        ...[...document.querySelectorAll("main, main > *")].map(
          (box) => box.scrollHeight - box.clientHeight,
        ),
      ),
    );
    await shown.setViewportSize({ width: size.width, height: size.height + below });
  }
  await shown.screenshot({ path: join(PICTURES, `${name.replace(/[^\w-]+/g, "_")}.png`) });
  if (whole) await shown.setViewportSize(size);
}

/** The dark theme has no words of its own: it is looked at in one language, or in pictures. */
const themesOf = (language: string) =>
  language === "en" || PICTURES !== undefined ? (["toDark", "toLight"] as const) : [];

/**
 * Shows the page in each language, both themes and both sizes by its own switches; answers
 * everything wrong with it. `panel`: what stands open is measured too, and pictures are whole.
 */
export async function looks(
  shown: Page,
  name: string,
  { panel = false }: { readonly panel?: boolean } = {},
): Promise<string[]> {
  const faults: string[] = [];
  for (const [language, catalogue] of Object.entries(LANGUAGES)) {
    await shown
      .getByText(en.frame.languages[language as keyof typeof LANGUAGES], { exact: true })
      .click();
    await shown.locator(`html[lang="${language}"]`).waitFor();
    const inSizes = async (scheme: "light" | "dark") => {
      // Colours move nothing, and what fits the narrow window fits the wide one: pictures have all.
      const whole = PICTURES !== undefined || (scheme === "light" && language === "en");
      const sizes = whole ? SIZES : SIZES.slice(-1);
      for (const size of sizes) {
        await shown.setViewportSize(size);
        // Tables take their new width a frame after the window; what is still too wide then stays
        // so.
        const fits = () => document.documentElement.scrollWidth <= window.innerWidth;
        await shown.waitForFunction(fits, undefined, { timeout: 5_000 }).catch(() => {});
        const over = await shown.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        );
        const where = `${name} ${language} ${size.width}`;
        if (over > 0) faults.push(`${where}: ${over} px too wide`);
        for (const text of await cutWords(shown, leaves(catalogue)))
          faults.push(`${where}: cut off "${text}"`);
        if (panel) faults.push(...(await layoutFaults(shown)).map((one) => `${where}: ${one}`));
        await picture(shown, `${name}-${language}-${scheme}-${size.width}`, size, panel);
      }
    };
    const themes = themesOf(language);
    if (themes.length === 0) await inSizes("light");
    for (const theme of themes) {
      await inSizes(theme === "toDark" ? "light" : "dark");
      if (language === "en")
        faults.push(
          ...(await seriousFaults(shown)).map((fault) => `${name} before ${theme}: ${fault}`),
        );
      await shown.getByRole("button", { name: catalogue.frame.theme[theme], exact: true }).click();
    }
    const words = await wordsOf(shown);
    for (const key of words.match(KEY) ?? [])
      faults.push(`${name} ${language}: untranslated ${key}`);
    if (language === "en") continue;
    for (const english of ENGLISH) {
      const known = OWN[language as keyof typeof LANGUAGES].has(english);
      if (!known && words.includes(english))
        faults.push(`${name} ${language}: in English "${english}"`);
    }
  }
  await shown.getByText(en.frame.languages.en, { exact: true }).click();
  await shown.setViewportSize({ width: 1440, height: 900 });
  return faults;
}
