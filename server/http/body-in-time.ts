import type { NextFunction, Request, RequestHandler, Response } from "express";
import { UserError } from "../errors/user-error.ts";
import { problemOf, sendProblem } from "./problems.ts";

/** How long a body may take, in milliseconds. */
export interface BodyPatience {
  /** JSON: until the last byte. */
  readonly json: number;
  /** An upload: without one more byte. */
  readonly idle: number;
  /** The time an answered request may go on sending before its connection is closed. */
  readonly answered: number;
}

export const PATIENCE: BodyPatience = { json: 30_000, idle: 60_000, answered: 5_000 };

/**
 * Nobody keeps a connection open with a body that never ends, least of all without a session: such
 * a request is refused with 408 and its connection closed. A large upload may take as long as it
 * goes on.
 */
export function bodyInTime(patience: BodyPatience = PATIENCE): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    const { socket } = request;
    const upload = request.is("application/octet-stream") === "application/octet-stream";
    let seen = socket.bytesRead;
    const timer = setInterval(
      () => {
        if (request.complete) return clearInterval(timer);
        if (upload && socket.bytesRead > seen) {
          seen = socket.bytesRead;
          return;
        }
        clearInterval(timer);
        const problem = problemOf(tooSlow());
        if (problem && !response.headersSent)
          sendProblem(response.set("Connection", "close"), problem);
        closeLater(request, patience.answered);
      },
      upload ? patience.idle : patience.json,
    );
    response.once("close", () => clearInterval(timer));
    response.once("finish", () => closeLater(request, patience.answered));
    next();
  };
}

/** The rest of the body is read away, so that the answer arrives; then the connection ends. */
function closeLater(request: Request, after: number): void {
  if (request.complete) return;
  request.resume();
  const { socket } = request;
  const timer = setTimeout(() => {
    if (!request.complete) socket.destroy();
  }, after);
  // The connection may serve thousands of requests more: none of this stays on it.
  const over = () => {
    clearTimeout(timer);
    socket.off("close", over);
  };
  socket.once("close", over);
  request.once("end", over);
}

function tooSlow(): UserError {
  return new UserError({
    code: "body-too-slow",
    status: 408,
    message: "The request did not come in whole within the time it has.",
    remedy: "Send it again; if the connection is slow, send a smaller file.",
  });
}
