import { z } from "zod";
import type { Database } from "../neo4j/database.ts";
import { entriesAfter } from "./audit.store.ts";
import { type AuditEntry, auditEntry, linkText } from "./chain.ts";
import type { CheckpointSigner } from "./checkpoints.ts";
import { leafHash, merkleTree } from "./merkle.ts";

/** Where the log stood as a whole: the root of the tree over all its entries, signed. */
const treeHead = z.object({
  size: z.number().int().positive(),
  root: z.string(),
  /** The last entry: what `Audit-Checkpoint` states. */
  seq: z.number().int().positive(),
  hash: z.string(),
  /** UTC milliseconds. */
  at: z.number().int(),
  /** Ed25519 over `treeHeadText`, base64. */
  signature: z.string(),
  fingerprint: z.string(),
});
type TreeHead = z.infer<typeof treeHead>;

/** The entries of one matter, each with the proof that it is in the signed tree. */
export const auditExtract = z.object({
  checkpoint: treeHead,
  entries: z.array(
    z.object({
      index: z.number().int().nonnegative(),
      entry: auditEntry,
      proof: z.array(z.string()),
    }),
  ),
});
export type AuditExtract = z.infer<typeof auditExtract>;

export function treeHeadText(head: Omit<TreeHead, "signature" | "fingerprint">): Buffer {
  const { size, root, seq, hash, at } = head;
  return Buffer.from(
    `dropper-graph audit tree\n${size}\n${root}\n${seq}\n${hash}\n${at}\n`,
    "utf8",
  );
}

/**
 * The entries that `belongs` takes, out of the log up to the entry `seq`. The others are not shown;
 * only their hashes are, as far as the proofs need them. null where there is no entry at all.
 */
export async function extractAudit(
  { queries }: Pick<Database, "queries">,
  options: {
    readonly seq: number;
    readonly at: number;
    readonly signer: CheckpointSigner;
    readonly belongs: (entry: AuditEntry) => boolean;
  },
): Promise<AuditExtract | null> {
  const leaves: Buffer[] = [];
  const own: { index: number; entry: AuditEntry }[] = [];
  let last: AuditEntry | null = null;
  for await (const entry of entriesAfter(queries, 0)) {
    if (entry.seq > options.seq) break;
    if (options.belongs(entry)) own.push({ index: leaves.length, entry });
    leaves.push(leafHash(linkText(entry)));
    last = entry;
  }
  if (last === null) return null;
  const tree = merkleTree(leaves);
  const { at, signer } = options;
  const head = { size: tree.size, root: tree.root, seq: last.seq, hash: last.hash, at };
  const signature = signer.sign(treeHeadText(head)).toString("base64");
  return {
    checkpoint: { ...head, signature, fingerprint: signer.fingerprint },
    entries: own.map(({ index, entry }) => ({ index, entry, proof: tree.proof(index) })),
  };
}
