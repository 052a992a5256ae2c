import { UserError } from "../errors/user-error.ts";

/** There is no such case, claim, person, note or payment. */
export function unknown(
  what: string,
  id: string,
  remedy = "Open it from the list again.",
): UserError {
  return new UserError({
    code: "not-found",
    status: 404,
    message: `There is no ${what} ${id}.`,
    remedy,
  });
}
