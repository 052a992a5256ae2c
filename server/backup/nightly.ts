import { execFile } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { dayOf, instantOfDay } from "../time/day.ts";
import { DAY, type Instant, type Milliseconds } from "../time/instant.ts";
import { lastBackup } from "./make-backup.ts";
import { recipientsOf } from "./recipients.ts";

export interface Nightly {
  readonly dataDir: string;
  readonly to: string;
  /** Time of day in the home zone, from midnight. */
  readonly at: Milliseconds;
  readonly keep: number;
  /** The program that knows the command "backup": encrypting would hold up the server's answers. */
  readonly program: string;
  readonly signal: AbortSignal;
  readonly tell: (line: string) => void;
}

/** One that was missed, because the computer was off, is made up for at the start. */
const MISSED: Milliseconds = DAY + DAY / 12;
/** Longest sleep in one piece; a computer that was suspended is then not late for long. */
const NAP: Milliseconds = 60_000;

/**
 * A backup every night until the signal. One that fails is told and tried the next night; `doctor`
 * names it. UserError "no-backup-key" at once, where no backup could be made.
 */
export async function nightlyBackups(plan: Nightly): Promise<{ readonly done: Promise<void> }> {
  await recipientsOf(plan.dataDir);
  return { done: backUpEveryNight(plan) };
}

async function backUpEveryNight(plan: Nightly): Promise<void> {
  const last = await lastBackup(plan.dataDir);
  let next =
    last === null || last.at < Date.now() - MISSED ? Date.now() : nextAt(plan.at, Date.now());
  while (!plan.signal.aborted) {
    const left = next - Date.now();
    if (left > 0) {
      await pause(Math.min(left, NAP), undefined, { signal: plan.signal }).catch(() => {});
      continue;
    }
    plan.tell(await backUp(plan));
    next = nextAt(plan.at, Date.now());
  }
}

/** The next instant of that time of day in the home zone. */
export function nextAt(time: Milliseconds, now: Instant): Instant {
  const today = instantOfDay(dayOf(now)) + time;
  return today > now ? today : instantOfDay(dayOf(now) + 1) + time;
}

/** One sentence on how it went. */
function backUp({ program, dataDir, to, keep, signal }: Nightly): Promise<string> {
  const words = [program, "backup", "--data", dataDir, "--to", to, "--keep", String(keep)];
  return new Promise((resolve) => {
    execFile(process.execPath, words, { signal }, (error, _out, told) => {
      const last = told.trim().split("\n").at(-1) ?? "";
      resolve(
        error === null ? `Backup made: ${last}` : `The backup was not made: ${last || error}`,
      );
    });
  });
}
