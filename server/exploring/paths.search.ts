import type { TransferColumns } from "../columns/columns.ts";
import { EXIT_KINDS, HOLDER_KINDS } from "../columns/columns.ts";
import { HOUR } from "../time/instant.ts";
import { type PathOptions, shortestPaths, timeRespectingPaths } from "./paths.ts";
import { stopOf } from "./stops.ts";

/** A question for paths, in words that cross to a thread. */
export interface PathQuestion {
  readonly from: string;
  readonly to: string;
  readonly kind: "shortest" | "time-respecting";
  readonly largestGapHours: number;
  readonly maximumLength: number;
}

export interface FoundPaths {
  readonly paths: { readonly accounts: string[]; readonly transferIds: string[] }[];
  readonly more: boolean;
}

const MOST_PATHS = 50;

/** Ways of the money over the columns; nothing where an end is unknown. */
export function searchPaths(columns: TransferColumns, question: PathQuestion): FoundPaths {
  const from = columns.accounts.indexOf(question.from);
  const to = columns.accounts.indexOf(question.to);
  if (from === undefined || to === undefined) return { paths: [], more: false };
  const options: PathOptions = {
    maximumLength: question.maximumLength,
    mostPaths: MOST_PATHS,
    isStop: (account) => stops(columns, account),
  };
  const found =
    question.kind === "shortest"
      ? shortestPaths(columns, from, to, options)
      : timeRespectingPaths(columns, from, to, question.largestGapHours * HOUR, options);
  return {
    paths: found.paths.map((path) => ({
      accounts: path.accounts.map((account) => columns.accounts.numbers[account] ?? ""),
      transferIds: path.rows.map((row) => columns.idOf(row)),
    })),
    more: found.more,
  };
}

/** The same rule as on the stage (stops.ts), from the columns. */
function stops(columns: TransferColumns, account: number): boolean {
  const kind = columns.accounts.exitKind[account] ?? 0;
  const degree = (index: TransferColumns["outgoing"]) =>
    (index.offsets[account + 1] ?? 0) - (index.offsets[account] ?? 0);
  const stop = stopOf({
    exitKind: kind === 0 ? null : (EXIT_KINDS[kind - 1] ?? null),
    holderKind: HOLDER_KINDS[columns.accounts.holderKind[account] ?? 0] ?? "unknown",
    sentCount: degree(columns.outgoing),
    receivedCount: degree(columns.incoming),
  });
  return stop !== null;
}
