import type { UserError } from "../../errors/user-error.ts";
import type { LoadItem, Position } from "./load-item.ts";

/** The seam between finding files, reading them and taking them into the graph. */

/**
 * One file to load: given on the command line, dropped in the page, or unpacked from a zip, gz or
 * folder. One file = one source.
 */
export interface InputFile {
  /** As a person knows it: "answer.zip/march/kaspi.xlsx". */
  readonly name: string;
  /** Where its bytes are now. */
  readonly path: string;
  readonly bytes: number;
  /**
   * Set on what could not be unpacked: the error to show for this one while the other files are
   * loaded.
   */
  readonly problem?: UserError;
}

/**
 * What a column means; the canonical names of DESIGN's transfers.csv and the fields of the official
 * form.
 */
export type ColumnMeaning = string;

/** Column name as in the header → meaning. Saved under a name and found again by the header. */
export interface Mapping {
  readonly name: string;
  readonly columns: Readonly<Record<string, ColumnMeaning>>;
}

export type FileKind = "transfers" | "accounts" | "statements" | "reports" | "labels" | "sessions";

export interface ReadOptions {
  readonly kind?: FileKind;
  readonly mapping?: Mapping;
  /** Folder of saved mappings, looked through by the header where no mapping is given. */
  readonly mappingsDir?: string;
  /** Folder for what does not fit into memory; the system's own where none is given. */
  readonly scratch?: string;
  readonly signal?: AbortSignal;
  /** Read in a process of its own, within limits on memory and time: for a server (apart/). */
  readonly apart?: boolean;
  /** Bytes of the file read so far, for progress. */
  readonly onBytes?: (read: number) => void;
}

/** What a file was recognised as, from its first part. */
export interface Recognised {
  /** "canonical-csv", "official-form", "table", "xlsx", "1c", "camt", "mt940"… */
  readonly format: string;
  readonly kind: FileKind;
  /** "windows-1251, semicolon" and the like; null where there is nothing to say. */
  readonly dialect: string | null;
  readonly account: string | null;
  readonly columns: readonly RecognisedColumn[];
  /** Known mapping that was used, null where the columns were proposed. */
  readonly mapping: string | null;
  /** All needed meanings are there: it can be loaded without asking. */
  readonly ready: boolean;
  /** Why it is not ready, as a sentence; null where it is. */
  readonly reason: string | null;
}

export interface RecognisedColumn {
  readonly name: string;
  readonly meaning: ColumnMeaning | null;
  /** 0..1 */
  readonly quality: number;
  readonly example: string;
}

/** A row of a table as it stood in the file. */
export interface RawRow {
  readonly position: Position;
  readonly cells: readonly string[];
  readonly raw: string;
  /**
   * The reader could not make sense of the row ("row-too-long", "binary-rubbish"): it is refused as
   * it stands.
   */
  readonly broken?: string;
  /** Bytes that stand for no letter in the file's encoding were replaced. */
  readonly damaged?: boolean;
  /** The file ends with this row and without a line end: more of it may have been cut off. */
  readonly unended?: boolean;
  /** The sender hid this row: read like the others, and said. */
  readonly hidden?: boolean;
}

/** A sheet, an HTML table, a delimited file. */
export interface RawTable {
  readonly name: string | null;
  /** How it is written, for a person: "windows-1251, semicolon". */
  readonly dialect?: string;
  /** A sheet the sender hid: read like the others, and said. */
  readonly hidden?: boolean;
  /** Why the table must not be loaded before a person has named its columns. */
  readonly doubt?: string;
  readonly rows: AsyncIterable<readonly RawRow[]>;
}

/** A format whose rows are cells; columns/ and tables/ find what they mean. */
export interface TableReader {
  readonly format: string;
  /** Judges by content only. `head` is the file's first 64 KiB. */
  recognises(head: Buffer): boolean;
  tables(file: InputFile, options: ReadOptions): AsyncIterable<RawTable>;
}

/** A format whose fields have a fixed meaning (1C, camt, MT940). */
export interface ItemReader {
  readonly format: string;
  /** Whose statement it is, where the reader knows before any row is asked for. */
  readonly account?: string | null;
  recognises(head: Buffer): boolean;
  items(file: InputFile, options: ReadOptions): AsyncIterable<readonly LoadItem[]>;
}

/** A format of which only the whole file tells whether its fields have a fixed meaning (PDF). */
export interface ChoosingReader {
  readonly format: string;
  recognises(head: Buffer): boolean;
  choose(file: InputFile, options: ReadOptions): Promise<ItemReader | TableReader>;
}
