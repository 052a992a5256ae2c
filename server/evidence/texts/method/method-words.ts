import type { TraceMethod } from "../../../../contract/tracing.ts";
import type { MASKED, WITHHELD } from "../../tables/withheld-kinds.ts";

/** How the sums were found, and what is not in the package, in one language. */
export interface MethodWords {
  /** `rule`: by which the money was traced; null = nothing was traced. */
  readonly tracing: (rule: TraceMethod | null) => string;
  /** Of a disclosure copy. */
  readonly masked: {
    /** The name of a third person. */
    readonly person: (number: number) => string;
    /** Stands first in README: what the copy is. `of`: SHA-256 of the whole package's list. */
    readonly note: (of: string) => string;
  };
  readonly withheld: Readonly<
    Record<
      (typeof WITHHELD | typeof MASKED)[number],
      { readonly what: string; readonly why: string }
    >
  >;
}
