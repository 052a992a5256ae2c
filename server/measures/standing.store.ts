import { z } from "zod";
import { claimStatus } from "../../contract/claim-steps.ts";
import type { MeasureFields } from "../../contract/measures.ts";
import { count, minorUnits, text } from "../../graph-queries/row-values.ts";
import type { TransactionQueries } from "../../graph-queries/runner.ts";
import { lockMoney } from "../claims/record.ts";
import { dayOf, dayText } from "../time/day.ts";
import type { Actor } from "../versions/versions.ts";
import type { Standing } from "./blocked-money.ts";

const day = count.nullish().transform((value) => (value == null ? null : dayText(value)));

const standingRow = z.object({
  cases: z.array(z.string()),
  claims: z.array(
    z.object({
      id: z.string(),
      case: z.string(),
      currency: z.string(),
      status: claimStatus,
      closed: z.boolean(),
      asked: minorUnits,
      losses: z.array(z.string()),
      blocked: minorUnits,
    }),
  ),
  transfers: z.array(
    z.object({
      id: z.string(),
      day: count.transform(dayOf),
      amount: minorUnits.nullable(),
      currency: z.string(),
      claim: text,
      blocks: z.array(z.string()),
      firstBlock: day,
      firstReturn: day,
      blocked: minorUnits,
      returned: minorUnits,
      reported: z.boolean(),
      claims: z.array(z.string()),
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
      firstReturn: day,
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

/**
 * The things that measures refer to, and those that these refer to in turn: a return is about the
 * transfer of its block, a transfer has blocks and a claim, a claim has its case. `except` is one
 * that is being corrected.
 */
export async function standingOf(
  asking: TransactionQueries,
  measures: readonly Pick<MeasureFields, "case" | "claim" | "transfer" | "block">[],
  except: string | null,
): Promise<Standing> {
  const named = (field: "case" | "claim" | "transfer" | "block") =>
    new Set(measures.flatMap((one) => one[field] ?? []));
  const wanted = {
    cases: named("case"),
    claims: named("claim"),
    transfers: named("transfer"),
    blocks: named("block"),
  };
  for (;;) {
    const size = sizeOf(wanted);
    const ids = Object.entries(wanted).map(([what, all]) => [what, [...all]] as const);
    const parameters = { ...Object.fromEntries(ids), except };
    const [found] = await asking.run("measures/standing", parameters, standingRow);
    if (!found) throw new Error("measures/standing returned no row");
    for (const one of [...found.blocks, ...found.claims, ...found.transfers]) {
      if ("transfer" in one && one.transfer !== null) wanted.transfers.add(one.transfer);
      if ("claim" in one && one.claim !== null) wanted.claims.add(one.claim);
      if ("case" in one && one.case !== null) wanted.cases.add(one.case);
      if ("blocks" in one) for (const block of one.blocks) wanted.blocks.add(block);
      if ("claims" in one) for (const claim of one.claims) wanted.claims.add(claim);
    }
    if (sizeOf(wanted) > size) continue;
    return {
      cases: new Set(found.cases),
      claims: byId(found.claims),
      transfers: byId(found.transfers),
      blocks: byId(found.blocks),
      losses: null,
    };
  }
}

function sizeOf(wanted: Readonly<Record<string, ReadonlySet<string>>>): number {
  return Object.values(wanted).reduce((sum, ids) => sum + ids.size, 0);
}

function byId<T extends { readonly id: string }>(rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}

/** Blocks and returns wait for other changes of money; other measures wait for nothing. */
export async function lockMoneyFor(
  asking: TransactionQueries,
  measures: readonly Pick<MeasureFields, "kind">[],
  actor: Actor,
): Promise<void> {
  const isMoney = measures.some(({ kind }) => kind === "block" || kind === "return");
  if (isMoney) await lockMoney(asking, actor);
}
