import { type auditLog, MOST_LOGGED } from "../../contract/audit-log.ts";
import { csvFor, type Table, writeCsv } from "../../contract/csv.ts";
import type { DocumentLanguage } from "../../contract/document-language.ts";
import { actDetails, actName, actTarget } from "../../contract/texts/act-names.ts";
import type { FileAnswer, Handlers } from "../api/handlers.ts";
import { audit } from "../audit/audit.ts";
import type { LookLine } from "../audit/looks.ts";
import { maskOf } from "../identity/masking.ts";
import type { Database } from "../neo4j/database.ts";
import { formatInstant } from "../time/instant.ts";
import { looksThatFit, type StoredEntry, searchEntries } from "./log.store.ts";
import { looksTable } from "./looks-table.ts";
import { personFile } from "./person-file.ts";
import { personHeld } from "./person-held.store.ts";

/** The endpoints of contract/audit-log.ts. */
export function auditLogHandlers({
  database,
}: {
  readonly database: Database;
}): Handlers<typeof auditLog> {
  const { queries } = database;
  return {
    entries: async ({ query: { limit, ...wanted } }) => {
      const found = await searchEntries(queries, wanted, limit + 1);
      const entries = found.slice(0, limit);
      return { entries, next: found.length > limit ? (entries.at(-1)?.seq ?? null) : null };
    },
    entriesFile: async ({ query: { language, ...wanted } }) => {
      const found = await searchEntries(queries, wanted, MOST_LOGGED);
      return csvFile("audit-log.csv", entriesTable(found, language), language);
    },
    looks: async ({ body: { offset, limit, ...wanted } }) => {
      const found = await looksThatFit(database, wanted);
      const looks = found.slice(offset, offset + limit).map(shownLook);
      return { looks, total: found.length };
    },
    looksFile: async ({ body: { language, ...wanted } }) => {
      const found = await looksThatFit(database, wanted);
      return csvFile("looks.csv", looksTable(found.slice(0, MOST_LOGGED), language), language);
    },
    personHeld: async ({ body: { whom, reason, language }, asker }) => {
      // The number stays out of the entry; the look beside it has its keyed hash.
      const details = { reason: maskOf("text", reason) };
      await audit(database, { who: asker.login, what: "person-exported", details });
      const held = await personHeld(queries, whom);
      const looks = await looksThatFit(database, { whom });
      return {
        fileName: "person.zip",
        media: "application/zip",
        body: personFile(queries, held, looks, { at: Date.now(), language }),
      };
    },
  };
}

function shownLook({ at, who, what, case: id, why, token }: LookLine) {
  return { at, who, what, case: id, why: why ?? null, token: token ?? null };
}

/**
 * Each entry in words, then as it was hashed; the hashes can be compared with a checkpoint kept
 * elsewhere.
 */
function entriesTable(entries: readonly StoredEntry[], language: DocumentLanguage): Table {
  return {
    columns: [
      ...["seq", "time", "who", "act", "done_to", "details"],
      ...["at", "what", "target", "details_as_hashed", "previous_hash", "hash"],
    ],
    rows: entries.map((one) => [
      ...[String(one.seq), formatInstant(one.at), one.who, actName(one.what, language)],
      ...[actTarget(one, language), actDetails(one.what, one.details, language)],
      ...[String(one.at), one.what, one.target, one.details, one.previousHash, one.hash],
    ]),
  };
}

function csvFile(fileName: string, table: Table, language: DocumentLanguage): FileAnswer {
  return {
    fileName,
    media: "text/csv; charset=utf-8",
    body: writeCsv(table, csvFor(language)),
  };
}
