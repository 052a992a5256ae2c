import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { csvFor, writeCsv } from "../../contract/csv.ts";
import type { loading, Source } from "../../contract/loading.ts";
import type { FileAnswer, Handlers } from "../api/handlers.ts";
import { UserError } from "../errors/user-error.ts";
import type { Jobs } from "../jobs/jobs.ts";
import type { Database } from "../neo4j/database.ts";
import { actingOn } from "../versions/versions.ts";
import { refusedFolder, refusedPath, warnedPath } from "./data-folder/folders.ts";
import { decidePair, type JoinedLeaveRoom, listPairs } from "./duplicates/pair-decisions.ts";
import { describeSource } from "./sources/describe.store.ts";
import { findSource, listSources, type StoredSource } from "./sources/sources.store.ts";
import { gridOf, gridTable } from "./statements/statement-grid.ts";
import { heldStatements } from "./statements/statements.store.ts";
import { uploadsHandlers } from "./uploads.handlers.ts";
import { type LeaveRoom, withdraw } from "./withdraw.ts";

/** What each endpoint of contract/loading.ts does, on parsed input. */
export function loadingHandlers({
  database,
  jobs,
  changed,
  leaveRoom,
  joinedLeaveRoom,
}: {
  database: Database;
  jobs: Jobs;
  /** Called before a file is taken out. */
  leaveRoom: LeaveRoom;
  /** Called before a person's word makes two transfers one. */
  joinedLeaveRoom: JoinedLeaveRoom;
  /** Called when the data have changed: what follows from them is worked out anew. */
  changed: (by: string) => Promise<void>;
}): Handlers<typeof loading> {
  const { queries, dataDir } = database;
  return {
    ...uploadsHandlers({ database, jobs, changed }),
    sources: async () => ({ sources: (await listSources(queries)).map(shownSource) }),
    describe: async ({ params, body: { version, ...given }, asker }) => {
      const actor = actingOn(asker, { version });
      return shownSource(await describeSource(queries, params.id, given, actor));
    },
    withdraw: async ({ params, body: { reason }, asker }) => {
      const options = { withdrawnBy: asker.login, at: Date.now(), reason, leaveRoom };
      await withdraw(database, params.id, options);
      await changed(asker.login);
      return {};
    },
    warned: async ({ params }) => warnedAnswer(dataDir, await findSource(queries, params.id)),
    refused: async ({ params }) => refusedAnswer(dataDir, await findSource(queries, params.id)),
    grid: async () => ({ rows: gridOf(await heldStatements(queries)) }),
    gridFile: async ({ query }) => ({
      fileName: "statement-grid.csv",
      media: "text/csv; charset=utf-8",
      body: writeCsv(gridTable(gridOf(await heldStatements(queries))), csvFor(query.language)),
    }),
    pairs: ({ query }) => listPairs(queries, query.state),
    decidePair: async ({ params, body, asker }) => {
      const decision = { ...body, by: asker.login, at: Date.now() };
      await decidePair(database, params.id, { ...decision, leaveRoom: joinedLeaveRoom });
      await changed(asker.login);
      return {};
    },
  };
}

function shownSource({
  sequence: _sequence,
  refusedFile: _refusedFile,
  ...source
}: StoredSource): Source {
  return source;
}

async function warnedAnswer(
  dataDir: string,
  source: { readonly id: string; readonly fileName: string } | undefined,
): Promise<FileAnswer> {
  const path = source && warnedPath(refusedPath(dataDir, source.id));
  const there = path !== undefined && (await stat(path).catch(() => undefined)) !== undefined;
  if (source === undefined || path === undefined || !there) {
    throw new UserError({
      code: "no-warned-rows",
      message: "The warnings of this file are not kept here.",
      remedy: "Only files with warnings have them, on the machine that loaded them.",
      status: 404,
    });
  }
  const name = basename(source.fileName).replace(/\.[^.]*$/, "");
  return {
    fileName: `${name}-warnings.csv`,
    media: "text/csv; charset=utf-8",
    body: createReadStream(path),
  };
}

async function refusedAnswer(
  dataDir: string,
  source: { fileName: string; refusedFile: string | null } | undefined,
): Promise<FileAnswer> {
  const path =
    source?.refusedFile == null
      ? undefined
      : join(refusedFolder(dataDir), basename(source.refusedFile));
  const there = path !== undefined && (await stat(path).catch(() => undefined)) !== undefined;
  if (source === undefined || path === undefined || !there) {
    throw new UserError({
      code: "no-refused-rows",
      message: "This file has no refused rows kept here.",
      remedy: "Only files with refused rows have them, on the machine that loaded them.",
      status: 404,
    });
  }
  const name = basename(source.fileName).replace(/\.[^.]*$/, "");
  return {
    fileName: `${name}-refused.csv`,
    media: "text/csv; charset=utf-8",
    body: createReadStream(path),
  };
}
