import { createHmac } from "node:crypto";
import { letterGroup } from "./passwords.ts";

/** Codes on paper for a lost telephone, each for one sign-in. */
const HOW_MANY = 10;

/** Ten letters each, 49 bits: guessing has a brake (backoff.ts), and only keyed hashes are kept. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: HOW_MANY }, () => `${letterGroup()}-${letterGroup()}`);
}

/** The same however a person types it. */
export function recoveryHash(key: Buffer, login: string, code: string): string {
  const plain = code.toLowerCase().replace(/[^a-z0-9]/g, "");
  return createHmac("sha256", key).update(`recovery\n${login}\n${plain}`).digest("hex");
}
