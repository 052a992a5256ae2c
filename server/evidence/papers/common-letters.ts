import { cleanTexts } from "../../../contract/clean-text.ts";
import {
  type BankPaper,
  bankPaper,
  type PaperFormat,
  type PaperKind,
  type PaperLanguage,
} from "../../../contract/papers.ts";
import { documentDate } from "../documents/claim-document.ts";
import { isDraftPaper } from "../documents/draft-paper.ts";
import { COMMON_WORDS } from "../texts/papers/common.ts";
import { PAPER_WORDS } from "../texts/papers/papers.ts";
import { textsOf } from "../texts/texts.ts";
import { askedOnce, commonValues, reportsOf } from "./common-values.ts";
import { type EarlierNamed, withEarlier } from "./earlier.ts";
import type { TemplateText } from "./markup.ts";
import {
  asItWasSent,
  type CommonLetter,
  type KnownLetters,
  type MadeLetter,
  printedBlocks,
  type SentLetter,
  stateOfLetter,
} from "./outgoing.ts";
import { leftName, lettersToBanks, type PaperFile, paperFiles } from "./papers.ts";
import type { PaperFacts } from "./values.ts";

/** One letter to a bank about several claims, instead of one each (docs/letters.md). */

type Letter = Omit<MadeLetter, "file">;

/** What a claim asks of one bank, as a letter of its own would. */
interface Member {
  readonly of: PaperFacts;
  readonly kind: BankPaper;
  readonly letter: Letter;
  /** The letter about several claims that the register has. */
  readonly common: CommonLetter | null;
}

interface Planned {
  readonly kind: BankPaper;
  readonly members: readonly [Member, ...Member[]];
  /** It left already; null = nobody has sent it. */
  readonly sent: SentLetter | null;
}

export interface CommonPlan {
  readonly letters: readonly Planned[];
  /** True where a claim has no letter of its own to the bank. */
  readonly isElsewhere: (claim: string, kind: PaperKind, bank: string | null) => boolean;
  /** Claims whose letter about several claims is not printed now. */
  readonly leftOut: readonly OfClaim[];
  /** Claims that were in a letter which is made now, and which it does not ask for any more. */
  readonly noMore: readonly OfClaim[];
}

interface OfClaim {
  readonly claim: string;
  readonly kind: BankPaper;
}

/**
 * Which letters to banks are about several of these claims. A claim's own letter that left stays, a
 * letter about several claims that left is printed as it left, and what is new gets a letter. One
 * that nobody sent keeps its other claims: they are among `all` as companions.
 */
