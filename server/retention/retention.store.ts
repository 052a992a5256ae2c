import { z } from "zod";
import { cleanText } from "../../contract/clean-text.ts";
import { type DueItem, type RetentionRule, retentionClass } from "../../contract/retention.ts";
import { count, text } from "../../graph-queries/row-values.ts";
import type { Queries } from "../../graph-queries/runner.ts";
import { looksFiles } from "../audit/looks.ts";
import { UserError } from "../errors/user-error.ts";
import { holdsOnSource, listHolds } from "../holds/holds.store.ts";
import type { Database } from "../neo4j/database.ts";
import { monthsAfter } from "../time/day.ts";
import type { Actor } from "../versions/versions.ts";
import { type Due, dueItems, type Kept, type Review } from "./due.ts";

type Stored = Pick<Database, "queries" | "dataDir">;

const ruleRow = z.object({
  class: retentionClass,
  months: count.nullable(),
  by: text,
  at: count.nullable(),
});

/** The term of every class; a class that nobody has set has none. */
export async function retentionRules(queries: Queries): Promise<RetentionRule[]> {
  const set = await queries.read("retention/rules", {}, ruleRow);
  return retentionClass.options.map(
    (name) =>
      set.find((rule) => rule.class === name) ?? { class: name, months: null, by: null, at: null },
  );
}

export async function setTerm(
  queries: Queries,
  { class: name, months }: Pick<RetentionRule, "class" | "months">,
  { by, at }: Actor,
): Promise<void> {
  const term = months === null ? null : BigInt(months);
  await queries.run("retention/set-rule", { class: name, months: term, by, at: BigInt(at) });
}

/** A review that keeps something longer. */
export async function keepLonger(
  queries: Queries,
  { class: name, id, until, reason }: Pick<Review, "class" | "id" | "until" | "reason">,
  { by, at }: Actor,
): Promise<void> {
  if (Date.parse(`${until}T00:00:00Z`) <= at) throw untilIsPast();
  const review = { class: name, id, until, reason: cleanText(reason).trim(), by, at: BigInt(at) };
  await queries.run("retention/add-review", { review });
}

const reviewRow = z.object({
  class: retentionClass,
  id: z.string(),
  until: z.string(),
  reason: z.string(),
  by: z.string(),
  at: count,
});

function reviewsOf(queries: Queries): Promise<Review[]> {
  return queries.read("retention/reviews", {}, reviewRow);
}

const sourceRow = z.object({ id: z.string(), name: z.string(), since: count });
const attachmentRow = sourceRow.extend({ case: z.string() });

/** Everything that a term counts for. */
async function everything({ queries, dataDir }: Stored, now: number): Promise<Kept[]> {
  const before = { before: BigInt(now) };
  const sources = await queries.read("retention/sources", before, sourceRow);
  const cases = await queries.read("retention/cases", before, sourceRow);
  const attachments = await queries.read("retention/attachments", before, attachmentRow);
  const months = new Set((await looksFiles(dataDir)).map((name) => name.slice(0, 7)));
  return [
    ...sources.map((one): Kept => ({ class: "sources", ...one })),
    ...cases.map((one): Kept => ({ class: "cases", ...one })),
    ...attachments.map((one): Kept => ({ class: "attachments", ...one })),
    ...[...months].map((id): Kept => ({ class: "looks", id, name: id, since: endOfMonth(id) })),
  ];
}

/** What is due for review now, the longest due first. */
export async function dueNow(stored: Stored, now: number): Promise<Due[]> {
  const { queries } = stored;
  const rules = await retentionRules(queries);
  if (rules.every(({ months }) => months === null)) return [];
  return dueItems(await everything(stored, now), rules, await reviewsOf(queries), now);
}

/** The same with the holds that stand on each, for the page. */
export async function dueWithHolds(stored: Stored, now: number): Promise<DueItem[]> {
  const { queries } = stored;
  const due = await dueNow(stored, now);
  const standing = (await listHolds(queries)).filter(({ lifted }) => lifted === null);
  const ofCase = (id: string | undefined) =>
    standing.filter(({ kind, what }) => kind === "case" && what === id).map((one) => one.id);
  const heldBy = async ({ kept }: Due): Promise<string[]> => {
    if (standing.length === 0) return [];
    if (kept.class === "cases") return ofCase(kept.id);
    if (kept.class === "attachments") return ofCase(kept.case);
    // A look may be about anybody who is held.
    if (kept.class === "looks") return standing.map(({ id }) => id);
    return (await holdsOnSource(queries, await numbered(queries, kept.id))).map(({ id }) => id);
  };
  const items: DueItem[] = [];
  for (const one of due) {
    const { class: name, id, since } = one.kept;
    const { review } = one;
    const kept = review && { ...review };
    items.push({
      ...{ class: name, id, name: one.kept.name, since, due: one.due },
      held: await heldBy(one),
      kept,
    });
  }
  return items;
}

/** Cases whose term has come and was not put off. */
export async function casesDue(stored: Stored, now: number): Promise<Set<string>> {
  const due = await dueNow(stored, now);
  return new Set(due.flatMap(({ kept }) => (kept.class === "cases" ? [kept.id] : [])));
}

async function numbered(queries: Queries, id: string) {
  const row = z.object({ sequence: count });
  const [found] = await queries.read("retention/source-number", { id }, row);
  return { id, sequence: found?.sequence ?? 0 };
}

/** The first instant after a month YYYY-MM, in UTC as the files of looks count. */
function endOfMonth(month: string): number {
  return monthsAfter(Date.parse(`${month}-01T00:00:00Z`), 1);
}

function untilIsPast(): UserError {
  return new UserError({
    code: "kept-until-past",
    status: 422,
    message: "The day until which it is kept has passed.",
    remedy: "Give a day to come.",
  });
}
