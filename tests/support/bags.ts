import { generateKeyPairSync, sign } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { BagFiles } from "../../server/evidence/bag/bag-files.ts";
import type { WithheldFacts } from "../../server/evidence/case-facts.ts";
import type { Sender } from "../../server/evidence/cover/cover-papers.ts";
import { fingerprintOf, type Signer } from "../../server/evidence/signing.ts";

/** A signer with a key of its own. */
export function someSigner(): Signer {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  return {
    publicKey: publicKey.export({ type: "spki", format: "pem" }).toString(),
    fingerprint: fingerprintOf(publicKey),
    sign: (bytes) => sign(null, bytes, privateKey),
  };
}

/** Whom the papers about a package come from, where a test asks nothing of it. */
export const SENDER: Sender = { office: null, fingerprint: "ab".repeat(32) };

/** How much a package of made-up facts leaves out. */
export const WITHHELD: WithheldFacts = {
  otherTransfers: 3,
  otherRules: 0,
  withdrawnClaims: 1,
  emptyDrafts: 0,
  removedFiles: 0,
  notes: 2,
};

/** Every file of a folder with its bytes, by path. */
export function bytesOf(root: string): Map<string, Buffer> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(root.length + 1), readFileSync(path)] as const;
    }),
  );
}

/** A bag that lies in memory. */
export function inMemory(files: ReadonlyMap<string, Buffer>): BagFiles {
  return {
    files: [...files].map(([path, bytes]) => ({
      path,
      size: bytes.length,
      open: async () => Readable.from([bytes], { objectMode: false }),
    })),
    problems: [],
    close: () => {},
  };
}
