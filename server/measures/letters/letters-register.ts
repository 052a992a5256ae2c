import type { z } from "zod";
import type { LetterKind } from "../../../contract/letter-facts.ts";
import { isUnsent } from "../../../contract/measures.ts";
import { paperLanguage } from "../../../contract/papers.ts";
import type { TransactionQueries } from "../../../graph-queries/runner.ts";
import { lockClaim, lockMoney } from "../../claims/record.ts";
import { demandSent } from "../../claims/steps.ts";
import {
  type DemandStep,
  type LettersRegister,
  type MadeLetter,
  type SentAs,
  STATE_MARK,
  type WrittenLetter,
} from "../../evidence/papers/outgoing.ts";
import type { Database } from "../../neo4j/database.ts";
import { dayOf, dayText } from "../../time/day.ts";
import type { Actor } from "../../versions/versions.ts";
import { letterOf, measureRow } from "../measure-rows.ts";
import { recordMeasures } from "../measures.store.ts";
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
    sentAs: async ({ claims, states = [], language }) => {
      const rows = await queries.read("measures/letters", { claims, states }, measureRow);
      const known = rows.map(({ m }) => m);
      const left = known.filter((one) => !isUnsent(one)).flatMap(({ state }) => state ?? []);
      const kept = language && (await keptLetters(queries, left, language));
      return (letter, step) => {
        const sent = known.find((one) => !isUnsent(one) && isSame(one, letter));
        if (sent !== undefined)
          return { ...sendingOf(sent), kept: kept?.get(sent.state ?? "") ?? null };
        if (letter.kind !== "demand" || step?.day === undefined) return null;
        if (known.some((one) => isSameSlot(one, letter))) return null;
        const { day, reference: number = null, term: due = null } = step;
        return { number, day, due, kept: null };
      };
    },
    record: async (made, { by, at }) => {
      if (made.length === 0) return;
      const actor = { by, at };
      const day = dayText(dayOf(at));
      await queries.transaction(async (asking) => {
        await lockMoney(asking, actor);
        await nextNumbers(asking, 0);
        const known = await lettersLike(asking, made);
        const done = new Set<string>();
        const fresh = [];
        for (const letter of made) {
          if (done.has(letter.state)) continue;
          done.add(letter.state);
          const same = known.find((one) => isSame(one, letter));
          if (same !== undefined) {
            await alsoIn(asking, same.id, letter.language, actor);
            continue;
          }
          const alike = known.filter((one) => isSameSlot(one, letter));
          const step = alike.length > 0 ? null : await demandStep(asking, letter, actor);
          const entry = letterEntry(letter, { day, step });
          const unsent = alike.find(isUnsent);
          if (unsent === undefined) fresh.push(entry);
          else await followed(asking, unsent.id, withEarlier(entry, unsent, letter), actor);
        }
        if (fresh.length > 0) await recordMeasures(asking, fresh, actor);
        for (const letter of made) await keepWords(asking, known, letter);
      });
    },
  };
}

/** A letter that was sent keeps the words that it left with. */
async function keepWords(
  asking: TransactionQueries,
  known: readonly Known[],
  letter: MadeLetter,
): Promise<void> {
  const { state, written } = letter;
  const language = paperLanguage.safeParse(letter.language).data;
  if (written === undefined || language === undefined) return;
  const isSent = known.some((one) => !isUnsent(one) && isSame(one, letter));
  await keepLetter(asking, { state, language, written: usedOnly(written) }, !isSent);
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
  const claims = [...new Set(made.flatMap(({ claim }) => claim ?? []))];
  const states = made.map(({ state }) => state);
  const rows = await asking.run("measures/letters", { claims, states }, measureRow);
  return rows.map(({ m }) => m);
}

/** A claim has one court, whose name differs by language. */
const TO_COURT: readonly LetterKind[] = ["security", "cover-letter"];

/** The same letter, whatever stands in it: of one claim, of one kind, to one addressee. */
function isSameSlot(known: Known, made: Letter): boolean {
  return (
    made.claim !== null &&
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
  return !isUnsent(known) && isOlder(known) && isSameSlot(known, made) && sameSum(known, made);
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
export function sendingOf({ paper, day, due }: Pick<Known, "paper" | "day" | "due">): SentAs {
  return { number: paper, day: dayText(day), due: due === null ? null : dayText(due) };
}
