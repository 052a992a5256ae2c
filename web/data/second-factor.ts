import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { secondFactor } from "../../contract/second-factor.ts";
import { call } from "../api/call.ts";

const KEY = ["second-factor"] as const;

/** Whether one's own second factor is on, and how many recovery codes are left. */
export function useSecondFactor() {
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => call(secondFactor.state, { signal }),
  });
}

/** The session says whether the role lets anything else open, so it is asked anew as well. */
function useFactorChange<Input, Output>(work: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: work,
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

export function useBeginFactor() {
  return useFactorChange((password: string) => call(secondFactor.begin, { body: { password } }));
}

export function useTurnFactorOn() {
  return useFactorChange((code: string) => call(secondFactor.turnOn, { body: { code } }));
}

export function useNewRecoveryCodes() {
  return useFactorChange((code: string) => call(secondFactor.newCodes, { body: { code } }));
}

export function useTurnFactorOff() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (code: string) => call(secondFactor.turnOff, { body: { code } }),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: KEY }),
        client.invalidateQueries({ queryKey: ["session"] }),
      ]),
  });
}

/** The recovery codes are put away: what was locked opens. */
export function useFactorDone(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: ["session"] });
}
