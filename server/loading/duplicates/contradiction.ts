import type { LoadItem, RefusedItem } from "../record/load-item.ts";
import type { TransferInGraph } from "../record/source-record.ts";
import type { NewRecord } from "../record/transfer-record.ts";

const REMEDY =
  "Find out which is right. If this one is, take the other file out (dropper-graph withdraw) and load this one again.";

const REPORT_REMEDY =
  "If this table corrects the earlier one, load it again and say so (load --corrects, or the tick " +
  "beside the file). If the earlier one is right, leave it as it is.";

/** What an earlier row says otherwise: the sum of the same thing, or the victim of its report. */
export type Contradiction = "contradicts" | "other-victim";

/**
 * A row that says something else of the same thing than what is in: refused, so that a person
 * decides which is right.
 */
export function contradiction(item: LoadItem, what: Contradiction): RefusedItem {
  return {
    kind: "refused",
    position: item.position,
    raw: item.raw,
    column: "",
    value: "",
    code: what,
    ...wordsOf(item, what),
    cells: cellsOf(item.raw),
  };
}

function wordsOf(item: LoadItem, what: Contradiction) {
  if (item.kind !== "report")
    return { reason: "An earlier row says something else of the same thing.", remedy: REMEDY };
  if (what === "other-victim")
    return {
      reason: `An earlier table names another victim of report ${item.reportId} (another IIN).`,
      remedy: "Check the report’s number and the IIN. If the earlier table is wrong, take it out.",
    };
  return {
    reason: `An earlier table states another sum for the same transfer of report ${item.reportId}.`,
    remedy: REPORT_REMEDY,
  };
}

/**
 * The same transfer id with another amount, account or currency: a changed row, not a duplicate.
 */
export function changedRow(row: NewRecord, known: TransferInGraph | undefined): RefusedItem {
  const { properties } = row;
  const text = (name: string) =>
    properties[name] === undefined ? undefined : String(properties[name]);
  const [sheet, member] = [text("sheet"), text("member")];
  const there =
    known === undefined
      ? ""
      : `${known.from} to ${known.to}, ${known.properties.amount} ${known.properties.currency} in minor units`;
  return {
    kind: "refused",
    position: {
      row: Number(properties.row),
      ...(sheet === undefined ? {} : { sheet }),
      ...(member === undefined ? {} : { member }),
    },
    raw: row.raw,
    column: "transfer_id",
    value: row.id,
    code: "changed-row",
    reason: `The transfer ${row.id} is in already and differs: ${there} (row ${known?.properties.row} of source ${String(known?.properties.sourceId).slice(0, 12)}).`,
    remedy: REMEDY,
    cells: cellsOf(row.raw),
  };
}

/**
 * The cells of a row of comma-separated text; a row of another kind stays whole in the first cell.
 */
function cellsOf(raw: string): string[] {
  const cells: string[] = [];
  const pattern = /(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g;
  for (const match of raw.matchAll(pattern))
    cells.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
  return cells;
}
