/** The steps by which a picture grew, and how each stands in the address. */

export type Direction = "in" | "out" | "both";

/** The side of their money on which neighbours stand; common: tied to every one of the accounts. */
export type Side = Direction | "common";

/** Neighbours of some accounts, under conditions of their own, the largest by money first. */
export interface GrowStep {
  readonly kind: "grow";
  readonly accounts: readonly string[];
  readonly side: Side;
  readonly limit: number;
  /** UTC ms, `until` exclusive; null = open. */
  readonly since: number | null;
  readonly until: number | null;
  /** Minor units. */
  readonly minimum: string | null;
}

export type Step =
  | {
      readonly kind: "expand";
      readonly account: string;
      readonly direction: Direction;
      readonly limit: number;
      readonly letGo: boolean;
    }
  | GrowStep
  | { readonly kind: "collapse"; readonly account: string }
  | { readonly kind: "around"; readonly limit: number }
  | { readonly kind: "hide"; readonly accounts: readonly string[] }
  | { readonly kind: "add"; readonly accounts: readonly string[] };

const DIRECTIONS: readonly Direction[] = ["in", "out", "both"];
const SIDES: readonly Side[] = [...DIRECTIONS, "common"];
const SEPARATOR = "~";

export function stepText(step: Step): string {
  if (step.kind === "expand")
    return [step.letGo ? "letgo" : "expand", step.direction, step.limit, step.account].join(
      SEPARATOR,
    );
  if (step.kind === "grow") {
    const { side, limit, since, until, minimum, accounts } = step;
    return ["grow", side, limit, since ?? "", until ?? "", minimum ?? "", ...accounts].join(
      SEPARATOR,
    );
  }
  if (step.kind === "collapse") return ["collapse", step.account].join(SEPARATOR);
  if (step.kind === "around") return ["around", step.limit].join(SEPARATOR);
  return [step.kind, ...step.accounts].join(SEPARATOR);
}

export function readStep(text: string): Step | null {
  const [kind, ...rest] = text.split(SEPARATOR);
  if (kind === "expand" || kind === "letgo") {
    const direction = DIRECTIONS.find((known) => known === rest[0]);
    const limit = Number(rest[1]);
    const account = rest.slice(2).join(SEPARATOR);
    if (!direction || !(limit >= 1 && limit <= 500) || account === "") return null;
    return {
      kind: "expand",
      account,
      direction,
      limit: Math.floor(limit),
      letGo: kind === "letgo",
    };
  }
  if (kind === "grow") return readGrow(rest);
  if (kind === "around" && Number(rest[0]) >= 1)
    return { kind, limit: Math.min(500, Math.floor(Number(rest[0]))) };
  if (kind === "collapse" && rest[0]) return { kind, account: rest[0] };
  if ((kind === "hide" || kind === "add") && rest.length > 0) return { kind, accounts: rest };
  return null;
}

function readGrow([way, most, since, until, minimum, ...accounts]: readonly string[]): Step | null {
  const side = SIDES.find((known) => known === way);
  const limit = Number(most);
  const fitting = (text = "") => text === "" || /^\d{1,18}$/.test(text);
  if (!side || !(limit >= 1 && limit <= 500) || accounts.length === 0) return null;
  if (![since, until, minimum].every(fitting)) return null;
  const instant = (text = "") => (text === "" ? null : Number(text));
  return {
    kind: "grow",
    accounts,
    side,
    limit: Math.floor(limit),
    since: instant(since),
    until: instant(until),
    minimum: minimum || null,
  };
}
