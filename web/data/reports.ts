import { useQuery } from "@tanstack/react-query";
import { exploring } from "../../contract/exploring.ts";
import { call } from "../api/call.ts";

/** Most reports that are listed; older ones are found by their number. */
const LISTED = 500;

/** The newest crime reports with what was stolen, and how many there are. */
export function useReports() {
  return useQuery({
    queryKey: ["explore", "reports"],
    queryFn: ({ signal }) => call(exploring.reports, { query: { limit: LISTED }, signal }),
    staleTime: 60_000,
  });
}

/** Reports by the beginning of their number, also those beyond the list. */
export function useReportSearch(typed: string) {
  const wanted = typed.trim();
  return useQuery({
    queryKey: ["search", "reports", wanted],
    queryFn: async ({ signal }) => {
      const { hits } = await call(exploring.search, { body: { q: wanted, limit: 20 }, signal });
      return hits.filter((hit) => hit.kind === "report");
    },
    enabled: wanted.length >= 2,
  });
}
