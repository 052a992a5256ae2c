import type { Endpoint } from "../../contract/endpoint.ts";
import type { TokenScope } from "../../contract/sign-ins.ts";
import { MAY } from "../../contract/user-roles.ts";
import { UserError } from "../errors/user-error.ts";
import { isQuestion } from "./audited.ts";

/** How people sign in and who may is no work of scripts, whatever their scope. */
const FOR_PEOPLE = ["/session", "/users"];

/**
 * What a script's token may call, within what its person may: questions and files, and with the
 * scope "load" also what brings data in (MAY.load).
 */
export function isInScope(
  endpoint: Pick<Endpoint, "name" | "method" | "path" | "access">,
  scope: TokenScope,
): boolean {
  const { path, access } = endpoint;
  if (FOR_PEOPLE.some((own) => path === own || path.startsWith(`${own}/`))) return false;
  return isQuestion(endpoint) || (scope === "load" && access === MAY.load);
}

export function notInScope(scope: TokenScope): UserError {
  return new UserError({
    code: "token-scope",
    status: 403,
    message: `A token with the scope "${scope}" may not do this.`,
    remedy:
      "A person does this after signing in, or a token with the scope load where it brings data in.",
    params: { scope },
  });
}
