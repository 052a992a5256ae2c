import { z } from "zod";
import type { Queries } from "../../../graph-queries/runner.ts";
import { readGroups } from "./regroup.store.ts";

const groupRow = z.object({ groups: z.array(z.string()) });

/**
 * The stolen transfers of every report follow the data. A report that cites a row which a person
 * has joined to another, a receipt's to the bank's for example, then means the transfer that is
 * shown; what it cites itself is kept.
 */
export async function linkReports(queries: Queries): Promise<void> {
  await queries.run("loading/link-reports", { joined: await joinedRows(queries) });
}

/** By the id of a row that a person's decision joined to another: the transfer that is shown. */
async function joinedRows(queries: Queries): Promise<Readonly<Record<string, string>>> {
  const [row] = await queries.read("loading/accepted-groups", {}, groupRow);
  if (row === undefined || row.groups.length === 0) return {};
  // The order of the records does not matter here: the one that is shown is known.
  const stored = await readGroups(queries, row.groups, () => 0);
  return Object.fromEntries(
    stored.flatMap(({ properties, records }) =>
      records
        .filter(({ id }) => id !== properties.id)
        .map(({ id }) => [id, String(properties.id)] as const),
    ),
  );
}
