import type { Table } from "../../contract/csv.ts";
import type { DocumentLanguage } from "../../contract/document-language.ts";
import { actName } from "../../contract/texts/act-names.ts";
import type { LookLine } from "../audit/looks.ts";
import { formatInstant } from "../time/instant.ts";

/** Looks as a table for people. */
export function looksTable(looks: readonly LookLine[], language: DocumentLanguage): Table {
  return {
    columns: ["time", "who", "question", "case", "reason", "script", "what"],
    rows: looks.map(({ at, who, what, case: id, why = "", token = "" }) => [
      ...[formatInstant(at), who, actName(what, language), id ?? "", why, token, what],
    ]),
  };
}
