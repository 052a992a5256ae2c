/**
 * What is wrong with a bag, one entry a fault: a stable code, the file it is about and a sentence.
 */
export interface BagProblem {
  readonly code:
    | "missing"
    | "extra"
    | "changed"
    | "unknown-at-root"
    | "bad-path"
    | "listed-twice"
    | "not-listed"
    | "malformed"
    | "unsigned"
    | "bad-signature"
    | "wrong-key"
    | "audit"
    | "unreadable";
  readonly path: string;
  readonly message: string;
}

export function problem(code: BagProblem["code"], path: string, message: string): BagProblem {
  return { code, path, message };
}
