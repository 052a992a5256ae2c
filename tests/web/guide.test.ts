import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LANGUAGES, type Language } from "../../contract/languages.ts";
import { compileGuidePage, type GuidePage, PICTURE_SIGN } from "../../web/guide/compile.ts";
import { GUIDE_PARTS, guideAddress } from "../../web/guide/pages.ts";
import { en } from "../../web/i18n/en/index.ts";
import { kk } from "../../web/i18n/kk/index.ts";
import { ru } from "../../web/i18n/ru/index.ts";
import { guideSearch } from "../../web/pages/help/search-guide.ts";

const CATALOGUES = { en, ru, kk };
const NAMES = Object.values(GUIDE_PARTS).flat();

const sourceOf = (language: Language, name: string) =>
  readFileSync(`docs/guide/${language}/${name}.md`, "utf8");
const guideOf = (language: Language): GuidePage[] =>
  NAMES.map((name) => compileGuidePage(name, sourceOf(language, name), CATALOGUES[language]));
const all = (pattern: RegExp, text: string) => [...text.matchAll(pattern)].map(([, one]) => one);
const PICTURE = /!\[[^\]]*\]\(([\w-]+)\)/g;
const LINK = /(?<!!)\[[^\]]+\]\(([^)]+)\)/g;

describe.each(LANGUAGES)("the guide in %s", (language) => {
  const guide = guideOf(language);

  it("has the pages of the contents and no other", () => {
    const files = readdirSync(`docs/guide/${language}`).filter((file) => file.endsWith(".md"));
    expect(files.map((file) => file.slice(0, -3)).sort()).toEqual([...NAMES].sort());
    for (const { title, sections } of guide) {
      expect(title).not.toBe("");
      for (const { html, heading } of sections.slice(1))
        expect(html, `${title}: ${heading}`).not.toBe("");
    }
  });

  it("has the headings, tables, pictures, links and words of the screen that the English one has", () => {
    for (const name of NAMES) {
      const [own, english] = [sourceOf(language, name), sourceOf("en", name)];
      for (const pattern of [/^(#+) /gm, /^(\|)/gm, PICTURE, LINK])
        expect(all(pattern, own), name).toEqual(all(pattern, english));
      const words = /\[\[([\w.-]+)\]\]/g;
      expect(new Set(all(words, own)), name).toEqual(new Set(all(words, english)));
    }
  });

  it("shows pictures that are there, and leads to pages that are there", () => {
    for (const page of guide) {
      const html = page.sections.map((section) => section.html).join("");
      for (const picture of all(PICTURE_SIGN, html))
        expect(existsSync(`docs/guide/pictures/${language}/${picture}.webp`), picture).toBe(true);
      for (const link of all(LINK, sourceOf(language, page.name)))
        expect(NAMES as readonly string[], `${page.name}: ${link}`).toContain(link);
    }
  });

  it("explains every figure of the summary and every rule of tracing", () => {
    const text = (name: string) =>
      guide
        .find((page) => page.name === name)
        ?.sections.map((part) => part.html)
        .join("") ?? "";
    const { figures, rules } = CATALOGUES[language];
    for (const [rule, words] of Object.entries(rules))
      if (rule !== "direct") expect(text("money"), rule).toContain(words);
    for (const [figure, words] of Object.entries(figures))
      expect(text("figures"), figure).toContain(words);
  });
});

describe("the search of the guide", () => {
  it("finds a part by its heading, and says where the words stand", () => {
    const search = guideSearch(guideOf("en"));
    const [first] = search("evidence package");
    expect(first?.address).toMatch(/^\/help\/cases#/);
    expect(
      search("working days")
        .map((hit) => hit.text)
        .join(),
    ).toContain("orking days");
    expect(search("zzzz")).toEqual([]);
  });

  it("finds Russian words in another ending", () => {
    const found = guideSearch(guideOf("ru"))("исковой давностью").map((hit) => hit.address);
    expect(found.some((address) => address.startsWith("/help/claims"))).toBe(true);
  });
});

describe("help", () => {
  it("opens at the page about the place one is at", () => {
    const at = (pathname: string, search = "") => guideAddress({ pathname, search });
    expect(at("/cases/C1")).toBe("/help/cases");
    expect(at("/cases/C1", "?claim=C1-2")).toBe("/help/claims");
    expect(at("/explore", "?trace=1")).toBe("/help/money");
    expect(at("/nowhere")).toBe("/help/start");
  });

  it("takes a key of the screen that is not there for a fault", () => {
    expect(() => compileGuidePage("x", "# A\n\n[[no.such.key]]", en)).toThrow("no.such.key");
    expect(() => compileGuidePage("x", "no title", en)).toThrow("title");
  });

  it("lets no HTML of the source through", () => {
    const page = compileGuidePage("x", "# A\n\n<script>1</script>", en);
    expect(page.sections[0]?.html).toBe("<p>&lt;script&gt;1&lt;/script&gt;</p>\n");
  });
});
