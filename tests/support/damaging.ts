import fc from "fast-check";
import { expect } from "vitest";
import { isUserError } from "../../server/errors/user-error.ts";
import type { InputFile } from "../../server/loading/record/input-file.ts";

/**
 * DG_FUZZ_SECONDS=600 tries for ten minutes a reader; the gate tries the same few dozen every time.
 * The seed of a red run is printed by fast-check.
 */
const SECONDS = Number(process.env.DG_FUZZ_SECONDS ?? 0);

const EFFORT =
  SECONDS > 0
    ? {
        numRuns: 100_000_000,
        interruptAfterTimeLimit: SECONDS * 1_000,
        markInterruptAsFailure: false,
      }
    : { numRuns: 60, seed: 20_260_304 };

/** Milliseconds that one test of damaged files may take. */
export const TEST_TIME = Math.max(60_000, SECONDS * 1_000 + 120_000);

/** Milliseconds of processor time for one file of a few kilobytes. */
const SOON = 10_000;

type Change =
  | { readonly kind: "flip" | "cut-out" | "repeat"; readonly at: number; readonly length: number }
  | { readonly kind: "insert"; readonly at: number; readonly what: Uint8Array }
  | { readonly kind: "end"; readonly at: number };

/** Places are shares of the file, so that one change fits files of any length. */
export function changes(words: readonly (string | Buffer)[]): fc.Arbitrary<readonly Change[]> {
  const at = fc.double({ min: 0, max: 1, noNaN: true });
  const bytes = fc.oneof(
    fc.constantFrom(...words).map((word) => Buffer.from(word)),
    fc.uint8Array({ minLength: 1, maxLength: 12 }),
    fc
      .tuple(fc.constantFrom(0, 9, 32, 60, 65, 255), fc.integer({ min: 1, max: 3_000 }))
      .map(([byte, count]) => Buffer.alloc(count, byte)),
  );
  return fc.array(
    fc.oneof(
      fc.record({
        kind: fc.constantFrom("flip", "cut-out", "repeat"),
        at,
        length: fc.integer({ min: 1, max: 200 }),
      }),
      fc.record({ kind: fc.constant("insert" as const), at, what: bytes }),
      fc.record({ kind: fc.constant("end" as const), at }),
    ) as fc.Arbitrary<Change>,
    { minLength: 1, maxLength: 6 },
  );
}

/** The bytes with these changes made to them. */
export function damaged(bytes: Buffer, changed: readonly Change[]): Buffer {
  let result = bytes;
  for (const change of changed) {
    const at = Math.floor(change.at * result.length);
    const [before, after] = [result.subarray(0, at), result.subarray(at)];
    if (change.kind === "end") result = before;
    else if (change.kind === "insert")
      result = Buffer.concat([before, Buffer.from(change.what), after]);
    else if (change.kind === "cut-out")
      result = Buffer.concat([before, after.subarray(change.length)]);
    else if (change.kind === "repeat")
      result = Buffer.concat([before, after.subarray(0, change.length), after]);
    else {
      result = Buffer.from(result);
      if (at < result.length) result[at] = (result[at] ?? 0) ^ (1 << (change.length % 8));
    }
  }
  return result;
}

/** The result of reading; null where the file was refused by name. It must end soon either way. */
export async function ends<Result>(
  file: InputFile,
  reading: () => Promise<Result>,
): Promise<Result | null> {
  const begun = processorTime();
  try {
    return await reading();
  } catch (error) {
    if (!isUserError(error)) throw error;
    expect(error.message).toContain(file.name);
    expect(error.remedy).not.toBe("");
    return null;
  } finally {
    expect(processorTime() - begun).toBeLessThan(SOON);
  }
}

/**
 * Milliseconds of processor time: what a reader takes however busy the machine is. A reader that
 * only waits meets the test's own time limit.
 */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** Tries the property for the time or the runs of EFFORT; a long trial says what it did. */
export async function tried<Values>(
  what: string,
  property: fc.IAsyncProperty<Values>,
): Promise<void> {
  const begun = processorTime();
  const details = await fc.check(property, EFFORT);
  if (SECONDS > 0) {
    const spent = Math.round((processorTime() - begun) / 1_000);
    process.stdout.write(
      `fuzz ${what}: ${SECONDS} s, ${spent} s of processor time, ${details.numRuns} runs\n`,
    );
  }
  if (details.failed)
    throw new Error(await fc.asyncDefaultReportMessage(details), { cause: details.errorInstance });
}
