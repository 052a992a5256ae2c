import { type DetectionRun, detection } from "../../contract/detection.ts";
import { useRuns, useStartRun } from "./clusters.ts";
import { useJobs } from "./jobs.ts";
import { useOverview } from "./overview.ts";
import { useMay } from "./permissions.ts";

type Job = ReturnType<typeof useJobs>["jobs"][number];

/**
 * The state of the search for droppers. Nothing is loaded, nothing was ever searched, it is on its
 * way, ended in a fault, is older than the newest files, or done with or without a cluster.
 */
export type SearchState =
  | { readonly kind: "loading" }
  | { readonly kind: "empty" }
  | { readonly kind: "never"; readonly transfers: number }
  | { readonly kind: "running"; readonly job: Job }
  | { readonly kind: "failed"; readonly error: NonNullable<Job["error"]> }
  | { readonly kind: "outdated" | "found" | "none"; readonly run: DetectionRun };

/** The newest search and what to do next, the same words on every page that offers it. */
export function useSearch(): {
  readonly state: SearchState;
  readonly may: boolean;
  readonly start: ReturnType<typeof useStartRun>;
} {
  const overview = useOverview();
  const runs = useRuns();
  const { jobs } = useJobs();
  const may = useMay(detection.startRun);
  const start = useStartRun();
  return { state: stateOf(), may, start };

  function stateOf(): SearchState {
    const searches = jobs.filter((job) => job.kind === "detect");
    const job = searches.find((one) => one.state === "running");
    if (job) return { kind: "running", job };
    if (!overview.data || !runs.data) return { kind: "loading" };
    const [run] = runs.data.runs;
    const [last] = [...searches].sort((a, b) => b.startedAt - a.startedAt);
    if (last?.error && last.startedAt >= (run?.startedAt ?? 0))
      return { kind: "failed", error: last.error };
    if (!run) {
      const { transfers } = overview.data;
      return transfers === 0 ? { kind: "empty" } : { kind: "never", transfers };
    }
    if (overview.data.sources.some((source) => source.loadedAt > run.startedAt))
      return { kind: "outdated", run };
    return { kind: run.clusters === 0 ? "none" : "found", run };
  }
}
