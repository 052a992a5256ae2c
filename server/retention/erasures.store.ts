import { unlink } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { cleanText } from "../../contract/clean-text.ts";
import { type Erasure, erasureKind } from "../../contract/retention.ts";
import { count, text } from "../../graph-queries/row-values.ts";
import type { Queries, TransactionQueries } from "../../graph-queries/runner.ts";
import { audit } from "../audit/audit.ts";
import { LOOKS_DESTROYED, looksFiles, looksFolder } from "../audit/looks.ts";
import { dropBytes } from "../case-files/stored-bytes.ts";
import { UserError } from "../errors/user-error.ts";
import type { Database } from "../neo4j/database.ts";
import type { Actor } from "../versions/versions.ts";
import { erasePerson, requireErasable } from "./erase-person.store.ts";
import { dueWithHolds } from "./retention.store.ts";

type Stored = Pick<Database, "queries" | "dataDir">;

const erasureRow = z.object({
  erasure: z
    .object({
      id: z.string(),
      kind: erasureKind,
      what: text,
      reason: z.string(),
      by: z.string(),
      at: count,
      state: z.enum(["asked", "done", "refused"]),
      decidedReason: text,
      decidedBy: text,
      decidedAt: count.nullish(),
      counts: z.string().nullish(),
    })
    .transform(({ decidedReason, decidedBy, decidedAt, counts, ...asked }): Erasure => {
      const decided =
        asked.state === "asked" || decidedAt == null
          ? null
          : { reason: decidedReason ?? "", by: decidedBy ?? "", at: decidedAt };
      return { ...asked, decided, counts: JSON.parse(counts ?? "{}") };
    }),
});

/** All that were asked for, the newest first. */
export async function listErasures(queries: Queries): Promise<Erasure[]> {
  const rows = await queries.read("retention/erasures", { id: null }, erasureRow);
  return rows.map(({ erasure }) => erasure);
}

type Wanted = Pick<Erasure, "kind" | "reason"> & { readonly what: string };

/** Asks for an erasure; nothing is changed before another person has approved it. */
export async function askErasure(stored: Stored, wanted: Wanted, actor: Actor): Promise<string> {
  await requirePossible(stored, wanted, actor.at);
  const { kind, what } = wanted;
  const asked = { kind, what, reason: cleanText(wanted.reason).trim(), by: actor.by };
  const row = z.object({ id: z.string() });
  const parameters = { ...asked, at: BigInt(actor.at) };
  const [made] = await stored.queries.write("retention/add-erasure", parameters, row);
  if (!made) throw new Error("retention/add-erasure returned no row");
  return made.id;
}

/** Of a person the data and cases are asked, of other things whether they are due and not held. */
async function requirePossible(
  stored: Stored,
  { kind, what }: Pick<Wanted, "kind" | "what">,
  at: number,
): Promise<void> {
  if (kind === "person") return requireErasable(stored, what, at);
  const wanted = kind === "looks" ? "looks" : "attachments";
  const due = await dueWithHolds(stored, at);
  const item = due.find((one) => one.class === wanted && one.id === what);
  if (item === undefined) throw notDue(what);
  if (item.held.length > 0) throw heldBy(item.held);
}

/**
 * Another person approves what was asked for, and it is done; or it is refused. The request itself
 * no longer says whom it was about.
 */
export async function decideErasure(
  stored: Stored,
  id: string,
  { approved, reason }: { readonly approved: boolean; readonly reason: string },
  actor: Actor,
): Promise<Erasure> {
  const { queries } = stored;
  const [found] = await queries.read("retention/erasures", { id }, erasureRow);
  const asked = found?.erasure;
  if (asked === undefined) throw noSuchErasure(id);
  if (asked.state !== "asked" || asked.what === null) throw decidedAlready(id);
  if (asked.by === actor.by && approved) throw ownErasure();
  const work = { ...asked, what: asked.what };
  const finished = finishedBy(work, { approved, reason, actor });
  if (!approved) {
    await queries.transaction(async ({ run }) => {
      await finish(run, finished, {});
    });
  } else await carryOut(stored, work, actor, finished);
  const [after] = await queries.read("retention/erasures", { id }, erasureRow);
  if (!after) throw new Error("An erasure was there a moment ago");
  return after.erasure;
}

