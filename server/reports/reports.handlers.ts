import type { reports } from "../../contract/reports.ts";
import type { Handlers } from "../api/handlers.ts";
import { namedCase, refuseHiddenReport } from "../api/hidden.ts";
import { shownHits } from "../exploring/masked-hits.ts";
import type { Database } from "../neo4j/database.ts";
import { actingNow } from "../versions/versions.ts";
import { candidatesFor } from "./candidates.store.ts";
import { correctReport, takeReportOut } from "./correct.ts";
import { shownEntry } from "./corrections.store.ts";
import { deadlinesOf, measuresOfReport } from "./deadlines.store.ts";
import { enterReport } from "./enter.ts";
import { newsOf } from "./news.store.ts";
import {
  decisionsOf,
  linkReport,
  reportsNamed,
  reportsOfCase,
  shownReport,
  storedReport,
  sureOfCase,
} from "./reports.store.ts";
import { sentLetter } from "./sent-letter.store.ts";
import { standing } from "./standing.store.ts";
import { readText } from "./text/read-text.ts";
import { builtInUrgent, urgentArchive } from "./urgent.store.ts";

/** The endpoints of contract/reports.ts. */
export function reportsHandlers({
  database,
  changed,
}: {
  database: Database;
  /** Called when the data have changed: what follows from them is worked out anew. */
  changed: (by: string) => Promise<void>;
}): Handlers<typeof reports> {
  const { queries } = database;
  return {
    readText: async ({ body }) => ({ found: readText(body.text, Date.now()) }),
    candidates: async ({ body: { victim, stolen } }) => {
      const { account, ...person } = victim;
      const accounts = account === null ? [] : [account];
      const description = { ...stolen, victim: { ...person, accounts } };
      const wanted = [{ key: "", description, reportedAt: Date.now() }];
      return { candidates: (await candidatesFor(queries, wanted)).get("") ?? [] };
    },
    enter: async ({ body, asker }) => {
      await enterReport(database, body, asker.login);
      await changed(asker.login);
      return { id: body.number };
    },
    entered: ({ params, asker }) => shownEntry(queries, params.id, asker),
    correct: async ({ params: { id }, body, asker }) => {
      await correctReport(database, id, body, asker);
      await changed(asker.login);
      return { id };
    },
    takeOut: async ({ params: { id }, body, asker }) => {
      await takeReportOut(database, id, body, asker);
      await changed(asker.login);
      return { id };
    },
    one: async ({ params, asker: { hidden } }) => {
      const report = await shownReport(queries, params.id);
      return {
        ...report,
        cases: report.cases.map((one) => namedCase(hidden, one)),
        measures: await measuresOfReport(database, params.id, Date.now()),
      };
    },
    news: async ({ asker }) => {
      const news = await newsOf(database, actingNow(asker), asker.hidden);
      const searches = news.searches.map(async (one) => ({
        ...one,
        hits: (await shownHits(queries, one.hits, asker)).hits,
      }));
      return { ...news, searches: await Promise.all(searches) };
    },
    deadlines: async ({ query, asker }) => ({
      deadlines: await deadlinesOf(database, query.case ?? null, Date.now(), asker.hidden),
    }),
    link: async ({ params, body, asker }) => {
      const report = await storedReport(queries, params.id);
      await linkReport(database, [report], [{ ...body, report: params.id }], actingNow(asker));
      await changed(asker.login);
      return {};
    },
    linkAll: async ({ params, body, asker }) => {
      const pairs = body.pairs.map((pair) => ({ ...pair, report: params.id }));
      const report = await storedReport(queries, params.id);
      await linkReport(database, [report], decisionsOf({ ...body, pairs }), actingNow(asker));
      await changed(asker.login);
      return {};
    },
    sureOfCase: ({ params }) => sureOfCase(queries, params.id),
    linkCase: async ({ params, body, asker }) => {
      const own = await reportsOfCase(queries, params.id);
      await linkReport(database, own, decisionsOf(body), actingNow(asker));
      await changed(asker.login);
      return {};
    },
    linkSure: async ({ body, asker }) => {
      const ids = body.pairs.map(({ report }) => report);
      for (const id of ids) refuseHiddenReport(asker.hidden, id);
      const named = await reportsNamed(queries, ids);
      await linkReport(database, named, decisionsOf(body), actingNow(asker));
      await changed(asker.login);
      return {};
    },
    standing: async ({ params, signal }) =>
      standing(database, await storedReport(queries, params.id), signal),
    papers: ({ params, body, asker, signal }) =>
      urgentArchive(database, params.id, body, actingNow(asker), signal),
    sentLetter: ({ params: { id: report, letter }, query }) =>
      sentLetter(database, { report, letter }, query),
    template: async ({ query: { kind, language } }) => ({
      fileName: `urgent-${kind}.${language}.txt`,
      media: "text/plain; charset=utf-8",
      body: builtInUrgent(kind, language).text,
    }),
  };
}
