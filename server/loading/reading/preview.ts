import type { Preview } from "../../../contract/loading.ts";
import { KEPT_AS_IS, MEANINGS } from "../columns/column-meanings.ts";
import { endsOf } from "../record/account-key.ts";
import type { InputFile, Mapping, ReadOptions, Recognised } from "../record/input-file.ts";
import type { LoadItem } from "../record/load-item.ts";
import { readItems, recogniseFile } from "./read-file.ts";

const ROWS = 20;

/** The first rows as they would be understood, with columns a person corrected ("" = leave out). */
export async function previewFile(
  file: InputFile,
  options: ReadOptions,
  corrected: Readonly<Record<string, string>> | undefined,
): Promise<Preview> {
  const proposed = await recogniseFile(file, options);
  const mapping =
    corrected === undefined ? undefined : correctedMapping("preview", proposed, corrected);
  const found =
    mapping === undefined ? proposed : await recogniseFile(file, { ...options, mapping });
  return {
    columns: found.columns.map(({ name, meaning, quality, example }) => ({
      name,
      meaning,
      quality,
      example,
    })),
    meanings: [...MEANINGS[found.kind]],
    rows: found.ready
      ? await firstRows(file, mapping === undefined ? options : { ...options, mapping })
      : [],
  };
}

/**
 * Proposed columns with a person's corrections over them; a column left out is kept with the row,
 * uninterpreted.
 */
export function correctedMapping(
  name: string,
  { columns }: Pick<Recognised, "columns">,
  corrected: Readonly<Record<string, string>>,
): Mapping {
  const entries = columns.map((column) => {
    const chosen = corrected[column.name] ?? column.meaning ?? "";
    return [column.name, chosen === "" ? KEPT_AS_IS : chosen] as const;
  });
  return { name, columns: Object.fromEntries(entries) };
}

async function firstRows(file: InputFile, options: ReadOptions): Promise<Preview["rows"]> {
  const rows: Preview["rows"] = [];
  for await (const items of readItems(file, options)) {
    for (const item of items) {
      const row = rowOf(item);
      if (row !== null) rows.push(row);
      if (rows.length >= ROWS) return rows;
    }
  }
  return rows;
}

function rowOf(item: LoadItem): Preview["rows"][number] | null {
  const empty = {
    from: null,
    to: null,
    amount: null,
    currency: null,
    bookedAt: null,
    purpose: null,
  };
  const unrefused = { problem: null, problemCode: null };
  const head = { ...empty, ...unrefused, row: item.position.row };
  switch (item.kind) {
    case "transfer":
      return {
        ...head,
        ...endsOf(item),
        amount: item.amount.toString(),
        currency: item.currency,
        bookedAt: item.bookedAt,
        purpose: item.purpose,
      };
    case "account":
      return { ...head, from: item.account, bookedAt: item.openedAt, purpose: item.holderName };
    case "report":
      return {
        ...head,
        from: item.victimAccount,
        amount: item.amount?.toString() ?? null,
        currency: item.currency,
        bookedAt: item.reportedAt,
        purpose: item.lure,
      };
    case "held":
      return { ...head, from: item.account, currency: item.currency, bookedAt: item.from };
    case "session":
      return {
        ...head,
        from: item.account ?? item.iin,
        bookedAt: item.at,
        purpose: [item.eventText, item.model ?? item.deviceId, item.ip, item.place]
          .filter(Boolean)
          .join(" · "),
      };
    case "label":
      return { ...head, from: item.account, purpose: String(item.label) };
    case "refused":
      return {
        ...head,
        problem: `${item.column}: ${item.reason} ${item.remedy}`,
        problemCode: item.code,
      };
    default:
      return null;
  }
}
