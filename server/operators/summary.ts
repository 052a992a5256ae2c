import type { SessionRow } from "../../contract/operators.ts";
import { type DeviceTakeover, takeoversOf } from "./takeovers.ts";

/** First, last and number of uses of one thing. */
export interface Used {
  readonly name: string;
  /** As the latest session calls it. */
  readonly model: string | null;
  readonly first: number;
  readonly last: number;
  readonly count: number;
}

export interface Summary {
  readonly devices: readonly Used[];
  readonly addresses: readonly Used[];
  readonly takeovers: readonly DeviceTakeover[];
  readonly marks: readonly SessionRow[];
}

/** Events that stand on the line of time by themselves. */
const MARKED: ReadonlySet<string | null> = new Set([
  "device-registered",
  "phone-registered",
  "password-reset",
  "cash-withdrawal",
]);

/** What the sessions of one account, in the order of time, say of who operated it. */
export function summaryOf(sessions: readonly SessionRow[]): Summary {
  return {
    devices: used(sessions, "device"),
    addresses: used(sessions, "ip").sort(
      (left, right) => right.count - left.count || (left.name < right.name ? -1 : 1),
    ),
    takeovers: takeoversOf(
      sessions.flatMap(({ at, device, model, dayOnly }) =>
        device === null || dayOnly ? [] : [{ at, device, model }],
      ),
    ),
    marks: sessions.filter(({ event }) => MARKED.has(event)),
  };
}

/** In the order of the first use. */
function used(sessions: readonly SessionRow[], what: "device" | "ip"): Used[] {
  const found = new Map<string, Used>();
  for (const session of sessions) {
    const name = session[what];
    if (name === null) continue;
    const known = found.get(name);
    found.set(name, {
      name,
      model: session.model ?? known?.model ?? null,
      first: Math.min(known?.first ?? session.at, session.at),
      last: Math.max(known?.last ?? session.at, session.at),
      count: (known?.count ?? 0) + 1,
    });
  }
  return [...found.values()].sort((left, right) => left.first - right.first);
}
