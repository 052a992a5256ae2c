import type { FoundValue } from "../../../contract/found-values.ts";

/** A value with its place in the text. */
export interface Placed extends Omit<FoundValue, "party" | "sentences"> {
  readonly at: number;
  readonly end: number;
  /** Of an amount: the text says that it was paid once more. */
  readonly again?: boolean;
}

export function placed(
  match: RegExpMatchArray,
  kind: FoundValue["kind"],
  value: string,
  more: Partial<Placed> = {},
): Placed {
  const at = match.index ?? 0;
  const written = match[0].trim();
  const begins = at + match[0].indexOf(written);
  return {
    kind,
    value,
    currency: null,
    dayOnly: false,
    beside: null,
    doubtful: false,
    toSame: false,
    written,
    at: begins,
    end: begins + written.length,
    ...more,
  };
}

/** Without those that lie in a longer one; two readings of one place stay. */
export function apart(found: readonly Placed[]): Placed[] {
  return found.filter(
    (one) =>
      !found.some(
        (other) =>
          other.at <= one.at &&
          one.end <= other.end &&
          other.end - other.at > one.end - one.at &&
          other !== one,
      ),
  );
}
