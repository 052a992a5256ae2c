import { useCallback } from "react";
import { useLocation, useSearchParams } from "react-router";
import { changedWords, keptIn } from "./address-words.ts";

/**
 * The state of a view lives in its address, so that a link opens it as it is and Back works.
 * `replace` is for steps a person would not want to walk back through, such as moving the selection
 * with j and k. A text with an IIN stands beside the address, in the browser's history.
 */
export function useAddressState(): {
  get: (key: string) => string | null;
  getAll: (key: string) => string[];
  set: (changes: Readonly<Record<string, string | null>>, options?: { replace?: boolean }) => void;
} {
  const [params, setParams] = useSearchParams();
  const { state } = useLocation();
  const kept = keptIn(state);
  const set = useCallback(
    (changes: Readonly<Record<string, string | null>>, options?: { replace?: boolean }) => {
      setParams((before) => changedWords(before, {}, changes).params, {
        replace: options?.replace ?? false,
        state: changedWords(new URLSearchParams(), keptIn(state), changes).state,
      });
    },
    [setParams, state],
  );
  return {
    get: (key) => kept[key] ?? params.get(key),
    getAll: (key) => params.getAll(key),
    set,
  };
}
