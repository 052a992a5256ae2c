import { UserError } from "../errors/user-error.ts";
import type { LoadItem } from "./items.ts";
import { type Proposal, proposeMeanings } from "./mapping/propose.ts";
import { readTable } from "./meaning/table.ts";
import { ITEM_READERS, TABLE_READERS } from "./readers/all.ts";
import { readHead } from "./readers/text-source.ts";
import type { InputFile, ItemReader, ReadOptions, Recognised, TableReader } from "./reading.ts";

export { expandInputs } from "./readers/containers/expand.ts";

/** What the file is, from its first part, without reading it whole. */
export async function recogniseFile(file: InputFile, options: ReadOptions): Promise<Recognised> {
  const { reader } = await readerOf(file);
  if (!("tables" in reader)) {
    const nothing = { dialect: null, account: null, columns: [], mapping: null, ready: true, reason: null };
    return { format: reader.format, kind: "transfers", ...nothing };
  }
  for await (const table of reader.tables(file, options)) {
    for await (const rows of table.rows) {
      const [header, example] = rows.filter((row) => row.raw.trim() !== "");
      if (header === undefined) continue;
      const proposal = proposeMeanings(header.cells, example?.cells ?? [], options.kind);
      return {
        format: isCanonical(proposal) ? "canonical-csv" : reader.format,
        kind: proposal.kind,
        dialect: null,
        account: null,
        columns: proposal.columns,
        mapping: null,
        ready: proposal.missing === null,
        reason: proposal.missing,
      };
    }
  }
  throw emptyFile(file);
}

/** Everything the file holds, in its order, in batches. Throws UserError for a file that is not what it says. */
export async function* readItems(file: InputFile, options: ReadOptions): AsyncGenerator<readonly LoadItem[]> {
  const { reader } = await readerOf(file);
  if ("items" in reader) yield* reader.items(file, options);
  else for await (const table of reader.tables(file, options)) yield* readTable(table, file.name, options);
}

/** Every column bears the canonical name of DESIGN's files. */
function isCanonical({ columns }: Proposal): boolean {
  return columns.every(({ name, meaning }) => name === meaning);
}

async function readerOf(file: InputFile): Promise<{ reader: ItemReader | TableReader }> {
  if (file.problem) throw file.problem;
  const head = await readHead(file);
  if (head.length === 0) throw emptyFile(file);
  const reader = [...ITEM_READERS, ...TABLE_READERS].find((candidate) => candidate.recognises(head));
  if (reader !== undefined) return { reader };
  throw new UserError({
    code: "file-not-recognised",
    message: `${file.name} is in no format that can be read.`,
    remedy: "Load XLSX, XLS, CSV, HTML, 1C, camt or MT940 files, or archives of them.",
    params: { file: file.name },
  });
}

function emptyFile(file: InputFile): UserError {
  return new UserError({
    code: "file-empty",
    message: `${file.name} is empty.`,
    remedy: "Ask the sender for the file again.",
    params: { file: file.name },
  });
}
