import { randomUUID } from "node:crypto";
import { link, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { UserError } from "../errors/user-error.ts";
import { isAlive, ourselves } from "./processes.ts";

const owner = z.object({ pid: z.number(), started: z.string(), purpose: z.string() });

/**
 * Runs `work` while no other process (nor another caller here) holds the same lock file. A lock
 * whose owner has died is broken. Waits at most `patience` milliseconds, then says who holds it.
 */
export async function withLock<Result>(
  path: string,
  purpose: string,
  work: () => Promise<Result>,
  patience = 15 * 60_000,
): Promise<Result> {
  const ticket = `${path}.${randomUUID()}`;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(ticket, JSON.stringify({ ...ourselves(), purpose }), { mode: 0o600 });
  const deadline = performance.now() + patience;
  try {
    // A hard link either appears with its content complete or not at all.
    while (!(await tryLink(ticket, path))) {
      const holder = await readOwner(path);
      if (holder === undefined || isAlive(holder)) {
        if (performance.now() > deadline) throw busy(holder);
        await pause(50);
      } else {
        await breakStale(path, ticket);
      }
    }
    try {
      return await work();
    } finally {
      await rm(path, { force: true });
    }
  } finally {
    await rm(ticket, { force: true });
  }
}

/** The purpose the lock is held for; undefined where it is free or its owner has died. */
export async function heldFor(path: string): Promise<string | undefined> {
  const holder = await readOwner(path).catch(() => undefined);
  return holder !== undefined && isAlive(holder) ? holder.purpose : undefined;
}

async function tryLink(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

async function readOwner(path: string): Promise<z.infer<typeof owner> | undefined> {
  try {
    return owner.parse(JSON.parse(await readFile(path, "utf8")));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/**
 * Takes a dead owner's lock away. One process at a time looks and removes: a lock that a living one
 * has taken in between would otherwise be removed too.
 */
async function breakStale(path: string, ticket: string): Promise<void> {
  const breaking = `${path}.breaking`;
  if (!(await tryLink(ticket, breaking))) {
    const breaker = await readOwner(breaking);
    if (breaker !== undefined && !isAlive(breaker)) await rm(breaking, { force: true });
    await pause(20);
    return;
  }
  try {
    const holder = await readOwner(path);
    if (holder !== undefined && !isAlive(holder)) await rm(path, { force: true });
    await dropTickets(path);
  } finally {
    await rm(breaking, { force: true });
  }
}

/** Killed processes leave their tickets behind. */
async function dropTickets(path: string): Promise<void> {
  for (const name of await readdir(dirname(path))) {
    if (!name.startsWith(`${basename(path)}.`)) continue;
    const other = join(dirname(path), name);
    // One that is being written cannot be read yet.
    const owner = await readOwner(other).catch(() => undefined);
    if (owner !== undefined && !isAlive(owner)) await rm(other, { force: true });
  }
}

function busy(holder: z.infer<typeof owner> | undefined): UserError {
  const who =
    holder === undefined ? "another process" : `process ${holder.pid} (${holder.purpose})`;
  return new UserError({
    code: "data-folder-busy",
    message: `The data folder is being used by ${who} and did not become free in time.`,
    remedy: "Wait until that process has finished, or use another folder with --data.",
    status: 503,
  });
}

/** Leases say which processes use the server; the last one to leave stops it. */
export async function takeLease(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${randomUUID()}.json`);
  await writeFile(path, JSON.stringify({ ...ourselves(), purpose: "lease" }), { mode: 0o600 });
  return path;
}

/** How many living leases there are; those of dead processes are removed. */
export async function countLeases(folder: string): Promise<number> {
  let living = 0;
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    // An unreadable lease is what a crash or a full disk left of one.
    const holder = await readOwner(path).catch(() => undefined);
    if (holder !== undefined && isAlive(holder)) living += 1;
    else await rm(path, { force: true });
  }
  return living;
}
