import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isStanding } from "../../../contract/claim-steps.ts";
import {
  type BankPaper,
  bankPaper,
  COMMON_TEMPLATES,
  type CommonTemplate,
  decidedOn,
  type NotMade,
  type PaperFormat,
  type PaperKind,
  type PaperLanguage,
  paperKind,
} from "../../../contract/papers.ts";
import type { StoredClaim } from "../../claims/claim.ts";
import { dossiersOf } from "../../claims/claim-dossiers.store.ts";
import { reworkDrafts } from "../../claims/rework.store.ts";
import { lineGone, refuseDifferences } from "../../claims/today.store.ts";
import { UserError } from "../../errors/user-error.ts";
import type { Database } from "../../neo4j/database.ts";
import { dayOf, dayText } from "../../time/day.ts";
import { gatherFacts, UNCHECKED } from "../case-facts.store.ts";
import type { CaseFacts } from "../case-facts.ts";
import { officeDetails } from "../letters/office-details.ts";
import { officeSigner } from "../signing.ts";
import { COMMON_WORDS } from "../texts/papers/common.ts";
import { PAPER_WORDS } from "../texts/papers/papers.ts";
import { writtenDay } from "../words/dates.ts";
import { commonOf, commonPapers, planCommon } from "./common-letters.ts";
import { knownOfClaims } from "./companions.ts";
import type { TemplateText } from "./markup.ts";
import type { DemandStep, LettersRegister, MadeLetter } from "./outgoing.ts";
import { claimPapers, type PaperFile, whyNot } from "./papers.ts";
import type { PaperFacts } from "./values.ts";
import { wayTransfers } from "./way.store.ts";

export interface WantedPapers {
  /** Claims of the case; empty = every standing one. */
  readonly claims: readonly string[];
  readonly kinds: readonly PaperKind[];
  readonly language: PaperLanguage;
  readonly formats: readonly PaperFormat[];
  /** Who asks: drafts are worked out anew before a paper is written. */
  readonly by: string;
  /** One letter a bank and kind over several claims, instead of one each; else not. */
  readonly together?: boolean;
  /** Takes in the letters among the papers, and says how earlier ones were sent. */
  readonly register?: LettersRegister | undefined;
}

