import { createHash } from "node:crypto";
import { cleanTexts } from "../../../contract/clean-text.ts";
import type { DocumentLanguage } from "../../../contract/document-language.ts";
import {
  type BankPaper,
  bankPaper,
  decidedOn,
  isReduced,
  OF_FILING,
  type PaperFormat,
  type PaperKind,
  type PaperLanguage,
  whyNotMade,
} from "../../../contract/papers.ts";
import { standingSteps } from "../../claims/steps.ts";
import { asFiled, wordsFiled } from "../../dossier/as-filed.ts";
import { courtOfFiling } from "../../dossier/filed-court.ts";
import { documentDate } from "../documents/claim-document.ts";
import { isDraftPaper } from "../documents/draft-paper.ts";
import { renderPdf } from "../documents/pdf.ts";
import { reopenDocument } from "../reopen/reopen.ts";
import { PAPER_WORDS } from "../texts/papers/papers.ts";
import { textsOf } from "../texts/texts.ts";
import { askedOfBank, banksOf, receivedAt } from "./banks.ts";
import type { Paper } from "./blocks.ts";
import { writeDocx } from "./docx.ts";
import { withEarlier } from "./earlier.ts";
import { filledIn, type TemplateText, type Values } from "./markup.ts";
import {
  asItWasSent,
  type DatedLetter,
  type DemandStep,
  type KnownLetters,
  letterOf,
  type MadeLetter,
  printedBlocks,
  type SentLetter,
  stateOfLetter,
  type WrittenLetter,
} from "./outgoing.ts";
import { paperPdf } from "./paper-pdf.ts";
import { outstandingOf, subjectOf } from "./sums.ts";
import {
  isMinorVictim,
  ofBank,
  ofDefendant,
  officeSaid,
  ofLoan,
  type PaperFacts,
  paperValues,
} from "./values.ts";

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
  /** Is told of each letter that may leave the office; answers how it was sent, if it was. */
  readonly onLetter?: (
    letter: Omit<MadeLetter, "file">,
    file: string,
    step: DemandStep | null,
  ) => SentLetter | null;
  /** Letters that left before about the same. */
  readonly earlier?: KnownLetters["earlier"] | undefined;
  /** The bank is asked for this by one letter about several claims. */
  readonly isElsewhere?: (kind: PaperKind, bank: string | null) => boolean;
  /** Letters about several claims that are printed beside these papers: the inventory has them. */
  readonly beside?: readonly PaperFile[];
}

/** The language in which a letter is compared with those that the register has. */
const COMPARED: PaperLanguage = "ru";

/** Letters are compared with what the office says of itself in that language. */
function compared(of: PaperFacts): PaperFacts {
  return of.offices === undefined ? of : { ...of, office: of.offices[COMPARED] };
}

/** Where one of several papers of a kind goes. */
interface Addressed {
  /** Of the file's name. */
  readonly ending: string;
  readonly bank: string | null;
  readonly addressee: string | null;
  /** Minor units that it asks for. */
  readonly amount: bigint | null;
  readonly currency?: string;
}

/**
 * The papers of one claim, in the order asked for; the inventory last, over all the others and the
 * letters `beside` them. The same facts give the same bytes. Every file is opened again before it
 * is handed out.
 */
export async function claimPapers(found: PaperFacts, options: PaperOptions): Promise<PaperFile[]> {
  const { kinds, language } = options;
  const of = inFiledCourt(cleanTexts(found));
  const valuesOf = valuesIn(of, language);
  const comparedOf = language === COMPARED ? valuesOf : valuesIn(compared(of), COMPARED);
  const files: PaperFile[] = [];
  for (const kind of kinds.filter((one) => one !== "inventory" && whyNot(of, one) === null)) {
    const russian = addressed(of, kind, comparedOf(kind), COMPARED);
    for (const [at, [values, to]] of addressed(of, kind, valuesOf(kind), language).entries()) {
      if (options.isElsewhere?.(kind, to.bank)) continue;
      const name = `${PAPER_WORDS[language].fileNames[kind]}${to.ending}`;
      const states = () => statesOf(of, kind, russian[at] ?? [values, to]);
      const made = { template: options.template(kind), values };
      const sent = asSent(of, kind, made, { ...to, name, states }, options);
      const leftIn = { ...options, language: sent.language ?? language };
      files.push(...(await printed(of, kind, leftIn, sent, leftName(name, language, sent))));
    }
  }
  if (kinds.includes("inventory")) {
    const name = PAPER_WORDS[language].fileNames.inventory;
    const values = withFiles(valuesOf("inventory"), [...files, ...(options.beside ?? [])]);
    const made = { template: options.template("inventory"), values, dated: documentDate(of.facts) };
    files.push(...(await printed(of, "inventory", options, made, name)));
  }
  return files;
}

