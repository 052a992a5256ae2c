import type { TraceAccount } from "../../contract/tracing.ts";
import type { AccountSums } from "./account-sums.ts";

type Ranges = NonNullable<TraceAccount["ranges"]>;

/**
 * Lowest and highest of every figure of every account over several runs; an account a rule does not
 * reach has nothing under it.
 */
export function rangesOf(
  runs: readonly ReadonlyMap<number, AccountSums>[],
): Map<number, { ranges: Ranges; generation: number }> {
  const accounts = new Set(runs.flatMap((run) => [...run.keys()]));
  const compared = new Map<number, { ranges: Ranges; generation: number }>();
  for (const account of accounts) {
    const found = runs.map((run) => run.get(account));
    const range = (figure: "received" | "passedOn" | "held" | "exited" | "beyond") => {
      const amounts = found
        .map((sums) => sums?.[figure] ?? 0n)
        .sort((left, right) => (left < right ? -1 : 1));
      return { minimum: (amounts[0] ?? 0n).toString(), maximum: (amounts.at(-1) ?? 0n).toString() };
    };
    compared.set(account, {
      generation: Math.min(...found.map((sums) => sums?.generation ?? Number.POSITIVE_INFINITY)),
      ranges: {
        received: range("received"),
        passedOn: range("passedOn"),
        held: range("held"),
        exited: range("exited"),
        beyondData: range("beyond"),
      },
    });
  }
  return compared;
}
