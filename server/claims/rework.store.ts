import { z } from "zod";
import { oneCase } from "../cases/cases.store.ts";
import { isUserError, UserError } from "../errors/user-error.ts";
import type { Database } from "../neo4j/database.ts";
import type { Actor } from "../versions/versions.ts";
import type { StoredClaim } from "./claim.ts";
import { claimsOfCase } from "./claims.store.ts";
import { reworkDirect } from "./direct.store.ts";
import { lockCase } from "./record.ts";
import { reworkTraced, tracedNow } from "./traced.store.ts";
import { ruleOf } from "./traced.ts";

const caseRow = z.object({ id: z.string() });

/**
 * Works the drafts of an open case out anew from the data of today; a claim past draft stays as it
 * is. A draft whose transfers are all gone has no lines left.
 */
export async function reworkDrafts(
  database: Database,
  caseId: string,
  actor: Actor,
  signal?: AbortSignal,
): Promise<void> {
  const { queries } = database;
  const { status } = await oneCase(queries, caseId);
  const drafts = (await claimsOfCase(queries, caseId)).filter((one) => one.status === "draft");
  if (status !== "open" || drafts.length === 0) return;
  const rule = ruleOf(drafts);
  const traced = rule === null ? null : await tracedNow(database, caseId, rule, signal);
  await queries.transaction(async (transaction) => {
    const { number } = await lockCase(transaction, caseId, actor);
    await reworkDirect(transaction, caseId, number, actor);
    if (traced !== null) await reworkTraced(transaction, caseId, number, actor, traced);
  });
}

/**
 * A draft leaves the office as the data are. One that has fallen behind them is worked out anew and
 * refused, so that the person first sees what is asked of whom now.
 */
export async function leaveDraft(
  database: Database,
  at: { readonly caseId: string; readonly claim: string },
  actor: Actor,
  signal?: AbortSignal,
): Promise<void> {
  const find = async () =>
    (await claimsOfCase(database.queries, at.caseId)).find((one) => one.id === at.claim);
  const before = await find();
  if (before?.status !== "draft") return;
  await reworkDrafts(database, at.caseId, actor, signal);
  const now = await find();
  if (now === undefined || whatIsAsked(now) === whatIsAsked(before)) return;
  throw new UserError({
    code: "draft-reworked",
    status: 409,
    message: `The data have changed: claim ${at.claim} was worked out anew and is another one now.`,
    remedy: "Look at the claim again, then move it on.",
    params: { claim: at.claim },
  });
}

/** The parties and every part of a transfer, so that two states of a claim can be compared. */
function whatIsAsked({ victim, defendant, lines }: StoredClaim): string {
  const parts = lines.map((line) => [line.transferId, String(line.amount), String(line.whole)]);
  return JSON.stringify([victim.key, defendant.key, parts]);
}

/** The same where drafts may be unable to follow: the next export works them out or says why not. */
export async function reworkWherePossible(
  database: Database,
  caseId: string,
  actor: Actor,
  signal?: AbortSignal,
): Promise<void> {
  await reworkDrafts(database, caseId, actor, signal).catch(unlessUserError);
}

/** The same for every open case with a draft, after files were loaded or taken out. */
export async function reworkAllDrafts(
  database: Database,
  actor: Actor,
  signal?: AbortSignal,
): Promise<void> {
  for (const { id } of await database.queries.read("claims/drafted-cases", {}, caseRow))
    await reworkWherePossible(database, id, actor, signal);
}

/** Claims and entries of the register by their ids, and the entries of a table by their instant. */
interface Beside {
  readonly claims?: readonly string[];
  readonly measures?: readonly string[];
  readonly at?: number;
}

/**
 * Works the drafts anew that money touches which a person writes down or takes back: a bank's row
 * that shows an entry is taken off no line. `touched` = ids of the claims or of the entries of the
 * register; traces do not follow what comes back.
 */
export async function followMoney<Done>(
  { queries }: Pick<Database, "queries">,
  actor: Actor,
  change: () => Promise<Done>,
  touched: (done: Done | null) => Beside,
): Promise<Done> {
  const beside = async ({ claims = [], measures = [], at }: Beside) => {
    const entries = { measures: [...measures], at: at === undefined ? null : BigInt(at) };
    const isNone = claims.length + measures.length === 0 && at === undefined;
    if (isNone) return [];
    return queries.read("claims/drafts-beside", { claims: [...claims], ...entries }, caseRow);
  };
  // A correction may name another transfer: the drafts beside the earlier one follow too.
  const before = await beside(touched(null));
  const done = await change();
  const after = await beside(touched(done));
  for (const caseId of new Set([...before, ...after].map(({ id }) => id)))
    await queries
      .transaction(async (transaction) => {
        const { number } = await lockCase(transaction, caseId, actor);
        await reworkDirect(transaction, caseId, number, actor);
      })
      .catch(unlessUserError);
  return done;
}

function unlessUserError(error: unknown): void {
  if (!isUserError(error)) throw error;
}
