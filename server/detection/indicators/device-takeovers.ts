import { DAY } from "../../time/instant.ts";
import { CONSTANTS } from "../parameters.ts";
import { type DeviceUse, once } from "./context.ts";

/** What logs of sessions say of who operates which account. */
interface Operators {
  /** The device that operates an account instead of all before it, by account. */
  readonly takeover: ReadonlyMap<number, DeviceUse>;
  /** Devices of an account before that one. */
  readonly earlier: ReadonlyMap<number, readonly string[]>;
  /** Accounts that a device operated at any time, by device. */
  readonly accountsOf: ReadonlyMap<string, ReadonlySet<number>>;
}

/**
 * The device that took an account over. From its first session on, with a day of grace for setting
 * it up, none of the earlier devices was used. One session or two may be a login on somebody's
 * phone. An account of one device was taken over by nobody.
 */
export const operatorsOf = once(({ input }): Operators => {
  const uses = new Map<number, DeviceUse[]>();
  const accountsOf = new Map<string, Set<number>>();
  for (const use of merged(input.devices ?? [])) {
    const own = uses.get(use.account);
    if (own) own.push(use);
    else uses.set(use.account, [use]);
    const accounts = accountsOf.get(use.device) ?? new Set<number>();
    accountsOf.set(use.device, accounts.add(use.account));
  }
  const takeover = new Map<number, DeviceUse>();
  const earlier = new Map<number, readonly string[]>();
  const grace = CONSTANTS.operators.graceDays * DAY;
  const { fewestUses } = CONSTANTS.operators;
  for (const [account, own] of uses) {
    const before = (use: DeviceUse) =>
      own.filter((other) => other !== use && other.first <= use.first);
    const found = own.findLast((use) => {
      const older = before(use);
      const left = older.every(({ last }) => last <= use.first + grace);
      return use.count >= fewestUses && older.length > 0 && left;
    });
    if (found === undefined) continue;
    takeover.set(account, found);
    earlier.set(
      account,
      before(found).map(({ device }) => device),
    );
  }
  return { takeover, earlier, accountsOf };
});

/** One use for each account and device, in the order of account and first session. */
function merged(uses: readonly DeviceUse[]): DeviceUse[] {
  const found = new Map<string, DeviceUse>();
  for (const use of uses) {
    const key = `${use.account} ${use.device}`;
    const known = found.get(key);
    found.set(
      key,
      known
        ? {
            ...use,
            first: Math.min(known.first, use.first),
            last: Math.max(known.last, use.last),
            count: known.count + use.count,
          }
        : use,
    );
  }
  return [...found.values()].sort(
    (a, b) => a.account - b.account || a.first - b.first || (a.device < b.device ? -1 : 1),
  );
}
