import type { BagProblem } from "../../bag/problems.ts";

/** The sentences of `verify` about a package; `{{…}}` are figures (contract/texts/fill-in.ts). */
export interface VerifyWords {
  readonly intact: string;
  readonly broken: string;
  readonly otherKey: string;
  readonly named: string;
  readonly office: string;
  readonly notNamed: string;
  readonly notOffice: string;
  readonly unknown: string;
  readonly foreign: string;
  /** A sentence for each fault; null = the fault's own English message. */
  readonly problems: Readonly<Record<BagProblem["code"], string>> | null;
}
