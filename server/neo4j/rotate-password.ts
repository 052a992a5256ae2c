import { randomBytes } from "node:crypto";
import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { nothing } from "../../graph-queries/row-values.ts";
import { connect } from "./connection.ts";
import {
  type DatabaseFolder,
  password,
  passwordPath,
  readIfThere,
  type ServerRecord,
  writeWhole,
} from "./folder.ts";
import { addressOf } from "./server.ts";

/**
 * Gives the folder's server a new password and returns it. The caller holds the lock, and nobody
 * else uses the server. The new one is written down before the server hears it: where a power cut
 * comes between, `takeUpRotation` finds it.
 */
export async function rotatePassword(
  folder: DatabaseFolder,
  server: ServerRecord,
): Promise<string> {
  const [before, after] = [await password(folder), randomBytes(24).toString("hex")];
  await writeWhole(nextPath(folder), after);
  const system = connect({ ...addressOf(server, before), database: "system" });
  try {
    await system.queries.autoCommit("support/change-password", { before, after }, nothing);
  } finally {
    await system.close();
  }
  await rename(nextPath(folder), passwordPath(folder));
  return after;
}

/** Takes the password that was written down last, if the server may know that one; else false. */
export async function takeUpRotation(folder: DatabaseFolder): Promise<boolean> {
  if ((await readIfThere(nextPath(folder))) === undefined) return false;
  await rename(nextPath(folder), passwordPath(folder));
  return true;
}

/** The password in use is known to be right: one that was never told goes. */
export function forgetRotation(folder: DatabaseFolder): Promise<void> {
  return rm(nextPath(folder), { force: true });
}

function nextPath(folder: DatabaseFolder): string {
  return join(folder.home, "password.next");
}
