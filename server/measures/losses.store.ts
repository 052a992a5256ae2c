import { z } from "zod";
import type { MeasureFields } from "../../contract/measures.ts";
import { minorUnits, text } from "../../graph-queries/row-values.ts";
import type { TransactionQueries } from "../../graph-queries/runner.ts";
import { ledgerNow } from "../claims/ledger.store.ts";
import { groupBy } from "../exploring/sums.ts";
import { type LossBlock, type LossStanding, lossesOf } from "./blocked-losses.ts";
import type { Standing } from "./blocked-money.ts";
import { standingOf } from "./standing.store.ts";

const behind = z.array(z.object({ id: z.string(), losses: z.array(z.string()) }));
const behindRow = z.object({ transfers: behind, claims: behind });
const blockRow = z.object({ id: z.string(), amount: minorUnits, transfer: text, claim: text });

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
  let all = await lossesBehind(asking, named);
  let blocks: z.output<typeof blockRow>[] = [];
  for (;;) {
    const losses = [...new Set([...all.ofTransfer.values(), ...all.ofClaim.values()].flat())];
    blocks = await asking.run("measures/blocks-of-losses", { losses, except }, blockRow);
    const wider = await lossesBehind(asking, [...named, ...blocks]);
    const known = new Set(losses);
    all = wider;
    if (
      [...wider.ofTransfer.values(), ...wider.ofClaim.values()]
        .flat()
        .every((one) => known.has(one))
    )
      return {
        ...all,
        ...(await lostOf(asking, losses)),
        blocks: blocks.map((one) => ofLosses(one, all)),
      };
  }
}

function ofLosses(
  { id, amount, ...block }: z.output<typeof blockRow>,
  behind: Awaited<ReturnType<typeof lossesBehind>>,
): LossBlock {
  const standing = { ...behind, stolen: new Map(), back: new Map(), blocks: [] };
  return { id, amount, losses: lossesOf(standing, block) };
}

async function lossesBehind(
  asking: TransactionQueries,
  named: readonly Pick<MeasureFields, "claim" | "transfer">[],
): Promise<Pick<LossStanding, "ofTransfer" | "ofClaim">> {
  const parameters = {
    transfers: [...new Set(named.flatMap((one) => one.transfer ?? []))],
    claims: [...new Set(named.flatMap((one) => one.claim ?? []))],
  };
  const [found] = await asking.run("measures/losses-behind", parameters, behindRow);
  if (!found) throw new Error("measures/losses-behind returned no row");
  const byId = (rows: z.output<typeof behind>) => new Map(rows.map((one) => [one.id, one.losses]));
  return { ofTransfer: byId(found.transfers), ofClaim: byId(found.claims) };
}

/** How much was stolen, and what came back of it without a block. */
async function lostOf(
  asking: TransactionQueries,
  losses: readonly string[],
): Promise<Pick<LossStanding, "stolen" | "back">> {
  const named = losses.map((transfer) => ({ case: null, claim: null, block: null, transfer }));
  const { transfers } = await standingOf(asking, named, null);
  const { recoveries } = await ledgerNow(asking, "all");
  const parts = recoveries
    .filter((one) => one.by !== "return")
    .flatMap(({ day, parts: own }) =>
      own.map(({ transferId, amount }) => ({ transferId, day, amount })),
    );
  return {
    stolen: new Map([...transfers].map(([id, { amount }]) => [id, amount ?? 0n])),
    back: groupBy(parts, (one) => one.transferId),
  };
}
