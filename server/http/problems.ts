import type { Response } from "express";
import type { z } from "zod";
import type { Problem } from "../../contract/endpoint.ts";
import { refusalOf, TITLES } from "../api/refusal.ts";
import { isUserError, UserError } from "../errors/user-error.ts";

/** RFC 9457: every refusal leaves the server in this form. */

/** The document of an error; undefined for errors that are ours and whose words nobody may see. */
export function problemOf(error: unknown): Problem | undefined {
  if (isUserError(error)) return refusalOf(error);
  return fromBodyParser(error);
}

/** The problem for a body or an address that express cannot read. */
function fromBodyParser(error: unknown): Problem | undefined {
  if (!(error instanceof Error) || !("status" in error) || typeof error.status !== "number")
    return undefined;
  if (error.status < 400 || error.status >= 500) return undefined;
  const code =
    error.status === 413 ? "too-large" : error.status === 415 ? "media-type" : "unreadable";
  return {
    type: "about:blank",
    title: TITLES[error.status] ?? "Bad request",
    status: error.status,
    code,
    detail: error.status === 413 ? "The request is too large." : "The request cannot be read.",
    remedy: error.status === 413 ? "Ask for less at once." : "Send valid JSON in UTF-8.",
  };
}

export function internalProblem(): Problem {
  return {
    type: "about:blank",
    title: "Server error",
    status: 500,
    code: "internal",
    detail: "The server made a mistake while answering.",
    remedy: "Try again; if it stays, give the administrator the time and what you were doing.",
  };
}

/** 422 with one line a field. Values are not repeated: they may be personal. */
export function invalid(issues: readonly z.core.$ZodIssue[], where: string): Problem {
  return {
    type: "about:blank",
    title: "Not valid",
    status: 422,
    code: "invalid-input",
    detail: `The request does not fit the description of this address (${where}).`,
    remedy: "Correct the fields named in errors; /api/openapi.json describes them.",
    errors: issues
      .slice(0, 20)
      .map((issue) => ({ path: issue.path.map(String).join("."), message: issue.message })),
  };
}

export function noSuchAddress(): UserError {
  return new UserError({
    code: "no-such-address",
    status: 404,
    message: "There is nothing at this address.",
    remedy: "See /api/openapi.json for what there is.",
  });
}

export function sendProblem(response: Response, problem: Problem): void {
  if (response.headersSent) {
    // A file broke off half-way: the reader must not take it for whole.
    response.destroy();
    return;
  }
  if (problem.status === 503) response.set("Retry-After", "5");
  if (problem.status === 429 && problem.params?.seconds !== undefined)
    response.set("Retry-After", String(problem.params.seconds));
  response.status(problem.status).type("application/problem+json").set("Cache-Control", "no-store");
  response.send(JSON.stringify(problem));
}
