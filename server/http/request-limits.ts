import type { Request, RequestHandler, Response } from "express";
import { ipKeyGenerator, rateLimit } from "express-rate-limit";
import type { Endpoint } from "../../contract/endpoint.ts";
import { UserError } from "../errors/user-error.ts";
import { problemOf, sendProblem } from "./problems.ts";

/** Calls a minute from one address; of sign-ins from one address for one login. */
export interface Limits {
  readonly everything: number;
  readonly signIn: number;
  readonly costly: number;
}

/** An office behind one gateway fits; a script gone wild does not. */
export const LIMITS: Limits = { everything: 3_000, signIn: 60, costly: 120 };

/** They read much of the database or start long work. */
const COSTLY: ReadonlySet<string> = new Set([
  "paths",
  "trace",
  "startRun",
  "compareRuns",
  "load",
  "evidence",
]);

/** Ways of signing in; those through the provider name no login, so they count by address. */
const SIGN_INS: ReadonlySet<string> = new Set([
  "signIn",
  "beginProviderSignIn",
  "finishProviderSignIn",
]);

/** `countOf`: what is counted together; the address unless given. */
export function limitOf(most: number, countOf?: (request: Request) => string): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: most,
    ...(countOf && { keyGenerator: countOf }),
    standardHeaders: "draft-8",
    legacyHeaders: false,
    // Whether a proxy's word counts is our own setting (--proxies); a stray header is nothing to
    // warn about.
    validate: { xForwardedForHeader: false },
    handler: (_request: Request, response: Response) => {
      const problem = problemOf(tooMany());
      if (problem) sendProblem(response, problem);
    },
  });
}

/** The limits of one endpoint; costly ones share one count. */
export function limitsByEndpoint(limits: Limits): (endpoint: Endpoint) => RequestHandler[] {
  const costly = limitOf(limits.costly);
  // By login too: whoever tries another's login keeps nobody else behind the same gateway out.
  const signIn = limitOf(
    limits.signIn,
    (request) => `${ipKeyGenerator(request.ip ?? "")} ${loginOf(request.body)}`,
  );
  return (endpoint) => {
    if (SIGN_INS.has(endpoint.name)) return [signIn];
    return COSTLY.has(endpoint.name) ? [costly] : [];
  };
}

function loginOf(body: unknown): string {
  const login = (body as { login?: unknown } | undefined)?.login;
  return typeof login === "string" ? login.trim().toLowerCase().slice(0, 64) : "";
}

function tooMany(): UserError {
  return new UserError({
    code: "too-many-requests",
    status: 429,
    message: "Too many requests from this address within a minute.",
    remedy: "Wait a minute.",
    params: { seconds: 60 },
  });
}
