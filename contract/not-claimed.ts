import { z } from "zod";
import { instant, money } from "./endpoint.ts";
import { personal } from "./personal.ts";
import { sumByCurrency } from "./sums.ts";

/** Stolen transfers no claim is opened for, and why. */
const notClaimed = z.enum([
  "not-opened",
  "not-loaded",
  "not-confirmed",
  "left-through-exit",
  "own-account",
  "not-paid-by-victim",
  "reversal",
  "already-claimed",
  "returned",
  "below-smallest",
]);
export type NotClaimed = z.infer<typeof notClaimed>;

export const leftOut = z.object({
  report: z.string(),
  /** null = no transfer of the data: only the victim describes it. */
  transferId: z.string().nullable(),
  reason: notClaimed,
  claim: z.string().nullable(),
  /** The bank's row; null where none is loaded. */
  paid: money
    .extend({ at: instant, account: z.string(), name: personal("name").nullable() })
    .nullable()
    .default(null),
  /** The victim's words about a transfer that no bank has confirmed. */
  described: money.extend({ key: z.string() }).nullable().default(null),
});
export type LeftOut = z.output<typeof leftOut>;

/** Reasons that may go away: until then nobody is asked for this money. */
const STANDS: readonly NotClaimed[] = [
  "not-opened",
  "not-loaded",
  "not-confirmed",
  "left-through-exit",
  "not-paid-by-victim",
];

/** The loss that no claim asks for, apart from what is claimed elsewhere, went back or was none. */
export function unclaimedLoss<Left extends z.input<typeof leftOut>>(
  left: readonly Left[],
): { readonly left: Left[]; readonly sums: ReturnType<typeof sumByCurrency> } {
  const own = left.filter(({ reason, claim }) => claim === null && STANDS.includes(reason));
  return { left: own, sums: sumByCurrency(own.flatMap((one) => one.paid ?? one.described ?? [])) };
}

/** What only the victim tells of in one report: a person confirms it on the page of the report. */
export interface Unconfirmed {
  readonly report: string;
  readonly count: number;
  readonly sums: ReturnType<typeof sumByCurrency>;
}

/** The transfers that wait for a bank's row, report by report, and all others as they are. */
export function unconfirmedApart<Left extends z.input<typeof leftOut>>(
  left: readonly Left[],
): { readonly unconfirmed: Unconfirmed[]; readonly others: Left[] } {
  const waits = (one: Left) => one.reason === "not-confirmed" && one.described != null;
  const reports = [...new Set(left.filter(waits).map(({ report }) => report))];
  return {
    unconfirmed: reports.map((report) => {
      const own = left.filter((one) => waits(one) && one.report === report);
      const sums = sumByCurrency(own.flatMap(({ described }) => described ?? []));
      return { report, count: own.length, sums };
    }),
    others: left.filter((one) => !waits(one)),
  };
}
