import { maximumFlow, type Pipe } from "../../money/maximum-flow.ts";
import { linesAt } from "./banks.ts";
import { claimedLines, sumOf } from "./sums.ts";
import type { PaperFacts } from "./values.ts";

/** Sums over several claims of which some ask for the same loss: they count it once. */

interface Counted {
  /** Minor units of a claim. */
  readonly part: (one: PaperFacts) => bigint;
  /** A loss gives no more than this: all that was lost, or what has not come back of it. */
  readonly room: "lost" | "left";
  /** Only money that came to this bank, where any did; null = all money of the claims. */
  readonly bank: string | null;
}

/**
 * The most that claims ask for together if no loss counts twice: each of at most its part, of its
 * own losses, each loss up to its room.
 */
export function sumOnce(all: readonly PaperFacts[], { part, room, bank }: Counted): bigint {
  const losses = all.map((one) => lossesOf(one, bank));
  const isShared = (at: number) => sharedBy(losses, at).length > 0;
  const alone = all.filter((_, at) => !isShared(at));
  const sum = sumOf(alone.map((one) => ({ amount: part(one) })));
  const sharing = all.flatMap((one, at) => (isShared(at) ? [{ one, at }] : []));
  if (sharing.length === 0) return sum;
  const most = sumOf(sharing.map(({ one }) => ({ amount: part(one) })));
  const pipes = sharing.flatMap(({ one, at }): Pipe[] => [
    { from: "all", to: `claim ${at}`, room: part(one) },
    ...one.facts.ledger.losses
      .filter(({ claim, transferId }) => claim === one.claim.id && losses[at]?.has(transferId))
      .flatMap(({ transferId, lost, cameBack }): Pipe[] => {
        const loss = `loss ${transferId}`;
        const left = lost === null ? most : room === "lost" ? lost : lost - cameBack;
        return [
          { from: `claim ${at}`, to: loss, room: most },
          { from: loss, to: "sum", room: left > 0n ? left : 0n },
        ];
      }),
  ]);
  return sum + maximumFlow(pipes, "all", "sum");
}

/** Of each claim the places of the others that ask for a loss of it. */
export function sharedPlaces(all: readonly PaperFacts[], bank: string | null): number[][] {
  const losses = all.map((one) => lossesOf(one, bank));
  return all.map((_, at) => sharedBy(losses, at));
}

function sharedBy(losses: readonly ReadonlySet<string>[], at: number): number[] {
  const own = losses[at] ?? new Set();
  return losses.flatMap((ids, other) =>
    other !== at && [...ids].some((id) => own.has(id)) ? [other] : [],
  );
}

/**
 * The losses whose money a claim follows to a bank. The lines of a direct claim are its losses; the
 * money of a traced one may be of any behind it.
 */
function lossesOf(of: PaperFacts, bank: string | null): ReadonlySet<string> {
  const { claim, facts } = of;
  const ids = facts.ledger.losses.flatMap((one) => (one.claim === claim.id ? one.transferId : []));
  if (claim.method !== "direct" || bank === null) return new Set(ids);
  const here = linesAt(of, bank);
  const lines = here.length > 0 ? here : claimedLines(claim);
  const came = new Set(lines.map(({ transferId }) => transferId));
  return new Set(ids.filter((id) => came.has(id)));
}
