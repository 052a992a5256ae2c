import { UserError } from "../errors/user-error.ts";

/**
 * Refuses a period that ends before it begins. Bounds of one kind: days as YYYY-MM-DD or instants;
 * a missing one bounds nothing.
 */
export function refuseReversed<Bound extends string | number>(
  from: Bound | null | undefined,
  until: Bound | null | undefined,
): void {
  if (from == null || until == null || from <= until) return;
  throw new UserError({
    code: "period-reversed",
    message: "The period ends before it begins.",
    remedy: "Give a last day that is not before the first.",
    params: { field: "until" },
  });
}
