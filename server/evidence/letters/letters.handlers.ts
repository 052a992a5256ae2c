import PizZip from "pizzip";
import { DOCX, type letters } from "../../../contract/letters.ts";
import type { Handlers } from "../../api/handlers.ts";
import { partsOfCase } from "../../cases/cases.store.ts";
import type { Database } from "../../neo4j/database.ts";
import { actingNow } from "../../versions/versions.ts";
import { accountFacts } from "../case-facts.store.ts";
import { ENTRY_DATE } from "../entry-date.ts";
import type { LettersRegister } from "../papers/outgoing.ts";
import { LETTER_WORDS } from "./letter-words.ts";
import { officeTemplate, statementRequests } from "./letters.ts";
import { officeDetails, senderLines } from "./office-details.ts";
import { rememberRequests } from "./requested.store.ts";
import { builtInTemplate } from "./template.ts";

/** Of every request for statements that is made from the accounts, and not from a claim. */
const REQUEST = {
  kind: "statement-request",
  ...{ claim: null, addressee: null, persons: [], amount: null, currency: "KZT" },
} as const;

/** The endpoints of contract/letters.ts. `register` takes in the letters that are made. */
export function lettersHandlers({
  database,
  register,
}: {
  database: Database;
  register: LettersRegister;
}): Handlers<typeof letters> {
  const { queries, dataDir } = database;
  return {
    statementRequest: async ({ body, asker }) => {
      const { language, wanted, caseId, due } = body;
      const facts = await accountFacts(queries, [...new Set(wanted.map(({ account }) => account))]);
      const registered = caseId === undefined ? [] : (await partsOfCase(queries, caseId)).reports;
      const office = await officeDetails(dataDir, language);
      const options = {
        ...{ language, registered, due },
        sender: office === null ? undefined : senderLines(office),
        template: await officeTemplate(dataDir, language),
      };
      const prepared = statementRequests(wanted, facts, options);
      const states = prepared.map(({ state }) => state);
      const { sentAs } = await register.known({ claims: [], states });
      const made = prepared.map(({ bank, state, write }) => {
        const letter = {
          ...REQUEST,
          ...{ case: caseId ?? null, bank, reports: registered, language, due: due ?? null, state },
        };
        return { letter, ...write(sentAs(letter, null)) };
      });
      const actor = actingNow(asker);
      await rememberRequests(queries, wanted, actor);
      await register.record(
        made.map(({ letter, fileName: file }) => ({ ...letter, file })),
        actor,
      );
      const [only] = made;
      if (made.length === 1 && only !== undefined)
        return { fileName: only.fileName, body: only.body, media: DOCX };
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
