import { z } from "zod";
import type { outgoing } from "../../../contract/outgoing.ts";
import { LETTER_TEXTS } from "../../../contract/texts/letters.ts";
import type { Asker, Handlers } from "../../api/handlers.ts";
import { refuseHiddenCase } from "../../api/hidden.ts";
import { numbersGiven } from "../../claims/letter-numbers.store.ts";
import { officeNames } from "../../evidence/letters/office-details.ts";
import type { Database } from "../../neo4j/database.ts";
import { dayOf, dayText } from "../../time/day.ts";
import { actingOn } from "../../versions/versions.ts";
import { withCourts } from "../courts.store.ts";
import { oneMeasure } from "../measures.store.ts";
import { listMeasures } from "../register.store.ts";
import type { AskedInReport } from "./asked-now.store.ts";
import { lettersCsv, lettersTable, lettersWorkbook } from "./letters-table.ts";
import { sendLetters, strikeLetters } from "./many-letters.ts";
import { allLetters, letterRows, lettersOnly } from "./outgoing.store.ts";
import { printedLetter } from "./printed-letter.store.ts";
import { markAnswered, termOnceSent } from "./sent-letters.store.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const personRow = z.object({ login: z.string(), name: z.string() });
const bankRow = z.object({ bank: z.string() });

const today = () => dayText(dayOf(Date.now()));

/** The endpoints of contract/outgoing.ts. */
export function outgoingHandlers({
  database,
  askedInReport,
}: {
  database: Database;
  askedInReport: AskedInReport;
}): Handlers<typeof outgoing> {
  const { queries } = database;
  const list = async (
    { after, limit, ...filter }: z.output<typeof outgoing.search.body>,
    { hidden }: Asker,
  ) => {
    const asked = { ...lettersOnly(filter, today()), after, limit };
    const { rows, next, totals } = await listMeasures(queries, asked, hidden);
    const letters = await withCourts(database, await letterRows(queries, rows));
    if (totals === null) return { rows: letters, next, total: null, banks: null, office: null };
    const hiddenCases = [...hidden.cases.keys()];
    const banks = await queries.read("measures/letter-banks", { hiddenCases }, bankRow);
    return {
      ...{ rows: letters, next, total: totals.rows, banks: banks.map(({ bank }) => bank) },
      office: await officeNames(database.dataDir),
    };
  };
  const file = async (
    { language, format, ...filter }: z.output<typeof outgoing.searchFile.body>,
    { hidden }: Asker,
  ) => {
    const found = await allLetters(queries, filter, today(), hidden);
    const letters = await withCourts(database, found);
    const people = await queries.read("users/users", {}, personRow);
    const names = new Map(people.map(({ login, name: person }) => [login, person]));
    const day = today();
    const table = lettersTable(letters, language, day, names);
    const office = (await officeNames(database.dataDir))[language];
    const sheet = { filter, office, day, letters: letters.length };
    const name = LETTER_TEXTS[language].title.replaceAll(" ", "-");
    if (format === "csv") {
      const body = lettersCsv(table, sheet, language);
      return { fileName: `${name}.csv`, media: "text/csv; charset=utf-8", body };
    }
    const body = Buffer.from(await lettersWorkbook(table, sheet, language));
    return { fileName: `${name}.xlsx`, media: XLSX, body };
  };
  return {
    list: ({ query, asker }) => list(query, asker),
    search: ({ body, asker }) => list(body, asker),
    file: ({ query, asker }) => file(query, asker),
    searchFile: ({ body, asker }) => file(body, asker),
    paper: async ({ params: { id }, query, asker }) => {
      refuseHiddenCase(asker.hidden, (await oneMeasure(queries, id)).measure.case);
      return printedLetter(queries, id, query);
    },
    term: async ({ params: { id }, query: { day }, asker }) => {
      refuseHiddenCase(asker.hidden, (await oneMeasure(queries, id)).measure.case);
      return { due: await termOnceSent(database, id, day) };
    },
    numbers: async ({ query: { year } }) => ({ numbers: await numbersGiven(queries, year) }),
    sent: async ({ body: { letters, ...sent }, asker, signal }) => ({
      results: await sendLetters(database, letters, sent, { asker, signal }, askedInReport),
    }),
    struck: async ({ body: { letters, reason }, asker, signal }) => ({
      results: await strikeLetters(database, letters, reason, { asker, signal }),
    }),
    answered: async ({ params: { id }, body, asker }) => {
      refuseHiddenCase(asker.hidden, (await oneMeasure(queries, id)).measure.case);
      return markAnswered(queries, id, body, actingOn(asker, body));
    },
  };
}
