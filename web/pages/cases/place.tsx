import { type ReactNode, useCallback } from "react";
import { useAddressState } from "../../ui/use-address-state.ts";

/** A part of the case page that a link may lead to. */
type Place = "tasks" | "step" | "court" | "ledger";

/** Whether the address leads here: a part that can be closed is open then. */
export function useIsPlace(place: Place): boolean {
  return useAddressState().get("place") === place;
}

/** The part that a link may lead to: it comes into sight once it is there. */
export function PlaceOnPage({ place, children }: { place: Place; children: ReactNode }) {
  const here = useIsPlace(place);
  const seen = useCallback(
    (part: HTMLDivElement | null) => {
      if (here) part?.scrollIntoView({ block: "start" });
    },
    [here],
  );
  return <div ref={seen}>{children}</div>;
}
