import type { Context } from "../indicators/context.ts";
import type { Part } from "./part.ts";
import type { Scores } from "./scores.ts";

/** What a run worked out, before it is written down. */
export interface Outcome {
  readonly context: Context;
  readonly scores: Scores;
  readonly parts: readonly Part[];
}
