import type { HolderKind } from "../../columns/columns.ts";
import type { DecimalSign } from "../../money/written.ts";
import type { DateOrder, Zone } from "../../time/written.ts";
import type { Identifiers } from "../cells/identifiers.ts";
import type { FileKind } from "../record/input-file.ts";

/** The account a statement is of, as far as its heading, file name or rows tell. */
export interface OwnSide {
  readonly account: string;
  readonly name: string | null;
  readonly iin: string | null;
  readonly bank: string | null;
  readonly holderKind: HolderKind;
}

/** What tells, in a statement, whether money left or came. */
export type DirectionSource =
  | "two-columns"
  | "column"
  | "sign"
  | "operation"
  | "always-out"
  | "always-in"
  | null;

/** All that is known of a table before its rows are read; the row readers are made from it. */
export interface TablePlan {
  readonly kind: FileKind;
  /** All columns bear canonical names: values are taken as they stand, nothing is reinterpreted. */
  readonly canonical: boolean;
  /** Header names in the file's order. */
  readonly names: readonly string[];
  /** Meaning → column, -1 where the table has no such column. */
  readonly column: (meaning: string) => number;
  /** Columns without a meaning, kept with the row. */
  readonly extras: readonly number[];
  /** Zone of times that name none. */
  readonly zone: Zone;
  /** The file names the zone; else the home zone is assumed, and each row says so. */
  readonly zoneStated: boolean;
  readonly dateOrder: DateOrder;
  /** False: no date looked at shows which number is the month. */
  readonly dateOrderTold: boolean;
  readonly decimalSign: DecimalSign;
  /** The currency that the sheet's name or the amount's heading names; null where none does. */
  readonly tableCurrency: string | null;
  /** Currency of amounts beside which none stands. */
  readonly currency: string;
  /** Where that currency is from: false, nothing in the file names one and tenge is assumed. */
  readonly currencyStated: boolean;
  /** A foreign currency named above that may be the account's, where none is stated; else null. */
  readonly foreignNamed: string | null;
  readonly own: OwnSide | null;
  /** The owner's folded name or IIN, where it tells which of payer and payee the account is. */
  readonly ownName: string | null;
  readonly ownIin: string | null;
  /** No column has the accounts of payer and payee: a row without the owner cannot be placed. */
  readonly ownByPerson: boolean;
  /** Columns of numbers that nothing is known of: one of them may be the amount that is missing. */
  readonly unknownAmounts: readonly number[];
  /**
   * The table has columns for payer and payee; else for one account and whoever is on its other
   * side.
   */
  readonly twoSided: boolean;
  readonly direction: DirectionSource;
  /** Which columns hold the other side of a statement's rows. */
  readonly otherRole: "other" | "from" | "to";
  /** No column names the other side, but the details beside the kind of operation do. */
  readonly detailsName: boolean;
  /** Payments are written as negative numbers in their own column (-1500 under "Дебет"). */
  readonly negativeOut: boolean;
  readonly identifiers: Identifiers;
}

/** The header name of a meaning's column, for messages. */
export function nameOf(plan: TablePlan, meaning: string): string {
  return plan.names[plan.column(meaning)] ?? meaning;
}
