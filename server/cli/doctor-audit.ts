import { verifyAudit } from "../audit/audit.ts";
import { changedLooks } from "../audit/looks.ts";
import { isUserError } from "../errors/user-error.ts";
import { type Anchor, readAnchors } from "../evidence/anchors.ts";
import type { Database } from "../neo4j/database.ts";
import { formatInstant } from "../time/instant.ts";

/** One thing looked at. `remedy` is empty when it is in order. */
export interface Finding {
  readonly check: string;
  readonly ok: boolean;
  readonly detail: string;
  /** The same without what people wrote, where `detail` has that: for the support bundle. */
  readonly plain?: string;
  readonly remedy: string;
}

export const fine = (check: string, detail: string): Finding => ({
  check,
  ok: true,
  detail,
  remedy: "",
});

/** A user's error as a finding; anything else is a bug and goes on. */
export function failed(check: string, error: unknown): Finding {
  if (!isUserError(error)) throw error;
  return { check, ok: false, detail: error.message, remedy: error.remedy };
}

/**
 * The audit log recomputed and held against its mirror, the checkpoints beside the database and one
 * kept elsewhere.
 */
export async function checkAudit(database: Database, anchor?: string): Promise<Finding> {
  let anchors: Anchor[] = [];
  try {
    if (anchor !== undefined) anchors = await readAnchors(anchor, database.dataDir);
  } catch (error) {
    return failed("audit log", error);
  }
  const { ok, entries, head, problems, answer } = await verifyAudit(database, anchors);
  const at = `checkpoint ${head.seq} ${head.hash || "-"}`;
  const held = anchors.length === 0 ? "" : `, holds what ${anchor} says`;
  if (ok && answer === null) return fine("audit log", `${entries} entries, unbroken${held}; ${at}`);
  const first = problems.slice(0, 5).map(({ seq, kind }) => `${kind} at ${seq}`);
  const places = `${problems.length} places do not fit: ${first.join(", ")}${problems.length > 5 ? ", …" : ""}`;
  if (ok && answer !== null) {
    const answered = `answered by ${answer.who} on ${formatInstant(answer.at)}: ${answer.reason}`;
    const detail = `${entries} entries; ${places}, ${answered}; ${at}`;
    return { ...fine("audit log", detail), plain: `${entries} entries; ${places}, answered` };
  }
  return {
    check: "audit log",
    ok: false,
    detail: `${places}.`,
    remedy:
      "Keep the data folder as it is and find out what happened: compare with the last backup and with " +
      "checkpoints kept elsewhere (--anchor). Then answer with: doctor --answer REASON.",
  };
}

/** The files of looks as the audit chain sealed them. */
export async function checkLooks(database: Database): Promise<Finding> {
  const changed = await changedLooks(database);
  if (changed.length === 0) return fine("log of looks", "as the audit log sealed it");
  return {
    check: "log of looks",
    ok: false,
    detail: `changed or gone since they were sealed: ${changed.join(", ")}.`,
    remedy: "Keep the data folder as it is, and compare with the last backup.",
  };
}