type Run = TransactionQueries["run"];

type Finished = Readonly<Record<string, unknown>> & { readonly id: string };

function finishedBy(
  { id, kind, what }: Pick<Erasure, "id" | "kind"> & { readonly what: string },
  decision: { readonly approved: boolean; readonly reason: string; readonly actor: Actor },
): Finished {
  const { approved, actor } = decision;
  return {
    id,
    state: approved ? "done" : "refused",
    // Whom it was about is what had to go; a refused one needs it no more either.
    what: kind === "person" ? null : what,
    reason: cleanText(decision.reason).trim(),
    by: actor.by,
    at: BigInt(actor.at),
  };
}

async function finish(
  run: Run,
  finished: Finished,
  counts: Readonly<Record<string, number>>,
): Promise<void> {
  const parameters = { ...finished, counts: JSON.stringify(counts) };
  const [done] = await run("retention/finish-erasure", parameters, z.object({ id: z.string() }));
  if (!done) throw decidedAlready(finished.id);
}

async function carryOut(
  stored: Stored,
  { id, kind, what }: Pick<Erasure, "id" | "kind"> & { readonly what: string },
  actor: Actor,
  finished: Finished,
): Promise<void> {
  const { queries, dataDir } = stored;
  if (kind === "person") {
    const { at } = actor;
    await erasePerson(stored, { id, whom: what, at }, (run, counts) =>
      finish(run, finished, counts),
    );
    return;
  }
  await requirePossible(stored, { kind, what }, actor.at);
  if (kind === "looks") {
    const files = (await looksFiles(dataDir)).filter((name) => name.startsWith(`${what}-`));
    await queries.transaction(({ run }) => finish(run, finished, { files: files.length }));
    for (const file of files) {
      // Its entry first: a file that is gone without one is an alarm of doctor --deep.
      await audit(stored, { who: actor.by, what: LOOKS_DESTROYED, target: file, details: { id } });
      await unlink(join(looksFolder(dataDir), file));
    }
    return;
  }
  const bytes = z.object({ sha256: z.string(), others: count });
  const [gone] = await queries.transaction(async ({ run }) => {
    const marked = { id: what, at: BigInt(actor.at), by: actor.by };
    const rows = await run("retention/erase-attachment", marked, bytes);
    await finish(run, finished, { files: rows.length });
    return rows;
  });
  // The same bytes may be another file's, in this case or in another.
  if (gone?.others === 0) await dropBytes(dataDir, gone.sha256);
}

function notDue(what: string): UserError {
  return new UserError({
    code: "erasure-not-due",
    status: 409,
    message: `${what} is not due: it has no term, or its term has not come.`,
    remedy: "Look at what is due, or set the term of its class first.",
    params: { what },
  });
}

function heldBy(holds: readonly string[]): UserError {
  return new UserError({
    code: "erasure-on-hold",
    status: 409,
    message: `It is held: ${holds.join(", ")}.`,
    remedy: "Ask the head or an admin to lift the hold with a reason.",
    params: { holds: holds.join(", ") },
  });
}

function noSuchErasure(id: string): UserError {
  return new UserError({
    code: "no-such-erasure",
    status: 404,
    message: `Nobody asked for an erasure ${id}.`,
    remedy: "Open it from the list again.",
    params: { id },
  });
}

function decidedAlready(id: string): UserError {
  return new UserError({
    code: "erasure-decided",
    status: 409,
    message: `The erasure ${id} was decided already.`,
    remedy: "Look at the list: it says who decided and how.",
    params: { id },
  });
}

function ownErasure(): UserError {
  return new UserError({
    code: "own-erasure",
    status: 403,
    message: "Nobody approves an erasure that they asked for.",
    remedy: "Ask another head or admin to look at it and approve it.",
  });
}
