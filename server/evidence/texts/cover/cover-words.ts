import type { FileKind } from "../../cover/file-kinds.ts";

/** The papers about a whole package in one language: templates as in docs/papers.md. */
export interface CoverWords {
  readonly inventoryTitle: string;
  readonly inventory: string;
  readonly letterTitle: string;
  readonly letter: string;
  /** Under the heading of both papers of a disclosure copy. */
  readonly disclosure: string;
  readonly blanks: Readonly<Record<string, string>>;
  /** What each file is, for the inventory. */
  readonly kinds: Readonly<Record<FileKind, string>>;
}
