import type { FoundValue } from "../../../contract/reports.ts";
import type { Instant } from "../../time/instant.ts";
import { partyOf, sentenceOf } from "./cues.ts";
import { accountsIn, amountsIn, iinsIn, numbersIn, phonesIn, timesIn } from "./finders.ts";
import { namesIn } from "./people.ts";
import { apart } from "./placed.ts";

const OF_SOMEBODY: ReadonlySet<string> = new Set(["account", "phone", "iin", "name"]);

/**
 * What a person's words, an SMS or the text of a receipt says, in the order of the text, each value
 * once. Nothing is chosen here: two amounts are two amounts, and a date that can be read in two
 * ways is two times.
 */
export function readText(text: string, now: Instant): FoundValue[] {
  const found = apart([
    ...accountsIn(text),
    ...phonesIn(text),
    ...iinsIn(text),
    ...timesIn(text, now),
    ...amountsIn(text),
    ...namesIn(text),
    ...numbersIn(text),
  ]).sort((one, other) => one.at - other.at);
  const values = found.map(({ at, end, ...value }) => ({
    ...value,
    party: OF_SOMEBODY.has(value.kind) ? partyOf(text, at, end) : null,
    sentence: sentenceOf(text, at),
  }));
  return once(values);
}

/** The same value twice is one; whose it is counts where only one party is ever named. */
function once(values: readonly FoundValue[]): FoundValue[] {
  const known = new Map<string, FoundValue>();
  for (const value of values) {
    const key = [value.kind, value.value, value.currency, value.beside].join(" ");
    const before = known.get(key);
    if (before === undefined) known.set(key, value);
    else if (before.party === null) known.set(key, { ...before, party: value.party });
    else if (value.party !== null && value.party !== before.party)
      known.set(key, { ...before, party: null });
  }
  return [...known.values()];
}
