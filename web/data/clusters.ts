import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { detection } from "../../contract/detection.ts";
import { call } from "../api/call.ts";
import { openCluster } from "./cluster-graph.ts";

export function useRuns() {
  return useQuery({
    queryKey: ["detection", "runs"],
    queryFn: ({ signal }) => call(detection.runs, { signal }),
  });
}

export function useClusters(run: string | null, all: boolean) {
  return useQuery({
    queryKey: ["detection", "clusters", run, all],
    queryFn: ({ signal }) =>
      call(detection.clusters, {
        query: { ...(run ? { run } : {}), all: all ? "true" : "false", limit: 1_000 },
        signal,
      }),
  });
}

/** Statements to ask for next, of the shown run. */
export function useRequests(run: string | null) {
  return useQuery({
    queryKey: ["detection", "requests", run],
    queryFn: ({ signal }) => call(detection.requests, { query: run ? { run } : {}, signal }),
  });
}

export function useCluster(id: string | null) {
  return useQuery({
    queryKey: ["detection", "cluster", id],
    queryFn: ({ signal }) => call(detection.cluster, { params: { id: id ?? "" }, signal }),
    enabled: id !== null,
  });
}

/**
 * The graph that Explore opens a cluster with, for its small picture: its accounts and the exits;
 * the rest only counted.
 */
export function useClusterGraph(id: string | null) {
  return useQuery({
    queryKey: ["detection", "cluster-graph", id],
    queryFn: () => openCluster(id ?? ""),
    enabled: id !== null,
    staleTime: 300_000,
  });
}

export function useComparison(run: string | null, other: string | null) {
  return useQuery({
    queryKey: ["detection", "compare", run, other],
    queryFn: ({ signal }) =>
      call(detection.compareRuns, { params: { id: run ?? "", other: other ?? "" }, signal }),
    enabled: run !== null && other !== null,
  });
}

export function useDecide() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: z.input<typeof detection.decide.body>) => call(detection.decide, { body }),
    // Also after a refusal: somebody else may have decided meanwhile.
    onSettled: () => client.invalidateQueries({ queryKey: ["detection"] }),
  });
}

export function useStartRun() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call(detection.startRun, { body: {} }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["jobs"] }),
  });
}
