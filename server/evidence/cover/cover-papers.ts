import type { DocumentLanguage } from "../../../contract/document-language.ts";
import type { ManifestEntry } from "../bag/manifest.ts";
import type { CaseFacts } from "../case-facts.ts";
import { documentDate } from "../documents/claim-document.ts";
import type { OfficeDetails } from "../letters/office-details.ts";
import { filledIn, type Values } from "../papers/markup.ts";
import { type PaperFile, paperFiles } from "../papers/papers.ts";
import { COVER_WORDS } from "../texts/cover/cover-texts.ts";
import type { CoverWords } from "../texts/cover/cover-words.ts";
import { timeFigures } from "../words/dates.ts";
import { kindOf } from "./file-kinds.ts";

/** A file of the payload as it was written; its path is below data/. */
export interface WrittenFile extends ManifestEntry {
  readonly bytes: number;
}

/** What the papers about a package state beside the facts of its case. */
export interface Sender {
  /** null where office.json says nothing in this language: blanks stand in the papers. */
  readonly office: OfficeDetails | null;
  /** SHA-256 of the office's public key. */
  readonly fingerprint: string;
}

/** The names of these papers below data/, which the description for machines lists beforehand. */
export const INVENTORY = "inventory.pdf";
export const COVER_LETTER = ["cover-letter.docx", "cover-letter.pdf"] as const;

/**
 * The numbered list of every file of the payload, with what it is and its SHA-256. Only the list
 * itself and the letter, which states the hash of the list, are not in it.
 */
export async function inventoryPaper(
  facts: CaseFacts,
  files: readonly WrittenFile[],
  { office }: Sender,
  language: DocumentLanguage,
): Promise<Buffer> {
  const words = COVER_WORDS[language];
  const rows = files.map(({ path, hash, bytes }, at) => {
    const kind = kindOf(path);
    return {
      n: String(at + 1),
      name: path,
      what: kind === null ? "" : words.kinds[kind],
      bytes: String(bytes),
      // Four groups: the whole would take most of the page's width.
      sha256: hash.replace(/(.{16})(?=.)/g, "$1 "),
    };
  });
  const blocks = filledIn(builtIn(words.inventory), {
    fields: {
      ...fieldsOf(facts, office, words),
      count: String(files.length),
      bytes: String(files.reduce((sum, one) => sum + one.bytes, 0)),
    },
    lists: { files: rows },
    blanks: words.blanks,
  });
  const paper = { title: words.inventoryTitle, draft: null, blocks };
  const dated = documentDate(facts);
  const [pdf] = await paperFiles(paper, "inventory", { formats: ["pdf"], language, dated });
  return pdf?.body ?? Buffer.alloc(0);
}

/**
 * The letter that goes with the package on paper, apart from it: the fingerprint of the key, and
 * the hash of the list of files, so that the signed letter vouches for every file in the list.
 */
export function coverLetter(
  facts: CaseFacts,
  { office, fingerprint }: Sender,
  inventory: WrittenFile,
  language: DocumentLanguage,
): Promise<PaperFile[]> {
  const words = COVER_WORDS[language];
  const values: Values = {
    fields: {
      ...fieldsOf(facts, office, words),
      addressee: null,
      claims: String(facts.claims.length),
      transfers: String(facts.transfers.length),
      "as-of": timeFigures(facts.asOf, "minutes"),
      fingerprint,
      "inventory.sha256": inventory.hash,
    },
    lists: {},
    blanks: words.blanks,
  };
  const blocks = filledIn(builtIn(words.letter), values);
  return paperFiles({ title: words.letterTitle, draft: null, blocks }, "cover-letter", {
    formats: ["docx", "pdf"],
    language,
    dated: documentDate(facts),
  });
}

function fieldsOf(facts: CaseFacts, office: OfficeDetails | null, words: CoverWords) {
  return {
    disclosure: facts.withheld.masked === undefined ? null : words.disclosure,
    "office.name": office?.name ?? null,
    "office.address": office?.address ?? null,
    "office.contacts": office?.contacts ?? null,
    "office.signer": office?.signer ?? null,
    "case.id": facts.case.id,
    "case.title": facts.case.title,
  };
}

function builtIn(text: string) {
  return { path: "the built-in paper", text };
}
