import { z } from "zod";
import { endpoint, instant } from "./endpoint.ts";
import { personal } from "./personal.ts";
import { MAY } from "./user-roles.ts";

/** Notes and tags on accounts, transfers and clusters: they follow these into every case. */

const about = z.object({
  kind: z.enum(["account", "transfer", "cluster"]),
  /** Number of the account, id of the transfer or of the cluster. */
  account: z.string().min(1).max(200),
});
export type NoteTarget = z.infer<typeof about>;

const tag = z.string().trim().min(1).max(40);

const note = about.extend({
  id: z.string(),
  text: personal("text"),
  tags: z.array(personal("text")),
  at: instant,
  by: z.string(),
});
export type AccountNote = z.infer<typeof note>;

const notes = z.object({ notes: z.array(note) });

export const accountNotes = {
  list: endpoint({
    name: "accountNotes",
    method: "GET",
    path: "/notes",
    summary: "Notes on an account, a transfer or a cluster, the newest first",
    access: "user",
    about: "data",
    query: about,
    answer: notes,
  }),
  ofCase: endpoint({
    name: "accountNotesOfCase",
    method: "GET",
    path: "/cases/:id/account-notes",
    summary: "Notes on the accounts of a case, on their transfers and on its clusters",
    access: "user",
    about: "case",
    params: z.object({ id: z.string() }),
    answer: notes,
  }),
  add: endpoint({
    name: "addAccountNote",
    method: "POST",
    path: "/notes",
    summary: "Write a note, with tags, on an account, a transfer or a cluster",
    access: MAY.workOnCases,
    about: "data",
    body: about.extend({
      text: z.string().trim().min(1).max(4_000),
      tags: z.array(tag).max(12).default([]),
    }),
    answer: notes,
  }),
  remove: endpoint({
    name: "removeAccountNote",
    method: "DELETE",
    path: "/notes/:id",
    summary: "Take one's own note back",
    access: MAY.workOnCases,
    about: "data",
    params: z.object({ id: z.string() }),
    answer: z.object({}),
  }),
} as const;
