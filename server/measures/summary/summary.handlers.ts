import { z } from "zod";
import { DOCX } from "../../../contract/letters.ts";
import type { measuresSummary } from "../../../contract/measures-summary.ts";
import { nothing } from "../../../graph-queries/row-values.ts";
import type { Queries } from "../../../graph-queries/runner.ts";
import type { Handlers } from "../../api/handlers.ts";
import { unknown } from "../../cases/unknown.ts";
import { officeNames } from "../../evidence/letters/office-details.ts";
import { SUMMARY_WORDS } from "../../evidence/texts/summary/summary.ts";
import type { Database } from "../../neo4j/database.ts";
import { lockState, recordChanges } from "../../versions/versions.store.ts";
import { actingNow, actingOn } from "../../versions/versions.ts";
import { recordsWithCourts } from "../courts.store.ts";
import { recordsWorkbook } from "./records-workbook.ts";
import { recordsOf, summaryOf } from "./summary.store.ts";
import { summaryDocument, summaryName } from "./summary-document.ts";

/** What each endpoint of contract/measures-summary.ts does. */
export function measuresSummaryHandlers({
  database,
}: {
  database: Database;
}): Handlers<typeof measuresSummary> {
  const { queries } = database;
  return {
    summary: async ({ query }) => ({
      figures: await summaryOf(queries, query),
      office: await officeNames(database.dataDir),
    }),
    records: async ({ query, asker }) => {
      const { records, ...page } = await recordsOf(queries, query, asker.hidden);
      return { ...page, records: await recordsWithCourts(database, records) };
    },
    document: async ({ query }) => ({
      ...(await summaryDocument(database, query)),
      media: query.format === "docx" ? DOCX : "application/pdf",
    }),
    template: async ({ query: { language } }) => ({
      fileName: `summary.${language}.txt`,
      media: "text/plain; charset=utf-8",
      body: SUMMARY_WORDS[language].template,
    }),
    workbook: async ({ query: { language, ...period }, asker }) => ({
      fileName: `${summaryName(period, language)}.xlsx`,
      media: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      body: await recordsWorkbook(
        database,
        period,
        language,
        { ...actingNow(asker), by: await writtenName(queries, asker.login) },
        asker.hidden,
      ),
    }),
    setDistrict: ({ params: { id }, body, asker }) =>
      queries.transaction(async (asking) => {
        const district = body.district === "" ? null : body.district;
        const actor = actingOn(asker, body);
        if ((await lockState(asking, { kind: "case", id }, actor)) === null)
          throw unknown("case", id);
        await asking.run("measures/set-district", { id, district }, nothing);
        await recordChanges(asking, [id], "district-set", actor, district ?? "");
        return { district };
      }),
  };
}

/** "Name (login)". */
async function writtenName(queries: Queries, login: string): Promise<string> {
  const [found] = await queries.read("users/user", { login }, z.object({ name: z.string() }));
  return found === undefined ? login : `${found.name} (${login})`;
}
