import type { Context } from "../indicators/context.ts";
import { placesOf, suspectRows } from "../indicators/suspect-rows.ts";
import type { SuspectGroup } from "./suspect-clusters.ts";

/**
 * Groups of one: each person's account that received reported money and is in no cluster, with the
 * victims who paid it. `isWanted` says of which accounts; so a case can be opened where the data
 * show no more than the reports.
 */
export function reportedGroups(
  context: Context,
  isWanted: (account: number) => boolean,
): SuspectGroup[] {
  if (context.input.reports.length === 0) return [];
  const { rows, stolen, victims, incoming, isPerson } = suspectRows(context);
  const payees = new Set<number>();
  for (const place of stolen) payees.add(rows.to[place]!);
  return [...payees]
    .filter((account) => isPerson(account) && !victims.has(account) && isWanted(account))
    .sort((a, b) => a - b)
    .map((account) => {
      const paid = placesOf(incoming, account).filter((place) => stolen.has(place));
      const payers = new Set(Array.from(paid, (place) => rows.from[place]!));
      const relations = new Set(
        Array.from(paid, (place) => context.relationOfRow[rows.row[place]!]!),
      );
      relations.delete(-1);
      return { members: [account, ...payers], relations: [...relations] };
    });
}
