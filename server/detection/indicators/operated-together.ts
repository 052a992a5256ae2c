import { ORGANISATION } from "../../columns/columns.ts";
import { CONSTANTS } from "../parameters.ts";
import { type Context, type DeviceUse, once } from "./context.ts";
import { operatorsOf } from "./device-takeovers.ts";
import { rowsBetween } from "./explained-rows.ts";
import type { Indicator } from "./indicator.ts";

/** Accounts of unrelated people that one device took over while it operated them side by side. */
interface OperatedTogether {
  readonly device: string;
  /** The unrelated accounts operated beside it, in order. */
  readonly accounts: readonly number[];
  /** Other people whose accounts the device took over, related ones too. */
  readonly people: number;
  /**
   * Groups of people, beside its own, that neither holder, phone, earlier device nor dealings
   * connect.
   */
  readonly others: number;
}

/**
 * Handlers log in to the accounts they were given from a device of their own. A device counts that
 * took over accounts of several people who are not related and operated them in the same time. It
 * also operates most of the accounts it ever logged in to. So a family's phone, a relative's help,
 * a phone that was sold and a tablet of a branch are no such device. Empty without session logs.
 */
export const operatedTogether = once((context): ReadonlyMap<number, OperatedTogether> => {
  const { takeover, accountsOf } = operatorsOf(context);
  const { mostAccounts, takenShare } = CONSTANTS.operators;
  const taken = new Map<string, DeviceUse[]>();
  for (const use of takeover.values()) {
    if (!isKnownPerson(context, use.account)) continue;
    const own = taken.get(use.device);
    if (own) own.push(use);
    else taken.set(use.device, [use]);
  }
  const found = new Map<number, OperatedTogether>();
  for (const [device, uses] of taken) {
    const all = accountsOf.get(device)?.size ?? 0;
    if (uses.length < 2 || all > mostAccounts || uses.length < takenShare * all) continue;
    const groupOf = unrelated(context, uses);
    const people = new Set(uses.map(({ account }) => context.columns.accounts.holder[account]!));
    for (const use of uses) {
      const beside = uses.filter(
        (other) =>
          groupOf(other) !== groupOf(use) && other.first <= use.last && use.first <= other.last,
      );
      if (beside.length === 0) continue;
      found.set(use.account, {
        device,
        people: people.size - 1,
        accounts: beside.map(({ account }) => account),
        others: new Set(beside.map(groupOf)).size,
      });
    }
  }
  return found;
});

function isKnownPerson({ columns: { accounts } }: Context, account: number): boolean {
  return (
    accounts.exitKind[account] === 0 &&
    accounts.holder[account] !== -1 &&
    accounts.holderKind[account] !== ORGANISATION
  );
}

/** The group of each use: one for accounts whose people are related as far as the data show. */
function unrelated(context: Context, uses: readonly DeviceUse[]): (use: DeviceUse) => number {
  const groups = uses.map((_, at) => at);
  const root = (at: number): number => {
    let top = at;
    while (groups[top] !== top) top = groups[top]!;
    return top;
  };
  uses.forEach(({ account }, at) => {
    for (let other = 0; other < at; other += 1)
      if (areRelated(context, account, uses[other]!.account)) groups[root(at)] = root(other);
  });
  const placeOf = new Map(uses.map((use, at) => [use, at]));
  return (use) => root(placeOf.get(use)!);
}

/** One holder, one phone, a device that both had before, or money in both directions. */
function areRelated(context: Context, left: number, right: number): boolean {
  const { columns } = context;
  const { holder, phone } = columns.accounts;
  if (holder[left] === holder[right]) return true;
  if (phone[left] !== "" && phone[left] === phone[right]) return true;
  const { earlier } = operatorsOf(context);
  const before = earlier.get(left) ?? [];
  if (earlier.get(right)?.some((device) => before.includes(device))) return true;
  return (
    rowsBetween(columns, left, right).length > 0 && rowsBetween(columns, right, left).length > 0
  );
}

export const oneHand: Indicator = {
  family: "operators",
  ofStubs: true,
  parameters: CONSTANTS.operators,
  points: once((context) => {
    const { aPerson, most } = CONSTANTS.operators;
    const points = new Float64Array(context.flow.accounts);
    const found = operatedTogether(context);
    const weight = asFewHave(context, found);
    for (const [account, { others }] of found)
      points[account] = weight * Math.min(most, aPerson * others);
    return points;
  }),
  explain: (context, account) => {
    const found = operatedTogether(context).get(account);
    if (found === undefined) return undefined;
    const { device, people } = found;
    return { code: "operated-together", params: { device, people }, rows: [] };
  },
};

/**
 * Where more accounts are operated so than droppers can be, it is a custom, and counts the less;
 * not among accounts that were asked for because they are suspicious.
 */
function asFewHave({ held, peers }: Context, found: ReadonlyMap<number, unknown>): number {
  const { fewShare, fewAccounts } = CONSTANTS.operators;
  if (held.chosen) return 1;
  return Math.min(1, Math.max(fewAccounts, fewShare * peers.active.length) / found.size);
}
