import type { UserError } from "../errors/user-error.ts";
import { refusedFolder } from "./data-folder/folders.ts";
import type { InputFile, Recognised } from "./record/input-file.ts";
import { addCounts, type Counts, noCounts } from "./sources/row-counts.ts";
import type { WarnedKind } from "./sources/warned-rows.ts";

/** What `load --json` prints; docs/loading.md. */
export interface LoadResult extends Counts {
  readonly files: readonly LoadedFile[];
  readonly rejectedFile: string | null;
  readonly seconds: number;
}

export interface LoadedFile extends Counts {
  readonly file: string;
  readonly id: string | null;
  readonly format: string;
  readonly kind: string;
  readonly warnings: number;
  /** The same bytes were loaded before: nothing was read. */
  readonly known: boolean;
  readonly rejectedFile: string | null;
  /** Of a file that was read: its warnings kind by kind, and the file that has each. */
  readonly warned?: readonly WarnedKind[];
  readonly warnedFile?: string | null;
  /** Of a table of reports: numbers of those that it states, at most a hundred. */
  readonly reports?: readonly string[];
  /** Why the file as a whole could not be loaded; the other files were. */
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly remedy: string;
  } | null;
}

/** What one file came to, where its rows were read. */
export function loadedFile(
  input: InputFile,
  as: Recognised,
  id: string,
  outcome: Omit<LoadedFile, "file" | "id" | "format" | "kind" | "error">,
): LoadedFile {
  return { file: input.name, id, format: as.format, kind: as.kind, ...outcome, error: null };
}

export function failedFile(
  input: InputFile,
  as: Recognised | undefined,
  { code, message, remedy }: UserError,
): LoadedFile {
  return {
    file: input.name,
    id: null,
    format: as?.format ?? "unknown",
    kind: as?.kind ?? "transfers",
    ...noCounts(),
    warnings: 0,
    known: false,
    rejectedFile: null,
    error: { code, message, remedy },
  };
}

/** All files together; `seconds` = the whole load. */
export function loadResult(
  dataDir: string,
  files: readonly LoadedFile[],
  seconds: number,
): LoadResult {
  const total = noCounts();
  for (const file of files) addCounts(total, file);
  return { files, ...total, rejectedFile: rejectedFileOf(dataDir, files), seconds };
}

/** The file with the refused rows, or the folder of all where several files had some. */
function rejectedFileOf(dataDir: string, files: readonly LoadedFile[]): string | null {
  const paths = files.map((file) => file.rejectedFile).filter((path) => path !== null);
  return paths.length > 1 ? refusedFolder(dataDir) : (paths[0] ?? null);
}
