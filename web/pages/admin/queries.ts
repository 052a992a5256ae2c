import { useQuery } from "@tanstack/react-query";
import type { Role } from "../../../contract/user-roles.ts";
import { users } from "../../../contract/users.ts";
import { call } from "../../api/call.ts";
import { useChangeUnder } from "../../data/use-change.ts";

const KEY = ["users"] as const;

export function useUsers(enabled: boolean) {
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => call(users.list, { signal }),
    enabled,
  });
}

export function useAddUser() {
  return useChangeUnder(KEY, (body: { login: string; name: string; role: Role }) =>
    call(users.create, { body }),
  );
}

export function useSwitchUser() {
  return useChangeUnder(KEY, ({ login, disabled }: { login: string; disabled: boolean }) =>
    call(users.update, { params: { login }, body: { disabled } }),
  );
}

export function useResetPassword() {
  return useChangeUnder(KEY, (login: string) => call(users.reset, { params: { login } }));
}

export function useTakeFactorAway() {
  return useChangeUnder(KEY, (login: string) =>
    call(users.resetSecondFactor, { params: { login } }),
  );
}

/** The roles that need a second factor. */
export function useFactorRoles(enabled: boolean) {
  return useQuery({
    queryKey: [...KEY, "factor-roles"],
    queryFn: ({ signal }) => call(users.secondFactorRoles, { signal }),
    enabled,
  });
}

export function useSetFactorRole() {
  return useChangeUnder(KEY, (body: { role: Role; required: boolean }) =>
    call(users.setSecondFactorRole, { body }),
  );
}

export function useEndAccess() {
  return useChangeUnder(KEY, (login: string) => call(users.endAccess, { params: { login } }));
}
