import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { signIns, type TokenScope } from "../../contract/sign-ins.ts";
import { call } from "../api/call.ts";

const KEY = ["own-access"] as const;

/** One's own sessions and tokens. */
export function useOwnAccess() {
  return useQuery({ queryKey: KEY, queryFn: ({ signal }) => call(signIns.access, { signal }) });
}

function useAccessChange<Input, Output>(work: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: work,
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

export function useEndSession() {
  return useAccessChange((id: string) => call(signIns.end, { params: { id } }));
}

export function useEndOtherSessions() {
  return useAccessChange(() => call(signIns.endOthers));
}

export function useCreateToken() {
  return useAccessChange(
    (body: { password: string; script: string; scope: TokenScope; days: number }) =>
      call(signIns.createToken, { body }),
  );
}

export function useRevokeToken() {
  return useAccessChange((id: string) => call(signIns.revokeToken, { params: { id } }));
}
