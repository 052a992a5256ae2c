import MiniSearch from "minisearch";
import type { GuidePage } from "../../guide/compile.ts";

export interface GuideHit {
  readonly address: string;
  readonly page: string;
  readonly heading: string;
  readonly text: string;
}

/** A short piece of text around the first word that was found. */
const AROUND = 60;

/**
 * Finds parts of the guide by words, parts of words and near spellings: Russian and Kazakh endings
 * change, so a word is found by its beginning.
 */
export function guideSearch(pages: readonly GuidePage[]): (query: string) => GuideHit[] {
  const parts = pages.flatMap((page) =>
    page.sections.map((section) => ({
      address: `/help/${page.name}#${section.id}`,
      page: page.title,
      heading: section.heading,
      text: section.text,
    })),
  );
  const index = new MiniSearch<GuideHit>({
    idField: "address",
    fields: ["heading", "page", "text"],
    storeFields: ["address", "page", "heading", "text"],
    searchOptions: {
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 0.25 : false),
      combineWith: "AND",
      boost: { heading: 3, page: 2 },
    },
  });
  index.addAll(parts);
  return (query) =>
    index.search(query).map((hit) => ({
      address: hit.address as string,
      page: hit.page as string,
      heading: hit.heading as string,
      text: around(hit.text as string, hit.terms),
    }));
}

function around(text: string, terms: readonly string[]): string {
  const low = text.toLocaleLowerCase();
  const found = terms.map((term) => low.indexOf(term)).filter((at) => at >= 0);
  const at = found.length === 0 ? 0 : Math.min(...found);
  const from = at <= AROUND ? 0 : text.indexOf(" ", at - AROUND) + 1;
  const until =
    text.length - at <= 2 * AROUND ? text.length : text.lastIndexOf(" ", at + 2 * AROUND);
  return `${from > 0 ? "… " : ""}${text.slice(from, until)}${until < text.length ? " …" : ""}`;
}
