import {
  keepPreviousData,
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import type { z } from "zod";
import { type CaseFile, caseFiles } from "../../contract/case-files.ts";
import type { Language } from "../../contract/languages.ts";
import type { Measure } from "../../contract/measures.ts";
import { claimsOfLetter, type NumberGiven, outgoing } from "../../contract/outgoing.ts";
import { reports } from "../../contract/reports.ts";
import { addressOf, call } from "../api/call.ts";
import { download } from "../api/download.ts";
import { upload } from "../api/upload.ts";

/** Outgoing letters; they are entries of the register, so a change there shows here. */

type Filter = Omit<z.input<typeof outgoing.search.body>, "after" | "limit">;

export function useLetters(filter: Filter) {
  return useInfiniteQuery({
    queryKey: ["measures", "letters", filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call(outgoing.search, {
        body: { ...filter, ...(pageParam === undefined ? {} : { after: pageParam }) },
        signal,
      }),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/** The letters of a filter as a table. */
export function useLettersFile(filter: Filter) {
  return useMutation({
    mutationFn: (as: { readonly language: Language; readonly format: "csv" | "xlsx" }) =>
      download(addressOf(outgoing.searchFile), `letters.${as.format}`, {
        method: "POST",
        body: { ...filter, ...as },
      }),
  });
}

/** Papers follow the data of drafts, and letters among them are entered in the register. */
export function showPapersMade(client: QueryClient): Promise<unknown> {
  return Promise.all(
    [["cases"], ["measures"], ["reports"]].map((queryKey) =>
      client.invalidateQueries({ queryKey }),
    ),
  );
}

/** The last day for the answer if the letter is sent on a day; null = there is none, or not yet. */
export function useLetterTerm(id: string, day: string | null): string | null {
  const query = useQuery({
    queryKey: ["measures", "term", id, day],
    queryFn: ({ signal }) =>
      call(outgoing.term, { params: { id }, query: { day: day ?? "" }, signal }),
    enabled: day !== null,
  });
  return query.data?.due ?? null;
}

/** An answer as a person writes it down; `attached` is put into the letter's case. */
interface AnswerSaid {
  readonly day: string;
  readonly note: string | null;
  /** Its name where it is not attached. */
  readonly file: string | null;
  readonly attached: { readonly file: File; readonly about: string } | null;
}

type OfLetter = Pick<Measure, "id" | "version" | "case" | "claim" | "letter">;

export function useLetterAnswered(answeredLetter: OfLetter) {
  const { id, version, case: caseId } = answeredLetter;
  const claims = claimsOfLetter(answeredLetter);
  // The answer to a letter about several claims is a file of their case.
  const claim = claims.length === 1 ? (claims[0] ?? null) : null;
  const show = useShowLetters();
  return useMutation({
    mutationFn: async ({ attached, ...said }: AnswerSaid) => {
      const file =
        attached === null || caseId === null ? null : await putIntoCase(caseId, claim, attached);
      const answer = file === null ? said : { ...said, file: file.name, fileId: file.id };
      return call(outgoing.answered, { params: { id }, body: { version, ...answer } });
    },
    onSettled: show,
  });
}

/** Puts a file into a case; the same file of a try before is taken as it lies there. */
async function putIntoCase(
  id: string,
  claim: string | null,
  { file, about }: { readonly file: File; readonly about: string },
): Promise<{ readonly id: string; readonly name: string }> {
  const isIt = (one: CaseFile) =>
    one.removed === null && one.name === file.name && one.about === about;
  const before = await call(caseFiles.list, { params: { id } });
  const known = before.files.find((one) => isIt(one) && one.bytes === file.size);
  if (known !== undefined) return known;
  const said = { about, name: file.name, ...(claim !== null && { claim }) };
  const query = { version: before.version, ...said };
  const address = addressOf(caseFiles.add, { params: { id }, query });
  const after = caseFiles.add.answer.parse(await upload(caseFiles.add.method, address, file));
  const added = after.files.filter(isIt).sort((one, other) => other.at - one.at)[0];
  if (added === undefined) throw new Error(`${file.name} was added and is not there`);
  return added;
}

/** A letter as it was sent, into the browser's downloads: of claims, else of a crime report. */
export function useSentLetter(letter: {
  readonly id: string;
  readonly claim: string | null;
  readonly report: string;
}) {
  const { id, claim, report } = letter;
  const address =
    claim === null
      ? addressOf(reports.sentLetter, { params: { id: report, letter: id } })
      : addressOf(outgoing.paper, { params: { id } });
  return useMutation({ mutationFn: () => download(address, `${id}.pdf`) });
}

/** The numbers that were given in a year; none while nobody knows them. */
export function useNumbersGiven(year: string | null): readonly NumberGiven[] {
  const query = useQuery({
    queryKey: ["measures", "numbers", year],
    queryFn: ({ signal }) => call(outgoing.numbers, { query: { year: year ?? "" }, signal }),
    enabled: year !== null,
  });
  return query.data?.numbers ?? [];
}

export function useSendLetters() {
  const show = useShowLetters();
  return useMutation({
    mutationFn: (body: z.input<typeof outgoing.sent.body>) => call(outgoing.sent, { body }),
    onSettled: show,
  });
}

export function useStrikeLetters() {
  const show = useShowLetters();
  return useMutation({
    mutationFn: (body: z.input<typeof outgoing.struck.body>) => call(outgoing.struck, { body }),
    onSettled: show,
  });
}

function useShowLetters() {
  const client = useQueryClient();
  return () =>
    Promise.all(
      [["measures"], ["reports"], ["summary"], ["cases"]].map((queryKey) =>
        client.invalidateQueries({ queryKey }),
      ),
    );
}