/** The name of a file says so where its letter left in the other language. */
export function leftName(
  name: string,
  wanted: PaperLanguage,
  { language = wanted }: { readonly language?: PaperLanguage | undefined },
): string {
  return language === wanted ? name : `${name}-${PAPER_WORDS[wanted].leftInOther}`;
}

/** The letters of a claim to banks: of each its bank, the sum it asks for, and its state. */
export function lettersToBanks(found: PaperFacts, kinds: readonly BankPaper[]) {
  const of = cleanTexts(found);
  const valuesOf = valuesIn(compared(of), COMPARED);
  const made = kinds.filter((kind) => whyNot(of, kind) === null);
  return made.flatMap((kind) =>
    addressed(of, kind, valuesOf(kind), COMPARED).map(([values, to]) => ({
      kind,
      bank: to.bank,
      amount: to.amount,
      ...statesOf(of, kind, [values, to]),
    })),
  );
}

/** The values of a kind of paper: those for the court are of the filing, letters of today. */
function valuesIn(of: PaperFacts, language: PaperLanguage): (kind: PaperKind) => Values {
  const court = paperValues(filedFacts(of), language, "filing");
  const letters = paperValues(of, language, "today");
  return (kind) => (OF_FILING.includes(kind) ? court : letters);
}

/** A letter before it named the filing of its claim. */
const UNFILED = { filed: null, "filed.number": null };

/**
 * The state of a letter, and the others that it had: before it named the filing of its claim, and
 * in older versions, with what the office says of itself in the language that it was made in.
 */
function statesOf(of: PaperFacts, kind: PaperKind, made: readonly [Values, Addressed]) {
  const others = Object.values(of.offices ?? {}).map(officeSaid);
  const fields = [{}, ...others];
  const filed = of.dossier.filedOn === null ? [] : fields.map((one) => ({ ...one, ...UNFILED }));
  const [state = "", ...formerly] = [...fields, ...filed].map((one) =>
    stateOf(of, kind, made, one),
  );
  return { state, formerly: [...new Set(formerly)].filter((one) => one !== state) };
}

/** The state of a letter, by its built-in text in one language, without number and days. */
function stateOf(
  { claim }: PaperFacts,
  kind: PaperKind,
  [values, { bank, addressee }]: readonly [Values, Addressed],
  without: Values["fields"] = {},
): string {
  const letterKind = letterOf(kind);
  if (letterKind === undefined) throw new Error(`The paper "${kind}" is no letter`);
  const undated = { ...values, fields: { ...values.fields, "as-of": "", ...without } };
  const text = PAPER_WORDS[COMPARED].templates[kind];
  const said = filledIn({ path: "the built-in paper", text }, undated);
  return stateOfLetter({ kind: letterKind, claim: claim.id, bank, addressee }, said);
}

/** The papers of a kind, one for each that it goes to. */
function addressed(
  of: PaperFacts,
  kind: PaperKind,
  values: Values,
  language: PaperLanguage,
): (readonly [Values, Addressed])[] {
  const { defendant, coDefendants, fields } = of.dossier;
  const nth = (at: number) => (at === 0 ? "" : `-${at + 1}`);
  const nobody = { ending: "", bank: null, addressee: null, amount: null };
  if (kind === "demand")
    return [defendant, ...coDefendants.map(({ party }) => party)].map((party, at) => {
      const to = { ...nobody, ending: nth(at), addressee: party.name || party.iin };
      return [ofDefendant(values, of, at, language), { ...to, amount: outstandingOf(of) }];
    });
  if (kind === "loan-suspension")
    return fields.loans.map((loan, at) => {
      const { lender, currency, amount } = loan;
      const to = { ...nobody, ending: nth(at), addressee: lender, currency };
      return [ofLoan(values, loan, language), { ...to, amount: BigInt(amount) }];
    });
  if (bankPaper.safeParse(kind).success)
    return banksFor(kind, of).map((bank) => {
      const filled = ofBank(values, of, bank, { language, reached: kind === "return-notice" });
      const amount = kind === "statement-request" ? null : askedOfBank(of, bank);
      return [filled, { ...nobody, ending: `-${bank ?? "000"}`, bank, amount }];
    });
  const amount = kind === "security" ? subjectOf(of).arrest : null;
  return [[values, { ...nobody, addressee: values.fields.court ?? null, amount }]];
}

