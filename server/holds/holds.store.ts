import { z } from "zod";
import { cleanText } from "../../contract/clean-text.ts";
import { holdKind, type LegalHold } from "../../contract/retention.ts";
import { count, nothing } from "../../graph-queries/row-values.ts";
import type { Queries } from "../../graph-queries/runner.ts";
import { UserError } from "../errors/user-error.ts";
import { compactAccountNumber } from "../identity/iban.ts";
import type { Actor } from "../versions/versions.ts";

/** Legal holds: what stands under one is neither withdrawn nor erased. docs/retention.md. */

const holdRow = z.object({
  hold: z
    .object({
      id: z.string(),
      kind: holdKind,
      what: z.string(),
      reason: z.string(),
      by: z.string(),
      at: count,
      liftedReason: z.string().nullish(),
      liftedBy: z.string().nullish(),
      liftedAt: count.nullish(),
    })
    .transform(({ liftedReason, liftedBy, liftedAt, ...hold }): LegalHold => {
      if (liftedAt == null) return { ...hold, lifted: null };
      return {
        ...hold,
        lifted: { reason: liftedReason ?? "", by: liftedBy ?? "", at: liftedAt },
      };
    }),
});

/** A hold as a refusal names it. */
export type Standing = Pick<LegalHold, "id" | "kind" | "what" | "reason">;

/** All holds, the newest first, lifted ones included. */
export async function listHolds(queries: Queries): Promise<LegalHold[]> {
  return (await queries.read("holds/list", {}, holdRow)).map(({ hold }) => hold);
}

/** Puts a case or a person on hold; the data must have it. Answers the hold's number. */
export async function setHold(
  queries: Queries,
  { kind, what, reason }: Pick<LegalHold, "kind" | "what" | "reason">,
  { by, at }: Actor,
): Promise<string> {
  const written = [...new Set([what, compactAccountNumber(what)])];
  const row = z.object({ what: z.string() });
  const [known] = await queries.read("holds/known", { kind, what: written }, row);
  if (!known) throw nobodyThere(kind);
  const hold = { kind, what: known.what, reason: cleanText(reason).trim(), by, at: BigInt(at) };
  const [made] = await queries.write("holds/add", hold, z.object({ id: z.string() }));
  if (!made) throw new Error("holds/add returned no row");
  return made.id;
}

export async function liftHold(
  queries: Queries,
  id: string,
  reason: string,
  { by, at }: Actor,
): Promise<void> {
  const parameters = { id, reason: cleanText(reason).trim(), by, at: BigInt(at) };
  const [lifted] = await queries.write("holds/lift", parameters, nothing);
  if (lifted === undefined) {
    throw new UserError({
      code: "no-such-hold",
      status: 404,
      message: `No hold ${id} stands.`,
      remedy: "Look at the list of holds: somebody may have lifted it.",
      params: { id },
    });
  }
}

const standingRow = z.object({
  id: z.string(),
  kind: holdKind,
  what: z.string(),
  reason: z.string(),
});

/** Holds on data of a loaded file. */
export function holdsOnSource(
  queries: Queries,
  { id, sequence }: { readonly id: string; readonly sequence: number },
): Promise<Standing[]> {
  return queries.read("holds/on-source", { id, prefix: `${sequence} ` }, standingRow);
}

/** UserError "on-hold" where a hold stands; a person's number is in no refusal. */
export function refuseHeld([first, ...others]: readonly Standing[]): void {
  if (first === undefined) return;
  const { id, kind, what, reason } = first;
  const held = kind === "case" ? `the case ${what}` : "a person";
  throw new UserError({
    code: kind === "case" ? "case-on-hold" : "person-on-hold",
    status: 409,
    message:
      `The hold ${id} on ${held} forbids it (${reason})` +
      (others.length === 0 ? "." : `, and so do ${others.map((one) => one.id).join(", ")}.`),
    remedy: "Leave the data, or ask the head or an admin to lift the hold with a reason.",
    params: { hold: id, reason, ...(kind === "case" && { case: what }) },
  });
}

function nobodyThere(kind: LegalHold["kind"]): UserError {
  return new UserError({
    code: kind === "case" ? "hold-of-no-case" : "hold-of-nobody",
    status: 404,
    message: `The data have no such ${kind}.`,
    remedy:
      kind === "case"
        ? "Give the number of a case, such as C12."
        : "Give an IIN, a BIN or the number of an account that was loaded.",
  });
}
