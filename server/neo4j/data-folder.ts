/**
 * The contents of a data folder, by name. `kept` goes into a backup, `secret` only when asked for,
 * the rest is made again or is unfinished work. `database`: the store and its password, which
 * server/backup copies while the database is stopped.
 */
type Part = "kept" | "secret" | "made-again" | "database";

export const DATA_FOLDER: ReadonlyMap<string, Part> = new Map([
  ["neo4j", "database"],
  ["audit.jsonl", "kept"],
  ["checkpoints.jsonl", "kept"],
  ["looks", "kept"],
  ["case-files", "kept"],
  ["mappings", "kept"],
  ["measure-mappings", "kept"],
  ["refused", "kept"],
  ["templates", "kept"],
  ["office.json", "kept"],
  ["timestamp.json", "kept"],
  ["courts.csv", "kept"],
  ["monthly-index.csv", "kept"],
  ["state-fee.csv", "kept"],
  ["holidays.csv", "kept"],
  ["penalty-rates.csv", "kept"],
  ["backup-recipients.txt", "kept"],
  ["demo-login.json", "kept"],
  ["demo-office.json", "kept"],
  ["keys", "secret"],
  ["sign-in-provider.json", "secret"],
  ["backup-work", "made-again"],
  ["before-upgrade", "made-again"],
  ["columns.snapshot", "made-again"],
  ["exports", "made-again"],
  ["import", "made-again"],
  ["last-backup.json", "made-again"],
  ["loading.lock", "made-again"],
  ["logs", "made-again"],
  ["scratch", "made-again"],
  ["uploads", "made-again"],
]);

export function namesOf(wanted: Part): string[] {
  return [...DATA_FOLDER].filter(([, part]) => part === wanted).map(([name]) => name);
}
