import type { Endpoint } from "../../contract/endpoint.ts";
import { type Hidden, refuseHiddenCase, refuseHiddenReport } from "../api/hidden.ts";

/** What a request names. */
export type Asked = Readonly<Record<"params" | "query" | "body", unknown>>;

/**
 * Refuses a question or change that names a case or crime report of other people, wherever the
 * request names it. Handlers leave such rows out of lists.
 */
export function refuseOthers(
  { about }: Pick<Endpoint, "about">,
  { params, query, body }: Asked,
  hidden: Hidden,
): void {
  const { id } = fields(params);
  if (about === "case") refuseHiddenCase(hidden, textOf(id));
  if (about === "report") refuseHiddenReport(hidden, textOf(id) ?? "");
  for (const asked of [query, body, fields(body).fields].map(fields)) {
    refuseHiddenCase(hidden, textOf(asked.case));
    for (const report of [asked.report, asked.reports].flat())
      refuseHiddenReport(hidden, textOf(report) ?? "");
  }
}

function fields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
