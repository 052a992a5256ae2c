import { z } from "zod";
import type { WantedStatement } from "../../../contract/letters.ts";
import type { Queries } from "../../../graph-queries/runner.ts";
import { normaliseAccountNumber } from "../../identity/iban.ts";
import type { Actor } from "../../versions/versions.ts";

/**
 * Remembers which statements a letter asks for: once they are loaded, Today says that the answer
 * came (docs/first-hour.md).
 */
export async function rememberRequests(
  queries: Queries,
  wanted: readonly WantedStatement[],
  { by, at }: Actor,
): Promise<void> {
  const rows = wanted.map((one) => {
    const account = normaliseAccountNumber(one.account);
    const from = BigInt(one.from);
    const until = one.until === null ? null : BigInt(one.until);
    return { id: [account, from, until ?? ""].join(" "), account, from, until };
  });
  const parameters = { wanted: rows, by, at: BigInt(at) };
  await queries.write("evidence/save-statement-requests", parameters, z.object({ id: z.string() }));
}
