import type { TransferColumns } from "../columns/columns.ts";
import { HOUR } from "../time/instant.ts";
import { kindsByIndex, stopInColumns } from "../tracing/stops.ts";
import { type PathOptions, shortestPaths, timeRespectingPaths } from "./paths.ts";
import { NO_TRAITS, type OperatedTogether, sharedTraits } from "./shared-traits.ts";
import { strongestPaths } from "./strongest.ts";
import { type DescribedWays, describeWays } from "./ways.ts";

/** A question for paths, in words that cross to a thread. */
export interface PathQuestion {
  readonly from: string;
  readonly to: string;
  readonly kind: "shortest" | "time-respecting" | "strongest";
  readonly largestGapHours: number;
  readonly maximumLength: number;
  /** Accounts where the account list alone ends a trace. */
  readonly listed: readonly { readonly number: string; readonly kind: string }[];
  /** Devices of session logs that operated several accounts; read for ways of any direction. */
  readonly operated: readonly OperatedTogether[];
}

export interface FoundPaths extends DescribedWays {
  readonly more: boolean;
}

const MOST_PATHS = 50;

/** Ways over the columns; nothing where an end is unknown. */
export function searchPaths(columns: TransferColumns, question: PathQuestion): FoundPaths {
  const from = columns.accounts.indexOf(question.from);
  const to = columns.accounts.indexOf(question.to);
  if (from === undefined || to === undefined) return { ways: [], total: [], more: false };
  const options: PathOptions = {
    maximumLength: question.maximumLength,
    mostPaths: MOST_PATHS,
    isStop: stopsAt(columns, question.listed),
  };
  const timely = question.kind !== "shortest";
  const inTime = question.kind === "strongest" ? strongestPaths : timeRespectingPaths;
  const traits = timely ? NO_TRAITS : sharedTraits(columns, question.operated);
  const found = timely
    ? inTime(columns, from, to, question.largestGapHours * HOUR, options)
    : shortestPaths(columns, from, to, options, traits);
  return { ...describeWays(columns, found.paths, timely, traits), more: found.more };
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
