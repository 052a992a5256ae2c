import { z } from "zod";
import { claimStatus } from "../../contract/claim-steps.ts";
import type { MeasureFields } from "../../contract/measures.ts";
import { count, minorUnits, text } from "../../graph-queries/row-values.ts";
import type { TransactionQueries } from "../../graph-queries/runner.ts";
import { dayOf, dayText } from "../time/day.ts";
import type { Standing } from "./blocked-money.ts";

const standingRow = z.object({
  cases: z.array(z.string()),
  claims: z.array(
    z.object({
      id: z.string(),
      case: z.string(),
      currency: z.string(),
      status: claimStatus,
      losses: z.array(z.string()),
    }),
  ),
  transfers: z.array(
    z.object({
      id: z.string(),
      day: count.transform(dayOf),
      amount: minorUnits,
      currency: z.string(),
      blocked: minorUnits,
      returned: minorUnits,
    }),
  ),
  blocks: z.array(
    z.object({
      id: z.string(),
      day: count.transform(dayText),
      amount: minorUnits,
      currency: z.string(),
      transfer: text,
      case: text,
      claim: text,
      account: text,
      bank: text,
      district: text,
      returned: minorUnits,
    }),
  ),
});

/** Takes the next numbers and holds the register still; answers the highest of them. */
export async function nextNumbers(asking: TransactionQueries, many: number): Promise<bigint> {
  const row = z.object({ last: minorUnits });
  const [found] = await asking.run("measures/numbers", { many: BigInt(many) }, row);
  if (!found) throw new Error("measures/numbers returned no row");
  return found.last;
}

/** What the measures refer to; `except` is one that is being corrected. */
export async function standingOf(
  asking: TransactionQueries,
  measures: readonly Pick<MeasureFields, "case" | "claim" | "transfer" | "block">[],
  except: string | null,
): Promise<Standing> {
  const named = (field: "case" | "claim" | "transfer" | "block") => [
    ...new Set(measures.flatMap((one) => one[field] ?? [])),
  ];
  const ask = (
    blocks: readonly string[],
    more: Partial<Record<"cases" | "claims" | "transfers", string[]>>,
  ) =>
    asking.run(
      "measures/standing",
      {
        cases: [...named("case"), ...(more.cases ?? [])],
        claims: [...new Set([...named("claim"), ...(more.claims ?? [])])],
        transfers: [...new Set([...named("transfer"), ...(more.transfers ?? [])])],
        blocks,
        except,
      },
      standingRow,
    );
  const [first] = await ask(named("block"), {});
  // A return is about the transfer of its block, and belongs to its case and claim.
  const transfers = first?.blocks.flatMap((block) => block.transfer ?? []) ?? [];
  const cases = first?.blocks.flatMap((block) => block.case ?? []) ?? [];
  const claims = first?.claims.map((claim) => claim.case) ?? [];
  const ofBlocks = first?.blocks.flatMap((block) => block.claim ?? []) ?? [];
  const referred = transfers.length + cases.length + claims.length + ofBlocks.length > 0;
  const [found] = referred
    ? await ask(named("block"), { transfers, cases: [...cases, ...claims], claims: ofBlocks })
    : [first];
  if (!found) throw new Error("measures/standing returned no row");
  const own = named("claim");
  return {
    cases: new Set(found.cases),
    claims: new Map(
      found.claims.map(({ id, losses, ...claim }) => [
        id,
        { ...claim, losses: own.includes(id) ? losses : null },
      ]),
    ),
    transfers: new Map(found.transfers.map(({ id, ...transfer }) => [id, transfer])),
    blocks: new Map(found.blocks.map(({ id, ...block }) => [id, block])),
  };
}
