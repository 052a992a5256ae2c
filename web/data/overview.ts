import { useQuery } from "@tanstack/react-query";
import { overview } from "../../contract/overview.ts";
import { call } from "../api/call.ts";

/** What open cases have to do by a day; everything that changes a case may change it. */
export function useCaseDeadlines() {
  return useQuery({
    queryKey: ["cases", "deadlines"],
    queryFn: ({ signal }) => call(overview.deadlines, { signal }),
  });
}

/** Claims that wait for approval; every step of a claim changes them. */
export function useClaimsToApprove() {
  return useQuery({
    queryKey: ["cases", "to-approve"],
    queryFn: ({ signal }) => call(overview.toApprove, { signal }),
  });
}

/** The contents of the database and its newest files. */
export function useOverview() {
  return useQuery({
    queryKey: ["overview"],
    queryFn: ({ signal }) => call(overview.today, { signal }),
  });
}
