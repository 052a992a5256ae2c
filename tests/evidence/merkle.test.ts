import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { leafHash, merkleTree, rootOfProof } from "../../server/audit/merkle.ts";

/** RFC 9162, 2.1.1, as it is written there: the second way to the same root. */
function treeHash(leaves: readonly Buffer[]): Buffer {
  const [first] = leaves;
  if (first === undefined) return createHash("sha256").digest();
  if (leaves.length === 1) return first;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return createHash("sha256")
    .update(Buffer.from([1]))
    .update(treeHash(leaves.slice(0, split)))
    .update(treeHash(leaves.slice(split)))
    .digest();
}

describe("a Merkle tree", () => {
  it("has the roots that Certificate Transparency publishes", () => {
    const data = ["", "\0", "\u0010", " !", "01", "@ABC", "PQRSTUVW", "`abcdefghijklmno"];
    const root = (count: number) => merkleTree(data.slice(0, count).map(leafHash)).root;
    expect(root(0)).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    expect(root(1)).toBe("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    expect(root(8)).toBe("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
  });

  it("of any size has the root of the RFC, and proves each leaf, and nothing else", () => {
    for (let size = 1; size <= 40; size += 1) {
      const leaves = Array.from({ length: size }, (_, at) => leafHash(`entry ${at}`));
      const tree = merkleTree(leaves);
      expect(tree.root).toBe(treeHash(leaves).toString("hex"));
      for (const [index, leaf] of leaves.entries()) {
        const proof = tree.proof(index);
        expect(proof.length).toBeLessThanOrEqual(Math.ceil(Math.log2(size)));
        expect(rootOfProof(leaf, { index, size, proof })).toBe(tree.root);
        expect(rootOfProof(leafHash("other"), { index, size, proof })).not.toBe(tree.root);
        for (const other of [index - 1, index + 1, size])
          expect(rootOfProof(leaf, { index: other, size, proof })).not.toBe(tree.root);
        expect(rootOfProof(leaf, { index, size, proof: [...proof, tree.root] })).toBe(null);
        if (proof.length > 0)
          expect(rootOfProof(leaf, { index, size, proof: proof.slice(1) })).not.toBe(tree.root);
      }
    }
  });
});
