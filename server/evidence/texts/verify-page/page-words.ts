import type { BagProblem } from "../../bag/problems.ts";

/** The sentences of verify.html in one language; `{{…}}` are figures. */
export interface PageWords {
  readonly title: string;
  readonly intro: string;
  readonly choose: string;
  readonly local: string;
  readonly typed: string;
  readonly checking: string;
  /** Nothing was changed, and nobody has compared the key yet. */
  readonly intact: string;
  /** Nothing was changed, and the key is the one of the letter. */
  readonly known: string;
  readonly otherKey: string;
  readonly broken: string;
  /** The browser does not know Ed25519. */
  readonly unchecked: string;
  /** The extract of the audit log stands. */
  readonly audited: string;
  readonly foreign: string;
  readonly fingerprintTitle: string;
  readonly compare: string;
  readonly compared: Readonly<Record<"same" | "other" | "unreadable", string>>;
  /** Names of the labels of bag-info.txt that are shown. */
  readonly about: Readonly<Record<string, string>>;
  readonly limitsTitle: string;
  readonly limits: string;
  readonly byHand: string;
  readonly faults: Readonly<Record<Exclude<BagProblem["code"], "wrong-key">, string>> & {
    readonly renamed: string;
  };
}
