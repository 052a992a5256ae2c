import { type AuditEntry, type AuditEvent, link } from "../../server/audit/chain.ts";
import type { CheckpointSigner } from "../../server/audit/checkpoints.ts";
import { type AuditExtract, extractAudit } from "../../server/audit/extract.ts";

const EVENTS: readonly AuditEvent[] = [
  { who: "anna", what: "createCase", details: { id: "C1" } },
  { who: "anna", what: "createCase", details: { id: "C2" } },
  { who: "boris", what: "openClaims", target: "C2" },
  { who: "anna", what: "openClaims", target: "C1", details: { opened: 2 } },
  { who: "boris", what: "setStatus", target: "C1 C1-1", details: { status: "review" } },
];

/** The extract of a small audit log: what was done to the case C1. */
export async function someExtract(signer: CheckpointSigner): Promise<AuditExtract> {
  const entries: AuditEntry[] = [];
  for (const event of EVENTS)
    entries.push(link(event, entries.length, entries.at(-1) ?? { seq: 0, hash: "" }));
  async function* stream() {
    for (const { seq, at, who, what, target, details, previousHash, hash } of entries)
      yield [BigInt(seq), BigInt(at), who, what, target, details, previousHash, hash];
  }
  const database = { queries: { stream } } as unknown as Parameters<typeof extractAudit>[0];
  const made = await extractAudit(database, {
    seq: entries.length,
    at: 1_000,
    signer,
    belongs: (one) => one.target.startsWith("C1") || one.details.includes('"C1"'),
  });
  if (made === null) throw new Error("the log is empty");
  return made;
}
