import { EXIT_KINDS, type TransferColumns } from "../columns/columns.ts";
import { DAY } from "../time/instant.ts";
import type { Part } from "./rules/pot.ts";
import type { World } from "./world.ts";

/** A payment into a stop is looked for this long before the money comes back out of it. */
const REFUND_DAYS = 30 * DAY;

/** A payment of stolen money into an account where the trace stops. */
export interface Stopped {
  readonly row: number;
  readonly payer: number;
  /** Victims' parts. */
  readonly parts: readonly Part[];
}

export interface Refunds {
  /** Notes what went into a stop. */
  into(stop: number, stopped: Stopped): void;
  /**
   * What a payment out of a stop gives back. It is a refund where a shop, a terminal or a bank's
   * transit account pays the same sum to the account it got it from. It is blocked money returned
   * where a victim gets the sum or his part of it. Each payment in is given back once, the latest
   * first.
   */
  outOf(stop: number, row: number, isHome: (victim: number) => boolean): Stopped | undefined;
}

/**
 * Cash, crypto and money sent abroad does not come back in a way that could be told: what comes
 * from there is somebody's own money.
 */
const NEVER: ReadonlySet<string> = new Set(["cash", "crypto", "foreign"]);

export function refunds(world: World): Refunds {
  const { columns } = world;
  const waiting = new Map<number, Stopped[]>();
  return {
    into: (stop, stopped) => {
      if (NEVER.has(exitKindOf(columns, stop))) return;
      const list = waiting.get(stop);
      if (list === undefined) waiting.set(stop, [stopped]);
      else list.push(stopped);
    },
    outOf: (stop, row, isHome) => {
      const list = waiting.get(stop);
      if (list === undefined) return undefined;
      const amount = columns.amount[row] as bigint;
      const payee = columns.to[row] as number;
      for (let at = list.length - 1; at >= 0; at -= 1) {
        const one = list[at] as Stopped;
        if ((columns.bookedAt[one.row] as number) < (columns.bookedAt[row] as number) - REFUND_DAYS)
          return undefined;
        const whole = columns.amount[one.row] === amount;
        if (whole && one.payer === payee) {
          list.splice(at, 1);
          return one;
        }
        const own = one.parts.filter((part) => isHome(part.tag));
        const sum = own.reduce((total, part) => total + part.amount, 0n);
        // A shop owes a stranger nothing; a bank gives a victim what it had blocked.
        if (sum > 0n && (whole || sum === amount) && world.stops.get(stop) === "pooled") {
          list.splice(at, 1);
          return { ...one, parts: own };
        }
      }
      return undefined;
    },
  };
}

function exitKindOf(columns: TransferColumns, account: number): string {
  const kind = columns.accounts.exitKind[account] as number;
  return kind === 0 ? "" : (EXIT_KINDS[kind - 1] as string);
}
