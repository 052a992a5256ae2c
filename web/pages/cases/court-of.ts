import type { DossierFields } from "../../../contract/dossier.ts";
import { textFor, withTableCourt } from "../../../contract/foreign-text.ts";
import type { Language } from "../../../contract/languages.ts";

/**
 * The court that a person wrote down, by its name in the language of the page where it has one;
 * else the one that the table proposes.
 */
export function courtOf(
  written: Pick<DossierFields, "court" | "courtKk"> | undefined,
  proposed: { readonly ru: string; readonly kk: string } | null | undefined,
  language: Language,
): string | undefined {
  const own = language === "kk" ? "kk" : "ru";
  const { court, courtKk } = withTableCourt(
    { court: written?.court ?? null, courtKk: written?.courtKk ?? null },
    proposed ?? null,
  );
  const named = textFor(own, { text: court, kazakh: courtKk });
  return named ?? court ?? courtKk ?? proposed?.[own];
}
