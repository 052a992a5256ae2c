import type { Readable } from "node:stream";
import type { BagProblem } from "./problems.ts";

/** One file of a bag, wherever the bag lies. */
export interface BagFile {
  /** From the bag's root, with slashes. */
  readonly path: string;
  readonly size: number;
  open(): Promise<Readable>;
}

export interface BagFiles {
  readonly files: readonly BagFile[];
  /** What is no plain file or has a name that must not be followed. */
  readonly problems: readonly BagProblem[];
  close(): void;
}
