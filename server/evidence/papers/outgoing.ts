import { createHash } from "node:crypto";
import type { DocumentLanguage } from "../../../contract/document-language.ts";
import { type LetterKind, letterKind } from "../../../contract/letter-facts.ts";
import { OF_FILING, type PaperKind, type PaperLanguage } from "../../../contract/papers.ts";
import type { Actor } from "../../versions/versions.ts";
import { translationNote } from "../letters/translation-note.ts";
import { writtenDay } from "../words/dates.ts";
import { filledIn, type TemplateText, type Values } from "./markup.ts";

/** A letter as it is written: the template, and what is filled in. */
export interface WrittenLetter {
  readonly template: TemplateText;
  readonly values: Values;
}

/** The same as it is printed. */
export interface DatedLetter extends WrittenLetter {
  /** In the properties of its file. */
  readonly dated: Date;
  /** Says that it left in another language, above all else on the paper. */
  readonly note?: string | null;
}

/**
 * A letter as it was made: the register of outgoing letters takes it in (server/measures/letters).
 */
export interface MadeLetter {
  readonly kind: LetterKind;
  readonly case: string | null;
  readonly claim: string | null;
  /** One letter about several claims: all of them, `claim` is the first. */
  readonly claims?: readonly string[];
  /** Beside each of `claims`: the state that its own letter would have. */
  readonly parts?: readonly string[];
  /** As accounts have it; null = it does not go to a bank, or nobody knows the bank. */
  readonly bank: string | null;
  /** A person, a court or a lender. */
  readonly addressee: string | null;
  readonly persons: readonly { readonly name: string; readonly iin: string | null }[];
  readonly reports: readonly string[];
  /** Minor units; null = the letter asks for no sum. */
  readonly amount: bigint | null;
  readonly currency: string;
  readonly language: DocumentLanguage;
  readonly file: string;
  /** The last day for the answer where a person gave one. */
  readonly due: string | null;
  /** Of `stateOfLetter`: the same letter made again has the same, in whichever language. */
  readonly state: string;
  /**
   * Other states of the same letter: before the paper named the filing of its claim, and those of
   * older versions, which took the office's words in another language. One that left had one.
   */
  readonly formerly?: readonly string[] | undefined;
  /** A letter to the same addressee that left holds, whatever the claim became since. */
  readonly holds?: boolean | undefined;
  /** Its words before it has a number; absent = it cannot be printed again as it was. */
  readonly written?: WrittenLetter;
}

/** How a letter was sent. */
export interface SentAs {
  /** null = the office has not given it yet. */
  readonly number: string | null;
  /** YYYY-MM-DD. */
  readonly day: string;
  /** YYYY-MM-DD: the last day for the answer; null = nobody wrote one down. */
  readonly due: string | null;
  /** The prosecutor's sanction; absent = nobody wrote down its day. */
  readonly sanction?: { readonly number: string | null; readonly day: string } | undefined;
  /** The languages in which it left; none = not known. In any other it is a translation. */
  readonly leftIn?: readonly DocumentLanguage[];
}

/** A letter of the same kind that left before, to the same addressee about the same claim. */
export interface EarlierSent extends SentAs {
  readonly id: string;
}

/** One letter about several claims that the register has. */
export interface CommonLetter {
  readonly id: string;
  readonly claims: readonly string[];
  /** null = nobody has sent it yet. */
  readonly sent: SentLetter | null;
}

/** The step of a claim that says when and how its demand left. */
export interface DemandStep {
  readonly how?: string | undefined;
  readonly day?: string | undefined;
  readonly term?: string | undefined;
  readonly reference?: string | undefined;
}

/** A letter as it left: its words, and the language in which it left. */
export interface KeptWords extends WrittenLetter {
  readonly language: PaperLanguage;
}

/** A letter that was sent, with its words: in the language asked for, else in that it left in. */
export interface SentLetter extends SentAs {
  readonly kept: KeptWords | null;
}

