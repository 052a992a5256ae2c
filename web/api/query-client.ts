import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { isProblem, outageOf } from "./problem.ts";
import { markAnswered, markOutage } from "./recovering.ts";

/** True where it is an outage, which is then said above the page. */
function watch(error: unknown): boolean {
  const outage = outageOf(error);
  if (outage !== null) markOutage(outage);
  return outage !== null;
}

/**
 * Waits out a recovering database or a lost line (asks again every two seconds), repeats nothing
 * else. Asks whatever the browser believes of the network: the server may be this very machine.
 */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: watch, onSuccess: markAnswered }),
  mutationCache: new MutationCache({ onError: watch, onSuccess: markAnswered }),
  defaultOptions: {
    queries: {
      networkMode: "always",
      staleTime: 15_000,
      retry: (failures, error) => {
        if (watch(error)) return failures < 60;
        return isProblem(error) ? false : failures < 1;
      },
      retryDelay: 2_000,
      refetchOnWindowFocus: false,
    },
    mutations: { networkMode: "always", retry: false },
  },
});
