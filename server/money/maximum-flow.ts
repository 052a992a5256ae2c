import { least } from "./money.ts";

/** A pipe between two points that carries at most so much, in minor units. */
export interface Pipe {
  readonly from: string;
  readonly to: string;
  readonly room: bigint;
}

/**
 * The most that can go from one point to another through pipes, in minor units. Shortest augmenting
 * paths (Edmonds and Karp, "Theoretical improvements in algorithmic efficiency for network flow
 * problems", JACM 1972). Between two points lies one pipe: of several the last one counts.
 */
export function maximumFlow(pipes: readonly Pipe[], source: string, target: string): bigint {
  const room = new Map<string, Map<string, bigint>>();
  const at = (point: string) => {
    const known = room.get(point) ?? new Map<string, bigint>();
    room.set(point, known);
    return known;
  };
  for (const pipe of pipes) {
    at(pipe.from).set(pipe.to, pipe.room);
    if (!at(pipe.to).has(pipe.from)) at(pipe.to).set(pipe.from, 0n);
  }
  let flow = 0n;
  for (;;) {
    const way = shortestOpen(room, source, target);
    if (way === null) return flow;
    const part = way.map(({ left }) => left).reduce(least);
    for (const { from, to } of way) {
      at(from).set(to, (at(from).get(to) ?? 0n) - part);
      at(to).set(from, (at(to).get(from) ?? 0n) + part);
    }
    flow += part;
  }
}

interface Step {
  readonly from: string;
  readonly to: string;
  readonly left: bigint;
}

/** The steps of a shortest way with room on each, from the last one back; null = none is left. */
function shortestOpen(
  room: ReadonlyMap<string, ReadonlyMap<string, bigint>>,
  source: string,
  target: string,
): Step[] | null {
  const before = new Map<string, Step>();
  const queue = [source];
  for (let from = queue.shift(); from !== undefined; from = queue.shift()) {
    for (const [to, left] of room.get(from) ?? []) {
      if (left <= 0n || to === source || before.has(to)) continue;
      before.set(to, { from, to, left });
      queue.push(to);
    }
  }
  const steps: Step[] = [];
  for (let point = target; point !== source; ) {
    const step = before.get(point);
    if (step === undefined) return null;
    steps.push(step);
    point = step.from;
  }
  return steps;
}
