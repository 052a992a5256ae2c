import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { z } from "zod";
import { manySteps, type StepResult } from "../../contract/many-steps.ts";
import { call } from "../api/call.ts";

/** What each claim of the case lacks before such a step. */
export function useBeforeSteps(id: string, asked: boolean) {
  return useQuery({
    queryKey: ["cases", id, "claims", "before"],
    queryFn: ({ signal }) => call(manySteps.before, { params: { id }, signal }),
    enabled: asked,
  });
}

/** So many claims go in one request: the page says how far it has come. */
const AT_ONCE = 4;

/** The same step of many claims, some at a time; what each answers stays on the page. */
export function useTakeManySteps(id: string) {
  const client = useQueryClient();
  const [results, setResults] = useState<readonly StepResult[]>([]);
  const take = useMutation({
    mutationFn: async ({ status, claims }: z.input<typeof manySteps.take.body>) => {
      setResults([]);
      for (let from = 0; from < claims.length; from += AT_ONCE) {
        const body = { status, claims: claims.slice(from, from + AT_ONCE) };
        const part = await call(manySteps.take, { params: { id }, body });
        setResults((before) => [...before, ...part.results]);
      }
    },
    onSettled: () =>
      Promise.all(
        [["cases"], ["overview"], ["measures"]].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      ),
  });
  return { take, results };
}
