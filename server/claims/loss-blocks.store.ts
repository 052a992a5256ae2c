import { z } from "zod";
import { minorUnits, text } from "../../graph-queries/row-values.ts";
import type { TransactionQueries } from "../../graph-queries/runner.ts";
import { type LossBlock, type LossesBehind, lossesOf } from "./loss-blocks.ts";

const behind = z.array(z.object({ id: z.string(), losses: z.array(z.string()) }));
const behindRow = z.object({ transfers: behind, claims: behind });
const blockRow = z.object({ id: z.string(), amount: minorUnits, transfer: text, claim: text });
const stolenRow = z.object({
  transfers: z.array(z.object({ id: z.string(), amount: minorUnits.nullable() })),
});

type Named = Readonly<Record<"claim" | "transfer", string | null>>;

/**
 * The blocks that may be of the same losses as these entries, also by way of another block, with
 * all losses that they are about. `except` is a measure that is being corrected.
 */
export async function blocksAround(
  asking: TransactionQueries,
  named: readonly Named[],
  except: string | null,
): Promise<LossesBehind & { readonly losses: string[]; readonly blocks: LossBlock[] }> {
  let all = await lossesBehind(asking, named);
  for (;;) {
    const losses = lossesIn(all);
    const blocks = await asking.run("measures/blocks-of-losses", { losses, except }, blockRow);
    all = await lossesBehind(asking, [...named, ...blocks]);
    const known = new Set(losses);
    if (lossesIn(all).some((one) => !known.has(one))) continue;
    const ofLosses = ({ id, amount, ...block }: z.output<typeof blockRow>): LossBlock => ({
      ...{ id, amount },
      losses: lossesOf(all, block),
    });
    return { ...all, losses, blocks: blocks.map(ofLosses) };
  }
}

function lossesIn({ ofTransfer, ofClaim }: LossesBehind): string[] {
  return [...new Set([...ofTransfer.values(), ...ofClaim.values()].flat())];
}

async function lossesBehind(
  asking: TransactionQueries,
  named: readonly Named[],
): Promise<LossesBehind> {
  const parameters = {
    transfers: [...new Set(named.flatMap((one) => one.transfer ?? []))],
    claims: [...new Set(named.flatMap((one) => one.claim ?? []))],
  };
  const [found] = await asking.run("measures/losses-behind", parameters, behindRow);
  if (!found) throw new Error("measures/losses-behind returned no row");
  const byId = (rows: z.output<typeof behind>) => new Map(rows.map((one) => [one.id, one.losses]));
  return { ofTransfer: byId(found.transfers), ofClaim: byId(found.claims) };
}

/** How much was stolen by transfers, as reports, claims and decisions of people say. */
export async function stolenBy(
  asking: TransactionQueries,
  losses: readonly string[],
): Promise<Map<string, bigint>> {
  const parameters = { cases: [], claims: [], blocks: [], transfers: [...losses], except: null };
  const [found] = await asking.run("measures/standing", parameters, stolenRow);
  return new Map(found?.transfers.map(({ id, amount }) => [id, amount ?? 0n]));
}
