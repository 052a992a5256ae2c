import type { PaperKind, PaperLanguage } from "../../../contract/papers.ts";
import type { KnownLetters, LettersRegister } from "./outgoing.ts";

/** The letters that the register has of some claims, and of those that unsent letters name beside them. */
export interface KnownOfClaims {
  /** null = nobody keeps a register. */
  readonly known: KnownLetters | null;
  /** Claims of which no papers are asked for. */
  readonly companions: ReadonlySet<string>;
}

/**
 * A letter about several claims that nobody sent keeps the claims of which no papers are asked for
 * now: it is made anew with them, and with those of further such letters that it takes in.
 */
export async function knownOfClaims(
  register: LettersRegister | undefined,
  wanted: {
    readonly case: string;
    readonly claims: readonly string[];
    readonly kinds: readonly PaperKind[];
    readonly language: PaperLanguage;
    /** One letter over several claims is made where they ask the same bank. */
    readonly together: boolean;
  },
): Promise<KnownOfClaims> {
  const { case: caseId, claims, kinds, language, together } = wanted;
  if (register === undefined) return { known: null, companions: new Set() };
  const all = new Set(claims);
  let known: KnownLetters;
  let size: number;
  do {
    size = all.size;
    known = await register.known({ cases: [caseId], claims: [...all], language });
    if (together && claims.length > 1)
      for (const { kind, claims: named } of known.unsentCommon)
        if (kinds.some((one) => one === kind)) for (const one of named) all.add(one);
  } while (all.size > size);
  return { known, companions: new Set([...all].filter((one) => !claims.includes(one))) };
}
