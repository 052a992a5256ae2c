import { createWriteStream } from "node:fs";
import { stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import { isUserError, type UserError } from "../../server/errors/user-error.ts";
import type { InputFile, ItemReader, TableReader } from "../../server/loading/record/input-file.ts";
import type { LoadItem } from "../../server/loading/record/load-item.ts";

/** A sheet or HTML table as a person sees it: its name and its cells, row by row. */
export interface SeenTable {
  readonly name: string | null;
  readonly hidden: boolean;
  readonly rows: { readonly row: number; readonly cells: readonly string[] }[];
}

export async function inputFile(path: string): Promise<InputFile> {
  return { name: basename(path), path, bytes: (await stat(path)).size };
}

export async function writeInput(
  folder: string,
  name: string,
  content: string | Uint8Array,
): Promise<InputFile> {
  const path = join(folder, name);
  await writeFile(path, content);
  return inputFile(path);
}

/** Writes a zip of these members; the order is kept, a name ending in / is a folder. */
export async function writeZip(
  path: string,
  members: Readonly<Record<string, string | Uint8Array>>,
  compress = true,
): Promise<InputFile> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(members)) {
    if (name.endsWith("/")) zip.addEmptyDirectory(name);
    else zip.addBuffer(Buffer.from(content), name, { compress });
  }
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
  return inputFile(path);
}

export async function tablesOf(reader: TableReader, file: InputFile): Promise<SeenTable[]> {
  const tables: SeenTable[] = [];
  for await (const table of reader.tables(file, {})) {
    const rows: SeenTable["rows"] = [];
    for await (const batch of table.rows) {
      for (const { position, cells } of batch) rows.push({ row: position.row, cells });
    }
    tables.push({ name: table.name, hidden: table.hidden ?? false, rows });
  }
  return tables;
}

export async function itemsOf(reader: ItemReader, file: InputFile): Promise<LoadItem[]> {
  const items: LoadItem[] = [];
  for await (const batch of reader.items(file, {})) items.push(...batch);
  return items;
}

/** The UserError that reading ends with; anything else that happens fails the test. */
export async function refusalOf(reading: () => Promise<unknown>): Promise<UserError> {
  try {
    await reading();
  } catch (error) {
    if (isUserError(error)) return error;
    throw error;
  }
  throw new Error("the file was read without a word");
}
