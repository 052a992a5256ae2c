import {
  type MutationKey,
  useIsMutating,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import type { z } from "zod";
import { jobs } from "../../contract/jobs.ts";
import { loading, type Preview, type Recognised } from "../../contract/loading.ts";
import { reports } from "../../contract/reports.ts";
import { addressOf, call } from "../api/call.ts";
import { download } from "../api/download.ts";
import { upload } from "../api/upload.ts";
import { type LoadedFile, loadResult, problemOfJob } from "./load-result.ts";

/** What the pages of one crime report ask of the server. */

export type Entry = z.input<typeof reports.enter.body>;
export type CandidateRequest = z.input<typeof reports.candidates.body>;
export type UrgentRequest = z.input<typeof reports.papers.body>;
export type Standing = z.output<typeof reports.standing.answer>;
export type OneReport = z.output<typeof reports.one.answer>;

/** The values of a pasted text; nothing is asked for an empty one. */
export function useReadText(text: string) {
  const wanted = text.trim();
  return useQuery({
    queryKey: ["reports", "text", wanted],
    queryFn: ({ signal }) => call(reports.readText, { body: { text: wanted }, signal }),
    enabled: wanted !== "",
    staleTime: 60_000,
    placeholderData: (before) => (wanted === "" ? undefined : before),
  });
}

/** Transfers that may be the described one; null = too little is said to look. */
export function useCandidates(request: CandidateRequest | null) {
  return useQuery({
    queryKey: ["reports", "candidates", request],
    queryFn: ({ signal }) =>
      call(reports.candidates, { body: request as CandidateRequest, signal }),
    enabled: request !== null,
    placeholderData: (before) => (request === null ? undefined : before),
  });
}

/** A report changes what every page shows of victims and stolen money. */
function useChange<Input, Output>(
  work: (input: Input) => Promise<Output>,
  mutationKey: MutationKey = ["reports"],
) {
  const client = useQueryClient();
  return useMutation({
    mutationKey,
    mutationFn: work,
    onSettled: () =>
      client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== "session" }),
  });
}

/** Described transfers are being confirmed: what claims are opened of depends on it. */
const CONFIRMING: MutationKey = ["reports", "confirming"];

/** True until the confirmation is written down and the pages have asked anew. */
export function useConfirming(): boolean {
  return useIsMutating({ mutationKey: CONFIRMING }) > 0;
}

export function useEnterReport() {
  return useChange((body: Entry) => call(reports.enter, { body }));
}

/** A report as it was entered, what it said before, and whether this person may change it. */
export function useEntered(id: string) {
  return useQuery({
    queryKey: ["reports", id, "entry"],
    queryFn: ({ signal }) => call(reports.entered, { params: { id }, signal }),
  });
}

export function useCorrectReport(id: string) {
  return useChange((body: z.input<typeof reports.correct.body>) =>
    call(reports.correct, { params: { id }, body }),
  );
}

export function useTakeReportOut(id: string) {
  return useChange((body: z.input<typeof reports.takeOut.body>) =>
    call(reports.takeOut, { params: { id }, body }),
  );
}

export function useLinkReport(id: string) {
  return useChange(
    (body: z.input<typeof reports.link.body>) => call(reports.link, { params: { id }, body }),
    CONFIRMING,
  );
}

export function useLinkAll(id: string) {
  return useChange(
    (body: z.input<typeof reports.linkAll.body>) => call(reports.linkAll, { params: { id }, body }),
    CONFIRMING,
  );
}

/** Described transfers of a case's reports that a person can confirm all at once. */
export function useCaseSure(id: string) {
  return useQuery({
    queryKey: ["reports", "sure", id],
    queryFn: ({ signal }) => call(reports.sureOfCase, { params: { id }, signal }),
  });
}

export function useLinkCase(id: string) {
  return useChange(
    (body: z.input<typeof reports.linkCase.body>) =>
      call(reports.linkCase, { params: { id }, body }),
    CONFIRMING,
  );
}

export function useLinkSure() {
  return useChange(
    (body: z.input<typeof reports.linkSure.body>) => call(reports.linkSure, { body }),
    CONFIRMING,
  );
}

export function useReport(id: string) {
  return useQuery({
    queryKey: ["reports", id],
    queryFn: ({ signal }) => call(reports.one, { params: { id }, signal }),
  });
}

export function useStanding(id: string) {
  return useQuery({
    queryKey: ["reports", id, "standing"],
    queryFn: ({ signal }) => call(reports.standing, { params: { id }, signal }),
  });
}

/** The letters of the first hour, into the browser's downloads. */
export function useUrgentPapers(id: string) {
  return useChange((body: UrgentRequest) =>
    download(addressOf(reports.papers, { params: { id } }), `${id}.zip`, { method: "POST", body }),
  );
}

export interface FileTaken {
  readonly found: Recognised;
  readonly preview: Preview;
  /** The result of its rows; an archive is several files. Empty where it was not loaded. */
  readonly files: readonly LoadedFile[];
}

/** A receipt or another file: recognised, previewed and loaded as it is. */
export function useTakeFile() {
  return useChange(async (file: File): Promise<FileTaken> => {
    const address = addressOf(loading.upload, { query: { name: file.name } });
    const found = (await upload(loading.upload.method, address, file)) as Recognised;
    const params = { id: found.uploadId };
    const preview = await call(loading.preview, { params, body: {} });
    // A table of reports that was loaded before adds nothing, and names its reports.
    if (!found.ready || (found.alreadyLoaded && found.kind !== "reports"))
      return { found, preview, files: [] };
    const { jobId } = await call(loading.load, { params, body: {} });
    return { found, preview, files: await ended(jobId) };
  });
}

const LOOK_AGAIN = 400;

/** Waits for a load; what stopped it is thrown. */
async function ended(id: string): Promise<readonly LoadedFile[]> {
  for (;;) {
    const { jobs: all } = await call(jobs.list);
    const job = all.find((one) => one.id === id);
    if (job?.state !== "running") {
      const files = loadResult(job?.result)?.files ?? [];
      const fault = job?.error ?? files.find(({ error }) => error !== null)?.error;
      if (fault != null) throw problemOfJob(fault);
      return files;
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN));
  }
}
