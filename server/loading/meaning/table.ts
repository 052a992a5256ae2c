import { UserError } from "../../errors/user-error.ts";
import { HOME_ZONE, offsetMilliseconds } from "../../time/instant.ts";
import type { LoadItem, SkippedItem } from "../items.ts";
import { type Proposal, proposeMeanings } from "../mapping/propose.ts";
import type { FileKind, RawRow, RawTable, ReadOptions } from "../reading.ts";
import { accountReader } from "./accounts.ts";
import { createIdentifiers } from "./identifiers.ts";
import { refuse } from "./judging.ts";
import { labelReader } from "./labels.ts";
import { reportReader } from "./reports.ts";
import type { TablePlan } from "./table-plan.ts";
import { transferReader } from "./transfers.ts";

const ROW_READERS: Readonly<Record<FileKind, (plan: TablePlan) => (row: RawRow) => LoadItem>> = {
  transfers: transferReader,
  accounts: accountReader,
  reports: reportReader,
  labels: labelReader,
};

/** Turns the rows of a table into items, in order: every row becomes exactly one. */
export async function* readTable(
  table: RawTable,
  fileName: string,
  options: ReadOptions,
): AsyncGenerator<readonly LoadItem[]> {
  let read: ((row: RawRow) => LoadItem) | null = null;
  for await (const rows of table.rows) {
    const items: LoadItem[] = [];
    for (const row of rows) {
      if (row.raw.trim() === "") items.push(skip(row, "blank"));
      else if (read !== null) items.push(row.broken === undefined ? read(row) : refuseBroken(row));
      else {
        const proposal = proposeMeanings(row.cells, [], options.kind);
        if (proposal.missing !== null) throw notReady(fileName, proposal.missing);
        read = ROW_READERS[proposal.kind](planOf(proposal));
        items.push(skip(row, "header"));
      }
    }
    if (items.length > 0) yield items;
  }
}

function planOf(proposal: Proposal): TablePlan {
  const found = new Map<string, number>();
  proposal.columns.forEach(({ meaning }, index) => {
    if (meaning !== null && !found.has(meaning)) found.set(meaning, index);
  });
  return {
    names: proposal.columns.map(({ name }) => name),
    column: (meaning) => found.get(meaning) ?? -1,
    extras: proposal.columns.flatMap(({ meaning }, index) => (meaning === null ? [index] : [])),
    zone: HOME_ZONE,
    zoneOffset: offsetMilliseconds(HOME_ZONE) ?? 0,
    currency: "KZT",
    identifiers: createIdentifiers(),
  };
}

function skip(row: RawRow, reason: SkippedItem["reason"]): SkippedItem {
  return { kind: "skipped", position: row.position, raw: row.raw, reason };
}

function refuseBroken(row: RawRow) {
  return refuse(row, {
    column: "",
    value: "",
    code: row.broken ?? "row-broken",
    reason: "The row could not be read.",
    remedy: "Look at this line of the file, mend it and load the refused rows again.",
  });
}

function notReady(fileName: string, missing: string): UserError {
  return new UserError({
    code: "mapping-incomplete",
    message: `${fileName}: ${missing}`,
    remedy: "Say what the columns mean on the Load page, or give a mapping with --mapping.",
    params: { file: fileName },
  });
}
