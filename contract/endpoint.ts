import { z } from "zod";
import type { Role } from "./user-roles.ts";

/**
 * The owner of the data that a route is about. The server enforces it before and after the handler
 * (docs/api.md, "Who sees what"):
 * - nobody: texts, counts, the office's own lists, what is the asker's own;
 * - data: accounts, transfers and people of the loaded files;
 * - own: lists and single entries that belong to cases: those of other people's cases are left out;
 * - report: one crime report, the `id` of the address;
 * - case: one case, the `id` of the address, for its members.
 */
export type About = "nobody" | "data" | "own" | "report" | "case";

/**
 * One place where a route of the API is described: the server mounts it, the web calls it, OpenAPI
 * is made of it. Amounts travel as decimal strings of minor units ("150050" = 1,500.50 KZT),
 * instants as UTC milliseconds.
 */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  readonly name: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Express style, under /api: "/clusters/:id". */
  readonly path: `/${string}`;
  readonly summary: string;
  /** The roles that may call it; "anyone" needs no session, "user" any signed-in person. */
  readonly access: "anyone" | "user" | readonly Role[];
  readonly about: About;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly answer: Answer;
  /** A file or a stream instead of JSON: its media type. */
  readonly media?: string;
}

const nothing = z.object({});

/** Describes an endpoint; what is left out is empty. */
export function endpoint<
  Answer extends z.ZodType,
  Params extends z.ZodType = typeof nothing,
  Query extends z.ZodType = typeof nothing,
  Body extends z.ZodType = typeof nothing,
>(
  description: Pick<Endpoint, "name" | "method" | "path" | "summary" | "access" | "about"> & {
    answer: Answer;
    params?: Params;
    query?: Query;
    body?: Body;
    media?: string;
  },
): Endpoint<Params, Query, Body, Answer> {
  return {
    params: nothing as unknown as Params,
    query: nothing as unknown as Query,
    body: nothing as unknown as Body,
    ...description,
  };
}

const EARLIEST = Date.parse("0001-01-02T00:00:00Z");
const LATEST = Date.parse("9999-12-30T00:00:00Z");

/** Minor units as text; bigint does not travel in JSON. */
export const amountText = z.string().regex(/^-?\d+$/);
/** The same as somebody gives it: no more digits than the database can add up. */
export const givenAmount = z.string().regex(/^-?\d{1,18}$/);
/** An amount beside its currency. */
export const money = z.object({ currency: z.string(), amount: amountText });
/** More rows than Neo4j can skip in a list are an error of the caller. */
const MOST_SKIPPED = 1_000_000_000;
/** Rows before a page. */
export const offset = z.number().int().min(0).max(MOST_SKIPPED).default(0);
/** The same in an address. */
export const offsetInAddress = z.coerce.number().int().min(0).max(MOST_SKIPPED).default(0);
/** From the year 1 to the year 9999, which every calendar and document here can write. */
export const instant = z.number().int().min(EARLIEST).max(LATEST);
/** A day of the calendar, YYYY-MM-DD. */
export const dayText = z.iso.date();

/** RFC 9457 problem document; `code` is stable and translated by the web. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  code: z.string(),
  remedy: z.string().optional(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof problem>;
