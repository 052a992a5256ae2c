import { useQuery } from "@tanstack/react-query";
import { reports } from "../../contract/reports.ts";
import { call } from "../api/call.ts";

/** What new files say of older reports and open cases. */
export function useNews() {
  return useQuery({
    queryKey: ["reports", "news"],
    queryFn: ({ signal }) => call(reports.news, { signal }),
  });
}

/** Measures by their last day: of one case all, else those of these weeks. */
export function useDeadlines(caseId?: string) {
  return useQuery({
    queryKey: ["reports", "deadlines", caseId ?? null],
    queryFn: ({ signal }) =>
      call(reports.deadlines, { query: caseId === undefined ? {} : { case: caseId }, signal }),
  });
}
