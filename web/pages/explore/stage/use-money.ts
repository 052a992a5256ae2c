import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import {
  exploring,
  type GraphEdge,
  type MoneyText,
  type TransferRow,
} from "../../../../contract/exploring.ts";
import { startOfDay } from "../../../../contract/format/dates.ts";
import { sumByCurrency } from "../../../../contract/sums.ts";
import { call } from "../../../api/call.ts";
import { bigEnough, bundle, type Filter, filterBody, inTime } from "./bundle.ts";

const PAGE = 5_000;
/**
 * Up to here the page holds every transfer of the picture itself and answers each filter at once;
 * beyond, the server does.
 */
const HELD = 20_000;

interface Held {
  readonly total: number;
  readonly rows: readonly TransferRow[];
}

async function loadAll(accounts: readonly string[], signal: AbortSignal): Promise<Held> {
  const rows: TransferRow[] = [];
  for (;;) {
    const page = await call(exploring.transfers, {
      body: {
        accounts: [...accounts],
        scope: "within",
        order: "time",
        offset: rows.length,
        limit: PAGE,
      },
      signal,
    });
    rows.push(...page.transfers);
    if (page.total > HELD || rows.length >= page.total || page.transfers.length === 0)
      return { total: page.total, rows };
  }
}

/** A day's money as the histogram takes it. */
export type RhythmRow = Pick<TransferRow, "bookedAt" | "amount" | "currency" | "from" | "to">;

const NOON = 12 * 3_600_000;

/** Days from the server, for pictures too large to hold: the part of the selected account apart. */
function useDays(
  accounts: readonly string[],
  of: string | undefined,
  minimum: string | null,
  enabled: boolean,
) {
  return useQuery({
    queryKey: ["explore", "days", accounts, of, minimum],
    queryFn: async ({ signal }): Promise<readonly RhythmRow[]> => {
      const body = {
        accounts: [...accounts],
        ...(of ? { of } : {}),
        ...(minimum ? { minimumAmount: minimum } : {}),
      };
      const { days } = await call(exploring.histogram, { body, signal });
      return days.flatMap(({ day, currency, amount, own }) => {
        const bookedAt = (startOfDay(day) ?? 0) + NOON;
        const rest = (BigInt(amount) - BigInt(own)).toString();
        return [
          { bookedAt, currency, amount: rest, from: "", to: "" },
          ...(own === "0" || of === undefined
            ? []
            : [{ bookedAt, currency, amount: own, from: of, to: "" }]),
        ];
      });
    },
    enabled: enabled && accounts.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 300_000,
  });
}

export interface StageMoney {
  /**
   * Transfers of the picture in the filter, oldest first; the newest 5,000 where the server
   * filters.
   */
  readonly rows: readonly TransferRow[];
  readonly edges: readonly GraphEdge[];
  readonly total: number;
  readonly sums: readonly MoneyText[];
  /** Transfers of the picture before any filter. */
  readonly whole: number;
  readonly belowMinimum: number;
  readonly outsideTime: number;
  /** Every row of the picture is here, whatever the filter. */
  readonly complete: boolean;
  /** For scales and colours; of the picture before while `known` is false. */
  readonly held: readonly TransferRow[];
  /**
   * Money over time for the histogram, in which the time is chosen: every other filter holds. null =
   * not known yet.
   */
  readonly rhythm: readonly RhythmRow[] | null;
  /**
   * The figures are of these accounts under this filter. False = awaited, or not to be had (see
   * `error`): rows and sums are empty then, and `edges` are only something to draw meanwhile.
   */
  readonly known: boolean;
  readonly error: unknown;
}

const UNKNOWN = {
  rows: [],
  total: 0,
  sums: [],
  whole: 0,
  belowMinimum: 0,
  outsideTime: 0,
} as const;

const NO_ROWS: readonly TransferRow[] = [];

/** Of a picture without accounts. */
const NOTHING: StageMoney = {
  ...UNKNOWN,
  edges: [],
  complete: true,
  held: NO_ROWS,
  rhythm: NO_ROWS,
  known: true,
  error: null,
};

