import { MINUTE, type Milliseconds } from "../time/instant.ts";

/**
 * Slows guessing down: after some wrong passwords in a row a name or an address waits, twice as
 * long each time. Attempts are counted before the password is looked at, so that many at once do
 * not slip through together.
 */
export interface Backoff {
  /**
   * Milliseconds to wait before the next attempt; 0 = this attempt may go on and counts as wrong
   * until `forgive`.
   */
  attempt(login: string, address: string, now: number): Milliseconds;
  /** The password was right. */
  forgive(login: string, address: string): void;
}

interface Count {
  wrong: number;
  at: number;
}

/** Free attempts; one address may be an office behind one gateway, so it has more. */
const FREE = { login: 5, address: 30 };
const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 15 * MINUTE;
/** Counts fade after so long without an attempt. */
const FADES = 30 * MINUTE;
const MOST_REMEMBERED = 20_000;

export function openBackoff(): Backoff {
  const counts = new Map<string, Count>();
  const waitOf = (key: string, free: number, now: number) => {
    const count = counts.get(key);
    if (!count || now - count.at > FADES || count.wrong < free) return 0;
    const wait = Math.min(FIRST_WAIT * 2 ** (count.wrong - free), LONGEST_WAIT);
    return Math.max(0, count.at + wait - now);
  };
  const countUp = (key: string, now: number) => {
    const known = counts.get(key);
    const wrong = known && now - known.at <= FADES ? known.wrong + 1 : 1;
    // Taken out first, so that the map stays in order of the last attempt.
    counts.delete(key);
    counts.set(key, { wrong, at: now });
    if (counts.size > MOST_REMEMBERED) counts.delete(counts.keys().next().value ?? key);
  };
  return {
    attempt: (login, address, now) => {
      const [byLogin, byAddress] = [`login ${login}`, `address ${address}`];
      const wait = Math.max(waitOf(byLogin, FREE.login, now), waitOf(byAddress, FREE.address, now));
      if (wait > 0) return wait;
      countUp(byLogin, now);
      countUp(byAddress, now);
      return 0;
    },
    forgive: (login, address) => {
      counts.delete(`login ${login}`);
      const byAddress = counts.get(`address ${address}`);
      // Signing in as oneself must not clear the way for guessing others.
      if (byAddress) byAddress.wrong = Math.max(0, byAddress.wrong - 1);
    },
  };
}
