import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/**
 * A browser that has signed in before carries a mark of each person who did (OWASP, "device
 * cookies"). Wrong passwords that come from elsewhere do not slow such a browser down. A mark alone
 * opens nothing, and a stolen one has a count of wrong passwords of its own.
 */

/** Browsers are shared in offices; the oldest mark goes first. */
const MOST_PEOPLE = 5;
const MARK = /^[\w-]{22}\.[\w-]{43}$/;

/** The device's id where the cookie holds a mark of this person, else null. */
export function knownDevice(
  secret: Buffer,
  login: string,
  cookie: string | undefined,
): string | null {
  return (
    marksOf(cookie)
      .find((mark) => isOf(secret, login, mark))
      ?.split(".")[0] ?? null
  );
}

/** The cookie with a mark of this person, who has just shown the right password. */
export function withMark(secret: Buffer, login: string, cookie: string | undefined): string {
  const others = marksOf(cookie).filter((mark) => !isOf(secret, login, mark));
  const id = knownDevice(secret, login, cookie) ?? randomBytes(16).toString("base64url");
  return [`${id}.${signatureOf(secret, login, id)}`, ...others].slice(0, MOST_PEOPLE).join("~");
}

function marksOf(cookie: string | undefined): string[] {
  return (cookie ?? "").split("~", MOST_PEOPLE).filter((mark) => MARK.test(mark));
}

function isOf(secret: Buffer, login: string, mark: string): boolean {
  const [id = "", given = ""] = mark.split(".");
  return timingSafeEqual(Buffer.from(given), Buffer.from(signatureOf(secret, login, id)));
}

function signatureOf(secret: Buffer, login: string, id: string): string {
  return createHmac("sha256", secret).update(`${login}\n${id}`).digest("base64url");
}
