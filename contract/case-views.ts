import { z } from "zod";
import { endpoint, instant } from "./endpoint.ts";
import { personal } from "./personal.ts";
import { MAY } from "./user-roles.ts";

/** Views of Explore that are kept in a case under a name: a colleague opens them as they were. */

/** The address of Explore: picture, layout, filters, selection. Never one of another page. */
const search = z
  .string()
  .max(12_000)
  .regex(/^\?[!-~]+$/);

/** Where a person dragged a disc to, in the picture's own measure. */
const place = z.tuple([z.string().min(1).max(100), z.number(), z.number()]);

const view = z.object({
  id: z.string(),
  name: personal("text"),
  search,
  places: z.array(place),
  at: instant,
  by: z.string(),
});
export type CaseView = z.infer<typeof view>;

const ofCase = z.object({ id: z.string() });
const views = z.object({ views: z.array(view) });

export const caseViews = {
  list: endpoint({
    name: "caseViews",
    method: "GET",
    path: "/cases/:id/views",
    summary: "Views of Explore that are kept in a case, the newest first",
    access: "user",
    about: "case",
    params: ofCase,
    answer: views,
  }),
  add: endpoint({
    name: "addCaseView",
    method: "POST",
    path: "/cases/:id/views",
    summary: "Keep a view of Explore in a case: its address and the places of what was moved",
    access: MAY.workOnCases,
    about: "case",
    params: ofCase,
    body: z.object({
      name: z.string().trim().min(1).max(200),
      search,
      places: z.array(place).max(2_000).default([]),
    }),
    answer: views,
  }),
  remove: endpoint({
    name: "removeCaseView",
    method: "DELETE",
    path: "/cases/:id/views/:view",
    summary: "Take a view out of a case",
    access: MAY.workOnCases,
    about: "case",
    params: ofCase.extend({ view: z.string() }),
    answer: views,
  }),
} as const;
