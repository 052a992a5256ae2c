import type { Table } from "../../contract/csv.ts";
import type { LookLine } from "../audit/looks.ts";
import { formatInstant } from "../time/instant.ts";

/** Looks as a table for people. */
export function looksTable(looks: readonly LookLine[]): Table {
  return {
    columns: ["time", "who", "what", "case", "reason", "script"],
    rows: looks.map(({ at, who, what, case: id, why = "", token = "" }) => [
      ...[formatInstant(at), who, what, id ?? "", why, token],
    ]),
  };
}
