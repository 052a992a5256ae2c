import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { finished } from "node:stream/promises";
import type { RefusedItem } from "../items.ts";

/**
 * Columns added to the source's own; the readers leave columns of this prefix out when the mended
 * file is loaded.
 */
const REASONS = [
  "refused_file",
  "refused_row",
  "refused_column",
  "refused_value",
  "refused_reason",
  "refused_remedy",
];

export interface RefusedFile {
  add(item: RefusedItem): Promise<void>;
  /** Path of the file, null where nothing was refused. */
  close(): Promise<string | null>;
}

/**
 * The refused rows of one source in its own layout, each with what to mend; created with the first
 * row.
 */
export function refusedFile(
  path: string,
  fileName: string,
  header: readonly string[],
  begun = false,
): RefusedFile {
  const open = (flags: "a" | "w") =>
    // A full disk is told by close().
    createWriteStream(path, { flags, mode: 0o600 }).on("error", () => {});
  let file: WriteStream | undefined = begun ? open("a") : undefined;
  return {
    add: async (item) => {
      if (file === undefined) {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        file = open("w");
        file.write(line([...header, ...REASONS]));
      }
      const cells = header.map((_, at) => item.cells[at] ?? "");
      const reasons = [
        item.position.member === undefined ? fileName : `${fileName}!${item.position.member}`,
        item.position.sheet === undefined
          ? String(item.position.row)
          : `${item.position.sheet}!${item.position.row}`,
        item.column,
        item.value,
        `${item.code}: ${item.reason}`,
        item.remedy,
      ];
      if (!file.write(line([...(header.length > 0 ? cells : item.cells), ...reasons])))
        await once(file, "drain");
    },
    close: async () => {
      if (file === undefined) return null;
      if (!file.writableEnded) {
        file.end();
        await finished(file);
      }
      return path;
    },
  };
}

function line(cells: readonly string[]): string {
  return `${cells.map(cell).join(",")}\n`;
}

function cell(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
