import PizZip from "pizzip";
import { DOCX, type letters } from "../../../contract/letters.ts";
import type { Handlers } from "../../api/handlers.ts";
import { partsOfCase } from "../../cases/cases.store.ts";
import type { Database } from "../../neo4j/database.ts";
import { actingNow } from "../../versions/versions.ts";
import { accountFacts } from "../case-facts.store.ts";
import { ENTRY_DATE } from "../entry-date.ts";
import { LETTER_WORDS } from "./letter-words.ts";
import { officeTemplate, statementRequests } from "./letters.ts";
import { officeDetails, senderLines } from "./office-details.ts";
import { rememberRequests } from "./requested.store.ts";
import { builtInTemplate } from "./template.ts";

/** The endpoints of contract/letters.ts. */
export function lettersHandlers({ database }: { database: Database }): Handlers<typeof letters> {
  const { queries, dataDir } = database;
  return {
    statementRequest: async ({ body, asker }) => {
      const { language, wanted, caseId, due } = body;
      const facts = await accountFacts(queries, [...new Set(wanted.map(({ account }) => account))]);
      const registered = caseId === undefined ? [] : (await partsOfCase(queries, caseId)).reports;
      const office = await officeDetails(dataDir, language);
      const made = statementRequests(wanted, facts, {
        language,
        registered,
        due,
        sender: office === null ? undefined : senderLines(office),
        template: await officeTemplate(dataDir, language),
      });
      await rememberRequests(queries, wanted, actingNow(asker));
      const [only] = made;
      if (made.length === 1 && only !== undefined) return { ...only, media: DOCX };
      const zip = new PizZip();
      for (const { fileName, body } of made) zip.file(fileName, body, { date: ENTRY_DATE });
      const name = LETTER_WORDS[language].fileName;
      return {
        fileName: `${name}.zip`,
        media: "application/zip",
        body: zip.generate({ type: "nodebuffer" }),
      };
    },
    statementRequestTemplate: async ({ query }) => ({
      fileName: `statement-request.${query.language}.docx`,
      media: DOCX,
      body: builtInTemplate(LETTER_WORDS[query.language]),
    }),
  };
}
