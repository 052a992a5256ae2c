import { createPublicKey, verify } from "node:crypto";
import { hashOf, linkText } from "../audit/chain.ts";
import { auditExtract, treeHeadText } from "../audit/extract.ts";
import { leafHash, rootOfProof } from "../audit/merkle.ts";
import { type BagProblem, problem } from "./bag/problems.ts";

/** The entries of the audit log about the case, beside the payload: they grow with every export. */
export const AUDIT_EXTRACT = "audit/extract.json";

/** The label of bag-info.txt under which a package states where the audit log stood: "SEQ HASH". */
export const CHECKPOINT_LABEL = "Audit-Checkpoint";

/**
 * Checks an extract from its bytes alone: its place of the log is signed with the package's key and
 * is the one bag-info.txt states, and every entry is whole and in the signed tree.
 */
export function auditFaults(
  bytes: Buffer,
  of: { readonly publicKey: Buffer | null; readonly stated: string | undefined },
): BagProblem[] {
  const fault = (message: string) => [problem("audit", AUDIT_EXTRACT, message)];
  const read = auditExtract.safeParse(jsonOf(bytes));
  if (!read.success) return fault("is no extract of an audit log");
  const { checkpoint, entries } = read.data;
  if (!isSigned(checkpoint, of.publicKey))
    return fault("its place of the audit log is not signed with the package's key");
  if (of.stated !== `${checkpoint.seq} ${checkpoint.hash}`)
    return fault("states another place of the audit log than bag-info.txt");
  return entries.flatMap(({ index, entry, proof }) => {
    if (hashOf(entry) !== entry.hash) return fault(`entry ${entry.seq} was changed`);
    const way = { index, size: checkpoint.size, proof };
    return rootOfProof(leafHash(linkText(entry)), way) === checkpoint.root
      ? []
      : fault(`entry ${entry.seq} is not in the signed log`);
  });
}

function isSigned(
  { signature, ...head }: Parameters<typeof treeHeadText>[0] & { signature: string },
  publicKey: Buffer | null,
): boolean {
  if (publicKey === null) return false;
  try {
    const key = createPublicKey(publicKey);
    return verify(null, treeHeadText(head), key, Buffer.from(signature, "base64"));
  } catch {
    return false;
  }
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    return undefined;
  }
}
