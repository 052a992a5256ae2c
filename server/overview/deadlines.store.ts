import { z } from "zod";
import { claimStatus } from "../../contract/claim-steps.ts";
import type { CaseDeadline } from "../../contract/overview.ts";
import { count, minorUnits, text } from "../../graph-queries/row-values.ts";
import type { Queries } from "../../graph-queries/runner.ts";
import { claimMoveRow } from "../claims/claim-rows.ts";
import { ledgerNow } from "../claims/ledger.store.ts";
import { dayOf } from "../time/day.ts";
import { claimDeadlines } from "./deadlines.ts";

const when = count.nullish().transform((value) => value ?? null);
const row = z.object({
  id: z.string(),
  title: z.string(),
  tasks: z.array(z.object({ text: z.string(), due: z.string() })),
  claims: z.array(
    z.object({
      id: z.string(),
      status: claimStatus,
      currency: z.string(),
      first: when,
      acknowledged: when,
      limitationEnd: text,
      limitationBasis: text,
      plan: z.array(z.object({ day: count, amount: minorUnits })),
      moves: z.array(claimMoveRow),
    }),
  ),
});

/** Everything in open cases that has a last day, the earliest first, at the moment `at`. */
export async function deadlines(queries: Queries, at: number): Promise<CaseDeadline[]> {
  const cases = await queries.read("overview/deadlines", {}, row);
  const needsBalance = cases.some(({ claims }) =>
    claims.some(
      ({ plan, moves }) => plan.length > 0 || moves.some((one) => one.to === "recovered"),
    ),
  );
  const balances = needsBalance
    ? (await ledgerNow({ run: queries.read }, "all")).balances
    : new Map<string, { readonly outstanding: bigint }>();
  return cases
    .flatMap(({ id, title, tasks, claims }) => {
      const timed = claims.map(({ first, ...claim }) => ({
        ...claim,
        first: first === null ? null : dayOf(first),
        outstanding: balances.get(claim.id)?.outstanding ?? 0n,
      }));
      const due = [
        ...tasks.map((task) => ({
          kind: "task" as const,
          day: task.due,
          claim: null,
          claims: 0,
          text: task.text,
          sum: null,
        })),
        ...claimDeadlines(timed, dayOf(at)),
      ];
      return due.map((one) => ({ ...one, case: { id, title } }));
    })
    .sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
}
