import { useQuery } from "@tanstack/react-query";
import { detection } from "../../../../contract/detection.ts";
import { exploring } from "../../../../contract/exploring.ts";
import { growing } from "../../../../contract/growing.ts";
import { operators } from "../../../../contract/operators.ts";
import { call } from "../../../api/call.ts";
import type { Scene } from "../scene/scene.ts";
import { type Filter, filterBody, NO_FILTER } from "../stage/bundle.ts";

/** The card of an account; its figures under a filter, without one of all its money. */
export function useAccount(number: string | null, run: string | null, filter = NO_FILTER) {
  return useQuery({
    queryKey: ["explore", "account", number, run, filter],
    queryFn: ({ signal }) =>
      call(exploring.account, {
        params: { number: number ?? "" },
        query: { ...(run === null ? {} : { run }), ...filterBody(filter) },
        signal,
      }),
    enabled: number !== null,
    staleTime: 60_000,
  });
}

/** How many accounts each way of growing would bring; `known` are in the picture already. */
export function useReach(accounts: readonly string[], known: readonly string[], filter: Filter) {
  return useQuery({
    queryKey: ["explore", "reach", accounts, known, filter],
    queryFn: ({ signal }) =>
      call(growing.reach, {
        body: { accounts: [...accounts], known: [...known], ...filterBody(filter) },
        signal,
      }),
    enabled: accounts.length > 0,
    staleTime: 60_000,
  });
}

/** Who operated an account. */
export function useOperators(number: string) {
  return useQuery({
    queryKey: ["explore", "operators", number],
    queryFn: ({ signal }) => call(operators.operators, { params: { number }, signal }),
    staleTime: 60_000,
  });
}

export function useDevice(id: string, run: string | null) {
  return useQuery({
    queryKey: ["explore", "device", id, run],
    queryFn: ({ signal }) =>
      call(operators.device, { params: { id }, query: run === null ? {} : { run }, signal }),
    staleTime: 60_000,
  });
}

/** The accounts of an address, once they are asked for. */
export function useAddress(ip: string, run: string | null, asked: boolean) {
  return useQuery({
    queryKey: ["explore", "address", ip, run],
    queryFn: ({ signal }) =>
      call(operators.address, { params: { ip }, query: run === null ? {} : { run }, signal }),
    enabled: asked,
    staleTime: 60_000,
  });
}

/** Kept under "detection", so that a decision asks for it again. */
export function useFinding(account: string | null, run: string | null) {
  return useQuery({
    queryKey: ["detection", "finding", account, run],
    queryFn: ({ signal }) =>
      call(detection.finding, {
        params: { account: account ?? "" },
        query: run === null ? {} : { run },
        signal,
      }),
    enabled: account !== null,
  });
}

export function usePaths(path: Scene["path"]) {
  return useQuery({
    queryKey: ["explore", "paths", path],
    queryFn: ({ signal }) =>
      call(exploring.paths, {
        body: {
          ...{ from: path?.from ?? "", to: path?.to ?? "", kind: path?.kind ?? "time-respecting" },
          ...(path === null ? {} : { largestGapHours: path.gap }),
        },
        signal,
      }),
    enabled: path !== null,
    staleTime: 300_000,
  });
}