/**
 * The money among the accounts of the picture under the filter: rows, relations and sums always
 * from one source.
 */
export function useMoney(
  accounts: readonly string[],
  filter: Filter,
  selected: string | undefined,
): StageMoney {
  const key = useMemo(() => [...accounts].sort(), [accounts]);
  const held = useQuery({
    queryKey: ["explore", "transfers", key],
    queryFn: ({ signal }) => loadAll(key, signal),
    enabled: key.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 300_000,
  });
  const arrived = held.data !== undefined && !held.isPlaceholderData;
  const complete = arrived && held.data.total <= HELD;
  const onServer = useQuery({
    queryKey: ["explore", "filtered", key, filter],
    queryFn: async ({ signal }) => {
      const [graph, page] = await Promise.all([
        call(exploring.graph, {
          body: { accounts: key, limit: key.length, ...filterBody(filter) },
          signal,
        }),
        call(exploring.transfers, {
          body: {
            accounts: key,
            scope: "within",
            order: "time-down",
            limit: PAGE,
            ...filterBody(filter),
          },
          signal,
        }),
      ]);
      return { graph, page };
    },
    enabled: arrived && !complete,
    placeholderData: keepPreviousData,
    staleTime: 300_000,
  });
  const all = held.data?.rows ?? NO_ROWS;
  const days = useDays(key, selected, filter.minimum, arrived && !complete);
  const local = useMemo(() => {
    const timely = all.filter((row) => inTime(row, filter));
    const rows = timely.filter((row) => bigEnough(row, filter));
    return {
      rows,
      rhythm: all.filter((row) => bigEnough(row, filter)),
      edges: bundle(rows),
      total: rows.length,
      sums: sumByCurrency(rows),
      belowMinimum: timely.length - rows.length,
      outsideTime: all.length - timely.length,
    };
  }, [all, filter]);
  const whole = held.data?.total ?? 0;
  if (key.length === 0) return NOTHING;
  if (complete) return { ...local, whole, complete, held: all, known: true, error: null };
  const rhythm = arrived && !days.isPlaceholderData ? (days.data ?? null) : null;
  const error = held.error ?? onServer.error ?? days.error;
  if (!arrived || !onServer.data || onServer.isPlaceholderData) {
    const edges = onServer.data?.graph.edges ?? local.edges;
    return { ...UNKNOWN, edges, complete, held: all, rhythm, known: false, error };
  }
  const { graph, page } = onServer.data;
  const below = graph.shown.leftOut.find((cut) => cut.reason === "minimum-amount")?.count ?? 0;
  return {
    rows: [...page.transfers].reverse(),
    edges: graph.edges,
    total: page.total,
    sums: page.sums,
    whole,
    belowMinimum: below,
    outsideTime: Math.max(0, whole - page.total - below),
    complete,
    held: all,
    rhythm,
    known: true,
    error,
  };
}

/** Everything the database has of some accounts in the filter, newest first. */
export function useWholeTransfers(accounts: readonly string[], filter: Filter, enabled: boolean) {
  return useQuery({
    queryKey: ["explore", "around", accounts, filter],
    queryFn: ({ signal }) =>
      call(exploring.transfers, {
        body: {
          accounts: [...accounts],
          scope: "around",
          order: "time-down",
          limit: PAGE,
          ...filterBody(filter),
        },
        signal,
      }),
    enabled: enabled && accounts.length > 0,
  });
}

export function useNamedTransfers(ids: readonly string[]) {
  return useQuery({
    queryKey: ["explore", "named", ids],
    queryFn: ({ signal }) => call(exploring.transfers, { body: { ids: [...ids] }, signal }),
    enabled: ids.length > 0,
    staleTime: 300_000,
  });
}

export function useNextHop(transferId: string | null, hours: number, share: number) {
  return useQuery({
    queryKey: ["explore", "next", transferId, hours, share],
    queryFn: ({ signal }) =>
      call(exploring.nextHop, {
        body: { transferId: transferId ?? "", hours, minimumShare: share / 100 },
        signal,
      }),
    enabled: transferId !== null,
    staleTime: 300_000,
  });
}