/** Papers by claim. An unknown claim, and one that asks for nothing, is a UserError. */
export async function papersOfCase(
  database: Database,
  caseId: string,
  { claims: wanted, by, register, together = false, ...options }: WantedPapers,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, readonly PaperFile[]>> {
  const { language } = options;
  const own = await officeTemplates<PaperKind>(database.dataDir, options.kinds, language);
  const template = (kind: PaperKind) => own.get(kind) ?? builtIn(kind, language);
  await reworkDrafts(database, caseId, { by, at: Date.now() }, signal);
  const facts = await gatherFacts(database, caseId, signal, UNCHECKED);
  const claims = facts.claims.filter(({ id, status }) =>
    wanted.length === 0 ? isStanding(status) : wanted.includes(id),
  );
  const missing = wanted.filter((id) => !claims.some((claim) => claim.id === id));
  if (missing.length > 0 || claims.length === 0) throw noPapers(missing);
  const differing = new Set(claims.filter((one) => !isSure(facts, one)).map((one) => one.id));
  if (differing.size === claims.length) refuseUnsure(caseId, facts, claims);
  const offices = {
    ru: await officeDetails(database.dataDir, "ru"),
    kk: await officeDetails(database.dataDir, "kk"),
  };
  const office = offices[language];
  const { fingerprint } = await officeSigner(database.dataDir);
  const day = dayText(dayOf(Date.now()));
  const made = new Map<string, readonly PaperFile[]>();
  const leftOut: LeftOut[] = [];
  const ids = claims.map((claim) => claim.id);
  const asked = { case: caseId, claims: ids, kinds: options.kinds, language, together };
  const { known, companions } = await knownOfClaims(register, asked);
  const dossiers = await dossiersOf(database, caseId, [...ids, ...companions], { day });
  const letters: MadeLetter[] = [];
  const of = new Map<string, PaperFacts>();
  for (const claim of facts.claims) {
    const dossier = dossiers.get(claim.id);
    if (dossier && isSure(facts, claim))
      of.set(claim.id, { facts, claim, dossier, office, offices, fingerprint, day });
  }
  const plan = planCommon([...of.values()], { ...asked, known, companions });
  for (const { claim, kind } of plan.leftOut)
    leftOut.push({ claim, kind, why: "common", judged: null });
  const { folder } = COMMON_WORDS[language];
  for (const { claim, kind } of plan.noMore) {
    const own = of.get(claim);
    const why = own === undefined ? "differs" : (whyNot(own, kind) ?? "no-more");
    leftOut.push({ claim, kind, why, judged: null, folder });
  }
  const common = await commonPapers(plan.letters, {
    ...options,
    earlier: known?.earlier,
    template: await commonTemplates(database.dataDir, language),
  });
  for (const claim of claims) {
    signal?.throwIfAborted();
    if (!dossiers.has(claim.id)) continue;
    const own = of.get(claim.id);
    if (own === undefined) {
      for (const kind of options.kinds)
        leftOut.push({ claim: claim.id, kind, why: "differs", judged: null });
      made.set(claim.id, []);
      continue;
    }
    const onWay = options.kinds.includes("calculation")
      ? await wayTransfers(database.queries, facts, claim)
      : [];
    const onLetter = (letter: Omit<MadeLetter, "file">, file: string, step: DemandStep | null) => {
      const sent = known?.sentAs(letter, step) ?? null;
      // The register has a letter that left, with its words: nothing is added to it.
      if (!sent?.kept) letters.push({ ...letter, file: `${claim.id}/${file}` });
      return sent;
    };
    const isElsewhere = (kind: PaperKind, bank: string | null) =>
      plan.isElsewhere(claim.id, kind, bank);
    const beside = commonOf(claim.id, common.files, language);
    const apart = {
      ...{ ...options, template, onLetter, isElsewhere, beside },
      earlier: known?.earlier,
    };
    const files = await claimPapers({ ...own, onWay }, apart);
    for (const kind of options.kinds) {
      const why = whyNot(own, kind);
      const judged = decidedOn(claim);
      // A claim whose filed sums stand lacks nothing: it is said only where the paper is asked for.
      const isNews = why !== "not-reduced" || options.kinds.length === 1;
      if (why !== null && isNews) leftOut.push({ claim: claim.id, kind, why, judged });
    }
    if (files.length > 0) made.set(claim.id, files);
  }
  if (common.files.length > 0) made.set(folder, common.files);
  letters.push(...common.made);
  if (made.size === 0 && leftOut[0] !== undefined) throw paperNotMade(leftOut[0]);
  await register?.record(letters, { by, at: Date.now() });
  return withLeftOut(made, leftOut, language);
}

/** True where the claim is as the data are, or a person has accepted the difference. */
function isSure({ states }: CaseFacts, claim: StoredClaim): boolean {
  const change = states.find((one) => one.claim.id === claim.id)?.change ?? null;
  return claim.lines.every((line) => line.present) && (change === null || change.accepted !== null);
}

/** Of the claims asked for none can be stated. */
function refuseUnsure(caseId: string, { states }: CaseFacts, claims: readonly StoredClaim[]): void {
  for (const claim of claims) {
    const gone = claim.lines.find((line) => !line.present);
    if (gone) throw lineGone(claim, gone.transferId);
  }
  const wanted = new Set(claims.map((claim) => claim.id));
  refuseDifferences(
    caseId,
    states.filter((state) => wanted.has(state.claim.id)),
  );
}

interface LeftOut {
  readonly claim: string;
  readonly kind: PaperKind;
  /** "no-more": a letter about several claims that nobody sent does not ask for it any more. */
  readonly why: NotMade | "no-more";
  /** Day of the judgment that stands. */
  readonly judged: string | null;
  /** That of the letters, where the line stands; else that of the claim. */
  readonly folder?: string;
}

/** Beside the papers of a claim: which of those asked for are not made, and why. */
function withLeftOut(
  made: ReadonlyMap<string, readonly PaperFile[]>,
  leftOut: readonly LeftOut[],
  language: PaperLanguage,
): ReadonlyMap<string, readonly PaperFile[]> {
  const { titles, notMade } = PAPER_WORDS[language];
  const { noMore } = COMMON_WORDS[language];
  return new Map(
    [...made].map(([folder, files]) => {
      const lines = leftOut
        .filter((one) => (one.folder ?? one.claim) === folder)
        .map(({ claim, kind, why, judged, folder: isOfLetters }) => {
          const reason =
            why === "decided"
              ? notMade.decided(writtenDay(judged ?? ""))
              : why === "no-more"
                ? noMore
                : notMade.reasons[why];
          return `${isOfLetters ? `${claim}, ` : ""}${titles[kind]}: ${reason}`;
        });
      if (lines.length === 0) return [folder, files];
      const body = Buffer.from(`${[notMade.title, ...lines].join("\r\n")}\r\n`, "utf8");
      return [folder, [...files, { fileName: `${notMade.fileName}.txt`, body }]];
    }),
  );
}

function paperNotMade({ claim, kind, why }: LeftOut): UserError {
  return new UserError({
    code: `paper-${why}`,
    status: 409,
    message: `Claim ${claim} has no paper "${kind}": ${NOT_MADE[why]}.`,
    remedy: "Choose another paper, or write down what is missing.",
    params: { claim, kind },
  });
}

const NOT_MADE: Readonly<Record<LeftOut["why"], string>> = {
  over: "the claim is over",
  decided: "the court has decided",
  "nothing-outstanding": "everything has come back",
  "no-loan": "nobody has written down a loan of the victim in the dossier",
  differs: "the data have changed since it was made, and nobody has decided about that",
  "not-reduced": "it is not filed, or the sums that were filed are still those of its data",
  minor: "the victim is a minor, whose consent is not asked for",
  common: "a letter about several claims asks the bank for it",
  "no-more": "a letter about several claims does not ask for it any more",
};

/** The text the product has of a paper. */
export function builtIn(kind: PaperKind | CommonTemplate, language: PaperLanguage): TemplateText {
  const paper = paperKind.safeParse(kind);
  const text = paper.success
    ? PAPER_WORDS[language].templates[paper.data]
    : COMMON_WORDS[language].templates[bankPaper.parse(kind.replace(/^common-/, ""))];
  return { path: "the built-in paper", text };
}

/** The texts of letters about several claims: the office's own, else those of the product. */
async function commonTemplates(
  dataDir: string,
  language: PaperLanguage,
): Promise<(kind: BankPaper) => TemplateText> {
  const own = await officeTemplates<CommonTemplate>(dataDir, COMMON_TEMPLATES, language);
  return (kind) => own.get(`common-${kind}`) ?? builtIn(`common-${kind}`, language);
}

/** `<data folder>/templates/papers/<kind>.<language>.txt`: the office's own text of a paper. */
export async function officeTemplates<Kind extends string>(
  dataDir: string,
  kinds: readonly Kind[],
  language: PaperLanguage,
): Promise<ReadonlyMap<Kind, TemplateText>> {
  const found = new Map<Kind, TemplateText>();
  for (const kind of kinds) {
    const path = join(dataDir, "templates", "papers", `${kind}.${language}.txt`);
    const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return null;
      throw error;
    });
    if (text !== null) found.set(kind, { path, text: text.replace(/^\ufeff/, "") });
  }
  return found;
}

function noPapers(missing: readonly string[]): UserError {
  return new UserError({
    code: "no-papers",
    status: 404,
    message:
      missing.length === 0
        ? "The case has no claim that asks for anything."
        : `There is nothing to write of ${missing.join(", ")}: no such claim, or it asks for nothing.`,
    remedy: "Open claims first, or choose others.",
    params: { claims: missing.join(", ") },
  });
}
