import type { MeasureFields } from "../../contract/measures.ts";
import { mayBeName } from "../identity/names.ts";

/** Persons of entries, compared with those of losses and claims. */
export type Person = MeasureFields["persons"][number];

/** Every one of them is among the known. */
export function namesOneOf(wanted: readonly Person[], known: readonly Person[]): boolean {
  return wanted.every((one) => known.some((other) => isSame(one, other)));
}

/** By the number where both have one, else by the name as far as it is written out. */
function isSame(one: Person, other: Person): boolean {
  if (one.iin !== null && other.iin !== null) return one.iin === other.iin;
  return mayBeName(one.name, other.name) === true;
}

/** Persons of a query's two lists; the empty text is what is not known. */
export function personsOf(names: readonly string[], iins: readonly string[]): Person[] {
  return names.flatMap((name, at) => {
    const iin = iins[at] || null;
    return name === "" && iin === null ? [] : { name, iin };
  });
}
