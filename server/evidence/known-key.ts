import { createPrivateKey, createPublicKey } from "node:crypto";
import { readFile, realpath, stat } from "node:fs/promises";
import { sep } from "node:path";
import { UserError } from "../errors/user-error.ts";
import { fingerprintOf, keyPath } from "./signing.ts";

/** The key a package should be signed with, known from outside the package. */
export interface KnownKey {
  readonly fingerprint: string;
  /** "named": the person named it. "office": it lies in the data folder of the office. */
  readonly from: "named" | "office";
  /** True where a package signed with another key is at fault, false where that is only said. */
  readonly required: boolean;
}

/**
 * The key a person names: a fingerprint as people write it (upper case, in groups, with colons), or
 * a file with the public key (PEM or DER). A key out of the package itself is refused, because
 * whoever signs a package anew puts his own key there. UserErrors "bad-key", "key-of-package".
 */
export async function namedKey(text: string, packagePath: string): Promise<KnownKey> {
  const plain = plainFingerprint(text);
  const fingerprint = plain ?? (await fingerprintOfFile(text, packagePath));
  return { fingerprint, from: "named", required: true };
}

/** The key of the office whose data folder this is; null where it has never signed anything. */
export async function officeKey(
  dataDir: string,
  options: { readonly required: boolean },
): Promise<KnownKey | null> {
  const pem = await readFile(keyPath(dataDir), "utf8").catch(() => null);
  if (pem === null) return null;
  const fingerprint = fingerprintOf(createPublicKey(createPrivateKey(pem)));
  return { fingerprint, from: "office", ...options };
}

function plainFingerprint(text: string): string | null {
  const plain = text
    .replace(/[\s:]/g, "")
    .toLowerCase()
    .replace(/^sha256/, "");
  return /^[0-9a-f]{64}$/.test(plain) ? plain : null;
}

async function fingerprintOfFile(path: string, packagePath: string): Promise<string> {
  const file = await realpath(path).catch(() => null);
  if (file === null || !(await stat(file)).isFile()) throw badKey(path);
  const root = await realpath(packagePath).catch(() => packagePath);
  if (file.startsWith(root + sep)) throw keyOfPackage(path);
  try {
    const bytes = await readFile(file);
    const key = bytes.includes("-----BEGIN")
      ? createPublicKey(bytes)
      : createPublicKey({ key: bytes, format: "der", type: "spki" });
    if (key.asymmetricKeyType === "ed25519") return fingerprintOf(key);
  } catch {
    // Said below: a file that is no key.
  }
  throw badKey(path);
}

function badKey(text: string): UserError {
  return new UserError({
    code: "bad-key",
    message: `"${text}" is neither the fingerprint of a key nor a file with an Ed25519 public key.`,
    remedy: "A fingerprint has 64 digits and letters a to f; it stands in the cover letter.",
    params: { key: text },
  });
}

function keyOfPackage(path: string): UserError {
  return new UserError({
    code: "key-of-package",
    message: `${path} is a part of the package: whoever changes a package also puts a key there.`,
    remedy: "Name the key or the fingerprint that the office gave you another way.",
    params: { key: path },
  });
}
