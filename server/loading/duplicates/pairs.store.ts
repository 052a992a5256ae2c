import { z } from "zod";
import type { Queries } from "../../../graph-queries/runner.ts";
import { encodeRecord, groupKey, recordKey } from "../record/source-record.ts";
import { type Decisions, pairName } from "./same-transfer.ts";
import type { Suggestion } from "./suggested-pairs.ts";

/** A pair as kept: which rows, what they say, what was decided. */
export const storedPair = z.object({
  id: z.string(),
  state: z.enum(["suggested", "accepted", "rejected"]),
  why: z.string(),
  leftKey: z.string(),
  rightKey: z.string(),
  leftGroup: z.string(),
  rightGroup: z.string(),
  /** record.ts encodeRecord(). */
  left: z.string(),
  right: z.string(),
  reason: z.string().nullable().default(null),
  decidedBy: z.string().nullable().default(null),
  decidedAt: z.bigint().transform(Number).nullable().default(null),
});
export type StoredPair = z.infer<typeof storedPair>;
const pairRow = z.object({ pair: storedPair });

export async function pairsOfGroups(
  queries: Queries,
  groups: readonly string[],
): Promise<StoredPair[]> {
  return (await queries.read("loading/pairs-of-groups", { groups }, pairRow)).map(
    (row) => row.pair,
  );
}

/** Pairs proposed for one reason ("masked", "corrected"), decided or not. */
export async function pairsByWhy(queries: Queries, why: string): Promise<StoredPair[]> {
  return (await queries.read("loading/pairs-by-why", { why }, pairRow)).map((row) => row.pair);
}

/** Pairs of rows of different accounts or amounts that are one transfer by a person's word. */
export async function acceptedAcrossGroups(queries: Queries): Promise<StoredPair[]> {
  return (await queries.read("loading/accepted-pairs", {}, pairRow)).map((row) => row.pair);
}

/** Open questions of one reason become exactly the wanted ones; what was decided stays. */
export async function replaceOpenPairs(
  queries: Queries,
  pairs: readonly StoredPair[],
  suggestions: readonly Suggestion[],
): Promise<void> {
  const wanted = suggestions.map(pairRecord);
  const keep = new Set(wanted.map((pair) => pair.id));
  const drop = pairs
    .filter((pair) => pair.state === "suggested" && !keep.has(pair.id))
    .map((pair) => pair.id);
  if (drop.length > 0) await queries.run("loading/drop-pairs", { ids: drop });
  if (wanted.length > 0) await queries.run("loading/save-pairs", { pairs: wanted });
}

export function decisionsOf(pairs: readonly StoredPair[]): Decisions {
  const names = (state: StoredPair["state"]) => pairs.filter((pair) => pair.state === state);
  return {
    rejected: new Set(names("rejected").map((pair) => pairName(pair.leftKey, pair.rightKey))),
    accepted: names("accepted").map((pair) => [pair.leftKey, pair.rightKey] as const),
    corrections: new Set(
      names("accepted")
        .filter((pair) => pair.why === "corrected")
        .map((pair) => pairName(pair.leftKey, pair.rightKey)),
    ),
  };
}

/** A suggestion as it is stored; the earlier row stands left. */
export function pairRecord({ left, right, why }: Suggestion) {
  const [one, other] = recordKey(left) < recordKey(right) ? [left, right] : [right, left];
  const [first, second] =
    left.bookedAt === right.bookedAt
      ? [one, other]
      : left.bookedAt < right.bookedAt
        ? [left, right]
        : [right, left];
  const id = pairName(recordKey(left), recordKey(right));
  return {
    id,
    properties: {
      state: "suggested",
      why,
      leftKey: recordKey(first),
      rightKey: recordKey(second),
      leftGroup: groupKey(first),
      rightGroup: groupKey(second),
      left: encodeRecord(first),
      right: encodeRecord(second),
    },
  };
}
