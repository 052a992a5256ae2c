/**
 * The transfers as columns: typed arrays in one order, read by detection, tracing and evaluation.
 * server/columns/snapshot.ts alone writes and reads the snapshot file.
 *
 * Row order: bookedAt, then the source's own order (`order`), then id. An account's rows are found
 * through the two indexes, which list rows in that same order.
 */
export interface TransferColumns {
  readonly accounts: AccountColumns;
  readonly length: number;
  /** Account index of payer and payee. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Minor units. */
  readonly amount: BigInt64Array;
  /** UTC milliseconds. */
  readonly bookedAt: Float64Array;
  /** Index into `currencies`. */
  readonly currency: Uint8Array;
  /** Index into `CHANNELS`. */
  readonly channel: Uint8Array;
  /** Position in the source, for transfers booked at the same instant. */
  readonly order: Float64Array;
  readonly currencies: readonly string[];
  /** The transfer's id; packed, so ask only for what is shown. */
  idOf(row: number): string;
  rowOfId(id: string): number | undefined;
  /** Rows paid by / received by an account: rows[offsets[a]] .. rows[offsets[a + 1] - 1]. */
  readonly outgoing: RowIndex;
  readonly incoming: RowIndex;
  /**
   * sha256 over the content, independent of load order: the data fingerprint of a detection run.
   */
  readonly fingerprint: string;
}

/** Columns that look into memory which threads share: a snapshot file, whole. */
export interface SharedColumns extends TransferColumns {
  /** The memory another thread opens (snapshot.ts) without a second copy. */
  readonly bytes: SharedArrayBuffer;
}

export interface RowIndex {
  readonly offsets: Int32Array;
  readonly rows: Int32Array;
}

/** Accounts sorted by number, so that indexes do not depend on load order. */
export interface AccountColumns {
  readonly length: number;
  readonly numbers: readonly string[];
  indexOf(number: string): number | undefined;
  /** Holder index per account, -1 where unknown. */
  readonly holder: Int32Array;
  readonly holderKeys: readonly string[];
  /** Index into `EXIT_KINDS` plus one; 0 = an ordinary account. */
  readonly exitKind: Uint8Array;
  /** Index into `HOLDER_KINDS`. */
  readonly holderKind: Uint8Array;
  /** UTC milliseconds, NaN where unknown. */
  readonly openedAt: Float64Array;
  readonly bank: readonly string[];
  /** "" where unknown. */
  readonly phone: readonly string[];
  readonly device: readonly string[];
}

export const CHANNELS = ["transfer", "card", "cash", "pos", "crypto", "other"] as const;
export type Channel = (typeof CHANNELS)[number];
/** Ends where money leaves (or enters, for cash deposits) the accounts we see. */
export const EXIT_KINDS = ["cash", "pos", "crypto", "foreign", "other"] as const;
export type ExitKind = (typeof EXIT_KINDS)[number];
export const HOLDER_KINDS = ["unknown", "person", "organisation"] as const;
export type HolderKind = (typeof HOLDER_KINDS)[number];
/** A firm, as `holderKind` has it. */
export const ORGANISATION = HOLDER_KINDS.indexOf("organisation");