export function planCommon(
  all: readonly PaperFacts[],
  options: {
    readonly kinds: readonly PaperKind[];
    readonly language: PaperLanguage;
    /** One letter a bank wherever several claims ask it. */
    readonly together: boolean;
    /** null = nobody keeps a register. */
    readonly known: KnownLetters | null;
    /** Claims of which no papers are asked for: they only stay in letters that nobody sent. */
    readonly companions?: ReadonlySet<string>;
  },
): CommonPlan {
  const { together, known, companions = new Set() } = options;
  const isCompanion = ({ of }: Member) => companions.has(of.claim.id);
  const elsewhere = new Set<string>();
  const letters: Planned[] = [];
  const leftOut: OfClaim[] = [];
  const noMore: OfClaim[] = [];
  const sent = new Map<string, Member[]>();
  const open = new Map<string, Member[]>();
  for (const member of membersOf(all, options)) {
    const { common, letter } = member;
    if (isCompanion(member) && (common === null || common.sent)) continue;
    if (common?.sent) put(sent, common.id, member);
    else if (isDraftPaper(member.of.claim) || !known?.sentAs(letter, null))
      put(open, groupOf(member), member);
  }
  const leave = (members: readonly Member[]) => {
    for (const { letter, kind } of members) leftOut.push({ claim: letter.claim ?? "", kind });
  };
  for (const [first, ...others] of sent.values()) {
    if (first === undefined) continue;
    const members = [first, ...others] as const;
    const { sent: how = null, claims } = first.common ?? { claims: [] };
    for (const one of members) elsewhere.add(keyOf(one.letter));
    const isWhole = members.length === claims.length;
    // With the same in it, it is written in the language asked for, else printed as it left.
    const isAnew = how !== null && isWhole && how.kept?.language !== options.language;
    const left = isAnew ? { ...how, kept: null } : how;
    // Without its words it is written anew, of just the claims that it was about.
    if (how?.kept || isWhole) letters.push({ kind: first.kind, members, sent: left });
    else leave(members);
  }
  for (const [first, ...others] of open.values()) {
    if (first === undefined) continue;
    const members = [first, ...others] as const;
    if (members.every(isCompanion)) continue;
    if (together && others.length > 0) {
      for (const one of members) elsewhere.add(keyOf(one.letter));
      letters.push({ kind: first.kind, members, sent: null });
      const now = new Set(members.map(({ of }) => of.claim.id));
      const before = new Set(members.flatMap(({ common }) => common?.claims ?? []));
      for (const claim of before) if (!now.has(claim)) noMore.push({ claim, kind: first.kind });
      continue;
    }
    const asked = members.filter(({ common }) => common !== null);
    for (const one of asked) elsewhere.add(keyOf(one.letter));
    leave(asked);
  }
  return {
    letters,
    leftOut,
    noMore,
    isElsewhere: (claim, kind, bank) => elsewhere.has([claim, kind, bank ?? ""].join(" ")),
  };
}

function keyOf({ claim, kind, bank }: Letter): string {
  return [claim, kind, bank ?? ""].join(" ");
}

/** Claims of one group are asked for in one letter: their sums can be added up. */
function groupOf({ of: { claim }, letter }: Member): string {
  return [letter.kind, letter.bank, claim.currency, isDraftPaper(claim)].join(" ");
}

function put(groups: Map<string, Member[]>, key: string, member: Member): void {
  groups.set(key, [...(groups.get(key) ?? []), member]);
}

/** Where nobody knows the bank, each claim keeps its own letter. */
function membersOf(
  all: readonly PaperFacts[],
  { kinds, language, known }: Parameters<typeof planCommon>[1],
): Member[] {
  const wanted = bankPaper.options.filter((kind) => kinds.includes(kind));
  if (wanted.length === 0) return [];
  return all.flatMap((of) =>
    lettersToBanks(of, wanted).flatMap(({ kind, bank, amount, ...states }): Member[] => {
      if (bank === null) return [];
      const { claim, facts } = of;
      const letter = {
        ...{ kind, claim: claim.id, bank, addressee: null, language, ...states },
        ...{ case: facts.case.id, amount, currency: claim.currency, due: null },
        ...{ reports: claim.reports, persons: personsOf([of]) },
      };
      const common = isDraftPaper(claim) ? null : (known?.common(letter) ?? null);
      return [{ of: cleanTexts(of), kind, letter, common }];
    }),
  );
}

/** The victims, each once. */
function personsOf(all: readonly PaperFacts[]): MadeLetter["persons"] {
  const named = all.map(({ dossier: { victim } }) => ({ name: victim.name, iin: victim.iin }));
  const known = named.filter(({ name }) => name !== "");
  const key = (one: (typeof known)[number]) => `${one.iin ?? ""} ${one.name}`;
  return [...new Map(known.map((one) => [key(one), one])).values()];
}

/** A file of one letter, and the claims that it is about. */
export interface CommonFile extends PaperFile {
  readonly claims: readonly string[];
}

export interface CommonPapers {
  readonly files: readonly CommonFile[];
  /** Letters that the register takes in. */
  readonly made: readonly MadeLetter[];
}

