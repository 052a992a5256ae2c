import type { z } from "zod";
import type { LetterKind } from "../../../contract/letter-facts.ts";
import { isUnsent } from "../../../contract/measures.ts";
import { type PaperLanguage, paperLanguage } from "../../../contract/papers.ts";
import type { TransactionQueries } from "../../../graph-queries/runner.ts";
import { lockClaim, lockMoney } from "../../claims/record.ts";
import { demandSent } from "../../claims/steps.ts";
import {
  type DemandStep,
  type KeptWords,
  type KnownLetters,
  type LettersRegister,
  type MadeLetter,
  type SentAs,
  type SentAsOf,
  STATE_MARK,
  type WrittenLetter,
} from "../../evidence/papers/outgoing.ts";
import type { Database } from "../../neo4j/database.ts";
import { dayOf, dayText } from "../../time/day.ts";
import type { Actor } from "../../versions/versions.ts";
import { letterOf, measureRow } from "../measure-rows.ts";
import { cancelMeasure, recordMeasures } from "../measures.store.ts";
import { nextNumbers } from "../standing.store.ts";
import { keepLetter, keptLetters } from "./kept-letters.store.ts";
import { letterEntry } from "./letter-entry.ts";
import { alsoIn, followed } from "./rewritten.store.ts";

type Known = z.output<typeof measureRow>["m"];
type Letter = Omit<MadeLetter, "file">;

/**
 * The register of outgoing letters for the writers of papers. A letter is one entry, in however
 * many languages and forms it is made. Where nobody has sent it yet, the entry follows its letter
 * to a new state; a letter that was sent stays, and another state is another letter.
 */
export function lettersRegister({ queries }: Pick<Database, "queries">): LettersRegister {
  return {
    known: async ({ cases = [], claims, states = [], language }) => {
      const asked = { cases, claims, states };
      const rows = await queries.read("measures/letters", asked, measureRow);
      const known = rows.map(({ m }) => m);
      const left = known.filter((one) => !isUnsent(one)).flatMap(({ state }) => state ?? []);
      const kept = language && (await wordsThatLeft(queries, left, language));
      const sentLetter = (one: Known) => ({
        ...sendingOf(one),
        kept: kept?.get(one.state ?? "") ?? null,
      });
      const sentAs: SentAsOf = (letter, step) => {
        const sent = sentBefore(known, letter, (one) => kept?.has(one.state ?? "") === true);
        if (sent !== undefined) {
          const how = sentLetter(sent);
          // With the same in it, it is written in the language asked for.
          const isExact = sent.state === letter.state || isOlder(sent);
          return isExact && how.kept?.language !== language ? { ...how, kept: null } : how;
        }
        if (letter.kind !== "demand" || step?.day === undefined) return null;
        if (known.some((one) => isSameSlot(one, letter))) return null;
        const { day, reference: number = null, term: due = null } = step;
        return { number, day, due, kept: null };
      };
      const common: KnownLetters["common"] = (letter) => {
        const over = known.filter((one) => isOver(one, letter));
        const sent = over.find((one) => !isUnsent(one) && isPart(one, letter));
        const found = sent ?? over.find(isUnsent);
        if (found === undefined) return null;
        return { id: found.id, claims: found.claims, sent: sent ? sentLetter(sent) : null };
      };
      const earlier: KnownLetters["earlier"] = (letter) => {
        const left = known.filter(
          (one) => !isUnsent(one) && (isOver(one, letter) || isSameSlot(one, letter)),
        );
        const itself = left.find((one) => isPart(one, letter) || isSame(one, letter));
        const before = itself === undefined ? left : left.filter((one) => isBefore(one, itself));
        return before.sort(bySending).map((one) => ({ ...sendingOf(one), id: one.id }));
      };
      const unsentCommon = known.flatMap((one) =>
        one.letter && isUnsent(one) && isCommon(one)
          ? [{ kind: one.letter, claims: one.claims }]
          : [],
      );
      return { sentAs, common, earlier, unsentCommon };
    },
    record: async (made, { by, at }) => {
      if (made.length === 0) return;
      const actor = { by, at };
      const day = dayText(dayOf(at));
      // Letters that nobody sent, in whose place one about several claims stands now.
      const replaced = await queries.transaction(async (asking) => {
        await lockMoney(asking, actor);
        await nextNumbers(asking, 0);
        const known = await lettersLike(asking, made);
        const done = new Set<string>();
        const fresh = [];
        /** Entries that the letters made now are. */
        const entries = new Set<string>();
        for (const letter of made) {
          if (done.has(letter.state)) continue;
          done.add(letter.state);
          const same = known.find((one) => isSame(one, letter));
          if (same !== undefined) {
            entries.add(same.id);
            // A translation of a letter that left is none of its languages.
            if (isUnsent(same) || isEnteredSent(same))
              await alsoIn(asking, same.id, letter.language, actor);
            continue;
          }
          const alike = known.filter((one) =>
            isCommon(letter) ? isOverAny(one, letter) : isSameSlot(one, letter),
          );
          const step = alike.length > 0 ? null : await demandStep(asking, letter, actor);
          const entry = letterEntry(letter, { day, step });
          const unsent = alike.find((one) => isUnsent(one) && !entries.has(one.id));
          if (unsent !== undefined) {
            entries.add(unsent.id);
            await followed(asking, unsent.id, withEarlier(entry, unsent, letter), actor);
          } else fresh.push(entry);
        }
        if (fresh.length > 0) await recordMeasures(asking, fresh, actor);
        for (const letter of made) await keepWords(asking, known, letter);
        return known.filter(
          (one) =>
            isUnsent(one) && !entries.has(one.id) && made.some((letter) => takesPlace(letter, one)),
        );
      });
      for (const { id, version } of replaced)
        await cancelMeasure(queries, id, "letter-superseded", { ...actor, from: version });
    },
  };
}

