import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readItems, recogniseFile } from "../../server/loading/reading/read-file.ts";
import type { InputFile, ReadOptions, Recognised } from "../../server/loading/record/input-file.ts";
import type {
  LoadItem,
  RefusedItem,
  SkippedItem,
  TransferItem,
} from "../../server/loading/record/load-item.ts";

/** Writes a file, lets `use` have it, and removes it. */
export async function withFile<Result>(
  content: string | Buffer,
  use: (file: InputFile) => Promise<Result>,
  name = "answer.csv",
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "reading-"));
  try {
    const path = join(folder, "file");
    await writeFile(path, content);
    return await use({ name, path, bytes: Buffer.byteLength(content) });
  } finally {
    await rm(folder, { recursive: true });
  }
}

export async function itemsOf(file: InputFile, options: ReadOptions = {}): Promise<LoadItem[]> {
  const items: LoadItem[] = [];
  for await (const batch of readItems(file, options)) items.push(...batch);
  return items;
}

export interface ReadFile {
  readonly items: readonly LoadItem[];
  readonly transfers: readonly TransferItem[];
  readonly refused: readonly RefusedItem[];
  readonly skipped: readonly SkippedItem[];
}

export function readText(
  content: string | Buffer,
  options: ReadOptions = {},
  name = "answer.csv",
): Promise<ReadFile> {
  return withFile(
    content,
    async (file) => {
      const items = await itemsOf(file, options);
      return {
        items,
        transfers: items.filter((item) => item.kind === "transfer"),
        refused: items.filter((item) => item.kind === "refused"),
        skipped: items.filter((item) => item.kind === "skipped"),
      };
    },
    name,
  );
}

export function recogniseText(
  content: string | Buffer,
  options: ReadOptions = {},
): Promise<Recognised> {
  return withFile(content, (file) => recogniseFile(file, options));
}

/** Rows of cells as a delimited text. */
export function csv(rows: readonly (readonly string[])[], delimiter = ";"): string {
  const quoted = (cell: string) =>
    /["\r\n;,\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return rows.map((row) => `${row.map(quoted).join(delimiter)}\n`).join("");
}
