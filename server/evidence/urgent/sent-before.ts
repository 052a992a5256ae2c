import type { Values } from "../papers/markup.ts";
import type { UrgentWords } from "../texts/urgent/urgent-words.ts";
import { writtenDay } from "../words/dates.ts";

/** An earlier letter to the same bank. */
export interface EarlierLetter {
  readonly number: string;
  /** YYYY-MM-DD. */
  readonly day: string;
  /** Accounts, cards and telephones as it names them. */
  readonly accounts: readonly string[];
  /** Each with the sum asked of it; none where it was written in another language. */
  readonly sums: readonly (readonly [string, string])[];
}

interface Asked {
  readonly number: string | null;
  readonly amount: string;
}

/**
 * The letters that named one of these accounts before, and what is new since: a bank is not asked
 * for the same money twice. Letters about other accounts only are about other money.
 */
export function sentBefore(
  earlier: readonly EarlierLetter[],
  asked: readonly Asked[],
  words: Pick<UrgentWords, "earlier" | "news">,
): { readonly earlier: string | null; readonly news: Values["lists"][string] } {
  const now = byNumber(asked.map(({ number, amount }) => [number ?? "", amount]));
  const about = earlier.filter(({ accounts }) => accounts.some((one) => now.has(one)));
  if (about.length === 0) return { earlier: null, news: [] };
  const named = about.map(({ number, day }) => words.earlier(number, writtenDay(day)));
  return {
    earlier: named.join(", "),
    news: newsOf(about, now, words.news).map((said) => ({ said })),
  };
}

function newsOf(
  about: readonly EarlierLetter[],
  now: ReadonlyMap<string, string>,
  words: UrgentWords["news"],
): string[] {
  const named = new Set(about.flatMap(({ accounts }) => accounts));
  // The newest letter counts.
  const before = new Map([...about].reverse().flatMap(({ sums }) => [...byNumber(sums)]));
  const said = [...now].flatMap(([number, sum]) => {
    const earlier = before.get(number);
    if (!named.has(number)) return words.first(number, sum);
    return earlier === undefined || earlier === sum ? [] : words.changed(number, earlier, sum);
  });
  const last = byNumber(about[0]?.sums ?? []);
  const gone = [...last].filter(([number]) => !now.has(number));
  return [...said, ...gone.map(([number, sum]) => words.gone(number, sum))];
}

/** An account that holds several currencies has a row for each. */
function byNumber(rows: readonly (readonly [string, string])[]): Map<string, string> {
  const sums = new Map<string, string>();
  for (const [number, sum] of rows) {
    const known = sums.get(number);
    sums.set(number, known === undefined ? sum : `${known} + ${sum}`);
  }
  return sums;
}
