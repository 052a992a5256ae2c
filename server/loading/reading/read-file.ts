import { UserError } from "../../errors/user-error.ts";
import { MEANINGS } from "../columns/column-meanings.ts";
import { sayHidden } from "../readers/hidden.ts";
import { readHead } from "../readers/text-source.ts";
import type {
  InputFile,
  ItemReader,
  RawTable,
  ReadOptions,
  Recognised,
  TableReader,
} from "../record/input-file.ts";
import type { LoadItem } from "../record/load-item.ts";
import { withExits } from "../tables/item-sides.ts";
import { notReady } from "../tables/missing-columns.ts";
import { type OpenedTable, openTable } from "../tables/open-table.ts";
import type { Understood } from "../tables/understand-table.ts";
import { CHOOSING_READERS, ITEM_READERS, TABLE_READERS } from "./formats.ts";

export { expandInputs } from "../readers/containers/expand.ts";

/** What the file is, from its first part, without reading it whole. */
export async function recogniseFile(file: InputFile, options: ReadOptions): Promise<Recognised> {
  const reader = await readerOf(file, options);
  if ("items" in reader) {
    const nothing = {
      dialect: null,
      account: reader.account ?? null,
      columns: [],
      mapping: null,
      ready: true,
      reason: null,
    };
    return { format: reader.format, kind: "transfers", ...nothing };
  }
  let first: Recognised | null = null;
  for await (const table of reader.tables(file, options)) {
    const { understood } = await closing(await openTable(table, file.name, options));
    if (understood === null) continue;
    const recognised = recognisedAs(reader.format, table, understood, options);
    if (recognised.ready) return recognised;
    first ??= recognised;
  }
  if (first !== null) return first;
  throw noTable(file);
}

/**
 * Everything the file holds, in its order, in batches. Throws UserError for a file that is not what
 * it says.
 */
export async function* readItems(
  file: InputFile,
  options: ReadOptions,
): AsyncGenerator<readonly LoadItem[]> {
  const reader = await readerOf(file, options);
  if ("items" in reader) {
    for await (const items of reader.items(file, options)) yield items.map(withExits);
    return;
  }
  let readable = false;
  let incomplete: Understood | null = null;
  for await (const table of reader.tables(file, options)) {
    const opened = await openTable(table, file.name, options);
    if (opened.understood !== null) {
      const doubt = doubtOf(table, options);
      if (doubt !== null) throw notReady(file.name, doubt, opened.understood.columns);
      if (opened.understood.missing === null) readable = true;
      else incomplete ??= opened.understood;
      if (reader.format === "table" && incomplete !== null) throw refusal(file, incomplete);
    }
    for await (const items of opened.items()) yield sayHidden(table, items);
  }
  if (readable) return;
  throw incomplete === null ? noTable(file) : refusal(file, incomplete);
}

function refusal(file: InputFile, { missing, columns }: Understood): UserError {
  return notReady(file.name, missing ?? "", columns);
}

async function closing(opened: OpenedTable): Promise<OpenedTable> {
  await opened.close();
  return opened;
}

/** A table read with doubt is loaded once a person has named its columns. */
function doubtOf({ doubt }: RawTable, { mapping }: ReadOptions): string | null {
  return mapping === undefined ? (doubt ?? null) : null;
}

function recognisedAs(
  format: string,
  table: RawTable,
  understood: Understood,
  options: ReadOptions,
): Recognised {
  const { layout, plan, columns, mapping } = understood;
  const missing = doubtOf(table, options) ?? understood.missing;
  return {
    format: formatOf(format, understood),
    kind: layout.kind,
    dialect: table.dialect ?? null,
    account: plan.own?.account ?? null,
    columns,
    mapping,
    ready: missing === null,
    reason: missing,
  };
}

/** Our own files and the official answer form are called by their names, whatever they came in. */
function formatOf(format: string, { layout, plan }: Understood): string {
  const has = (meaning: string) => plan.column(meaning) !== -1;
  if (plan.canonical && layout.header !== null)
    return format === "table" ? "canonical-csv" : format;
  return layout.kind === "transfers" && OFFICIAL_FORM.every(has) ? "official-form" : format;
}

const OFFICIAL_FORM = [
  "booked_at",
  "currency",
  "operation",
  "amount",
  "amount_kzt",
  ...MEANINGS.transfers.filter((meaning) => /^(from|to)_(account|name|iin|bank)$/.test(meaning)),
];

/** No limit of its reader holds what such a file may cost: it is read in a process that can be ended. */
export async function needsOwnProcess(file: InputFile): Promise<boolean> {
  const head = await readHead(file);
  return CHOOSING_READERS.some((reader) => reader.recognises(head));
}

async function readerOf(file: InputFile, options: ReadOptions): Promise<ItemReader | TableReader> {
  const head = await readHead(file);
  if (head.length === 0) throw emptyFile(file);
  const choosing = CHOOSING_READERS.find((candidate) => candidate.recognises(head));
  if (choosing !== undefined) return choosing.choose(file, options);
  const reader = [...ITEM_READERS, ...TABLE_READERS].find((candidate) =>
    candidate.recognises(head),
  );
  if (WEB_ARCHIVE.test(head.subarray(0, 2_048).toString("latin1"))) throw webArchive(file);
  if (reader !== undefined) return reader;
  throw new UserError({
    code: "file-not-recognised",
    message: `${file.name} is in no format that can be read.`,
    remedy: "Load XLSX, XLS, ODS, CSV, HTML, PDF, 1C, camt or MT940 files, or archives of them.",
    params: { file: file.name },
  });
}

/** MHTML, a page saved with its pictures; Excel and browsers write it, often as .xls. */
const WEB_ARCHIVE = /^\s*(?:[\w-]+:[^\n]*\n)*?MIME-Version:[\s\S]*?multipart\/related/i;

function webArchive(file: InputFile): UserError {
  return new UserError({
    code: "file-is-web-archive",
    message: `${file.name} is a page saved as a web archive (MHTML), whatever its name says.`,
    remedy: "Open it in Excel or a browser and save it as .xlsx, or ask the bank for XLSX or CSV.",
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

function noTable(file: InputFile): UserError {
  return new UserError({
    code: "file-not-a-table",
    message: `${file.name} holds no table of operations, accounts, statements, sessions, reports or labels.`,
    remedy:
      "Check that this is the right file; ask the bank for the answer form (18 columns) as XLSX or CSV.",
    params: { file: file.name },
  });
}
