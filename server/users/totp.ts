import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/**
 * Time-based one-time passwords (RFC 6238 on HOTP, RFC 4226): SHA-1, six digits, thirty seconds,
 * which every authenticator app knows. Tested with the vectors of both RFCs.
 */

const STEP = 30_000;
const DIGITS = 6;
/** RFC 4226, 4, R6: 160 bits. */
const SECRET_BYTES = 20;
/** Clocks of telephones differ: one step before and one after count (RFC 6238, 5.2). */
const DRIFT = 1;
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** A new secret as people and apps write it: base32 (RFC 4648) without padding. */
export function newSecret(): string {
  const bits = [...randomBytes(SECRET_BYTES)].map((byte) => byte.toString(2).padStart(8, "0"));
  const letters = bits.join("").match(/.{5}/g) ?? [];
  return letters.map((five) => ALPHABET[Number.parseInt(five, 2)]).join("");
}

/** The bytes of a base32 text. */
export function secretBytes(secret: string): Buffer {
  const bits = [...secret].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, "0"));
  const bytes = bits.join("").match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map((eight) => Number.parseInt(eight, 2)));
}

/** The number of the thirty seconds that an instant is in. */
export function stepOf(at: number): number {
  return Math.floor(at / STEP);
}

/** The code of a step: HMAC, dynamic truncation (RFC 4226, 5.3). */
export function codeAt(secret: Buffer, step: number, digits = DIGITS): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", secret).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 0x0f;
  const number = mac.readUInt32BE(offset) & 0x7fff_ffff;
  return String(number % 10 ** digits).padStart(digits, "0");
}

/** The step whose code this is, now or a step beside it; null = none. */
export function stepOfCode(secret: Buffer, code: string, now: number): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const given = Buffer.from(code);
  for (let away = -DRIFT; away <= DRIFT; away += 1) {
    const step = stepOf(now) + away;
    if (step >= 0 && timingSafeEqual(Buffer.from(codeAt(secret, step)), given)) return step;
  }
  return null;
}

/** The address that an app reads from a QR code ("Key Uri Format"). */
export function appAddress(secret: string, login: string): string {
  const issuer = "Dropper Graph";
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(login)}`;
  const query = `secret=${secret}&issuer=${encodeURIComponent(issuer)}&period=30&digits=${DIGITS}`;
  return `otpauth://totp/${label}?${query}`;
}
