import type { TransferColumns } from "../columns/columns.ts";
import { HOUR } from "../time/instant.ts";
import { kindsByIndex, stopInColumns } from "../tracing/stops.ts";
import { type PathOptions, shortestPaths, timeRespectingPaths } from "./paths.ts";

/** A question for paths, in words that cross to a thread. */
export interface PathQuestion {
  readonly from: string;
  readonly to: string;
  readonly kind: "shortest" | "time-respecting";
  readonly largestGapHours: number;
  readonly maximumLength: number;
  /** Accounts where the account list alone ends a trace. */
  readonly listed: readonly { readonly number: string; readonly kind: string }[];
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
    isStop: stopsAt(columns, question.listed),
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

/** The rule of tracing, asked once an account. */
function stopsAt(
  columns: TransferColumns,
  listed: PathQuestion["listed"],
): (account: number) => boolean {
  const kinds = kindsByIndex(columns, listed);
  const known = new Map<number, boolean>();
  return (account) => {
    const before = known.get(account);
    if (before !== undefined) return before;
    const stop = stopInColumns(columns, account, kinds.get(account) ?? null) !== null;
    known.set(account, stop);
    return stop;
  };
}
