import { createServer, type Server } from "node:http";
import type { Express } from "express";
import { UserError } from "../errors/user-error.ts";

export interface Listening {
  readonly port: number;
  /** Stops taking requests, lets running ones finish for `patience` ms, then breaks them off. */
  close(patience?: number): Promise<void>;
}

/** Tried before any free port, so that the address stays the same from day to day. */
export const USUAL_PORT = 7400;

/**
 * Listens on `port` (asked for: taken = UserError "port-taken"), or on the usual port, or on any
 * free one.
 */
export async function listen(
  app: Express,
  host: string,
  port: number | undefined,
): Promise<Listening> {
  const server = createServer({ requestTimeout: 0 }, app);
  // Headers must come at once; the body of a large upload may take its time.
  server.headersTimeout = 30_000;
  if (port !== undefined) {
    if (!(await tryPort(server, host, port))) throw portTaken(port, host);
  } else if (!(await tryPort(server, host, USUAL_PORT)) && !(await tryPort(server, host, 0))) {
    throw portTaken(USUAL_PORT, host);
  }
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { port: address.port, close: (patience = 3_000) => closeServer(server, patience) };
}

function tryPort(server: Server, host: string, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) => {
      server.off("listening", onListening);
      if (error.code === "EADDRINUSE") resolve(false);
      else reject(cannotListen(error, host, port));
    };
    const onListening = () => {
      server.off("error", onError);
      resolve(true);
    };
    server.once("error", onError);
    server.once("listening", onListening);
    server.listen(port, host);
  });
}

function cannotListen(error: NodeJS.ErrnoException, host: string, port: number): unknown {
  if (error.code === "EACCES") {
    return new UserError({
      code: "port-forbidden",
      message: `The system does not let this program listen on port ${port}.`,
      remedy: "Choose a port above 1023 with --port.",
    });
  }
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND") {
    return new UserError({
      code: "host-unknown",
      message: `${host} is not an address of this machine.`,
      remedy: "Leave --host away for 127.0.0.1, or give an address this machine has.",
    });
  }
  return error;
}

function portTaken(port: number, host: string): UserError {
  return new UserError({
    code: "port-taken",
    message: `Port ${port} of ${host} is taken by another program.`,
    remedy:
      "Stop that program, choose another port with --port, or leave --port away and a free one is found.",
    params: { port },
  });
}

async function closeServer(server: Server, patience: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), patience);
  await closed;
  clearTimeout(late);
}
