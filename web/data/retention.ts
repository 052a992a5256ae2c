import { useQuery } from "@tanstack/react-query";
import {
  type ErasureKind,
  type HoldKind,
  type RetentionClass,
  retention,
} from "../../contract/retention.ts";
import { call } from "../api/call.ts";
import { useChangeUnder } from "./use-change.ts";

const KEY = ["retention"] as const;

/** Terms, what is due, holds and erasures. */
export function useRetention(enabled: boolean) {
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => call(retention.overview, { signal }),
    enabled,
  });
}

export function useSetTerm() {
  return useChangeUnder(KEY, (term: { class: RetentionClass; months: number | null }) =>
    call(retention.setTerm, { params: { class: term.class }, body: { months: term.months } }),
  );
}

export function useKeepLonger() {
  return useChangeUnder(
    KEY,
    (body: { class: RetentionClass; id: string; until: string; reason: string }) =>
      call(retention.keep, { body }),
  );
}

export function useSetHold() {
  return useChangeUnder(KEY, (body: { kind: HoldKind; what: string; reason: string }) =>
    call(retention.hold, { body }),
  );
}

export function useLiftHold() {
  return useChangeUnder(KEY, ({ id, reason }: { id: string; reason: string }) =>
    call(retention.lift, { params: { id }, body: { reason } }),
  );
}

export function useAskErasure() {
  return useChangeUnder(KEY, (body: { kind: ErasureKind; what: string; reason: string }) =>
    call(retention.ask, { body }),
  );
}

export function useDecideErasure() {
  return useChangeUnder(KEY, ({ id, ...body }: { id: string; approved: boolean; reason: string }) =>
    call(retention.decide, { params: { id }, body }),
  );
}
