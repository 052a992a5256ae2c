import type { StatementProof } from "../../../contract/loading.ts";
import type { SessionEvent } from "../../../contract/operators.ts";
import type { Channel, ExitKind, HolderKind } from "../../columns/columns.ts";
import type { Instant } from "../../time/instant.ts";

/**
 * What reading one file yields, in the file's order. The readers and tables produce it, the pipe
 * takes it into the graph. For every data row: read = loaded + duplicates + refused.
 */
export type LoadItem =
  | TransferItem
  | AccountItem
  | ReportItem
  | LabelItem
  | StatementItem
  | HeldItem
  | SessionItem
  | RefusedItem
  | SkippedItem;

export interface Position {
  /** File inside a zip or folder, when the source is a container: "answer.zip!march/kaspi.xlsx". */
  readonly member?: string;
  readonly sheet?: string;
  /** 1-based row or line as a person counts in the opened file. */
  readonly row: number;
}

interface AtPosition {
  readonly position: Position;
  /** The row as it stood in the file, for evidence and the refused-rows file. */
  readonly raw: string;
}

export interface Warning {
  /** Stable word in kebab-case: "iin-check-digit", "leading-zeros-restored", "zone-assumed"… */
  readonly code: string;
  readonly column: string;
  readonly value: string;
}

/**
 * Account and exit both null: a party known only by name, IIN, phone or bank (a masked
 * counterparty, a form without account numbers).
 */
export interface Side {
  /** Normalised account number, null where the row gives none. */
  readonly account: string | null;
  /** Set where this side is no account but a way out (or in): ATM, shop, exchange, abroad. */
  readonly exit: ExitKind | null;
  readonly name: string | null;
  /** IIN or BIN, 12 digits. */
  readonly iin: string | null;
  readonly holderKind: HolderKind;
  /** Three-digit code where known, else the bank's name as written. */
  readonly bank: string | null;
  readonly phone: string | null;
}

export interface TransferItem extends AtPosition {
  readonly kind: "transfer";
  /** The id the file gives (transfer_id, reference), null where it gives none. */
  readonly id: string | null;
  readonly bookedAt: Instant;
  /** Offset as written, or the assumed one ("+05:00"). */
  readonly zone: string;
  /** The source gives a day without a time. */
  readonly dayOnly: boolean;
  /** Operation amount in minor units, always positive: direction is in from and to. */
  readonly amount: bigint;
  readonly currency: string;
  /**
   * What the account itself lost or gained where the file says so (fee included, or in the
   * account's currency).
   */
  readonly accountAmount: { readonly amount: bigint; readonly currency: string } | null;
  readonly fee: bigint | null;
  readonly from: Side;
  readonly to: Side;
  /** Which side's statement this row comes from, null where the file is no one's statement. */
  readonly ownSide: "from" | "to" | null;
  readonly channel: Channel;
  readonly purpose: string | null;
  readonly purposeCode: string | null;
  readonly documentNumber: string | null;
  /** The row takes back an earlier one. */
  readonly reversal: boolean;
  /** Unknown columns, kept as text. */
  readonly extra: Readonly<Record<string, string>>;
  readonly warnings: readonly Warning[];
}

export interface AccountItem extends AtPosition {
  readonly kind: "account";
  readonly account: string;
  readonly bank: string | null;
  readonly holderIin: string | null;
  readonly holderName: string | null;
  readonly holderKind: HolderKind;
  readonly openedAt: Instant | null;
  /** "current", "card", "merchant"… as written. */
  readonly accountKind: string | null;
  readonly phone: string | null;
  readonly deviceId: string | null;
  readonly extra: Readonly<Record<string, string>>;
  readonly warnings: readonly Warning[];
}

/** Whom a victim paid, as far as a report says. */
export interface ReportedRecipient {
  /** Number of an account, or of a card with some digits hidden. */
  readonly account: string | null;
  readonly name: string | null;
  readonly phone: string | null;
  /** Three-digit code where known, else the bank's name as written. */
  readonly bank: string | null;
}

export interface ReportItem extends AtPosition {
  readonly kind: "report";
  readonly reportId: string;
  readonly reportedAt: Instant | null;
  readonly victimAccount: string | null;
  readonly victimIin: string | null;
  readonly victimName: string | null;
  /** One stolen transfer a row; several rows of one report_id are one report. */
  readonly transferId: string | null;
  readonly amount: bigint | null;
  readonly currency: string | null;
  readonly lure: string | null;
  /** When the victim says that the money left; null where the row does not say. */
  readonly stolen: { readonly at: Instant; readonly dayOnly: boolean } | null;
  /** To whom, as the victim knows it. */
  readonly recipient: ReportedRecipient;
  readonly warnings: readonly Warning[];
}

export interface LabelItem extends AtPosition {
  readonly kind: "label";
  readonly account: string;
  readonly label: 0 | 1;
}

/**
 * An account's statement: the days it covers and its balances (null where the form has none). Not a
 * data row.
 */
export interface StatementItem extends AtPosition {
  readonly kind: "statement";
  readonly account: string;
  readonly bank: string | null;
  readonly currency: string;
  readonly from: Instant | null;
  readonly to: Instant | null;
  readonly opening: bigint | null;
  readonly closing: bigint | null;
  readonly totalIn: bigint | null;
  readonly totalOut: bigint | null;
  /** What the statement's own figures say of the rows read, where reading is less than certain. */
  readonly proof?: StatementProof;
}

/**
 * A row of a list of statements: these days of this account are held, with its balances on them
 * where the list gives them. The transfers stand in other files.
 */
export interface HeldItem extends AtPosition {
  readonly kind: "held";
  readonly account: string;
  readonly bank: string | null;
  readonly currency: string;
  /** First instant of the first day and of the last. */
  readonly from: Instant;
  readonly to: Instant;
  readonly opening: bigint | null;
  readonly closing: bigint | null;
  readonly warnings: readonly Warning[];
}

/** A row of a session log: somebody operated an account, or a person's accounts, at this time. */
export interface SessionItem extends AtPosition {
  readonly kind: "session";
  /** Null where the log names only the person. */
  readonly account: string | null;
  readonly iin: string | null;
  readonly holderKind: HolderKind;
  readonly bank: string | null;
  readonly at: Instant;
  readonly zone: string;
  readonly dayOnly: boolean;
  /** Null where the log names no event. */
  readonly event: SessionEvent | null;
  /** The event as the log writes it. */
  readonly eventText: string | null;
  readonly deviceId: string | null;
  readonly model: string | null;
  readonly ip: string | null;
  readonly phone: string | null;
  /** Where the cash machine stands, or what the log says of the place. */
  readonly place: string | null;
  readonly extra: Readonly<Record<string, string>>;
  readonly warnings: readonly Warning[];
}

export interface RefusedItem extends AtPosition {
  readonly kind: "refused";
  readonly column: string;
  readonly value: string;
  /** Stable word in kebab-case plus an English sentence for the file and the log. */
  readonly code: string;
  readonly reason: string;
  readonly remedy: string;
  /** The cells, to be written back in the same layout. */
  readonly cells: readonly string[];
}

/** Header, preamble, total, page heading, blank: seen, reported, not a data row. */
export interface SkippedItem extends AtPosition {
  readonly kind: "skipped";
  readonly reason: "preamble" | "header" | "total" | "page-heading" | "blank" | "note";
}
