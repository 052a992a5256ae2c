import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { papers } from "../../contract/papers.ts";
import { addressOf, call } from "../api/call.ts";
import { download } from "../api/download.ts";
import { showPapersMade } from "./letters.ts";

/** What one step for all droppers of a case would do; nothing is written. */
export function useBulkPlan(id: string, body: z.input<typeof papers.bulkPlan.body>) {
  return useQuery({
    queryKey: ["cases", id, "bulk", body],
    queryFn: ({ signal }) => call(papers.bulkPlan, { params: { id }, body, signal }),
  });
}

/** Opens the claims and brings all their papers into the browser's downloads. */
export function useBulk(id: string) {
  const client = useQueryClient();
  return useMutation({
    onSettled: () => showPapersMade(client),
    mutationFn: (body: z.input<typeof papers.bulk.body>) =>
      download(addressOf(papers.bulk, { params: { id } }), `${id}.zip`, { method: "POST", body }),
  });
}
