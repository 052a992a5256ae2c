import type { SummaryPeriod } from "../../../contract/measures-summary.ts";
import type { DataFigureId } from "../../../contract/overview-records.ts";

/** Where the records of a figure of the data are. They are of all districts. */
export function dataAddress(id: DataFigureId, { from, until }: SummaryPeriod): string {
  const query = new URLSearchParams(
    Object.entries({ from, until }).flatMap(([name, day]) => (day ? [[name, day]] : [])),
  );
  return `/summary/data/${id}${query.size === 0 ? "" : `?${query}`}`;
}
