import type { NextFunction, Request, Response } from "express";
import { UserError } from "../errors/user-error.ts";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Second lock beside the SameSite=Strict cookie: a change asked for by another site's page is
 * refused. Browsers say where a request comes from in Sec-Fetch-Site, older ones in Origin;
 * programs (curl) send neither and hold no cookie of a browser.
 */
export function refuseForeignOrigins(
  request: Request,
  _response: Response,
  next: NextFunction,
): void {
  const site = request.get("sec-fetch-site");
  const origin = request.get("origin");
  const foreign =
    site !== undefined
      ? site !== "same-origin"
      : origin !== undefined && hostOf(origin) !== request.get("host");
  next(foreign && !SAFE.has(request.method) ? foreignOrigin() : undefined);
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

function foreignOrigin(): UserError {
  return new UserError({
    code: "foreign-origin",
    status: 403,
    message: "This request was made by a page of another site.",
    remedy: "Use the program's own page.",
  });
}

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * On loopback only loopback names are served: a foreign name that was made to point here (DNS
 * rebinding) gets nothing.
 */
export function refuseForeignNames(
  request: Request,
  _response: Response,
  next: NextFunction,
): void {
  const name = (request.get("host") ?? "").replace(/:\d+$/, "");
  next(
    LOOPBACK.has(name)
      ? undefined
      : new UserError({
          code: "foreign-name",
          status: 421,
          message: "This server answers to localhost and 127.0.0.1 only.",
          remedy: "Open the address the program printed.",
        }),
  );
}
