import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { jobs } from "../../contract/jobs.ts";
import { call } from "../api/call.ts";

/**
 * Work inside the server, asked for every second while something runs and every ten seconds
 * otherwise.
 */
export function useJobs() {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: ["jobs"],
    queryFn: ({ signal }) => call(jobs.list, { signal }),
    refetchInterval: (state) =>
      state.state.data?.jobs.some((job) => job.state === "running") ? 1_000 : 10_000,
    staleTime: 0,
  });
  const list = query.data?.jobs ?? [];
  const running = list.filter((job) => job.state === "running").length;
  /** The newest end of a job; a short job may never have been seen running. */
  const ended = query.data && Math.max(0, ...list.map((job) => job.finishedAt ?? 0));
  const before = useRef(ended);
  useEffect(() => {
    if (ended === undefined) return;
    if (before.current !== undefined && ended > before.current)
      void client.invalidateQueries({
        predicate: (other) => other.queryKey[0] !== "jobs" && other.queryKey[0] !== "session",
      });
    before.current = ended;
  }, [ended, client]);
  return { jobs: list, running };
}

export function useCancelJob() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call(jobs.cancel, { params: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["jobs"] }),
  });
}
