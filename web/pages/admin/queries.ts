import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Role } from "../../../contract/user-roles.ts";
import { users } from "../../../contract/users.ts";
import { call } from "../../api/call.ts";

const KEY = ["users"] as const;

export function useUsers(enabled: boolean) {
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => call(users.list, { signal }),
    enabled,
  });
}

function useChange<Input, Output>(work: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: work,
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

export function useAddUser() {
  return useChange((body: { login: string; name: string; role: Role }) =>
    call(users.create, { body }),
  );
}

export function useSwitchUser() {
  return useChange(({ login, disabled }: { login: string; disabled: boolean }) =>
    call(users.update, { params: { login }, body: { disabled } }),
  );
}

export function useResetPassword() {
  return useChange((login: string) => call(users.reset, { params: { login } }));
}
