import type { RetentionClass, RetentionRule } from "../../contract/retention.ts";
import { dayNumber, instantOfDay, monthsAfter } from "../time/day.ts";

/** Something of a class, from the moment its term begins. */
export interface Kept {
  readonly class: RetentionClass;
  readonly id: string;
  readonly name: string;
  readonly since: number;
  /** The case that a file belongs to. */
  readonly case?: string;
}

/** The last review of something, that kept it longer. */
export interface Review {
  readonly class: RetentionClass;
  readonly id: string;
  readonly until: string;
  readonly reason: string;
  readonly by: string;
  readonly at: number;
}

export interface Due {
  readonly kept: Kept;
  readonly due: number;
  readonly review: Review | null;
}

/**
 * Things that are due at `now`, months after their term began; without a term nothing is. A review
 * puts them off to the day it names.
 */
export function dueItems(
  all: readonly Kept[],
  rules: readonly Pick<RetentionRule, "class" | "months">[],
  reviews: readonly Review[],
  now: number,
): Due[] {
  const months = new Map(rules.map((rule) => [rule.class, rule.months]));
  const reviewed = new Map(reviews.map((one) => [`${one.class} ${one.id}`, one]));
  return all
    .flatMap((kept): Due[] => {
      const term = months.get(kept.class) ?? null;
      if (term === null) return [];
      const review = reviewed.get(`${kept.class} ${kept.id}`) ?? null;
      const due = Math.max(monthsAfter(kept.since, term), untilOf(review));
      return due <= now ? [{ kept, due, review }] : [];
    })
    .sort((a, b) => a.due - b.due || (a.kept.id < b.kept.id ? -1 : 1));
}

function untilOf(review: Review | null): number {
  const day = review === null ? null : dayNumber(review.until);
  return day === null ? Number.NEGATIVE_INFINITY : instantOfDay(day);
}
