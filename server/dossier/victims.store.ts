import { z } from "zod";
import { text } from "../../graph-queries/row-values.ts";
import type { Queries } from "../../graph-queries/runner.ts";
import { sameHolder } from "../identity/holder-key.ts";

const victimRow = z.object({
  report: z.string(),
  iin: text,
  accounts: z.array(z.object({ number: z.string(), holder: z.string() })),
});
export type ReportVictim = z.output<typeof victimRow>;

/** The victims of a case's crime reports, a row a report. */
export function victimsOfCase(queries: Queries, caseId: string): Promise<ReportVictim[]> {
  return queries.read("dossier/victims", { case: caseId }, victimRow);
}

/** The reports in which a person is the victim: a defendant may be deceived as well. */
export function reportsOf(
  { key, iin }: { readonly key: string; readonly iin: string | null },
  victims: readonly ReportVictim[],
): string[] {
  return victims
    .filter(
      (victim) =>
        (iin !== null && victim.iin === iin) ||
        victim.accounts.some(({ number, holder }) => sameHolder(key, number, holder)),
    )
    .map(({ report }) => report);
}
