import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { exploring } from "../../contract/exploring.ts";
import { type Watch, watching } from "../../contract/watching.ts";
import { call } from "../api/call.ts";

/** What the person watches. */

const KEY = "watching";

export type WatchTarget = Pick<z.input<typeof watching.add.body>, "kind" | "what" | "title">;

export function useWatches() {
  return useQuery({
    queryKey: [KEY],
    queryFn: ({ signal }) => call(watching.list, { signal }),
  });
}

/** Whether something is watched, and the way to change that; `watch` is undefined until known. */
export function useWatch({ kind, what, title }: WatchTarget) {
  const query = useWatches();
  const watch = query.data?.watches.find((one) => one.kind === kind && one.what === what);
  const change = useWatchChange(async (found: Watch | undefined) => {
    if (found === undefined)
      await call(watching.add, { body: { kind, what, title: title ?? null } });
    else await call(watching.remove, { params: { id: found.id } });
  });
  return { known: query.data !== undefined, watch, change };
}

export function useRemoveWatch() {
  return useWatchChange((id: string) => call(watching.remove, { params: { id } }));
}

export function useWatchSeen() {
  return useWatchChange((id: string) => call(watching.seen, { params: { id } }));
}

/** What a search finds, for a page of it. */
export function useFound(text: string) {
  return useQuery({
    queryKey: ["search", "page", text],
    queryFn: ({ signal }) => call(exploring.search, { body: { q: text, limit: 50 }, signal }),
    enabled: text.length >= 2,
  });
}

function useWatchChange<Input>(work: (input: Input) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: work,
    onSettled: () =>
      Promise.all(
        [[KEY], ["reports", "news"]].map((queryKey) => client.invalidateQueries({ queryKey })),
      ),
  });
}
