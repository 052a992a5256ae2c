import type { DetectionResult } from "./detection-result.ts";

/**
 * Throws where a sentence of a run has a figure that is no number (Infinity, NaN): JSON would keep
 * it as null, and nobody could read the run. Names the account, the sentence and the figure.
 */
export function refuseUnsayable({ findings, requests }: Sayable): void {
  for (const { account, reasons, against } of findings) {
    for (const { code, params, points, oneIn } of reasons)
      check(account, code, { ...params, points, ...(oneIn === null ? {} : { oneIn }) });
    for (const { code, params } of against) check(account, code, params);
  }
  for (const { account, code, params, points } of requests)
    check(account, code, { ...params, points });
}

type Sayable = Pick<DetectionResult, "findings" | "requests">;

function check(
  account: string,
  code: string,
  figures: Readonly<Record<string, string | number>>,
): void {
  for (const [name, value] of Object.entries(figures))
    if (typeof value === "number" && !Number.isFinite(value))
      throw new Error(`The reason ${code} of account ${account} has no figure ${name}: ${value}.`);
}
