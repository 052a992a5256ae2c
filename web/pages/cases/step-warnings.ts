import type { ClaimMove, StepFacts } from "../../../contract/claim-steps.ts";
import type { Claim } from "../../../contract/claims.ts";
import { numberKey } from "../../../contract/letter-number.ts";
import type { ManyStep } from "../../../contract/many-steps.ts";
import type { OneClaim, Together } from "./many-step-facts.ts";

/** A claim with what is about to be written down of its step. */
export interface Intended {
  readonly claim: Pick<Claim, "id" | "moves">;
  readonly facts: Pick<StepFacts, "reference" | "day" | "court">;
  /** A party is a minor: a juvenile court hears the claim (CPC 27(3)). */
  readonly juvenile?: boolean | undefined;
}

/** Something that is allowed and is seldom meant: a person says so by a second press. */
export type StepWarning =
  | { readonly about: "number"; readonly number: string; readonly claims: readonly string[] }
  | { readonly about: "term"; readonly term: string; readonly claims: readonly string[] }
  | { readonly about: "juvenile"; readonly court: string; readonly claims: readonly string[] };

/**
 * Two claims of one step with one number, also one that another claim of the case has already; a
 * filing before the term that a demand gave the debtor is over; and a minor's claim that is filed
 * in a court that is no juvenile one.
 */
export function stepWarnings(
  status: Claim["status"],
  intended: readonly Intended[],
  all: readonly Pick<Claim, "id" | "moves">[],
): StepWarning[] {
  return [
    ...(status === "demand" || status === "filed" ? sameNumbers(status, intended, all) : []),
    ...(status === "filed" ? [...openTerms(intended), ...otherCourts(intended)] : []),
  ];
}

/** A correction is asked about what it changes: facts that stay were accepted before. */
export function mendWarnings(
  { to, facts: was }: Pick<ClaimMove, "to" | "facts">,
  intended: Intended,
  all: readonly Pick<Claim, "id" | "moves">[],
): StepWarning[] {
  const { facts } = intended;
  return stepWarnings(to, [intended], all).filter(({ about }) => {
    if (about === "term") return facts.day !== was.day;
    if (about === "juvenile") return facts.court !== was.court;
    return numberKey(facts.reference ?? "") !== numberKey(was.reference ?? "");
  });
}

/** Claims of which a person was asked whether their number stands on another paper too. */
export function claimsWithOneNumber(warnings: readonly StepWarning[]): readonly string[] {
  return warnings.flatMap(({ about, claims }) => (about === "number" ? claims : []));
}

function sameNumbers(
  status: Claim["status"],
  intended: readonly Intended[],
  all: readonly Pick<Claim, "id" | "moves">[],
): StepWarning[] {
  const own = new Set(intended.map(({ claim }) => claim.id));
  const taken = all
    .filter(({ id }) => !own.has(id))
    .map(({ id, moves }) => ({
      id,
      number: moves.findLast(({ to }) => to === status)?.facts.reference,
    }));
  const given = intended.map(({ claim, facts }) => ({ id: claim.id, number: facts.reference }));
  const numbers = new Map<string, { readonly number: string; readonly claims: string[] }>();
  for (const { id, number = "" } of [...given, ...taken]) {
    const key = numberKey(number);
    if (key === "") continue;
    const claims = [...(numbers.get(key)?.claims ?? []), id];
    numbers.set(key, { number: numbers.get(key)?.number ?? number.trim(), claims });
  }
  return [...numbers.values()].flatMap(({ number, claims }) =>
    claims.length > 1 && claims.some((id) => own.has(id))
      ? [{ about: "number" as const, number, claims }]
      : [],
  );
}

function openTerms(intended: readonly Intended[]): StepWarning[] {
  const terms = new Map<string, string[]>();
  for (const { claim, facts } of intended) {
    const term = termOf(claim);
    if (term === null || facts.day === undefined || facts.day > term) continue;
    terms.set(term, [...(terms.get(term) ?? []), claim.id]);
  }
  return [...terms].map(([term, claims]) => ({ about: "term" as const, term, claims }));
}

/** Words in the names of juvenile courts, in Russian and Kazakh. */
const JUVENILE = /несовершеннолет|ювенал|кәмелет/i;

function otherCourts(intended: readonly Intended[]): StepWarning[] {
  const courts = new Map<string, string[]>();
  for (const { claim, facts, juvenile = false } of intended) {
    const court = facts.court?.trim() ?? "";
    if (!juvenile || court === "" || JUVENILE.test(court)) continue;
    courts.set(court, [...(courts.get(court) ?? []), claim.id]);
  }
  return [...courts].map(([court, claims]) => ({ about: "juvenile" as const, court, claims }));
}

/**
 * The last day that the demand gave the debtor, also one before a draft that was prepared anew;
 * null where none was sent. Back to approved it was not.
 */
function termOf({ moves }: Pick<Claim, "moves">): string | null {
  const sent = moves.filter(({ to }, at) => to === "demand" && moves[at + 1]?.to !== "approved");
  return sent.at(-1)?.facts.term ?? null;
}

/** Fields of a step of many claims that are blank, with the claims where they are. */
export interface Blank {
  readonly field: "how" | "day" | "term" | "reason" | "court" | "reference";
  /** Empty where the field stands once for all claims. */
  readonly claims: readonly string[];
}

export function blanksOf(
  status: ManyStep,
  chosen: readonly (Pick<OneClaim, "court" | "reference" | "needsReason"> & {
    readonly claim: Pick<Claim, "id">;
  })[],
  together: Together,
): Blank[] {
  const isBlank = (text: string | null) => (text ?? "").trim() === "";
  const once = (["how", "day", "term"] as const).filter(
    (field) =>
      (status === "demand" || (status === "filed" && field === "day")) && isBlank(together[field]),
  );
  const apart = (["court", "reference"] as const).map((field) => ({
    field,
    claims: chosen.filter((row) => isBlank(row[field])).map(({ claim }) => claim.id),
  }));
  const needsReason = chosen.some((row) => row.needsReason) && isBlank(together.reason);
  return [
    ...once.map((field) => ({ field, claims: [] })),
    ...(status === "filed" ? apart.filter(({ claims }) => claims.length > 0) : []),
    ...(needsReason ? [{ field: "reason" as const, claims: [] }] : []),
  ];
}
