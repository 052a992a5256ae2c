import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  type ErasureKind,
  type HoldKind,
  type RetentionClass,
  retention,
} from "../../contract/retention.ts";
import { call } from "../api/call.ts";

const KEY = ["retention"] as const;

/** Terms, what is due, holds and erasures. */
export function useRetention(enabled: boolean) {
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => call(retention.overview, { signal }),
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

export function useSetTerm() {
  return useChange((term: { class: RetentionClass; months: number | null }) =>
    call(retention.setTerm, { params: { class: term.class }, body: { months: term.months } }),
  );
}

export function useKeepLonger() {
  return useChange((body: { class: RetentionClass; id: string; until: string; reason: string }) =>
    call(retention.keep, { body }),
  );
}

export function useSetHold() {
  return useChange((body: { kind: HoldKind; what: string; reason: string }) =>
    call(retention.hold, { body }),
  );
}

export function useLiftHold() {
  return useChange(({ id, reason }: { id: string; reason: string }) =>
    call(retention.lift, { params: { id }, body: { reason } }),
  );
}

export function useAskErasure() {
  return useChange((body: { kind: ErasureKind; what: string; reason: string }) =>
    call(retention.ask, { body }),
  );
}

export function useDecideErasure() {
  return useChange(({ id, ...body }: { id: string; approved: boolean; reason: string }) =>
    call(retention.decide, { params: { id }, body }),
  );
}
