import { useEffect, useRef } from "react";
import { detection } from "../../contract/detection.ts";
import { useStartRun } from "./clusters.ts";
import { useJobs } from "./jobs.ts";
import { keptSetting } from "./kept-setting.ts";
import { loadResult } from "./load-result.ts";
import { useMay } from "./permissions.ts";
import { useSession } from "./session.ts";

const setting = keptSetting("dg.searchAfterLoad");
export const useSearchesAfterLoad = setting.use;
export const setSearchesAfterLoad = setting.set;

/**
 * If a person asked for it: once the last of his files is loaded, the search starts by itself.
 * Files that brought nothing new start none.
 */
export function useSearchAfterLoad(): void {
  const wanted = setting.use();
  const may = useMay(detection.startRun);
  const { person } = useSession();
  const { jobs } = useJobs();
  const { mutate } = useStartRun();
  /** Loads of this person that were seen running here. */
  const seen = useRef(new Set<string>());
  useEffect(() => {
    const own = jobs.filter((job) => job.kind === "load" && job.startedBy === person?.login);
    for (const job of own) if (job.state === "running") seen.current.add(job.id);
    if (own.some((job) => job.state === "running")) return;
    const ended = own.filter((job) => seen.current.has(job.id));
    seen.current.clear();
    const fresh = ended.some((job) => (loadResult(job.result)?.loaded ?? 0) > 0);
    const searching = jobs.some((job) => job.kind === "detect" && job.state === "running");
    if (wanted && may && fresh && !searching) mutate();
  }, [wanted, may, person, jobs, mutate]);
}
