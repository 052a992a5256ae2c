import { z } from "zod";
import { saysSomething } from "../../../contract/clean-text.ts";
import type { Pair } from "../../../contract/loading.ts";
import { count } from "../../../graph-queries/row-values.ts";
import type { Queries } from "../../../graph-queries/runner.ts";
import { UserError } from "../../errors/user-error.ts";
import type { Database } from "../../neo4j/database.ts";
import { type Change, changedMeanwhile } from "../../versions/versions.ts";
import { withLoadingLock } from "../data-folder/loading-lock.ts";
import { decodeRow } from "../record/source-record.ts";
import { listSources, recount } from "../sources/sources.store.ts";
import { linkReports } from "./link-reports.ts";
import { acceptedAcrossGroups, storedPair } from "./pairs.store.ts";
import { goneBySaying, regroup } from "./regroup.store.ts";

const pairRow = z.object({ pair: storedPair });
const decidedRow = pairRow.extend({ fits: z.boolean() });
const namedRow = pairRow.extend({
  names: z.array(z.object({ number: z.string(), name: z.string().nullable() })),
});
/** How many are shown; deciding makes room for the next. */
const SHOWN = 200;

/** Pairs in a state, the surest first. */
export async function listPairs(
  queries: Queries,
  state: Pair["state"],
): Promise<{ total: number; pairs: Pair[] }> {
  const rows = await queries.read("loading/pairs", { state, limit: BigInt(SHOWN) }, namedRow);
  const [counted] = await queries.read(
    "loading/count-pairs",
    { state },
    z.object({ total: count }),
  );
  const files = new Map((await listSources(queries)).map((source) => [source.id, source.fileName]));
  return { total: counted?.total ?? 0, pairs: rows.map((row) => shown(row, files)) };
}

function shown(
  { pair, names }: z.infer<typeof namedRow>,
  files: ReadonlyMap<string, string>,
): Pair {
  const { id, state, why, reason, decidedBy, decidedAt } = pair;
  const nameOf = (account: string) => names.find(({ number }) => number === account)?.name ?? null;
  const side = (text: string): Pair["left"] => {
    const { from, to, properties } = decodeRow(text);
    const sourceId = String(properties.sourceId);
    return {
      transferId: String(properties.id),
      bookedAt: Number(properties.bookedAt),
      dayOnly: properties.dayOnly === true,
      from,
      fromName: nameOf(from),
      to,
      toName: nameOf(to),
      amount: String(properties.amount),
      currency: String(properties.currency),
      documentNumber:
        properties.documentNumber === undefined ? null : String(properties.documentNumber),
      purpose: properties.purpose === undefined ? null : String(properties.purpose),
      sourceName: files.get(sourceId) ?? sourceId.slice(0, 12),
      row: Number(properties.row),
    };
  };
  return {
    id,
    state,
    why,
    left: side(pair.left),
    right: side(pair.right),
    reason,
    decidedBy,
    decidedAt,
  };
}

/**
 * What was decided about rows that differ in accounts or amount, for rows that were taken out and
 * came back. What they look like does not lead from the one to the other.
 */
export async function applyDecisions(
  queries: Queries,
  sequenceOf: (sourceId: string) => number,
): Promise<void> {
  const pairs = await acceptedAcrossGroups(queries);
  if (pairs.length === 0) return;
  const groups = [...new Set(pairs.flatMap((pair) => [pair.leftGroup, pair.rightGroup]))];
  const { touched } = await regroup(queries, { groups, sequenceOf });
  if (touched.size > 0) await recount(queries, [...touched]);
}

function happened({ state, decidedBy, decidedAt }: z.output<typeof storedPair>): Change {
  const what = state === "accepted" ? "one-transfer" : "two-transfers";
  return { what, detail: "", by: decidedBy ?? "", at: decidedAt ?? 0 };
}

/** Holds what stands on transfers that are about to go; a refusal is a UserError. */
export type JoinedLeaveRoom = (
  database: Database,
  ids: readonly string[],
  at: number,
) => Promise<void>;

/**
 * A person says whether two rows are one transfer. The graph follows at once, and the question is
 * never put again.
 */
export async function decidePair(
  database: Database,
  id: string,
  decision: {
    readonly same: boolean;
    readonly reason: string;
    readonly by: string;
    readonly at: number;
    /**
     * The state of the pair that the person saw; absent where a command decides on what it finds.
     */
    readonly seen?: Pair["state"];
    /** Refuses where something stands on transfers that go; absent where nobody has claims. */
    readonly leaveRoom?: JoinedLeaveRoom;
  },
): Promise<void> {
  const reason = decision.reason.trim();
  if (!saysSomething(reason)) {
    throw new UserError({
      code: "reason-missing",
      message: "A decision about two rows needs a reason.",
      remedy: "Write why they are, or are not, one transfer; it is kept with the decision.",
    });
  }
  await withLoadingLock(database, async () => {
    const { queries } = database;
    const sequences = new Map(
      (await listSources(queries)).map((source) => [source.id, source.sequence]),
    );
    const sequenceOf = (source: string) => sequences.get(source) ?? 0;
    if (decision.same && decision.leaveRoom !== undefined) {
      const [asked] = await queries.read("loading/pair", { id }, pairRow);
      const gone = asked === undefined ? [] : await goneBySaying(queries, asked.pair, sequenceOf);
      if (gone.length > 0) await decision.leaveRoom(database, gone, decision.at);
    }
    const parameters = {
      id,
      seen: decision.seen ?? null,
      state: decision.same ? "accepted" : "rejected",
      reason,
      by: decision.by,
      at: BigInt(decision.at),
    };
    const [row] = await queries.write("loading/decide-pair", parameters, decidedRow);
    if (row === undefined) {
      throw new UserError({
        code: "pair-not-found",
        message: "This pair is no question any more.",
        remedy: "Reload the list: a file was loaded or taken out meanwhile.",
        status: 404,
      });
    }
    if (!row.fits) throw changedMeanwhile({ kind: "decision", id }, [happened(row.pair)]);
    const groups = [...new Set([row.pair.leftGroup, row.pair.rightGroup])];
    const { touched } = await regroup(queries, { groups, sequenceOf });
    await recount(queries, [...touched]);
    await linkReports(queries);
  });
}
