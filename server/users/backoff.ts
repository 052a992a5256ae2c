import { MINUTE, type Milliseconds } from "../time/instant.ts";

/** Somebody who types a password. */
export interface Attempt {
  readonly login: string;
  readonly address: string;
  /** A browser that has signed this person in before (device-marks.ts), else null. */
  readonly device: string | null;
  /** When the password was set; a new one begins with no wrong attempts. 0 = no such person. */
  readonly passwordAt: number;
}

/**
 * Slows guessing down: after some wrong passwords in a row the next attempt waits, twice as long
 * each time. Login and address count together, so that nobody keeps another person out from
 * elsewhere; a known device counts by itself. Attempts are counted before the password is looked
 * at, so that many at once do not slip through together.
 */
export interface Backoff {
  /**
   * Milliseconds to wait before the next attempt; 0 = this attempt may go on and counts as wrong
   * until `forgive`.
   */
  attempt(who: Attempt, now: number): Milliseconds;
  /** The password was right. */
  forgive(who: Attempt): void;
  /**
   * The password was right, and a code is still to come: only this attempt counts no more. Were all
   * forgiven, whoever has the password could clear the count between two guesses of the code.
   */
  takeBack(who: Attempt): void;
  /**
   * The same as `attempt` for a code after the right password, counted over all addresses: only
   * somebody who has the password can keep its owner waiting, and a new password ends that.
   */
  attemptCode(who: Pick<Attempt, "login" | "passwordAt">, now: number): Milliseconds;
  forgiveCode(who: Pick<Attempt, "login" | "passwordAt">): void;
}

interface Count {
  wrong: number;
  at: number;
}

interface Limit {
  readonly key: string;
  /** Wrong passwords before the first wait. */
  readonly free: number;
}

/** One address may be an office behind one gateway, so it has more free attempts. */
const FREE = { person: 5, address: 30, code: 10 };
const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 15 * MINUTE;
/** Counts fade after so long without an attempt. */
const FADES = 30 * MINUTE;
const MOST_REMEMBERED = 20_000;

export function openBackoff(): Backoff {
  const counts = new Map<string, Count>();
  const waitOf = ({ key, free }: Limit, now: number) => {
    const count = counts.get(key);
    if (!count || now - count.at > FADES || count.wrong < free) return 0;
    const wait = Math.min(FIRST_WAIT * 2 ** (count.wrong - free), LONGEST_WAIT);
    return Math.max(0, count.at + wait - now);
  };
  const countUp = ({ key }: Limit, now: number) => {
    const known = counts.get(key);
    const wrong = known && now - known.at <= FADES ? known.wrong + 1 : 1;
    // Taken out first, so that the map stays in order of the last attempt.
    counts.delete(key);
    counts.set(key, { wrong, at: now });
    if (counts.size > MOST_REMEMBERED) counts.delete(counts.keys().next().value ?? key);
  };
  const attempt = (limits: readonly Limit[], now: number) => {
    const wait = Math.max(...limits.map((limit) => waitOf(limit, now)));
    if (wait > 0) return wait;
    for (const limit of limits) countUp(limit, now);
    return 0;
  };
  const countDown = ({ key }: Limit) => {
    const count = counts.get(key);
    if (count) count.wrong = Math.max(0, count.wrong - 1);
  };
  return {
    attempt: (who, now) => attempt(limitsOf(who), now),
    forgive: (who) => {
      const [own, ofAddress] = limitsOf(who);
      if (own) counts.delete(own.key);
      // Signing in as oneself must not clear the way for guessing others.
      if (ofAddress) countDown(ofAddress);
    },
    takeBack: (who) => limitsOf(who).forEach(countDown),
    attemptCode: (who, now) => attempt([codeLimit(who)], now),
    forgiveCode: (who) => void counts.delete(codeLimit(who).key),
  };
}

function limitsOf({ login, address, device, passwordAt }: Attempt): Limit[] {
  const person = `${login} ${passwordAt}`;
  if (device !== null) return [{ key: `${person} device ${device}`, free: FREE.person }];
  return [
    { key: `${person} address ${address}`, free: FREE.person },
    { key: `address ${address}`, free: FREE.address },
  ];
}

function codeLimit({ login, passwordAt }: Pick<Attempt, "login" | "passwordAt">): Limit {
  return { key: `${login} ${passwordAt} code`, free: FREE.code };
}