/** The letter that left: with the same in it, or one that holds whatever its claim became. */
function sentBefore(
  known: readonly Known[],
  letter: Letter,
  isKept: (one: Known) => boolean,
): Known | undefined {
  const left = known.filter((one) => !isUnsent(one));
  return (
    left.find((one) => isSame(one, letter)) ??
    left.findLast((one) => letter.holds === true && isSameSlot(one, letter) && isKept(one))
  );
}

/** The words of letters that left, by state: in the language asked for, else in the other one. */
async function wordsThatLeft(
  queries: Database["queries"],
  states: readonly string[],
  wanted: PaperLanguage,
): Promise<ReadonlyMap<string, KeptWords>> {
  const found = new Map<string, KeptWords>();
  for (const language of [...paperLanguage.options.filter((one) => one !== wanted), wanted])
    for (const [state, written] of await keptLetters(queries, states, language))
      found.set(state, { ...written, language });
  return found;
}

/** A letter that was sent keeps the words that it left with. */
async function keepWords(
  asking: TransactionQueries,
  known: readonly Known[],
  letter: MadeLetter,
): Promise<void> {
  const { written } = letter;
  const language = paperLanguage.safeParse(letter.language).data;
  if (written === undefined || language === undefined) return;
  const sent = known.find((one) => !isUnsent(one) && isSame(one, letter));
  const state = sent?.state ?? letter.state;
  await keepLetter(asking, { state, language, written: usedOnly(written) }, sent === undefined);
}

/** The lists that its template does not name are left out: a way of many transfers is long. */
function usedOnly({ template, values }: WrittenLetter): WrittenLetter {
  const lists = Object.entries(values.lists).map(
    ([name, rows]) => [name, template.text.includes(name) ? rows : []] as const,
  );
  return { template, values: { ...values, lists: Object.fromEntries(lists) } };
}

async function lettersLike(
  asking: TransactionQueries,
  made: readonly MadeLetter[],
): Promise<Known[]> {
  const claims = [...new Set(made.flatMap(claimsOf))];
  const states = made.map(({ state }) => state);
  const cases = [...new Set(made.flatMap((one) => one.case ?? []))];
  const rows = await asking.run("measures/letters", { cases, claims, states }, measureRow);
  return rows.map(({ m }) => m);
}

/** A claim has one court, whose name differs by language. */
const TO_COURT: readonly LetterKind[] = ["security", "cover-letter"];

/** The claims that a letter is about. */
function claimsOf({ claim, claims = [] }: Pick<Letter, "claim" | "claims">): readonly string[] {
  return claims.length > 0 ? claims : claim === null ? [] : [claim];
}

function isCommon({ claims = [] }: Pick<Letter, "claims">): boolean {
  return claims.length > 0;
}

/** It left before its paper was made: a claim's step says so, and in no language. */
function isEnteredSent(known: Known): boolean {
  return !isUnsent(known) && known.version === 0;
}

