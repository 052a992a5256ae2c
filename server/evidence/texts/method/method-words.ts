import type { TraceMethod } from "../../../../contract/tracing.ts";
import type { WITHHELD } from "../../tables/withheld-kinds.ts";

/** How the sums were found, and what is not in the package, in one language. */
export interface MethodWords {
  /** `rule`: by which the money was traced; null = nothing was traced. */
  readonly tracing: (rule: TraceMethod | null) => string;
  readonly withheld: Readonly<
    Record<(typeof WITHHELD)[number], { readonly what: string; readonly why: string }>
  >;
}
