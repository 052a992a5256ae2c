import { DAY, type Instant } from "../time/instant.ts";

/** A session with a device; times without a clock take no part. */
export interface DeviceUse {
  readonly at: Instant;
  readonly device: string;
  readonly model: string | null;
}

export interface DeviceTakeover {
  readonly at: Instant;
  readonly device: string;
  readonly model: string | null;
  readonly before: string;
  readonly beforeModel: string | null;
  readonly count: number;
}

/** Days in which the earlier devices may still be used: a phone is set up while the old one is at hand. */
const GRACE = 1 * DAY;
/** Sessions of the new device: one or two may be a login on somebody's phone. */
const FEWEST_USES = 3;
/** Part of the sessions after the grace that the earlier devices may still have. */
const MOST_OF_EARLIER = 0.1;

/**
 * The moments from which on a new device operates the account and those before it hardly any more.
 * A new phone of the holder looks the same: the sentence says what happened, not why. `uses` in
 * any order.
 */
export function takeoversOf(uses: readonly DeviceUse[]): DeviceTakeover[] {
  const ordered = [...uses].sort((left, right) => left.at - right.at);
  const found: DeviceTakeover[] = [];
  const known = new Set<string>();
  for (const [index, { at, device }] of ordered.entries()) {
    if (known.has(device)) continue;
    const earlier = ordered[index - 1];
    if (earlier !== undefined) {
      const own = ordered.slice(index).filter((use) => use.device === device);
      const later = ordered.slice(index).filter((use) => use.at > at + GRACE);
      const ofEarlier = later.filter((use) => known.has(use.device)).length;
      if (own.length >= FEWEST_USES && ofEarlier <= later.length * MOST_OF_EARLIER)
        found.push({
          at,
          device,
          model: own.findLast((use) => use.model !== null)?.model ?? null,
          before: earlier.device,
          beforeModel: earlier.model,
          count: own.length,
        });
    }
    known.add(device);
  }
  return found;
}
