import type { Measure } from "../../contract/measures.ts";
import { markSent as marked, type Sent } from "../../server/measures/letters/sent-letters.store.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { askedInReport } from "../../server/reports/asked-in-report.store.ts";
import type { Actor } from "../../server/versions/versions.ts";

/** Marks a letter as sent as the server does: one of the first hour is held to its report. */
export function markSent(
  database: Database,
  id: string,
  sent: Sent,
  actor: Actor,
): Promise<Measure> {
  return marked(database, id, sent, actor, askedInReport);
}
