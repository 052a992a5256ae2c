import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { z } from "zod";
import { auditLog, type LookFilter } from "../../contract/audit-log.ts";
import type { Language } from "../../contract/languages.ts";
import { addressOf, call } from "../api/call.ts";
import { download } from "../api/download.ts";

export type EntryFilter = Omit<z.input<typeof auditLog.entries.query>, "before" | "limit">;

const PAGE = 200;

/** What was done, page by page, the newest first. */
export function useLogEntries(filter: EntryFilter) {
  return useInfiniteQuery({
    queryKey: ["log", "entries", filter],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam, signal }) =>
      call(auditLog.entries, {
        query: {
          ...filter,
          limit: PAGE,
          ...(pageParam === undefined ? {} : { before: pageParam }),
        },
        signal,
      }),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/** Who looked at people, page by page, the newest first. */
export function useLooks(filter: LookFilter) {
  return useInfiniteQuery({
    queryKey: ["log", "looks", filter],
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) =>
      call(auditLog.looks, { body: { ...filter, offset: pageParam, limit: PAGE }, signal }),
    getNextPageParam: (page, pages) => {
      const shown = pages.reduce((all, one) => all + one.looks.length, 0);
      return page.looks.length > 0 && shown < page.total ? shown : undefined;
    },
    placeholderData: keepPreviousData,
  });
}

export function downloadEntries(filter: EntryFilter, language: Language): Promise<string> {
  const address = addressOf(auditLog.entriesFile, { query: { ...filter, language } });
  return download(address, "audit-log.csv");
}

export function downloadLooks(filter: LookFilter, language: Language): Promise<string> {
  const request = { method: "POST", body: { ...filter, language } };
  return download(addressOf(auditLog.looksFile), "looks.csv", request);
}

/** All that is held about a person, as a ZIP. */
export function downloadPerson(
  body: { readonly whom: string; readonly reason: string },
  language: Language,
): Promise<string> {
  const request = { method: "POST", body: { ...body, language } };
  return download(addressOf(auditLog.personHeld), "person.zip", request);
}
