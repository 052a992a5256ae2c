import { createHash } from "node:crypto";
import type { DocumentLanguage } from "../../../contract/document-language.ts";
import { type LetterKind, letterKind } from "../../../contract/letter-facts.ts";
import type { PaperKind } from "../../../contract/papers.ts";
import type { Actor } from "../../versions/versions.ts";

/**
 * A letter as it was made: the register of outgoing letters takes it in (server/measures/letters).
 */
export interface MadeLetter {
  readonly kind: LetterKind;
  readonly case: string | null;
  readonly claim: string | null;
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
  /** Hash of the text without number and days: the same text made again is the same letter. */
  readonly state: string;
}

/** The number and the day under which a letter was sent. */
export interface SentAs {
  readonly number: string;
  /** YYYY-MM-DD. */
  readonly day: string;
}

/**
 * Number and day of a letter that was sent, by its state; null = it was not, or nobody wrote any.
 */
export type SentAsOf = (state: string) => SentAs | null;

/** The register as the writers of papers need it. */
export interface LettersRegister {
  /** Letters that were sent of these claims, or that have one of these states. */
  sentAs(of: {
    readonly claims: readonly string[];
    readonly states?: readonly string[];
  }): Promise<SentAsOf>;
  record(made: readonly MadeLetter[], actor: Pick<Actor, "at" | "by">): Promise<void>;
}

/** A paper that leaves the office as a letter of its own; both have one name. */
export function letterOf(kind: PaperKind): LetterKind | undefined {
  return letterKind.options.find((one) => one === kind);
}

/** The state of a letter: what it is, of what, and what stands in it. */
export function stateOfLetter(
  letter: Pick<MadeLetter, "kind" | "claim" | "bank" | "addressee" | "language">,
  text: unknown,
): string {
  const { kind, claim, bank, addressee, language } = letter;
  const whole = JSON.stringify([kind, claim, bank, addressee, language, text]);
  return createHash("sha256").update(whole).digest("hex");
}