/** The letters of a plan. The same facts give the same bytes. */
export async function commonPapers(
  planned: readonly Planned[],
  options: {
    readonly language: PaperLanguage;
    readonly formats: readonly PaperFormat[];
    readonly template: (kind: BankPaper) => TemplateText;
    /** Letters that left before about the same. */
    readonly earlier?: KnownLetters["earlier"] | undefined;
  },
): Promise<CommonPapers> {
  const { language, formats } = options;
  const { fileNames } = PAPER_WORDS[language];
  const { folder } = COMMON_WORDS[language];
  const files: CommonFile[] = [];
  const letters: MadeLetter[] = [];
  const names = new Map<string, number>();
  for (const { kind, members, sent } of planned) {
    const [first] = members;
    const all = [first.of, ...members.slice(1).map(({ of }) => of)] as const;
    const bank = first.letter.bank ?? "";
    const isDraft = isDraftPaper(first.of.claim);
    const made = {
      template: options.template(kind),
      values: commonValues({ kind, bank, language, all }),
    };
    const written = sent?.kept ?? withEarlier(made, earlierOf(members, options.earlier), language);
    const leftIn = sent?.kept?.language ?? language;
    const today = { ...written, dated: documentDate(first.of.facts) };
    const { dated, ...said } = sent === null ? today : asItWasSent(written, kind, sent, leftIn);
    const named = `${fileNames[kind]}-${bank}`;
    const nth = (names.get(named) ?? 0) + 1;
    names.set(named, nth);
    const { titles } = PAPER_WORDS[leftIn];
    const name = leftName(nth === 1 ? named : `${named}-${nth}`, language, { language: leftIn });
    const draft = isDraft ? textsOf(language).calculation.draft : null;
    const paper = { title: titles[kind], draft, blocks: printedBlocks(said) };
    const claims = sent?.kept ? (first.common?.claims ?? []) : members.map(({ of }) => of.claim.id);
    for (const file of await paperFiles(paper, name, { formats, language: leftIn, dated }))
      files.push({ ...file, claims });
    if (isDraft || sent?.kept) continue;
    letters.push({ ...letterOver(members), file: `${folder}/${name}`, written });
  }
  return { files, made: letters };
}

/** Each letter that left before about some of the claims, with the rows that it was about. */
function earlierOf(
  members: Planned["members"],
  earlier: KnownLetters["earlier"] | undefined,
): EarlierNamed[] {
  const found = new Map<string, EarlierNamed & { readonly rows: readonly string[] }>();
  for (const [at, { letter }] of members.entries())
    for (const one of earlier?.(letter) ?? []) {
      const rows = [...(found.get(one.id)?.rows ?? []), String(at + 1)];
      found.set(one.id, { ...one, rows });
    }
  return [...found.values()].map((one) =>
    one.rows.length === members.length ? { ...one, rows: [] } : one,
  );
}

/** The letters that name a claim, for its inventory: by their place beside the claim's folder. */
export function commonOf(
  claim: string,
  files: readonly CommonFile[],
  language: PaperLanguage,
): PaperFile[] {
  const { folder, inInventory } = COMMON_WORDS[language];
  const own = files.filter(({ claims }) => claims.includes(claim));
  return own.map(({ fileName, body, claims }) => ({
    fileName: inInventory(`${folder}/${fileName}`, claims.length),
    body,
  }));
}

/** The letter about several claims, as the register has it. */
function letterOver(members: Planned["members"]): Letter {
  const [{ letter, kind }] = members;
  const all = members.map(({ of }) => of);
  const claims = members.map((one) => one.letter.claim ?? "");
  const parts = members.map((one) => one.letter.state);
  const amounts = members.map((one) => one.letter.amount);
  const { bank, addressee } = letter;
  const { formerly: _ofOne, ...alone } = letter;
  const said = { case: letter.case, parts: [...parts].sort() };
  return {
    ...alone,
    ...{ claims, parts, reports: reportsOf(all), persons: personsOf(all) },
    amount: amounts.some((one) => one !== null) ? askedOnce(all, bank ?? "") : null,
    state: stateOfLetter({ kind, claim: null, bank, addressee }, said),
  };
}
