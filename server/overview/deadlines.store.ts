import { z } from "zod";
import { claimStatus } from "../../contract/claim-steps.ts";
import type { CaseDeadline } from "../../contract/overview.ts";
import { count, minorUnits, text } from "../../graph-queries/row-values.ts";
import { acknowledgedDays } from "../claims/acknowledged.ts";
import { claimMoveRow } from "../claims/claim-rows.ts";
import { type LedgerNow, ledgerNow, owedTogether } from "../claims/ledger.store.ts";
import { paidBeside } from "../claims/plan.ts";
import { legalTables } from "../dossier/office-tables.ts";
import { daysOff } from "../dossier/tables/holidays.ts";
import type { Database } from "../neo4j/database.ts";
import { dayOf } from "../time/day.ts";
import { type ClaimInTime, claimDeadlines } from "./deadlines.ts";

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
      limitationEnd: text,
      limitationBasis: text,
      plan: z.array(z.object({ day: count, amount: minorUnits })),
      planKnown: z.array(z.string()).nullish(),
      moves: z.array(claimMoveRow),
    }),
  ),
});

/** Everything in open cases that has a last day, the earliest first, at the moment `at`. */
export async function deadlines(
  { queries, dataDir }: Pick<Database, "queries" | "dataDir">,
  at: number,
): Promise<CaseDeadline[]> {
  const cases = await queries.read("overview/deadlines", {}, row);
  const isOff = daysOff((await legalTables(dataDir)).moved);
  const today = dayOf(at);
  const needsLedger = cases.some(({ claims }) =>
    claims.some(
      (claim) =>
        claim.plan.length > 0 ||
        claim.moves.some((one) => one.to === "recovered") ||
        claimDeadlines([inTime(claim)], today, isOff).length > 0,
    ),
  );
  const ledger = needsLedger ? await ledgerNow({ run: queries.read }, "all") : undefined;
  return cases
    .flatMap(({ id, title, tasks, claims }) => {
      const timed = claims.map((claim) => inTime(claim, ledger));
      const due = [
        ...tasks.map((task) => ({
          kind: "task" as const,
          day: task.due,
          claim: null,
          claims: 0,
          text: task.text,
          sum: null,
        })),
        ...claimDeadlines(timed, today, isOff),
      ];
      return due.map((one) => ({ ...one, case: { id, title } }));
    })
    .sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
}

type Row = z.infer<typeof row>["claims"][number];

/** Without a ledger nothing was paid: a part payment only makes the limitation end later. */
function inTime({ first, planKnown, ...claim }: Row, ledger?: LedgerNow): ClaimInTime {
  const planned =
    ledger === undefined || claim.plan.length === 0
      ? null
      : {
          owed: owedTogether(ledger, claim.id),
          paid: planKnown == null ? null : paidBeside(ledger, claim.id, planKnown),
        };
  return {
    ...claim,
    first: first === null ? null : dayOf(first),
    acknowledged: ledger === undefined ? [] : acknowledgedDays(ledger, claim.id),
    outstanding: ledger === undefined ? null : (ledger.balances.get(claim.id)?.outstanding ?? 0n),
    planned,
  };
}
