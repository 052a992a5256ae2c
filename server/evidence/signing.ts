import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from "node:crypto";
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { UserError } from "../errors/user-error.ts";

/** Signs in the name of the office (Ed25519, RFC 8032). */
export interface Signer {
  /** PEM, as openssl reads it. */
  readonly publicKey: string;
  /**
   * sha256 over the public key's DER form, what `openssl pkey -pubin -outform DER | sha256sum`
   * prints.
   */
  readonly fingerprint: string;
  sign(bytes: Uint8Array): Buffer;
}

/** Where the office's private key lies beside a database. */
export function keyPath(dataDir: string): string {
  return join(dataDir, "keys", "office.key.pem");
}

/**
 * The office's key, made at the first use and readable by its owner only. A key others can read is
 * refused.
 */
export async function officeSigner(dataDir: string): Promise<Signer> {
  const path = keyPath(dataDir);
  const key = createPrivateKey((await readKey(path)) ?? (await makeKey(path)));
  const publicKey = createPublicKey(key);
  return {
    publicKey: publicKey.export({ type: "spki", format: "pem" }).toString(),
    fingerprint: fingerprintOf(publicKey),
    sign: (bytes) => sign(null, bytes, key),
  };
}

async function readKey(path: string): Promise<string | null> {
  const found = await stat(path).catch(() => null);
  if (!found) return null;
  if (process.platform !== "win32" && (found.mode & 0o077) !== 0) {
    throw new UserError({
      code: "key-open-to-others",
      message: `The office's signing key ${path} can be read by other people of this machine.`,
      remedy: `Type: chmod 600 ${path}. If somebody may have copied it, take it away and tell the courts the new fingerprint.`,
      params: { path },
    });
  }
  return readFile(path, "utf8");
}

async function makeKey(path: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const text = generateKeyPairSync("ed25519")
    .privateKey.export({ type: "pkcs8", format: "pem" })
    .toString();
  try {
    await writeFile(path, text, { mode: 0o600, flag: "wx" });
    return text;
  } catch (error) {
    // Two exports at once: the other one made it.
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return readFile(path, "utf8");
    throw error;
  }
}

export function fingerprintOf(key: KeyObject): string {
  return createHash("sha256")
    .update(key.export({ type: "spki", format: "der" }))
    .digest("hex");
}

/**
 * Fingerprint of a public key in PEM and whether it signed `bytes`; null where the text is no
 * Ed25519 key.
 */
export function checkSignature(
  publicKey: Buffer,
  bytes: Buffer,
  signature: Buffer,
): { fingerprint: string; valid: boolean } | null {
  try {
    const key = createPublicKey(publicKey);
    if (key.asymmetricKeyType !== "ed25519") return null;
    return { fingerprint: fingerprintOf(key), valid: verify(null, bytes, key, signature) };
  } catch {
    return null;
  }
}
