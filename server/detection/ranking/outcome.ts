import type { Context } from "../indicators/context.ts";
import type { Scores, Weights } from "./add-up.ts";
import type { Part } from "./roles.ts";

/** What a run worked out, before it is written down. */
export interface Outcome {
  readonly context: Context;
  readonly scores: Scores;
  readonly parts: readonly Part[];
  readonly weights: Weights;
}
