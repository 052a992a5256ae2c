import { type MeasureFields, type MeasureWanted, measureFields } from "../../contract/measures.ts";

/** The fields of a measure as the contract fills them in. */
export function parsedMeasure(wanted: MeasureWanted): MeasureFields {
  return measureFields.parse(wanted);
}
