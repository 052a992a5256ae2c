import { UserError } from "../errors/user-error.ts";

/** A closed case takes nothing in, and its claims stay where they are. */
export function refuseClosed(id: string, status: string): void {
  if (status !== "closed") return;
  throw new UserError({
    code: "case-closed",
    status: 409,
    message: `Case ${id} is closed.`,
    remedy: "Reopen it first.",
    params: { id },
  });
}
