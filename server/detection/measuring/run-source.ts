import type { DetectionResult } from "../ranking/detection-result.ts";
import { type DetectOptions, detect } from "../run/detect.ts";
import type { MeasuredSource } from "./read-source.ts";

/** A run's options over all the time of a source, with its reports or without. */
export function optionsOf(
  { reports, statements = [], devices = [] }: MeasuredSource,
  withReports: boolean,
): DetectOptions {
  return {
    since: Number.NEGATIVE_INFINITY,
    until: Number.POSITIVE_INFINITY,
    listed: [],
    reports: withReports ? reports : [],
    statements,
    devices,
  };
}

export function runSource(source: MeasuredSource, withReports: boolean): DetectionResult {
  return detect(source.columns, optionsOf(source, withReports));
}
