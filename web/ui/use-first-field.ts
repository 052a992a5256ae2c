import { useCallback } from "react";

/**
 * For a form that opens by a click somewhere above it: brings it into sight and puts the cursor
 * into the field (`data-field`) that the click was about.
 */
export function useFirstField(field: string): (form: HTMLFormElement | null) => void {
  return useCallback(
    (form) => {
      const input = form?.querySelector<HTMLElement>(`[data-field="${field}"]`);
      (input ?? form)?.scrollIntoView({ block: "center" });
      input?.focus({ preventScroll: true });
    },
    [field],
  );
}
