/**
 * How long to try random input: a fixed number of runs in the gate; with DG_FUZZ_SECONDS set, as
 * long as that many seconds allow, with a seed that changes. A failure prints its seed and path.
 */
export function fuzzing(runs: number): {
  numRuns: number;
  seed?: number;
  interruptAfterTimeLimit?: number;
} {
  const seconds = Number(process.env.DG_FUZZ_SECONDS ?? 0);
  if (seconds <= 0) return { numRuns: runs, seed: 7 };
  return { numRuns: Number.MAX_SAFE_INTEGER, interruptAfterTimeLimit: seconds * 1000 };
}
