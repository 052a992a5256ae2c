import type { Request, Response } from "express";
import { DAY, MINUTE } from "../time/instant.ts";
import { ABSOLUTE } from "../users/sign-in-sessions.store.ts";

/**
 * The session cookie. Its name carries the port, because browsers share cookies among ports and two
 * servers on one machine would sign each other's people out. `secure` = reached by https only; then
 * the name has the __Host- prefix.
 */
function cookieName(request: Request, secure: boolean): string {
  return `${secure ? "__Host-" : ""}dropper-graph-${request.socket.localPort ?? 0}`;
}

export function readToken(request: Request, secure: boolean): string | undefined {
  return readCookie(request, cookieName(request, secure));
}

/** The token that a script sends (RFC 6750); an empty text where the header is something else. */
export function readBearer(request: Request): string | undefined {
  const header = request.headers.authorization;
  return header === undefined ? undefined : (/^Bearer +(\S+)$/i.exec(header)?.[1] ?? "");
}

/** The people who have signed in at this device before (server/users/device-marks.ts). */
export function readDevice(request: Request, secure: boolean): string | undefined {
  return readCookie(request, deviceCookieName(request, secure));
}

function deviceCookieName(request: Request, secure: boolean): string {
  return `${cookieName(request, secure)}-device`;
}

/** A sign-in that began at the office's provider (server/users/provider.handlers.ts). */
export function readProvider(request: Request, secure: boolean): string | undefined {
  return readCookie(request, providerCookieName(request, secure));
}

function providerCookieName(request: Request, secure: boolean): string {
  return `${cookieName(request, secure)}-provider`;
}

function readCookie(request: Request, name: string): string | undefined {
  for (const part of (request.headers.cookie ?? "").split(";")) {
    const at = part.indexOf("=");
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim() || undefined;
  }
  return undefined;
}

export function giveToken(
  request: Request,
  response: Response,
  token: string,
  secure: boolean,
): void {
  response.cookie(cookieName(request, secure), token, {
    httpOnly: true,
    sameSite: "strict",
    secure,
    path: "/",
    maxAge: ABSOLUTE,
  });
}

/** Kept for a year; it opens nothing and outlives sessions. */
const DEVICE_KEPT = 365 * DAY;

export function giveDevice(
  request: Request,
  response: Response,
  marks: string,
  secure: boolean,
): void {
  response.cookie(deviceCookieName(request, secure), marks, {
    httpOnly: true,
    sameSite: "strict",
    secure,
    path: "/",
    maxAge: DEVICE_KEPT,
  });
}

/** As long as the server waits for the provider's answer. */
const PROVIDER_KEPT = 10 * MINUTE;

export function giveProvider(
  request: Request,
  response: Response,
  id: string,
  secure: boolean,
): void {
  response.cookie(providerCookieName(request, secure), id, {
    httpOnly: true,
    sameSite: "strict",
    secure,
    path: "/",
    maxAge: PROVIDER_KEPT,
  });
}

export function dropToken(request: Request, response: Response, secure: boolean): void {
  response.clearCookie(cookieName(request, secure), {
    httpOnly: true,
    sameSite: "strict",
    secure,
    path: "/",
  });
}
