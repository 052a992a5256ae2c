import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { session } from "../../contract/session.ts";
import { call } from "../api/call.ts";
import { isProblem } from "../api/problem.ts";

const KEY = ["session"] as const;

/** The signed-in person; null = nobody (the server said 401) or not known yet. */
export function useSession() {
  const query = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => call(session.me, { signal }),
    staleTime: 60_000,
  });
  return { person: query.data ?? null, query };
}

/** The data are the demo's made-up town. */
export function useIsDemo(): boolean {
  const query = useQuery({
    queryKey: [...KEY, "demo"],
    queryFn: ({ signal }) => call(session.me, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return query.data?.demo === true;
}

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { login: string; password: string; code?: string }) =>
      call(session.signIn, { body }),
    onSuccess: (person) => {
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== KEY[0] });
      client.setQueryData(KEY, person);
    },
  });
}

/** Forgets everything that was read for this person, also when the session had already ended. */
export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      try {
        await call(session.signOut);
      } catch (error) {
        if (!isProblem(error) || error.status !== 401) throw error;
      }
    },
    onSuccess: () => client.clear(),
  });
}

export function useChangePassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { current: string; next: string }) => call(session.changePassword, { body }),
    onSuccess: (person) => client.setQueryData(KEY, person),
  });
}
