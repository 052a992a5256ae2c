import { z } from "zod";
import { count, minorUnits } from "../../graph-queries/row-values.ts";
import type { TransactionQueries } from "../../graph-queries/runner.ts";
import { returnRow } from "./claim-rows.ts";
import type { FormedLine } from "./form.ts";
import type { OwedClaim, Return } from "./repaid.ts";

/** Between whose accounts money may have come back, and from when on. */
export interface Pair {
  readonly id: string;
  readonly payers: readonly string[];
  readonly payees: readonly string[];
  /** UTC milliseconds; null where nothing is claimed. */
  readonly since: number | null;
  readonly currency: string;
}

const owedRow = z.object({
  id: z.string(),
  victim: z.string(),
  defendant: z.string(),
  currency: z.string(),
  owed: minorUnits,
  settled: z.boolean(),
  debtors: z.array(z.string()),
  payers: z.array(z.string()),
  payees: z.array(z.string()),
  since: count.nullable(),
});
/** `settled`: a payment settles it. */
export type EarlierClaim = OwedClaim &
  Pair & {
    readonly victim: string;
    readonly settled: boolean;
    /** Keys of the people asked for the money. */
    readonly debtors: readonly string[];
  };

/** Whose losses and claims: those of some victims, in any case, or of all. */
export type Whose =
  | { readonly victims: readonly string[]; readonly accounts: readonly string[] }
  | "all";

/** The same as parameters of a query. */
export function whoseParameters(whose: Whose) {
  const { victims, accounts } = whose === "all" ? { victims: [], accounts: [] } : whose;
  return {
    victims: [...new Set(victims)],
    accounts: [...new Set(accounts)],
    all: whose === "all",
  };
}

/**
 * Claims past draft that a payment settles, in any case, the oldest first; with those among `more`
 * that no payment settles: drafts, withdrawn and refused claims.
 */
export function owedClaims(
  asking: TransactionQueries,
  whose: Whose,
  more: readonly string[] = [],
): Promise<EarlierClaim[]> {
  const parameters = { ...whoseParameters(whose), more: [...new Set(more)] };
  return asking.run("claims/owed", parameters, owedRow);
}

/**
 * The pair of a claim by its lines; returns count from its first transfer on. `more`: accounts of
 * people who answer together with the holder.
 */
export function pairOf(
  id: string,
  currency: string,
  lines: readonly FormedLine[],
  more: readonly string[] = [],
): Pair {
  const claimed = lines.filter((line) => line.amount > 0n).map((line) => line.transfer);
  return {
    id,
    currency,
    payers: claimed.map((one) => one.from),
    payees: [...claimed.map((one) => one.to), ...more],
    since: claimed.length === 0 ? null : Math.min(...claimed.map((one) => one.bookedAt)),
  };
}

/**
 * What holders paid victims, by the id of the pair. What the claims `anew` have taken off is free
 * again: they are being worked out.
 */
export async function returnsOf(
  asking: TransactionQueries,
  pairs: readonly Pair[],
  anew: ReadonlySet<string> = new Set(),
): Promise<Map<string, Return[]>> {
  const asked = pairs.flatMap(({ id, payers, payees, since, currency }) =>
    since === null
      ? []
      : [
          {
            id,
            victims: [...new Set(payers)],
            defendants: [...new Set(payees)],
            since: BigInt(since),
            currency,
          },
        ],
  );
  const rows =
    asked.length === 0 ? [] : await asking.run("claims/returns", { pairs: asked }, returnRow);
  const returns = new Map<string, Return[]>();
  for (const { id, transfer, taken } of rows) {
    if (transfer === null) continue;
    const others = taken.filter((one) => !anew.has(one.claim));
    const sum = others.reduce((total, one) => total + one.amount, 0n);
    returns.set(id, [...(returns.get(id) ?? []), { transfer, taken: sum }]);
  }
  return returns;
}
