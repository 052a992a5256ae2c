import type { z } from "zod";
import { isUnsent, measureFields } from "../../../contract/measures.ts";
import { nothing } from "../../../graph-queries/row-values.ts";
import type { TransactionQueries } from "../../../graph-queries/runner.ts";
import { lockClaim, lockMoney } from "../../claims/record.ts";
import { standingSteps } from "../../claims/steps.ts";
import { legalTables } from "../../dossier/office-tables.ts";
import { daysOff } from "../../dossier/tables/holidays.ts";
import type { LettersRegister, MadeLetter } from "../../evidence/papers/outgoing.ts";
import type { Database } from "../../neo4j/database.ts";
import { dayOf, dayText } from "../../time/day.ts";
import type { Actor } from "../../versions/versions.ts";
import { fieldsOf, measureRow, propertiesOf } from "../measure-rows.ts";
import { recordMeasures } from "../measures.store.ts";
import { faultOf, refused } from "../rules.ts";
import { nextNumbers } from "../standing.store.ts";
import { type DemandStep, letterEntry } from "./letter-entry.ts";

/** Reason of a correction that the program makes; the page has its words. */
const MADE_ANEW = "letter-made-anew";

type Known = z.output<typeof measureRow>["m"];

/**
 * The register of outgoing letters for the writers of papers. The same letter of the same state is
 * one entry, however often it is made. Where nobody has sent it yet, an entry follows its letter to
 * a new state; a letter that was sent stays, and another text is another letter.
 */
export function lettersRegister({
  queries,
  dataDir,
}: Pick<Database, "queries" | "dataDir">): LettersRegister {
  return {
    sentAs: async ({ claims, states = [] }) => {
      const rows = await queries.read("measures/letters", { claims, states }, measureRow);
      const sent = new Map(
        rows.flatMap(({ m }) =>
          m.paper === null || isUnsent(fieldsOf(m)) || m.state === null
            ? []
            : [[m.state, { number: m.paper, day: dayText(m.day) }] as const],
        ),
      );
      return (state) => sent.get(state) ?? null;
    },
    record: async (made, { by, at }) => {
      if (made.length === 0) return;
      const isOff = daysOff((await legalTables(dataDir)).moved);
      const actor = { by, at };
      const day = dayText(dayOf(at));
      await queries.transaction(async (asking) => {
        await lockMoney(asking, actor);
        await nextNumbers(asking, 0);
        const known = await lettersLike(asking, made);
        const states = new Set(known.map(({ state }) => state));
        const fresh = [];
        for (const letter of made) {
          if (states.has(letter.state)) continue;
          states.add(letter.state);
          const alike = known.filter((one) => isSameSlot(one, letter));
          const step = alike.length > 0 ? null : await demandStep(asking, letter, actor);
          const entry = letterEntry(letter, { day, isOff, step });
          const unsent = alike.find((one) => isUnsent(fieldsOf(one)));
          if (unsent === undefined) fresh.push(entry);
          else await followed(asking, unsent, entry, actor);
        }
        if (fresh.length > 0) await recordMeasures(asking, fresh, actor);
      });
    },
  };
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

/** The same letter, whatever stands in it: of one claim, of one kind, to one addressee. */
function isSameSlot(known: Known, made: MadeLetter): boolean {
  return (
    made.claim !== null &&
    known.claim === made.claim &&
    known.letter === made.kind &&
    known.bank === made.bank &&
    known.addressee === made.addressee &&
    known.language === made.language
  );
}

/** The step by which the claim's demand was sent; null = none stands, or it is another letter. */
async function demandStep(
  asking: TransactionQueries,
  { kind, case: caseId, claim }: MadeLetter,
  actor: Actor,
): Promise<DemandStep | null> {
  if (kind !== "demand" || caseId === null || claim === null) return null;
  const { moves } = await lockClaim(asking, { caseId, claim }, actor);
  return standingSteps(moves).findLast(({ to }) => to === "demand")?.facts ?? null;
}

/** An entry that nobody has sent yet is of the letter as it is now. */
async function followed(
  asking: TransactionQueries,
  { id, version }: Known,
  { letter, ...wanted }: ReturnType<typeof letterEntry>,
  { by, at }: Actor,
): Promise<void> {
  const fields = measureFields.parse(wanted);
  const fault = faultOf(fields, dayText(dayOf(at)));
  if (fault !== null) throw refused(fault);
  const head = { id, at: BigInt(at), by, version: BigInt(version + 1) };
  await asking.run(
    "measures/correct",
    {
      ...{ id, reason: MADE_ANEW, at: head.at, by },
      fields: { ...propertiesOf(fields, BigInt(id.slice(1)), letter), ...head },
    },
    nothing,
  );
}
