import { z } from "zod";
import type { MeasureFields } from "../../../contract/measures.ts";
import type { Queries, TransactionQueries } from "../../../graph-queries/runner.ts";
import { ledgerNow } from "../../claims/ledger.store.ts";
import { uncountedReturns } from "../../claims/uncounted-returns.ts";
import type { RawRow } from "../../loading/record/input-file.ts";
import type { Actor } from "../../versions/versions.ts";
import { standingFault } from "../blocked-money.ts";
import {
  countJoined,
  type Joined,
  joinedEntry,
  joiningOf,
  mayStandApart,
  apart as standsApart,
  withBanks,
} from "../joining.store.ts";
import { head, propertiesOf } from "../measure-rows.ts";
import { paidAlready } from "../paid-already.ts";
import type { MeasureFault } from "../rules.ts";
import { lockMoneyFor, nextNumbers } from "../standing.store.ts";
import type { RowFault } from "./measure-row.ts";

/** A row that can be understood, on its way into the register. */
export interface Wanted {
  readonly row: RawRow;
  readonly fields: MeasureFields;
  /** Names the content of the row and how often it came before in the table. */
  readonly key: string;
  /** A fault of the register as one of this row. */
  readonly explain: (fault: MeasureFault) => RowFault;
}

export interface Refused {
  readonly row: RawRow;
  readonly fault: RowFault;
}

export interface Written {
  readonly loaded: number;
  readonly duplicates: number;
  readonly refused: readonly Refused[];
  /** Blocks and returns that were taken in and belong to no claim and no transfer. */
  readonly unjoined: number;
}

export interface BatchOptions {
  readonly fileName: string;
  readonly actor: Actor;
  readonly dryRun: boolean;
}

/**
 * All rows of a batch or none; a dry run judges them and writes nothing. A return that a person
 * wrote down as a payment before is refused like the same entry at the screen: which rows those are
 * is known once they are written, so the batch is then taken back and written without them.
 */
export async function writeBatch(
  queries: Queries,
  batch: readonly Wanted[],
  options: BatchOptions,
): Promise<Written> {
  const twice = new Map<string, MeasureFault>();
  const apart = new Set<string>();
  for (;;) {
    const outcome = await queries
      .transaction(async (asking) => {
        const done = await attempt(asking, batch, { twice, apart }, options);
        if (options.dryRun || done.twice.size > 0) throw new TakenBack(done);
        return done;
      })
      .catch((error: unknown) => {
        if (error instanceof TakenBack) return error.outcome;
        throw error;
      });
    if (outcome.twice.size === 0) return outcome.written;
    for (const [key, fault] of outcome.twice) {
      // More than the loss it was joined to: a person looks for the one it belongs to.
      const joined = outcome.joined.get(key);
      if (joined !== undefined && mayStandApart(joined, fault)) apart.add(key);
      else twice.set(key, fault);
    }
  }
}

interface Outcome {
  readonly written: Written;
  /** Rows by their key that a payment counts already. */
  readonly twice: ReadonlyMap<string, MeasureFault>;
  /** Rows by their key, with the block or loss that they fit. */
  readonly joined: ReadonlyMap<string, Joined>;
}

/** What an attempt before found out of rows, by their key. */
interface Known {
  readonly twice: ReadonlyMap<string, MeasureFault>;
  /** Returns that are not joined to a block. */
  readonly apart: ReadonlySet<string>;
}

/** Thrown to undo a transaction: what it found out is kept. */
class TakenBack extends Error {
  readonly outcome: Outcome;
  constructor(outcome: Outcome) {
    super("The batch is taken back");
    this.outcome = outcome;
  }
}

const savedRow = z.object({ unjoined: z.boolean() });

async function attempt(
  asking: TransactionQueries,
  batch: readonly Wanted[],
  earlier: Known,
  { fileName, actor }: BatchOptions,
): Promise<Outcome> {
  await lockMoneyFor(
    asking,
    batch.map(({ fields }) => fields),
    actor,
  );
  // Taking no number holds the register still.
  const before = await nextNumbers(asking, 0);
  const keys = batch.map((one) => one.key);
  const row = z.object({ key: z.string() });
  const known = new Set(
    (await asking.run("measures/known-rows", { keys }, row)).map(({ key }) => key),
  );
  const fresh = batch.filter((one) => !known.has(one.key));
  const { taken, refused } = await judged(asking, fresh, earlier, before);
  const last = await nextNumbers(asking, taken.length);
  const measures = taken.map(({ row: { position }, fields, key }, at) => {
    const number = last - BigInt(taken.length - 1 - at);
    const source = { sourceFile: fileName, sourceRow: BigInt(position.row), rowKey: key };
    return { ...propertiesOf(fields, number), ...head(number, actor), ...source };
  });
  // Only those that the ledger counts can be in it twice.
  const returns = measures.filter((_, at) => {
    const { kind, claim, transfer } = taken[at]?.fields ?? {};
    return kind === "return" && (claim ?? transfer) != null;
  });
  const ledger = returns.length > 0 ? await ledgerNow(asking, "all") : null;
  const saved =
    measures.length > 0 ? await asking.run("measures/save", { measures }, savedRow) : [];
  const keyOf = new Map(measures.map(({ id, rowKey }) => [id, rowKey]));
  const ids = returns.map(({ id }) => id);
  const found = ledger ? uncountedReturns(ledger, await ledgerNow(asking, "all"), ids) : [];
  return {
    written: {
      ...{ loaded: taken.length, duplicates: known.size, refused },
      unjoined: saved.filter(({ unjoined }) => unjoined).length,
    },
    joined: new Map(taken.map(({ key, joined }) => [key, joined])),
    twice: new Map(found.map((one) => [keyOf.get(one.measure) ?? "", paidAlready(one)])),
  };
}

interface Taken extends Wanted {
  readonly joined: Joined;
}

async function judged(
  asking: TransactionQueries,
  rows: readonly Wanted[],
  { twice, apart }: Known,
  /** The number of the register's last entry: those taken in are counted on from it. */
  before: bigint,
): Promise<{ taken: Taken[]; refused: Refused[] }> {
  // A table may have its newest day first: what was returned comes after what was blocked.
  const fresh = [...rows].sort((one, other) => Number(isReturn(one)) - Number(isReturn(other)));
  const all = await withBanks(
    asking,
    fresh.map((one) => one.fields),
  );
  const joining = await joiningOf(asking, all);
  const { standing } = joining;
  const refused: Refused[] = [];
  const taken: Taken[] = [];
  for (const [at, one] of fresh.entries()) {
    const whole = all[at] ?? one.fields;
    const joined = apart.has(one.key) ? standsApart(whole, standing) : joinedEntry(whole, joining);
    const { fields } = joined;
    const fault = twice.get(one.key) ?? standingFault(fields, standing);
    if (fault !== null) {
      refused.push({ row: one.row, fault: one.explain(fault) });
      continue;
    }
    taken.push({ ...one, fields, joined });
    const id = `M${before + BigInt(taken.length)}`;
    countJoined(fields, joining, id);
  }
  return { taken, refused };
}

function isReturn({ fields }: Wanted): boolean {
  return fields.kind === "return";
}
