/** The steps by which a picture grew, and how each stands in the address. */

export type Direction = "in" | "out" | "both";

export type Step =
  | {
      readonly kind: "expand";
      readonly account: string;
      readonly direction: Direction;
      readonly limit: number;
      readonly letGo: boolean;
    }
  | { readonly kind: "collapse"; readonly account: string }
  | { readonly kind: "around"; readonly limit: number }
  | { readonly kind: "hide"; readonly accounts: readonly string[] }
  | { readonly kind: "add"; readonly accounts: readonly string[] };

const DIRECTIONS: readonly Direction[] = ["in", "out", "both"];
const SEPARATOR = "~";

export function stepText(step: Step): string {
  if (step.kind === "expand")
    return [step.letGo ? "letgo" : "expand", step.direction, step.limit, step.account].join(
      SEPARATOR,
    );
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
  if (kind === "around" && Number(rest[0]) >= 1)
    return { kind, limit: Math.min(500, Math.floor(Number(rest[0]))) };
  if (kind === "collapse" && rest[0]) return { kind, account: rest[0] };
  if ((kind === "hide" || kind === "add") && rest.length > 0) return { kind, accounts: rest };
  return null;
}
