import { parseWrittenAmount } from "../money/written.ts";
import { DAY, HOME_ZONE, type Instant, offsetMilliseconds } from "../time/instant.ts";
import { parseWrittenDate } from "../time/written.ts";

/** An amount and a day that a person typed: "500 000 03.03.2026", "3 марта 2026 1 250,50". */
export interface TypedPayment {
  /** Minor units of the tenge; other currencies with two decimals are written alike. */
  readonly amount: bigint;
  /** The day in Kazakhstan; `until` is exclusive. */
  readonly since: Instant;
  readonly until: Instant;
}

const HOME = { name: HOME_ZONE, offset: offsetMilliseconds(HOME_ZONE) ?? 0 };
/** A day holds a separator or the name of a month: plain digits are an amount. */
const LOOKS_LIKE_DAY = /[./-]|\p{L}/u;

/** Null where the text is not one day and one amount. */
export function typedPayment(text: string): TypedPayment | null {
  const words = text
    .replace(/[,;](?=\s|$)/gu, " ")
    .trim()
    .split(/\s+/u);
  if (words.length < 2 || words.length > 8) return null;
  for (let length = Math.min(5, words.length - 1); length > 0; length -= 1)
    for (const from of [0, words.length - length]) {
      const day = words.slice(from, from + length).join(" ");
      const rest = [...words.slice(0, from), ...words.slice(from + length)].join(" ");
      const found = LOOKS_LIKE_DAY.test(day) ? paymentOf(day, rest) : null;
      if (found !== null) return found;
    }
  return null;
}

function paymentOf(day: string, rest: string): TypedPayment | null {
  const date = parseWrittenDate(day, "day-first", HOME);
  if (date === null || !date.dayOnly) return null;
  const written = parseWrittenAmount(rest, "KZT", null);
  if (!written.ok || written.amount <= 0n) return null;
  return { amount: written.amount, since: date.instant, until: date.instant + DAY };
}