/** The letter about several claims has the same of this one as its own letter would. */
function isPart({ parts }: Known, { state, formerly = [] }: Letter): boolean {
  return [state, ...formerly].some((one) => parts.includes(one));
}

/** Letters that left, in the order in which they did. */
function bySending(one: Known, other: Known): number {
  return one.day - other.day || Number(one.id.slice(1)) - Number(other.id.slice(1));
}

function isBefore(one: Known, other: Known): boolean {
  return bySending(one, other) < 0;
}

/** An entry about several claims that asks the same of the bank for this claim. */
function isOver(known: Known, { kind, bank, claim }: Letter): boolean {
  const isAbout = claim !== null && known.claims.includes(claim);
  return isAbout && known.letter === kind && known.bank === bank;
}

/** The same for any of the letter's claims; in another currency it is another letter. */
function isOverAny(known: Known, made: Letter): boolean {
  const isSameMoney = known.currency === null || known.currency === made.currency;
  return isSameMoney && claimsOf(made).some((claim) => isOver(known, { ...made, claim }));
}

/** The letter about several claims asks for all that an entry nobody sent would. */
function takesPlace(made: Letter, known: Known): boolean {
  if (!isCommon(made)) return false;
  if (isCommon({ claims: known.claims })) return isOverAny(known, made);
  return claimsOf(made).some((claim) => isSameSlot(known, { ...made, claim }));
}

/** The same letter, whatever stands in it: of one claim, of one kind, to one addressee. */
function isSameSlot(known: Known, made: Letter): boolean {
  return (
    made.claim !== null &&
    !isCommon(known) &&
    known.claim === made.claim &&
    known.letter === made.kind &&
    known.bank === made.bank &&
    (TO_COURT.includes(made.kind) || known.addressee === made.addressee)
  );
}

/**
 * The same letter with the same in it. The states of older versions cannot be compared: a letter
 * that was sent then is the same where it asks for the same sum.
 */
function isSame(known: Known, made: Letter): boolean {
  if (known.state === made.state) return true;
  if (known.state !== null && made.formerly?.includes(known.state) && !isUnsent(known)) return true;
  const isOld = !isUnsent(known) && isOlder(known) && !isCommon(made);
  return isOld && isSameSlot(known, made) && sameSum(known, made);
}

function isOlder({ state }: Known): boolean {
  return state?.startsWith(STATE_MARK) !== true;
}

function sameSum({ amount }: Known, made: Letter): boolean {
  return (amount ?? 0n) === (made.amount ?? 0n);
}

/** The other languages of an entry of an older version stay where its letter asks for the same. */
function withEarlier<Entry extends ReturnType<typeof letterEntry>>(
  entry: Entry,
  unsent: Known,
  made: Letter,
): Entry {
  const before = isOlder(unsent) && sameSum(unsent, made) ? letterOf(unsent)?.languages : [];
  const languages = [...new Set([...(before ?? []), made.language])];
  return { ...entry, letter: { ...entry.letter, languages } };
}

/** The step by which the claim's demand was sent; null = none stands, or it is another letter. */
async function demandStep(
  asking: TransactionQueries,
  { kind, case: caseId, claim }: MadeLetter,
  actor: Actor,
): Promise<DemandStep | null> {
  if (kind !== "demand" || caseId === null || claim === null) return null;
  const { moves } = await lockClaim(asking, { caseId, claim }, actor);
  return demandSent(moves) ?? null;
}

/** Under which number and when a letter was sent, and the last day for its answer. */
export function sendingOf({
  paper,
  day,
  due,
  sanction,
  sanctionDay,
  languages,
  language,
  version,
}: Pick<Known, "paper" | "day"> & {
  readonly due?: number | null | undefined;
  readonly sanction?: string | null;
  readonly sanctionDay?: number | null | undefined;
  readonly languages?: Known["languages"];
  /** As older versions wrote it. */
  readonly language?: Known["language"];
  /** 0 = it was entered as sent: nobody knows in which language it left. */
  readonly version?: number;
}): SentAs {
  const leftIn = version === 0 ? [] : (languages ?? (language ? [language] : []));
  const number = { number: paper, day: dayText(day) };
  const allowed =
    sanctionDay == null
      ? {}
      : { sanction: { number: sanction ?? null, day: dayText(sanctionDay) } };
  return { ...number, ...allowed, due: due == null ? null : dayText(due), leftIn };
}
