import { createHash } from "node:crypto";
import { cleanTexts } from "../../../contract/clean-text.ts";
import type { DocumentLanguage } from "../../../contract/document-language.ts";
import {
  OF_FILING,
  type PaperFormat,
  type PaperKind,
  type PaperLanguage,
  whyNotMade,
} from "../../../contract/papers.ts";
import { asFiled, wordsFiled } from "../../dossier/as-filed.ts";
import { documentDate } from "../documents/claim-document.ts";
import { isDraftPaper } from "../documents/draft-paper.ts";
import { renderPdf } from "../documents/pdf.ts";
import { reopenDocument } from "../reopen/reopen.ts";
import { PAPER_WORDS } from "../texts/papers/papers.ts";
import { textsOf } from "../texts/texts.ts";
import type { Paper } from "./blocks.ts";
import { writeDocx } from "./docx.ts";
import { filledIn, type TemplateText, type Values } from "./markup.ts";
import { paperPdf } from "./paper-pdf.ts";
import { outstandingOf } from "./sums.ts";
import {
  banksOf,
  isMinorVictim,
  ofBank,
  ofDefendant,
  ofLoan,
  type PaperFacts,
  paperValues,
  receivedAt,
} from "./values.ts";

/** Papers that go to each bank of the defendant apart. */
const TO_BANKS: readonly PaperKind[] = ["statement-request", "freeze-request", "return-notice"];

export interface PaperFile {
  readonly fileName: string;
  readonly body: Buffer;
}

export interface PaperOptions {
  readonly kinds: readonly PaperKind[];
  readonly language: PaperLanguage;
  readonly formats: readonly PaperFormat[];
  /** The office's own template of a kind, else the built-in one. */
  readonly template: (kind: PaperKind) => TemplateText;
}

/**
 * The papers of one claim, in the order asked for; the inventory last, over all the others. The
 * same facts give the same bytes. Every file is opened again before it is handed out.
 */
export async function claimPapers(
  found: PaperFacts,
  { kinds, language, formats, template }: PaperOptions,
): Promise<PaperFile[]> {
  const of = cleanTexts(found);
  const court = paperValues(filedFacts(of), language, "filing");
  const letters = paperValues(of, language, "today");
  const files: PaperFile[] = [];
  const write = async (kind: PaperKind, filled: Values, ending: string) => {
    const name = `${PAPER_WORDS[language].fileNames[kind]}${ending}`;
    files.push(...(await written(of, kind, { language, formats, template }, filled, name)));
  };
  for (const kind of kinds.filter((one) => one !== "inventory" && whyNot(of, one) === null)) {
    const values = OF_FILING.includes(kind) ? court : letters;
    if (kind === "demand")
      for (const place of [of.dossier.defendant, ...of.dossier.coDefendants].keys())
        await write(
          kind,
          ofDefendant(values, of, place, language),
          place === 0 ? "" : `-${place + 1}`,
        );
    else if (kind === "loan-suspension")
      for (const [at, loan] of of.dossier.fields.loans.entries())
        await write(kind, ofLoan(values, loan, language), at === 0 ? "" : `-${at + 1}`);
    else if (!TO_BANKS.includes(kind)) await write(kind, values, "");
    else
      for (const bank of banksFor(kind, of)) {
        const told = { language, reached: kind === "return-notice" };
        await write(kind, ofBank(values, of, bank, told), `-${bank ?? "000"}`);
      }
  }
  if (kinds.includes("inventory")) await write("inventory", withFiles(court, files), "");
  return files;
}

/** The facts of a filed claim with the words and requests that were filed. */
function filedFacts(of: PaperFacts): PaperFacts {
  const { claim, dossier, facts } = of;
  const approved = facts.approvals.find((one) => one.claim === claim.id)?.frozen ?? null;
  const words = wordsFiled(dossier, approved);
  if (words === null) return of;
  const requests = new Map(words.sources.map(({ id, ...request }) => [id, request]));
  const sources = facts.sources.map((one) => ({ ...one, ...requests.get(one.sha256) }));
  return { ...of, facts: { ...facts, sources }, dossier: asFiled(dossier, words) };
}

/** Why a claim has no such paper today; null = it has. */
export function whyNot({ facts, claim, dossier, day }: PaperFacts, kind: PaperKind) {
  return whyNotMade(kind, {
    status: claim.status,
    outstanding: outstandingOf({ facts, claim, dossier }),
    asked: dossier.filedOn === null ? null : dossier.asked,
    minor: isMinorVictim(dossier, day),
    loans: dossier.fields.loans.length,
  });
}

/** Blocked money is returned only by a bank to which the victim's money came. */
function banksFor(kind: PaperKind, of: PaperFacts): (string | null)[] {
  const banks = banksOf(of);
  const reached = banks.filter((bank) => receivedAt(of, bank) > 0n);
  return kind === "return-notice" && reached.length > 0 ? reached : banks;
}

function withFiles(values: Values, files: readonly PaperFile[]): Values {
  const rows = files.map(({ fileName, body }, at) => ({
    n: String(at + 1),
    name: fileName,
    sha256: createHash("sha256").update(body).digest("hex"),
  }));
  return { ...values, lists: { ...values.lists, files: rows } };
}

async function written(
  of: PaperFacts,
  kind: PaperKind,
  { language, formats, template }: Omit<PaperOptions, "kinds">,
  values: Values,
  name: string,
): Promise<PaperFile[]> {
  const paper: Paper = {
    title: PAPER_WORDS[language].titles[kind],
    draft: isDraftPaper(of.claim) ? textsOf(language).calculation.draft : null,
    blocks: filledIn(template(kind), values),
  };
  return paperFiles(paper, name, { formats, language, dated: documentDate(of.facts) });
}

/** One paper in the formats asked for; every file is opened again before it is handed out. */
export async function paperFiles(
  paper: Paper,
  name: string,
  options: {
    readonly formats: readonly PaperFormat[];
    readonly language: DocumentLanguage;
    /** For the properties of the file: the same day gives the same bytes. */
    readonly dated: Date;
  },
): Promise<PaperFile[]> {
  const files: PaperFile[] = [];
  for (const format of options.formats) {
    const fileName = `${name.replace(/[^\p{L}\p{N}]+/gu, "-")}.${format}`;
    const body =
      format === "docx"
        ? writeDocx(paper)
        : Buffer.from(await renderPdf(paperPdf(paper, options.language), options.dated));
    reopenDocument(fileName, body);
    files.push({ fileName, body });
  }
  return files;
}
