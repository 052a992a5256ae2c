import { type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { provider } from "../../contract/provider.ts";
import { session } from "../../contract/session.ts";
import { call } from "../api/call.ts";
import { isProblem } from "../api/problem.ts";
import { setOpenCase } from "./open-case.ts";

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
    onSuccess: (person) => arrived(client, person),
  });
}

/** Another person's answers are forgotten. */
function arrived(client: QueryClient, person: z.infer<typeof session.signIn.answer>): void {
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== KEY[0] });
  client.setQueryData(KEY, person);
}

/** The office's own sign-in provider; null = there is none, or it is not known yet. */
export function useProvider(): string | null {
  const { data } = useQuery({
    queryKey: ["sign-in-provider"],
    queryFn: ({ signal }) => call(provider.state, { signal }),
    staleTime: 60_000,
  });
  return data?.name ?? null;
}

const WANTED = "dg.wanted-before-provider";

/** The address that the person wanted before leaving for the provider. */
export function wantedBeforeProvider(): string | null {
  return window.sessionStorage.getItem(WANTED);
}

/**
 * Leaves for the provider; it sends the browser back to /sign-in/back, whatever was wanted here.
 */
export function useBeginProvider() {
  return useMutation({
    mutationFn: (_wanted: string) => call(provider.begin),
    onSuccess: ({ address }, wanted) => {
      window.sessionStorage.setItem(WANTED, wanted);
      window.location.assign(address);
    },
  });
}

/** Signs in with the provider's answer. */
export function useFinishProvider() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { answer: string; code?: string }) => call(provider.finish, { body }),
    onSuccess: (person) => arrived(client, person),
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
    onSuccess: () => {
      client.clear();
      // Whoever is at this browser next reads no case's title and no accounts out of its storage.
      setOpenCase(null);
      window.sessionStorage.clear();
    },
  });
}

export function useChangePassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { current: string; next: string }) => call(session.changePassword, { body }),
    onSuccess: (person) => client.setQueryData(KEY, person),
  });
}
