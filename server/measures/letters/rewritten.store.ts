import type { DocumentLanguage } from "../../../contract/document-language.ts";
import { type MeasureFields, measureFields } from "../../../contract/measures.ts";
import { nothing } from "../../../graph-queries/row-values.ts";
import type { TransactionQueries } from "../../../graph-queries/runner.ts";
import { dayOf, dayText } from "../../time/day.ts";
import type { Actor } from "../../versions/versions.ts";
import {
  fieldsOf,
  letterOf,
  measureRow,
  propertiesOf,
  type StoredLetter,
} from "../measure-rows.ts";
import type { EntryWanted } from "../measures.store.ts";
import { faultOf, refused } from "../rules.ts";

interface Rewritten {
  readonly fields: MeasureFields;
  readonly letter: StoredLetter;
}

/**
 * An entry that nobody has sent yet is of the letter as it is now. The languages are given; where
 * the letter stayed the same, those it was made in before come first.
 */
export function followed(
  asking: TransactionQueries,
  id: string,
  { letter, ...wanted }: EntryWanted & { readonly letter: StoredLetter },
  actor: Pick<Actor, "at" | "by">,
  isSame = false,
): Promise<void> {
  const fields = measureFields.parse(wanted);
  const after = ({ letter: before }: Rewritten) => {
    const earlier = isSame ? before.languages : [];
    return {
      fields,
      letter: { ...letter, languages: [...new Set([...earlier, ...letter.languages])] },
    };
  };
  return rewritten(asking, id, after, { ...actor, reason: "letter-made-anew" });
}

/** The same letter was made in another language too. */
export function alsoIn(
  asking: TransactionQueries,
  id: string,
  language: DocumentLanguage,
  actor: Pick<Actor, "at" | "by">,
): Promise<void> {
  const after = ({ fields, letter }: Rewritten) =>
    letter.languages.includes(language)
      ? null
      : { fields, letter: { ...letter, languages: [...letter.languages, language] } };
  return rewritten(asking, id, after, { ...actor, reason: "letter-another-language" });
}

/** The program changes an entry by itself; the page has words for the reason. */
async function rewritten(
  asking: TransactionQueries,
  id: string,
  change: (before: Rewritten) => Rewritten | null,
  { at, by, reason }: Pick<Actor, "at" | "by"> & { readonly reason: string },
): Promise<void> {
  const [found] = await asking.run("measures/lock", { id, at: BigInt(at) }, measureRow);
  const letter = found === undefined ? null : letterOf(found.m);
  if (found === undefined || letter === null) throw new Error(`Measure ${id} is no letter`);
  const after = change({ fields: fieldsOf(found.m), letter });
  if (after === null) return;
  const fault = faultOf(after.fields, dayText(dayOf(at)));
  if (fault !== null) throw refused(fault);
  const head = { id, at: BigInt(at), by, version: BigInt(found.m.version + 1) };
  const properties = propertiesOf(after.fields, BigInt(id.slice(1)), after.letter);
  await asking.run(
    "measures/correct",
    { ...{ id, reason, at: head.at, by }, fields: { ...properties, ...head } },
    nothing,
  );
}
