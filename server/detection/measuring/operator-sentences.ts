import { ORGANISATION } from "../../columns/columns.ts";
import { DAY } from "../../time/instant.ts";
import type { Facts, SaidSentence } from "./sentence-facts.ts";
import { compare, must } from "./sentence-figures.ts";

/** A phone is set up while the old one is at hand. */
const GRACE = 1 * DAY;
const FEWEST = 3;

/** A device that took over this account and those of other people, by the logs alone. */
export function operatedTogether(facts: Facts, said: SaidSentence): string[] {
  const { holder, holderKind, exitKind } = facts.columns.accounts;
  const device = String(said.params.device);
  const used = facts.devices.filter((use) => use.device === device).map((use) => use.account);
  const accounts = [...new Set(used)].filter(
    (account) =>
      exitKind[account] === 0 &&
      holder[account] !== -1 &&
      holderKind[account] !== ORGANISATION &&
      isTakenBy(facts, account, device),
  );
  const people = new Set(accounts.map((account) => holder[account]!));
  people.delete(holder[said.account]!);
  return [
    ...must(accounts.includes(said.account), "the device did not take it over"),
    ...must(people.size > 0, "nobody else's account"),
    ...compare(said, { people: people.size }),
  ];
}

/**
 * Used at least three times, other devices before it, and none of them from a day after its first use
 * on; it is the last device of which that is so.
 */
function isTakenBy({ devices }: Facts, account: number, device: string): boolean {
  const own = devices.filter((use) => use.account === account);
  const firstOf = (name: string) =>
    Math.min(...own.flatMap((use) => (use.device === name ? [use.first] : [])));
  const takes = (name: string) => {
    const first = firstOf(name);
    const before = own.filter((use) => use.device !== name && firstOf(use.device) <= first);
    const uses = own.flatMap((use) => (use.device === name ? [use.count] : []));
    return (
      uses.reduce((sum, count) => sum + count, 0) >= FEWEST &&
      before.length > 0 &&
      before.every((use) => use.last <= first + GRACE)
    );
  };
  const later = own.filter((use) => firstOf(use.device) > firstOf(device));
  return takes(device) && !later.some((use) => takes(use.device));
}
