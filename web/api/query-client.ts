import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { isPassing, isProblem } from "./problem.ts";
import { markAnswered, markRecovering } from "./recovering.ts";

function watch(error: unknown): void {
  if (isPassing(error)) markRecovering();
}

/** Waits out a recovering database (asks again every two seconds), repeats nothing else. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: watch, onSuccess: markAnswered }),
  mutationCache: new MutationCache({ onError: watch, onSuccess: markAnswered }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) => {
        if (!isPassing(error)) return isProblem(error) ? false : failures < 1;
        markRecovering();
        return failures < 60;
      },
      retryDelay: 2_000,
      refetchOnWindowFocus: false,
    },
    mutations: { retry: false },
  },
});
