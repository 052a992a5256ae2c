import type { Problem } from "../../contract/endpoint.ts";
import { isUserError, type UserError } from "../errors/user-error.ts";

export const TITLES: Readonly<Record<number, string>> = {
  400: "Bad request",
  401: "Sign in",
  403: "Not allowed",
  404: "Not found",
  405: "Not possible here",
  408: "Too slow",
  409: "Not possible now",
  413: "Too large",
  415: "Not understood",
  422: "Not valid",
  429: "Too many requests",
  500: "Server error",
  502: "Another service failed",
  503: "Not available now",
  507: "No room left",
};

/** A refusal as a document (RFC 9457). */
export function refusalOf({ status, message, code, remedy, params }: UserError): Problem {
  return {
    type: "about:blank",
    title: TITLES[status] ?? "Refused",
    status,
    detail: message,
    code,
    remedy,
    ...(Object.keys(params).length > 0 && { params: { ...params } }),
  };
}

/**
 * Does one of many pieces of work. A refusal becomes its document and does not hold up the others;
 * every other error is thrown.
 */
export async function orRefusal<Result>(
  work: () => Promise<Result>,
): Promise<{ done: Result; problem: null } | { done: null; problem: Problem }> {
  try {
    return { done: await work(), problem: null };
  } catch (error) {
    if (!isUserError(error)) throw error;
    return { done: null, problem: refusalOf(error) };
  }
}
