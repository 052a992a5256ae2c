import { useQuery } from "@tanstack/react-query";
import { users } from "../../contract/users.ts";
import { call } from "../api/call.ts";

/** People who may approve a claim. */
export function useApprovers(asked: boolean) {
  return useQuery({
    queryKey: ["users", "approvers"],
    queryFn: ({ signal }) => call(users.approvers, { signal }),
    enabled: asked,
  });
}
