import { UserError } from "../errors/user-error.ts";

export function nothingThere(what: string, id: string): UserError {
  return new UserError({
    code: "not-found",
    status: 404,
    message: `There is no ${what} ${id} in this database.`,
    remedy: "Check the number, or search for it.",
    params: { what, id },
  });
}
