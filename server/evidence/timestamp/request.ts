import { createHash, randomBytes } from "node:crypto";

/**
 * Requests and answers of a time-stamping service (RFC 3161) in DER. Only what is needed to ask for
 * a stamp and to see that the answer is one for these bytes: whether the stamp is genuine is for
 * `openssl ts -verify`, which knows the service's certificate.
 */
export interface StampRequest {
  readonly der: Buffer;
  /** As they stand in an answer for the same request. */
  readonly imprint: Buffer;
  readonly nonce: Buffer;
}

const SEQUENCE = 0x30;
const INTEGER = 0x02;
/** AlgorithmIdentifier of SHA-256 (RFC 5754): 2.16.840.1.101.3.4.2.1 with no parameters. */
const SHA256 = Buffer.from("300d06096086480165030402010500", "hex");
const VERSION_1 = Buffer.from("020101", "hex");
/** The answer brings the service's certificate, so that it can be checked years later. */
const WITH_CERTIFICATE = Buffer.from("0101ff", "hex");

export function stampRequest(data: Uint8Array): StampRequest {
  const imprint = der(0x04, createHash("sha256").update(data).digest());
  // A first byte of 01 to 7f: a positive number in its shortest form.
  const number = randomBytes(9);
  number[0] = 1 + ((number[0] ?? 0) % 127);
  const nonce = der(INTEGER, number);
  const messageImprint = der(SEQUENCE, Buffer.concat([SHA256, imprint]));
  const parts = [VERSION_1, messageImprint, nonce, WITH_CERTIFICATE];
  return { der: der(SEQUENCE, Buffer.concat(parts)), imprint, nonce };
}

/** Why an answer is no stamp for the request; null = it is one. */
export function stampFault(answer: Buffer, { imprint, nonce }: StampRequest): string | null {
  const whole = element(answer, 0);
  if (whole?.tag !== SEQUENCE || whole.end !== answer.length) return "it is no answer of RFC 3161";
  const status = element(answer, whole.start);
  const code = status?.tag === SEQUENCE ? element(answer, status.start) : null;
  if (!status || code?.tag !== INTEGER) return "it has no status";
  const granted = answer.readUIntBE(code.start, Math.min(6, code.end - code.start));
  if (granted > 1) return `the service refused (status ${granted})`;
  const token = answer.subarray(status.end);
  if (token.length === 0) return "it has no stamp";
  if (!token.includes(imprint)) return "the stamp is for other data";
  return token.includes(nonce) ? null : "the stamp answers another request";
}

function der(tag: number, content: Uint8Array): Buffer {
  // Nothing here is longer than 127 bytes, which one byte of length covers.
  return Buffer.concat([Buffer.from([tag, content.length]), content]);
}

/** Tag and place of the content of the element at `at`; null where there is none. */
function element(bytes: Buffer, at: number): { tag: number; start: number; end: number } | null {
  const [tag, short] = [bytes[at], bytes[at + 1]];
  if (tag === undefined || short === undefined) return null;
  const more = short > 0x80 ? short - 0x80 : 0;
  if (short === 0x80 || more > 4 || at + 2 + more > bytes.length) return null;
  const length = more === 0 ? short : bytes.readUIntBE(at + 2, more);
  const start = at + 2 + more;
  return start + length <= bytes.length ? { tag, start, end: start + length } : null;
}
