import type { Trace } from "../../contract/tracing.ts";
import type { StoredClaim } from "./claim.ts";

/**
 * The trace by a claim's rule in its currency. Money that was exchanged into that currency has a
 * trace of its own, which no claim rests on.
 */
export function traceOfClaim(
  traces: readonly Trace[],
  { currency, method }: Pick<StoredClaim, "currency" | "method">,
): Trace | undefined {
  return traces.find(
    (one) => one.currency === currency && one.method === method && one.convertedFrom == null,
  );
}
