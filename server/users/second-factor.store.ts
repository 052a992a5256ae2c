import { randomUUID } from "node:crypto";
import { z } from "zod";
import { type Role, role } from "../../contract/user-roles.ts";
import { count, text } from "../../graph-queries/row-values.ts";
import { UserError } from "../errors/user-error.ts";
import { dataSecret } from "../neo4j/data-secret.ts";
import type { Database } from "../neo4j/database.ts";
import { newRecoveryCodes, recoveryHash } from "./recovery-codes.ts";
import { seal, unseal } from "./sealing.ts";
import { newSecret, secretBytes, stepOfCode } from "./totp.ts";
import { endAccessOf, nobody, sameLogin } from "./users.store.ts";

type Kept = Pick<Database, "queries" | "dataDir">;

/**
 * Second factors in the database: the secret is sealed under a key of the data folder, of recovery
 * codes only keyed hashes are kept. docs/decisions/019-second-factor.md.
 */
const factorRow = z.object({ secret: text, pending: text, codesLeft: count });
const loginRow = z.object({ login: z.string() });
const rolesRow = z.object({ roles: z.array(role) });

const keyOf = ({ dataDir }: Kept) => dataSecret(dataDir, "second-factor");

async function factorOf({ queries }: Kept, login: string): Promise<z.infer<typeof factorRow>> {
  const [row] = await queries.read("users/factor", { login }, factorRow);
  if (!row) throw nobody(login);
  return row;
}

export async function codesLeft(database: Kept, login: string): Promise<number> {
  return (await factorOf(database, login)).codesLeft;
}

/** A new secret that waits for a first code. UserError "second-factor-on". */
export async function beginFactor(database: Kept, login: string): Promise<string> {
  const secret = newSecret();
  const parameters = { login, secret: seal(await keyOf(database), login, secret) };
  const [row] = await database.queries.write("users/begin-factor", parameters, loginRow);
  if (row) return secret;
  throw new UserError({
    code: "second-factor-on",
    status: 409,
    message: "The second factor is on already.",
    remedy: "Switch it off first; that needs a code of it.",
  });
}

/** Switches the pending factor on with a first code; answers the recovery codes. */
export async function turnFactorOn(
  database: Kept,
  login: string,
  code: string,
  now: number,
): Promise<string[]> {
  const { pending } = await factorOf(database, login);
  const key = await keyOf(database);
  const secret = pending === null ? null : unseal(key, login, pending);
  const step = secret === null ? null : stepOfCode(secretBytes(secret), plainCode(code), now);
  if (step === null) throw wrongCode();
  const codes = newRecoveryCodes();
  const hashes = codes.map((one) => recoveryHash(key, login, one));
  const parameters = { login, pending, step: BigInt(step), codes: hashes };
  const [row] = await database.queries.write("users/turn-factor-on", parameters, loginRow);
  if (!row) throw wrongCode();
  return codes;
}

/** New recovery codes in place of the old ones. */
export async function renewCodes(database: Kept, login: string): Promise<string[]> {
  const key = await keyOf(database);
  const codes = newRecoveryCodes();
  const hashes = codes.map((one) => recoveryHash(key, login, one));
  const parameters = { login, codes: hashes };
  const [row] = await database.queries.write("users/set-recovery-codes", parameters, loginRow);
  if (!row) throw wrongCode();
  return codes;
}

/**
 * What a code was: of the app, or a recovery code with the number of those left; null = neither.
 */
export type UsedCode =
  | { readonly kind: "app" }
  | { readonly kind: "recovery"; readonly left: number };

/** Uses a code up. Of the app it counts once, and no earlier one counts after it. */
export async function spendCode(
  database: Kept,
  login: string,
  code: string,
  now: number,
): Promise<UsedCode | null> {
  const { secret: sealed } = await factorOf(database, login);
  if (sealed === null) return null;
  const key = await keyOf(database);
  const secret = unseal(key, login, sealed);
  if (secret === null) throw unreadable();
  const mark = randomUUID();
  const step = stepOfCode(secretBytes(secret), plainCode(code), now);
  if (step !== null) {
    const parameters = { login, step: BigInt(step), mark };
    const [row] = await database.queries.write("users/use-factor-step", parameters, loginRow);
    return row ? { kind: "app" } : null;
  }
  const parameters = { login, code: recoveryHash(key, login, code), mark };
  const left = z.object({ codesLeft: count });
  const [row] = await database.queries.write("users/use-recovery-code", parameters, left);
  return row ? { kind: "recovery", left: row.codesLeft } : null;
}

/** Takes a person's second factor away. */
export async function removeFactor(database: Kept, login: string): Promise<void> {
  const [row] = await database.queries.write("users/remove-factor", { login }, loginRow);
  if (!row) throw nobody(login);
}

/** The same by an admin, for a lost telephone: the person's sessions and tokens end. */
export async function resetFactor(database: Kept, given: string): Promise<void> {
  const login = sameLogin(given);
  await database.queries.transaction(async (transaction) => {
    const [row] = await transaction.run("users/remove-factor", { login }, loginRow);
    if (!row) throw nobody(login);
    await endAccessOf(transaction, login);
  });
}

/** The roles that need a second factor. */
export async function factorRoles({ queries }: Kept): Promise<Role[]> {
  const [row] = await queries.read("users/factor-roles", {}, rolesRow);
  return row?.roles ?? [];
}

export async function setFactorRole(
  { queries }: Kept,
  needs: { readonly role: Role; readonly required: boolean },
): Promise<Role[]> {
  const [row] = await queries.write("users/set-factor-role", needs, rolesRow);
  return row?.roles ?? [];
}

function plainCode(code: string): string {
  return code.replace(/[\s-]/g, "");
}

export function wrongCode(): UserError {
  return new UserError({
    code: "wrong-code",
    status: 403,
    message: "This code does not fit, or it was used already.",
    remedy:
      "Wait for the next code of the app, or use a recovery code; an admin can take the second factor away.",
  });
}

/** The key of the data folder is not the one that the secret was sealed with. */
function unreadable(): UserError {
  return new UserError({
    code: "second-factor-unreadable",
    status: 409,
    message: "The second factor cannot be read: its key is missing from this data folder.",
    remedy: "An admin takes the second factor away, then the person sets it up anew.",
  });
}
