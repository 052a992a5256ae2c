import { useCallback } from "react";
import { useSearchParams } from "react-router";

/**
 * The state of a view lives in its address, so that a link opens it as it is and Back works.
 * `replace` is for steps a person would not want to walk back through, such as moving the selection
 * with j and k.
 */
export function useAddressState(): {
  get: (key: string) => string | null;
  getAll: (key: string) => string[];
  set: (changes: Readonly<Record<string, string | null>>, options?: { replace?: boolean }) => void;
} {
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (changes: Readonly<Record<string, string | null>>, options?: { replace?: boolean }) => {
      setParams(
        (before) => {
          const after = new URLSearchParams(before);
          for (const [key, value] of Object.entries(changes)) {
            if (value === null || value === "") after.delete(key);
            else after.set(key, value);
          }
          return after;
        },
        { replace: options?.replace ?? false },
      );
    },
    [setParams],
  );
  return { get: (key) => params.get(key), getAll: (key) => params.getAll(key), set };
}
