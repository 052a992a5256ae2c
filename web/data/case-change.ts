import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import type { cases } from "../../contract/cases.ts";
import type { claims } from "../../contract/claims.ts";

/** The case or claim that a write starts from, in the version that the person saw. */
export interface Seen {
  readonly caseId: string;
  /** Absent where the write starts from the case itself. */
  readonly claim?: string;
  readonly version: number;
  /**
   * A form that stays open keeps the texts it began with: what this page saved by such a form
   * counts.
   */
  readonly form?: "person" | "dossier";
}

/** Writes to cases go one after another: each starts from what the one before it has left. */
const ONE_AFTER_ANOTHER = { id: "cases" };

/**
 * A write to a case or claim. It ends when everything that shows cases has been asked for again,
 * also after a refused one: somebody else may have changed the case meanwhile. `work` gets the
 * version to send. That is the version the person saw, moved on by this page's own writes alone: a
 * click before the page is fresh, and a form that stood open meanwhile, are no change by a
 * colleague.
 */
export function useChange<Input, Output>(
  work: (input: Input, version: number) => Promise<Output>,
  seen: Seen | null = null,
) {
  const client = useQueryClient();
  return useMutation({
    scope: ONE_AFTER_ANOTHER,
    mutationFn: async (input: Input) => {
      const from = seen === null ? 0 : movedOn(client, seen);
      const output = await work(input, from);
      await shownAnew(client);
      if (seen !== null && shownVersion(client, seen) === from + 1)
        ownWrites(client).set(nameOf(seen, from + 1), seen.form ?? null);
      return output;
    },
    onError: () => void shownAnew(client),
  });
}

async function shownAnew(client: QueryClient): Promise<void> {
  const shown = [["cases"], ["detection"], ["explore", "account"], ["measures"]];
  await Promise.all(shown.map((queryKey) => client.invalidateQueries({ queryKey })));
}

type OwnWrites = Map<string, Seen["form"] | null>;

/** Versions of cases and claims that nobody but this page has made, and by which form. */
const writesOf = new WeakMap<QueryClient, OwnWrites>();

function ownWrites(client: QueryClient): OwnWrites {
  const writes = writesOf.get(client) ?? new Map();
  writesOf.set(client, writes);
  return writes;
}

function nameOf({ caseId, claim }: Seen, version: number): string {
  return `${claim ?? caseId} ${version}`;
}

/** The version seen, and every version after it that is this page's own. */
function movedOn(client: QueryClient, seen: Seen): number {
  const own = ownWrites(client);
  let { version } = seen;
  for (;;) {
    const form = own.get(nameOf(seen, version + 1));
    if (form === undefined || (form !== null && form === seen.form)) return version;
    version += 1;
  }
}

function shownVersion(client: QueryClient, { caseId, claim }: Seen): number | undefined {
  if (claim === undefined)
    return client.getQueryData<z.infer<typeof cases.get.answer>>(["cases", caseId])?.version;
  const found = client.getQueryData<z.infer<typeof claims.list.answer>>([
    "cases",
    caseId,
    "claims",
  ]);
  return found?.claims.find(({ id }) => id === claim)?.version;
}
