import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { loading, type Provenance } from "../../../contract/loading.ts";
import { call } from "../../api/call.ts";
import { useMay } from "../../data/permissions.ts";

export function useSources() {
  return useQuery({
    queryKey: ["loading", "sources"],
    queryFn: ({ signal }) => call(loading.sources, { signal }),
  });
}

/** Asked once each time the page is opened: what the queue takes up then is its own. */
export function useWaitingUploads() {
  return useQuery({
    queryKey: ["loading", "uploads"],
    queryFn: ({ signal }) => call(loading.waiting, { signal }),
    enabled: useMay(loading.waiting),
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

export function useGrid() {
  return useQuery({
    queryKey: ["loading", "grid"],
    queryFn: ({ signal }) => call(loading.grid, { signal }),
  });
}

export function usePairs(state: "suggested" | "accepted" | "rejected") {
  return useQuery({
    queryKey: ["loading", "pairs", state],
    queryFn: ({ signal }) => call(loading.pairs, { query: { state }, signal }),
  });
}

/** A withdrawn file and a decided pair change everything that shows transfers. */
function useChange<Input, Output>(work: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: work,
    onSuccess: () =>
      client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== "session" }),
    // Somebody else may have decided it meanwhile.
    onError: () => void client.invalidateQueries({ queryKey: ["loading", "pairs"] }),
  });
}

export function useWithdraw() {
  return useChange(({ id, reason }: { id: string; reason: string }) =>
    call(loading.withdraw, { params: { id }, body: { reason } }),
  );
}

export function useDescribe() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: { id: string; version: number } & Provenance) =>
      call(loading.describe, { params: { id }, body }),
    // Also after a refusal: somebody else may have described it meanwhile.
    onSettled: () => client.invalidateQueries({ queryKey: ["loading", "sources"] }),
  });
}

export function useDecidePair() {
  return useChange(({ id, ...body }: { id: string } & z.input<typeof loading.decidePair.body>) =>
    call(loading.decidePair, { params: { id }, body }),
  );
}
