import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import type { z } from "zod";
import { type MeasureWanted, measures } from "../../contract/measures.ts";
import { measuresImport, type RecognisedMeasures } from "../../contract/measures-import.ts";
import {
  type FigureId,
  measuresSummary,
  type SummaryPeriod,
} from "../../contract/measures-summary.ts";
import { addressOf, call } from "../api/call.ts";
import { upload } from "../api/upload.ts";

/** The register of measures, the import of tables, and the summary of a period. */

const KEY = "measures";
type Filter = Omit<z.input<typeof measures.search.body>, "after" | "limit">;

/** The register page by page, the newest day first. */
export function useMeasures(filter: Filter) {
  return useInfiniteQuery({
    queryKey: [KEY, "list", filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call(measures.search, {
        body: { ...filter, ...(pageParam === undefined ? {} : { after: pageParam }) },
        signal,
      }),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

export function useMeasure(id: string) {
  return useQuery({
    queryKey: [KEY, "one", id],
    queryFn: ({ signal }) => call(measures.one, { params: { id }, signal }),
  });
}

/** Asks for an entry and the register again, after somebody else was faster. */
export function useShowMeasureAnew(id: string): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    const shown = [
      [KEY, "one", id],
      [KEY, "list"],
    ];
    await Promise.all(shown.map((queryKey) => client.invalidateQueries({ queryKey })));
  };
}

export function useDistricts() {
  return useQuery({
    queryKey: [KEY, "districts"],
    queryFn: ({ signal }) => call(measures.districts, { signal }),
  });
}

/** Stolen transfers that a block of this account, these reports or this claim may be of. */
export function useLosses(asked: z.input<typeof measures.losses.query>) {
  const isAsked = Object.values(asked).some((one) => (one ?? "") !== "");
  return useQuery({
    queryKey: [KEY, "losses", asked],
    queryFn: ({ signal }) => call(measures.losses, { query: asked, signal }),
    enabled: isAsked,
    placeholderData: keepPreviousData,
  });
}

export function useRecordMeasure() {
  return useRegisterChange((fields: MeasureWanted) => call(measures.record, { body: fields }));
}

/** Corrections start from the version that the page shows. */
export function useCorrectMeasure(id: string, version: number) {
  return useRegisterChange((wanted: { fields: MeasureWanted; reason: string; again: boolean }) =>
    call(measures.correct, { params: { id }, body: { version, ...wanted } }),
  );
}

export function useMeasureSent(id: string, version: number) {
  return useRegisterChange((sent: Omit<z.input<typeof measures.sent.body>, "version">) =>
    call(measures.sent, { params: { id }, body: { version, ...sent } }),
  );
}

export function useCancelMeasure(id: string, version: number) {
  return useRegisterChange((reason: string) =>
    call(measures.cancel, { params: { id }, body: { version, reason } }),
  );
}

export function useUploadMeasures() {
  return useMutation({
    mutationFn: async (file: File): Promise<RecognisedMeasures> => {
      const address = addressOf(measuresImport.upload, { query: { name: file.name } });
      const answer = await upload(measuresImport.upload.method, address, file);
      return measuresImport.upload.answer.parse(answer);
    },
  });
}

export function useImportMeasures(id: string) {
  return useRegisterChange((body: z.input<typeof measuresImport.load.body>) =>
    call(measuresImport.load, { params: { id }, body }),
  );
}

/** What the office did in a period, beside the period before. */
export function useMeasuresSummary(period: SummaryPeriod) {
  return useQuery({
    queryKey: [KEY, "summary", period],
    queryFn: ({ signal }) => call(measuresSummary.summary, { query: period, signal }),
  });
}

/** The records behind a figure, page by page. */
export function useFigureRecords(figure: FigureId, period: SummaryPeriod) {
  return useInfiniteQuery({
    queryKey: [KEY, "records", figure, period],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call(measuresSummary.records, {
        query: { ...period, figure, ...(pageParam === undefined ? {} : { after: pageParam }) },
        signal,
      }),
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

/** The district of a case; a change starts from the case that the page shows. */
export function useSetDistrict({ id, version }: { id: string; version: number }) {
  return useRegisterChange((district: string) =>
    call(measuresSummary.setDistrict, { params: { id }, body: { version, district } }),
  );
}

/** A change of the register shows in ledgers and figures too. */
function useRegisterChange<Input, Output>(work: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: work,
    onSuccess: () =>
      Promise.all(
        [[KEY], ["cases"], ["summary"], ["reports"]].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      ),
  });
}
