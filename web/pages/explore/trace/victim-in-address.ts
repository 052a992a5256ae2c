import type { Trace } from "../../../../contract/tracing.ts";

/**
 * A victim in the address of a trace is an account of his, or a report: his key in the trace may be
 * an IIN, which stands in no address.
 */
export function meaningOf({ victims }: Pick<Trace, "victims">, key: string | null): string | null {
  const victim = victims.find((one) => one.victim === key);
  return victim?.accounts[0] ?? victim?.reports[0] ?? null;
}

/** The key of the victim whom an address means; null = of nobody in this trace. */
export function victimMeant(
  { victims }: Pick<Trace, "victims">,
  only: string | null,
): string | null {
  if (only === null) return null;
  const has = (one: Trace["victims"][number]) =>
    one.victim === only || one.accounts.includes(only) || one.reports.includes(only);
  return victims.find(has)?.victim ?? null;
}
