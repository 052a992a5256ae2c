import { z } from "zod";
import type { CaseView, caseViews } from "../../contract/case-views.ts";
import { count } from "../../graph-queries/row-values.ts";
import type { Queries } from "../../graph-queries/runner.ts";
import { oneCase } from "./cases.store.ts";
import { refuseClosed } from "./refuse-closed.ts";
import { unknown } from "./unknown.ts";

const places = z.array(z.tuple([z.string(), z.number(), z.number()]));
const viewRow = z.object({
  id: z.string(),
  name: z.string(),
  search: z.string(),
  places: z.string().transform((text) => places.parse(JSON.parse(text))),
  at: count,
  by: z.string(),
});
const idRow = z.object({ id: z.string() });

/** The views that a case keeps; an unknown case is a UserError. */
export async function viewsOfCase(queries: Queries, id: string): Promise<{ views: CaseView[] }> {
  await oneCase(queries, id);
  return { views: await queries.read("case-views/list", { id }, viewRow) };
}

/** Keeps a view. It changes nothing that a colleague may be working on: no version is asked for. */
export async function addView(
  queries: Queries,
  id: string,
  view: z.output<typeof caseViews.add.body>,
  { by, at }: { readonly by: string; readonly at: number },
): Promise<{ views: CaseView[] }> {
  refuseClosed(id, (await oneCase(queries, id)).status);
  const kept = { ...view, places: JSON.stringify(view.places), by, at: BigInt(at) };
  const [added] = await queries.write("case-views/add", { id, view: kept }, idRow);
  if (!added) throw unknown("case", id);
  return viewsOfCase(queries, id);
}

export async function removeView(
  queries: Queries,
  id: string,
  view: string,
): Promise<{ views: CaseView[] }> {
  const [gone] = await queries.write("case-views/remove", { id, view }, idRow);
  if (!gone) throw unknown("view", view);
  return viewsOfCase(queries, id);
}
