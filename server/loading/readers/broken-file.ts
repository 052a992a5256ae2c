import { UserError } from "../../errors/user-error.ts";

/** The file is not what it says it is, or not all of it: refused whole, with what to do. */
export function brokenFile(
  file: string,
  code: string,
  what: string,
  remedy: string,
  cause?: unknown,
): UserError {
  return new UserError({
    code,
    message: `${file}: ${what}`,
    remedy,
    params: { file },
    ...(cause ? { cause } : {}),
  });
}

export const ASK_AGAIN =
  "The file was probably cut off or changed on the way: ask the sender for it again.";
