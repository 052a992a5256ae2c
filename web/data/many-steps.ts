import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { manySteps } from "../../contract/many-steps.ts";
import { call } from "../api/call.ts";

/** The same step of many claims; what each answers stays on the page. */
export function useTakeManySteps(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: z.input<typeof manySteps.take.body>) =>
      call(manySteps.take, { params: { id }, body }),
    onSettled: () => client.invalidateQueries({ queryKey: ["cases"] }),
  });
}
