import { useQuery } from "@tanstack/react-query";
import { overview } from "../../contract/overview.ts";
import { call } from "../api/call.ts";

/** The contents of the database and its newest files. */
export function useOverview() {
  return useQuery({
    queryKey: ["overview"],
    queryFn: ({ signal }) => call(overview.today, { signal }),
  });
}
