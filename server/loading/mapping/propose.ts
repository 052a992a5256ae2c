import type { FileKind, RecognisedColumn } from "../reading.ts";
import { MEANINGS } from "./meanings.ts";

/** Columns that a file of each kind cannot do without. */
const NEEDED: Readonly<Record<FileKind, readonly string[]>> = {
  transfers: ["booked_at", "amount"],
  accounts: ["account"],
  reports: ["report_id"],
  labels: ["account", "label"],
};

export interface Proposal {
  readonly kind: FileKind;
  readonly columns: readonly RecognisedColumn[];
  /** Null where everything needed is there. */
  readonly missing: string | null;
}

/** Finds what the columns mean from their names; the kind is the one that knows most of them. */
export function proposeMeanings(header: readonly string[], examples: readonly string[], kind?: FileKind): Proposal {
  const kinds = kind ? [kind] : (Object.keys(MEANINGS) as FileKind[]);
  const known = (of: FileKind) => header.filter((name) => (MEANINGS[of] as readonly string[]).includes(plain(name)));
  const best = kinds.reduce((left, right) => (known(right).length > known(left).length ? right : left));
  const meanings = MEANINGS[best] as readonly string[];
  const columns = header.map((name, index) => {
    const meaning = meanings.includes(plain(name)) ? plain(name) : null;
    return { name, meaning, quality: meaning === null ? 0 : 1, example: examples[index] ?? "" };
  });
  const lacking = NEEDED[best].filter((meaning) => !columns.some((column) => column.meaning === meaning));
  return {
    kind: best,
    columns,
    missing: lacking.length === 0 ? null : `No column gives ${lacking.join(" or ")}.`,
  };
}

function plain(name: string): string {
  return name.trim().toLowerCase();
}
