import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { detection } from "../../../../contract/detection.ts";
import { exploring } from "../../../../contract/exploring.ts";
import { tracing } from "../../../../contract/tracing.ts";
import { call } from "../../../api/call.ts";
import type { Method, Origin } from "../../../data/trace-address.ts";

const KEPT = 300_000;

export interface Beginnings {
  readonly reports: readonly string[];
  readonly transfers: readonly string[];
  readonly victims: readonly string[];
  readonly case: string | null;
  /**
   * The reason for these: an account without reports of its own is traced through its cluster's, or
   * from what possible victims paid it.
   */
  readonly kind: "asked" | "cluster" | "payers" | "none";
}

/** Most of what possible victims paid one account that is traced at once. */
const MOST = 500;

async function findBeginnings(origin: Origin): Promise<Beginnings> {
  const asked = {
    reports: origin.reports,
    transfers: origin.transfers,
    victims: origin.victims,
    case: origin.case,
  };
  const count = origin.reports.length + origin.transfers.length + origin.victims.length;
  if (count > 0 || origin.case !== null) return { ...asked, kind: "asked" };
  const nothing = { reports: [], transfers: [], victims: [], case: null };
  if (origin.cluster !== null) {
    const cluster = await call(detection.cluster, { params: { id: origin.cluster } });
    if (cluster.reports.length > 0)
      return { ...nothing, reports: cluster.reports, kind: "cluster" };
  }
  if (origin.through === null) return { ...nothing, kind: "none" };
  const [card, incoming] = await Promise.all([
    call(exploring.account, { params: { number: origin.through } }),
    call(exploring.transfers, {
      body: { accounts: [origin.through], scope: "in", order: "amount-down", limit: 5_000 },
    }),
  ]);
  const payers = new Set(
    card.senders.filter((sender) => sender.role === "victim").map((sender) => sender.account),
  );
  const paid = incoming.transfers.filter((row) => payers.size === 0 || payers.has(row.from));
  if (paid.length === 0) return { ...nothing, kind: "none" };
  return { ...nothing, transfers: paid.slice(0, MOST).map((row) => row.id), kind: "payers" };
}

export function useBeginnings(origin: Origin) {
  return useQuery({
    queryKey: [
      "trace",
      "beginnings",
      origin.reports,
      origin.transfers,
      origin.victims,
      origin.case,
      origin.cluster,
      origin.through,
    ],
    queryFn: () => findBeginnings(origin),
    staleTime: KEPT,
  });
}

/**
 * The trace under one rule, with the range over all rules. `keep` answers the trace before while a
 * new one is awaited, marked as a placeholder: for the page around it, never for figures.
 */
export function useTrace(
  beginnings: Beginnings | undefined,
  method: Method | null,
  letGo: readonly string[],
  keep = false,
) {
  const enabled = beginnings !== undefined && beginnings.kind !== "none" && method !== null;
  return useQuery({
    queryKey: ["trace", beginnings, method, letGo],
    queryFn: ({ signal }) =>
      call(tracing.trace, {
        body: {
          reports: [...(beginnings?.reports ?? [])],
          transfers: [...(beginnings?.transfers ?? [])],
          victims: [...(beginnings?.victims ?? [])],
          ...(beginnings?.case ? { case: beginnings.case } : {}),
          method: method ?? "fifo",
          range: true,
          letGo: [...letGo],
        },
        signal,
      }),
    enabled,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
    staleTime: KEPT,
  });
}
