import { createHash } from "node:crypto";

/**
 * Merkle trees as in RFC 9162, section 2.1: one hash stands for a whole log, and a few hashes prove
 * that one entry is in it without showing the others.
 */
const BYTES = 32;

export interface MerkleTree {
  /** Number of leaves. */
  readonly size: number;
  /** Hexadecimal. */
  readonly root: string;
  /** The hashes beside the way from a leaf to the root (RFC 9162, 2.1.3.1), hexadecimal. */
  proof(index: number): string[];
}

/** The hash of a leaf: a zero byte before the data keeps leaves and nodes apart. */
export function leafHash(data: string): Buffer {
  return createHash("sha256")
    .update(Buffer.from([0]))
    .update(data, "utf8")
    .digest();
}

function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return createHash("sha256")
    .update(Buffer.from([1]))
    .update(left)
    .update(right)
    .digest();
}

/**
 * The tree over hashes of leaves. A node without a sibling moves up as it is: this is the same tree
 * as that of the RFC, which splits at the largest power of two.
 */
export function merkleTree(leaves: readonly Uint8Array[]): MerkleTree {
  const levels: Buffer[] = [Buffer.concat(leaves as Uint8Array[])];
  const count = (level: Buffer) => level.length / BYTES;
  const at = (level: Buffer, index: number) => level.subarray(index * BYTES, (index + 1) * BYTES);
  for (let level = levels[0]; level !== undefined && count(level) > 1; level = levels.at(-1)) {
    const next: Buffer[] = [];
    for (let index = 0; index < count(level); index += 2)
      next.push(
        index + 1 < count(level)
          ? nodeHash(at(level, index), at(level, index + 1))
          : at(level, index),
      );
    levels.push(Buffer.concat(next));
  }
  const top = levels.at(-1) ?? Buffer.alloc(0);
  return {
    size: leaves.length,
    // The hash of an empty tree is that of nothing.
    root: leaves.length === 0 ? createHash("sha256").digest("hex") : top.toString("hex"),
    proof: (index) =>
      levels.flatMap((level, height) => {
        const sibling = Math.floor(index / 2 ** height) ^ 1;
        return sibling < count(level) && count(level) > 1
          ? [at(level, sibling).toString("hex")]
          : [];
      }),
  };
}

/** The root that a proof leads to from a leaf (RFC 9162, 2.1.3.2); null: it is no such proof. */
export function rootOfProof(
  leaf: Uint8Array,
  { index, size, proof }: { index: number; size: number; proof: readonly string[] },
): string | null {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) return null;
  let [first, second] = [index, size - 1];
  let hash: Buffer = Buffer.from(leaf);
  for (const text of proof) {
    if (second === 0 || !/^[0-9a-f]{64}$/.test(text)) return null;
    const beside = Buffer.from(text, "hex");
    if (first % 2 === 1 || first === second) {
      hash = nodeHash(beside, hash);
      while (first % 2 === 0 && first !== 0) [first, second] = [halved(first), halved(second)];
    } else hash = nodeHash(hash, beside);
    [first, second] = [halved(first), halved(second)];
  }
  return second === 0 ? hash.toString("hex") : null;
}

function halved(value: number): number {
  return Math.floor(value / 2);
}
