import PizZip from "pizzip";
import { NOBODY } from "../../contract/dossier.ts";
import type { PaperKind, PaperLanguage } from "../../contract/papers.ts";
import type { ClaimDossier } from "../../server/dossier/dossier.store.ts";
import { claimPapers } from "../../server/evidence/papers/papers.ts";
import type { PaperFacts } from "../../server/evidence/papers/values.ts";
import { PAPER_WORDS } from "../../server/evidence/texts/papers/papers.ts";
import { caseFacts } from "./case-facts.ts";
import { bareDossier } from "./paper-facts.ts";

export const KASPI = "KZ69722C054074162988";
export const FORTE = "KZ02965A010605587576";
export const LANGUAGES = ["ru", "kk"] as const;

export const party = (name: string) => ({ ...NOBODY, id: "C1-P1", role: "victim" as const, name });

/** A claim of which nothing is known but the transfers, as the papers take it. */
export function paperFacts(change: Partial<ClaimDossier> = {}, transfers = 1): PaperFacts {
  const facts = caseFacts(
    Array.from({ length: transfers }, (_, at) => ({
      from: "v1",
      to: KASPI,
      amount: 1_000_00n + BigInt(at),
      stolen: "25750011",
    })),
  );
  const [claim] = facts.claims;
  if (!claim) throw new Error("no claim was formed");
  const dossier = bareDossier(claim, {
    victim: party("Сапарова Айгүл"),
    defendant: party("Омаров Данияр"),
    accounts: [
      { number: KASPI, bank: null },
      { number: FORTE, bank: null },
    ],
    ...change,
  });
  return { facts, claim, dossier, office: null, fingerprint: "ab".repeat(32), day: "2026-11-29" };
}

export const builtIn = (language: PaperLanguage) => (kind: PaperKind) => ({
  path: "built-in",
  text: PAPER_WORDS[language].templates[kind],
});

export async function docx(of: PaperFacts, kind: PaperKind, language: PaperLanguage = "ru") {
  const files = await claimPapers(of, {
    kinds: [kind],
    language,
    formats: ["docx"],
    template: builtIn(language),
  });
  return files.map(({ fileName, body }) => ({ fileName, lines: linesOf(body), xml: part(body) }));
}
export const part = (body: Buffer, name = "word/document.xml") =>
  new PizZip(body).file(name)?.asText() ?? "";
export const linesOf = (body: Buffer) =>
  part(body)
    .split("</w:p>")
    .map((piece) => piece.replace(/<[^>]+>/g, "").trim())
    .filter((line) => line !== "");
