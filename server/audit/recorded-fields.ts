/**
 * Fields of a request or an answer that name things or decide something; never free text, names or
 * IINs.
 */
const RECORDED: ReadonlySet<string> = new Set([
  "login",
  "role",
  "scope",
  "script",
  "disabled",
  "required",
  "subject",
  "target",
  "verdict",
  "cluster",
  "status",
  "same",
  "id",
  "jobId",
  "uploadId",
  "method",
  "opened",
  "disclosure",
  "class",
  "months",
  "until",
  "kind",
  "state",
]);

/** The fields of an input or answer that the audit log records. */
export function recordedFields(
  ...sources: readonly unknown[]
): Record<string, string | number | boolean> {
  const found: Record<string, string | number | boolean> = {};
  for (const source of sources) {
    // Of rows the first: a change that answers rows answers one.
    const fields = Array.isArray(source) ? source[0] : source;
    if (typeof fields !== "object" || fields === null || fields instanceof Buffer) continue;
    for (const [key, value] of Object.entries(fields)) {
      if (!RECORDED.has(key) || Object.hasOwn(found, key)) continue;
      if (typeof value === "string") found[key] = value.slice(0, 200);
      else if (typeof value === "number" || typeof value === "boolean") found[key] = value;
    }
  }
  return found;
}
