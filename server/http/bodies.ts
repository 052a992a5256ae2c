import type { NextFunction, Request, Response } from "express";
import { UserError } from "../errors/user-error.ts";

/**
 * Bodies are JSON, or the bytes of an upload; a form of another site could send neither without
 * being asked for leave.
 */
export function refuseOtherBodies(request: Request, _response: Response, next: NextFunction): void {
  const empty =
    request.headers["transfer-encoding"] === undefined &&
    (request.headers["content-length"] ?? "0") === "0";
  const known = empty || request.is(["application/json", "application/octet-stream"]) !== false;
  next(known ? undefined : mediaType());
}

export function mediaType(): UserError {
  return new UserError({
    code: "media-type",
    status: 415,
    message: "The body of the request is neither JSON nor the bytes of a file.",
    remedy: "Send application/json, or application/octet-stream where a file is uploaded.",
  });
}
