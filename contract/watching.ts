import { z } from "zod";
import { endpoint, instant } from "./endpoint.ts";
import { searchHit } from "./exploring.ts";

/**
 * The things a person keeps an eye on: accounts, people and saved searches. New files that have
 * something of them are news on Today (docs/first-hour.md). A watch is of the person who set it.
 */

export const watchKind = z.enum(["account", "person", "search"]);
export type WatchKind = z.infer<typeof watchKind>;

const watched = z.object({
  kind: watchKind,
  /** An account number, the key of a holder (IIN or BIN), or the text of a search. */
  what: z.string().trim().min(1).max(200),
});

const watch = watched.extend({
  id: z.string(),
  /** Name of the holder, as the person saw it; null = none. */
  title: z.string().nullable(),
  at: instant,
});
export type Watch = z.infer<typeof watch>;

const ofFile = { file: z.string().nullable(), loadedAt: instant };

/** A watched account or person with rows in files that were loaded since it was last looked at. */
export const seenAgain = watch.extend({
  /** Transfers that are new. */
  count: z.number().int(),
  /** Accounts they are on, to open in Explore. */
  accounts: z.array(z.string()),
  ...ofFile,
});

/** A saved search that finds what it did not find when it was last looked at. */
export const newHits = watch.extend({ count: z.number().int(), hits: z.array(searchHit) });

const oneWatch = z.object({ id: z.string().max(64) });

export const watching = {
  list: endpoint({
    name: "watches",
    method: "GET",
    path: "/watches",
    summary: "What the person watches, the newest first",
    access: "user",
    about: "nobody",
    answer: z.object({ watches: z.array(watch) }),
  }),
  add: endpoint({
    name: "addWatch",
    method: "POST",
    path: "/watches",
    summary: "Watch an account or a person, or save a search and watch it; once is enough",
    access: "user",
    about: "nobody",
    body: watched.extend({ title: z.string().trim().max(200).nullable().default(null) }),
    answer: watch,
  }),
  remove: endpoint({
    name: "removeWatch",
    method: "DELETE",
    path: "/watches/:id",
    summary: "Watch it no longer",
    access: "user",
    about: "nobody",
    params: oneWatch,
    answer: z.object({}),
  }),
  seen: endpoint({
    name: "watchSeen",
    method: "POST",
    path: "/watches/:id/seen",
    summary: "The news of it was read: only what comes from now on is new",
    access: "user",
    about: "nobody",
    params: oneWatch,
    answer: z.object({}),
  }),
} as const;
