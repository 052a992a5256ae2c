import type { FoundValue } from "../../../contract/found-values.ts";
import type { Instant } from "../../time/instant.ts";
import { amountsIn } from "./amounts.ts";
import { partyOf, sentenceOf } from "./cues.ts";
import { accountsIn, iinsIn, numbersIn, phonesIn, timesIn } from "./finders.ts";
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
  const known = new Map<string, FoundValue>();
  for (const { at, end, again = false, ...value } of found) {
    const party = OF_SOMEBODY.has(value.kind) ? partyOf(text, at, end) : null;
    const key = [value.kind, value.value, value.currency, value.beside].join(" ");
    const before = known.get(key);
    const said = { ...value, party, sentences: [sentenceOf(text, at)] };
    // The same sum paid once more is another payment.
    if (before !== undefined && again) known.set(`${key} ${at}`, said);
    else known.set(key, before === undefined ? said : both(before, said));
  }
  return [...known.values()];
}

/** The same value twice is one; whose it is counts where only one party is ever named. */
function both(before: FoundValue, value: FoundValue): FoundValue {
  const { party } = value;
  const isOne = before.party === null || party === null || party === before.party;
  return {
    ...before,
    party: isOne ? (before.party ?? party) : null,
    sentences: [...new Set([...before.sentences, ...value.sentences])],
  };
}
