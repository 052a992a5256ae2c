import type { MeasureFields } from "../../contract/measures.ts";
import type { TransactionQueries } from "../../graph-queries/runner.ts";
import { ledgerNow } from "../claims/ledger.store.ts";
import { blocksAround, stolenBy } from "../claims/loss-blocks.store.ts";
import { groupBy } from "../exploring/sums.ts";
import type { LossStanding } from "./blocked-losses.ts";
import type { Standing } from "./blocked-money.ts";
import { standingOf } from "./standing.store.ts";

type Named = Pick<MeasureFields, "kind" | "case" | "claim" | "transfer" | "block">;

/**
 * Things that measures refer to, with the losses that their blocks are about (blocked-losses.ts).
 */
export async function standingWithLosses(
  asking: TransactionQueries,
  measures: readonly Named[],
  except: string | null,
): Promise<Standing> {
  const standing = await standingOf(asking, measures, except);
  const blocks = measures.filter(
    (one) => one.kind === "block" && (one.transfer !== null || one.claim !== null),
  );
  if (blocks.length === 0) return standing;
  return { ...standing, losses: await lossStanding(asking, blocks, except) };
}

async function lossStanding(
  asking: TransactionQueries,
  named: readonly Pick<MeasureFields, "claim" | "transfer">[],
  except: string | null,
): Promise<LossStanding> {
  const around = await blocksAround(asking, named, except);
  const { recoveries } = await ledgerNow(asking, "all");
  const parts = recoveries
    .filter((one) => one.by !== "return")
    .flatMap(({ by, day, parts: own }) =>
      own.map(({ transferId, amount }) => ({ transferId, day, amount, written: by === "payment" })),
    );
  return {
    ...around,
    stolen: await stolenBy(asking, around.losses),
    back: groupBy(parts, (one) => one.transferId),
  };
}
