import type { RowRecord } from "./row-record.ts";

/** "word": a text that never needs quotes in a file of the import. */
type ColumnType = "string" | "word" | "long" | "boolean" | "string[]";
type Value = string | number | bigint | boolean | readonly string[] | null | undefined;

export interface TransferColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly value: (row: RowRecord) => Value;
}

const column = (
  name: string,
  type: ColumnType,
  value: TransferColumn["value"],
): TransferColumn => ({ name, type, value });

/**
 * What TRANSFER carries, for both sinks (docs/ARCHITECTURE.md, graph model). Unknown columns of the
 * source come after these, with the prefix `x_`.
 */
export const TRANSFER_COLUMNS: readonly TransferColumn[] = [
  column("id", "string", ({ id }) => id),
  column("amount", "long", ({ item }) => item.amount),
  column("currency", "word", ({ item }) => item.currency),
  column("bookedAt", "long", ({ item }) => item.bookedAt),
  column("zone", "word", ({ item }) => item.zone),
  column("channel", "word", ({ item }) => item.channel),
  column("sourceId", "word", ({ sourceId }) => sourceId),
  column("row", "long", ({ item }) => item.position.row),
  column("order", "long", ({ order }) => order),
  column("dayOnly", "boolean", ({ item }) => item.dayOnly),
  column("purpose", "string", ({ item }) => item.purpose),
  column("purposeCode", "string", ({ item }) => item.purposeCode),
  column("documentNumber", "string", ({ item }) => item.documentNumber),
  column("fee", "long", ({ item }) => item.fee),
  column("accountAmount", "long", ({ item }) => item.accountAmount?.amount),
  column("accountCurrency", "word", ({ item }) => item.accountAmount?.currency),
  column("reversal", "boolean", ({ item }) => item.reversal),
  column("ownSide", "word", ({ item }) => item.ownSide),
  column("sheet", "string", ({ item }) => item.position.sheet),
  column("member", "string", ({ item }) => item.position.member),
  column("warnings", "string[]", ({ item: { warnings } }) =>
    warnings.length === 0 ? null : [...new Set(warnings.map(({ code }) => code))].sort(),
  ),
];

/** False and "" say nothing, as null does: the property is left out. */
export function saysSomething(value: Value): value is Exclude<Value, null | undefined | false> {
  return value !== null && value !== undefined && value !== false && value !== "";
}