/** A letter that was sent is printed as it left the office, else as it would be made today. */
function asSent(
  of: PaperFacts,
  kind: PaperKind,
  written: WrittenLetter,
  to: Addressed & { readonly name: string; readonly states: () => ReturnType<typeof statesOf> },
  { language, onLetter, kinds, earlier }: PaperOptions,
): DatedLetter & { readonly language?: PaperLanguage } {
  const today = { ...written, dated: documentDate(of.facts) };
  const letterKind = letterOf(kind);
  if (onLetter === undefined || letterKind === undefined || isDraftPaper(of.claim)) return today;
  const { claim, facts, dossier } = of;
  const { bank, addressee, amount, currency = claim.currency, name, states } = to;
  const { name: victim, iin } = dossier.victim;
  const isFiled = dossier.filedOn !== null;
  const step = standingSteps(claim.moves).findLast((one) => one.to === "demand")?.facts ?? null;
  const letter = {
    ...{ kind: letterKind, claim: claim.id, bank, addressee, language },
    ...{ case: facts.case.id, amount, currency, due: null, reports: claim.reports },
    persons: victim === "" ? [] : [{ name: victim, iin }],
    ...states(),
    // After the filing a further demand is made only where a person asks for just that.
    holds: isFiled && kind === "demand" && kinds.length > 1,
  };
  const now = withEarlier(written, earlier?.(letter) ?? [], language);
  const sent = onLetter({ ...letter, written: now }, name, step);
  if (sent === null) return { ...today, ...now };
  const leftIn = sent.kept?.language ?? language;
  const left = asItWasSent(sent.kept ?? now, letterKind, sent, leftIn);
  return sent.kept === null ? left : { ...left, language: leftIn };
}

/** The facts of a filed claim with the words and requests that were filed. */
function filedFacts(of: PaperFacts): PaperFacts {
  const { claim, dossier, facts } = of;
  const approved = facts.approvals.find((one) => one.claim === claim.id)?.frozen ?? null;
  const words = wordsFiled(dossier, approved);
  if (words === null) return of;
  const then = asFiled(dossier, words);
  // The papers go to the court that the step names, whatever the words of the filing say.
  const filed = { ...then, fields: { ...then.fields, ...courtOfFiling(then, dossier.fields) } };
  const requests = new Map(words.sources.map(({ id, ...request }) => [id, request]));
  const sources = facts.sources.map((one) => ({ ...one, ...requests.get(one.sha256) }));
  return { ...of, facts: { ...facts, sources }, dossier: filed };
}

function inFiledCourt(of: PaperFacts): PaperFacts {
  const { dossier } = of;
  return { ...of, dossier: { ...dossier, fields: { ...dossier.fields, ...dossier.filedCourt } } };
}

/** Why a claim has no such paper today; null = it has. */
export function whyNot({ facts, claim, dossier, day }: PaperFacts, kind: PaperKind) {
  return whyNotMade(kind, {
    status: claim.status,
    decidedOn: decidedOn(claim),
    outstanding: outstandingOf({ facts, claim, dossier }),
    asked: dossier.filedOn === null ? null : dossier.asked,
    minor: isMinorVictim(dossier, day),
    loans: dossier.fields.loans.length,
    reduced: isReduced(dossier, dossier.penalty?.amount ?? 0n),
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

async function printed(
  of: PaperFacts,
  kind: PaperKind,
  { language, formats }: PaperOptions,
  { dated, ...letter }: DatedLetter,
  name: string,
): Promise<PaperFile[]> {
  const paper: Paper = {
    title: PAPER_WORDS[language].titles[kind],
    draft: isDraftPaper(of.claim) ? textsOf(language).calculation.draft : null,
    blocks: printedBlocks(letter),
  };
  return paperFiles(paper, name, { formats, language, dated });
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
    const fileName = `${name.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "")}.${format}`;
    const body =
      format === "docx"
        ? writeDocx(paper)
        : Buffer.from(await renderPdf(paperPdf(paper, options.language), options.dated));
    reopenDocument(fileName, body);
    files.push({ fileName, body });
  }
  return files;
}
