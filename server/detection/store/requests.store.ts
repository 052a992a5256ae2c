import { z } from "zod";
import {
  type DetectionRun,
  type StatementRequest,
  statementRequest,
} from "../../../contract/detection.ts";
import type { Queries } from "../../../graph-queries/runner.ts";
import { runOf } from "./detection.store.ts";
import { storedList } from "./stored-rows.ts";

const stored = storedList(statementRequest.omit({ bank: true, holderName: true }));
const askedRow = z.object({
  account: z.string(),
  bank: z.string().nullable(),
  holderName: z.string().nullable(),
});

/** The statements to ask for next, of the run asked for or the newest. */
export async function listRequests(
  queries: Queries,
  asked: string | undefined,
): Promise<{ run: DetectionRun | null; requests: StatementRequest[] }> {
  const run = await runOf(queries, asked);
  if (!run) return { run, requests: [] };
  const row = z.object({ requests: z.string().nullable() });
  const [found] = await queries.read("detection/requests", { run: run.id }, row);
  const requests = stored.parse(found?.requests ?? "[]");
  const numbers = requests.map(({ account }) => account);
  const known = await queries.read("detection/asked-accounts", { numbers }, askedRow);
  const of = new Map(known.map((one) => [one.account, one]));
  return {
    run,
    requests: requests.map((one) => ({
      ...one,
      bank: of.get(one.account)?.bank ?? null,
      holderName: of.get(one.account)?.holderName ?? null,
    })),
  };
}
