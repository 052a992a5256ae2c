import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

/** A process that cannot be mistaken for a later one that got the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it started, in the kernel's own words: clock ticks on Linux, `ps` text elsewhere. */
  readonly started: string;
}

/** Identity of a running process, undefined when there is none (or only its remains, a zombie). */
export function identify(pid: number): ProcessIdentity | undefined {
  const started = process.platform === "linux" ? startTicks(pid) : startText(pid);
  return started === undefined ? undefined : { pid, started };
}

export function isAlive(identity: ProcessIdentity): boolean {
  return identify(identity.pid)?.started === identity.started;
}

/** This process. */
export function ourselves(): ProcessIdentity {
  const identity = identify(process.pid);
  if (identity === undefined) throw new Error("cannot read this process's own start time");
  return identity;
}

/** Waits until the process is gone; false when it still runs after `timeout` milliseconds. */
export async function waitForEnd(identity: ProcessIdentity, timeout: number): Promise<boolean> {
  const deadline = performance.now() + timeout;
  while (isAlive(identity)) {
    if (performance.now() > deadline) return false;
    await pause(50);
  }
  return true;
}

export function signal(identity: ProcessIdentity, name: NodeJS.Signals): void {
  if (!isAlive(identity)) return;
  try {
    process.kill(identity.pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** Running processes whose command line holds each of the words. */
export function processesWith(words: readonly string[]): ProcessIdentity[] {
  const listing = execFileSync("ps", ["-axww", "-o", "pid=,args="], {
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  const found: ProcessIdentity[] = [];
  for (const line of listing.split("\n")) {
    if (!words.every((word) => line.includes(word))) continue;
    const identity = identify(Number.parseInt(line, 10));
    if (identity !== undefined) found.push(identity);
  }
  return found;
}

function startTicks(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The command name stands in brackets and may hold anything; the fields after it are fixed
    // (proc(5)).
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" || fields[0] === "X" ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

function startText(pid: number): string | undefined {
  try {
    const text = execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], {
      encoding: "utf8",
    }).trim();
    return text === "" ? undefined : text;
  } catch {
    return undefined;
  }
}
