import {
  keepPreviousData,
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import type { z } from "zod";
import { outgoing } from "../../contract/outgoing.ts";
import { call } from "../api/call.ts";

/** Outgoing letters; they are entries of the register, so a change there shows here. */

type Filter = Omit<z.input<typeof outgoing.list.query>, "after" | "limit">;

export function useLetters(filter: Filter) {
  return useInfiniteQuery({
    queryKey: ["measures", "letters", filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call(outgoing.list, {
        query: { ...filter, ...(pageParam === undefined ? {} : { after: pageParam }) },
        signal,
      }),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/** Papers follow the data of drafts, and letters among them are entered in the register. */
export function showPapersMade(client: QueryClient): Promise<unknown> {
  return Promise.all(
    [["cases"], ["measures"], ["reports"]].map((queryKey) =>
      client.invalidateQueries({ queryKey }),
    ),
  );
}

export function useLetterAnswered(id: string, version: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (answer: { day: string; note: string | null; file: string | null }) =>
      call(outgoing.answered, { params: { id }, body: { version, ...answer } }),
    onSuccess: () =>
      Promise.all(
        [["measures"], ["reports"], ["summary"]].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      ),
  });
}