/**
 * How a letter was sent; null = it was not. A demand that the register does not have yet left by
 * the claim's `step`.
 */
export type SentAsOf = (
  letter: Omit<MadeLetter, "file">,
  step: DemandStep | null,
) => SentLetter | null;

/** Letters that the register has. */
export interface KnownLetters {
  readonly sentAs: SentAsOf;
  /**
   * The letter about several claims that asks the bank for what this claim's own letter would: one
   * that was sent says the same of the claim, one that nobody sent yet follows it. null = none.
   */
  readonly common: (letter: Omit<MadeLetter, "file">) => CommonLetter | null;
  /** Letters about several claims that nobody has sent yet. */
  readonly unsentCommon: readonly {
    readonly kind: LetterKind;
    readonly claims: readonly string[];
  }[];
  /**
   * Letters of the same kind to the same addressee, about the claim alone or among others, that
   * left before this one: it names them. The first sent comes first.
   */
  readonly earlier: (letter: Omit<MadeLetter, "file">) => readonly EarlierSent[];
}

/** The register as the writers of papers need it. */
export interface LettersRegister {
  /** Letters of these claims, or that have one of these states. */
  known(of: {
    readonly cases?: readonly string[];
    readonly claims: readonly string[];
    readonly states?: readonly string[];
    /** In which the words of the letters are wanted. */
    readonly language?: PaperLanguage;
  }): Promise<KnownLetters>;
  record(made: readonly MadeLetter[], actor: Pick<Actor, "at" | "by">): Promise<void>;
}

/** A paper that leaves the office as a letter of its own; both have one name. */
export function letterOf(kind: PaperKind): LetterKind | undefined {
  return letterKind.options.find((one) => one === kind);
}

/**
 * A letter that was sent, with its number, its day and the last day for the answer. Its sums are
 * those of that day; papers of the filing keep theirs.
 */
export function asItWasSent(
  { template, values }: WrittenLetter,
  kind: LetterKind,
  sent: SentAs,
  language: DocumentLanguage,
): DatedLetter {
  const day = writtenDay(sent.day);
  const due = sent.due === null ? null : writtenDay(sent.due);
  const said = {
    ...{ "letter.number": sent.number, "letter.day": day, "letter.due": due },
    ...sanctionFields(sent),
  };
  const asOf = OF_FILING.some((one) => one === kind) ? {} : { "as-of": day };
  const fields = { ...values.fields, ...asOf, ...said };
  const dated = new Date(`${sent.day}T00:00:00Z`);
  return { template, values: { ...values, fields }, dated, note: translationNote(sent, language) };
}

/** Number and day of the prosecutor's sanction, for templates. */
export function sanctionFields(sent: SentAs | undefined): Values["fields"] {
  const { sanction } = sent ?? {};
  return {
    "sanction.number": sanction?.number ?? null,
    "sanction.day": sanction === undefined ? null : writtenDay(sanction.day),
  };
}

/** The blocks of the paper: a translation says so first. */
export function printedBlocks({ template, values, note = null }: Omit<DatedLetter, "dated">) {
  const blocks = filledIn(template, values);
  const said = { kind: "right" as const, runs: [{ text: note ?? "", blank: false }] };
  return note === null ? blocks : [said, ...blocks];
}

/** Every state that `stateOfLetter` gives begins so; those of older versions were of a language. */
export const STATE_MARK = "letter:";

/**
 * The state of a letter: what it is, of what, and what stands in it. `said` is the same in every
 * language that the letter is made in, without its number and days.
 */
export function stateOfLetter(
  letter: Pick<MadeLetter, "kind" | "claim" | "bank" | "addressee">,
  said: unknown,
): string {
  const { kind, claim, bank, addressee } = letter;
  const whole = JSON.stringify([kind, claim, bank, addressee, said]);
  return STATE_MARK + createHash("sha256").update(whole).digest("hex");
}
