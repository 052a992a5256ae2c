import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

/**
 * Text that the database keeps and cannot read: AES-256-GCM under a key of the data folder. `owner`
 * is bound to it, so that a sealed text moved to another person opens nothing.
 */
const CIPHER = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export function seal(key: Buffer, owner: string, text: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(owner));
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url");
}

/** null where the key is another one, or the text was changed or belongs to somebody else. */
export function unseal(key: Buffer, owner: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, "base64url");
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  try {
    const options = { authTagLength: TAG_BYTES };
    const opener = createDecipheriv(CIPHER, key, nonce, options).setAAD(Buffer.from(owner));
    opener.setAuthTag(tag);
    const body = bytes.subarray(NONCE_BYTES + TAG_BYTES);
    return Buffer.concat([opener.update(body), opener.final()]).toString("utf8");
  } catch {
    return null;
  }
}
