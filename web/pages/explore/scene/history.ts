import type { Point } from "../../../graph/types.ts";

/** Undo and redo over addresses, and over the places a person dragged nodes to. Pure. */
export interface Moment {
  readonly search: string;
  readonly moved: ReadonlyMap<string, Point>;
}

export interface History {
  readonly past: readonly Moment[];
  readonly present: Moment;
  readonly future: readonly Moment[];
}

const LONGEST = 200;

export function startHistory(search: string): History {
  return { past: [], present: { search, moved: new Map() }, future: [] };
}

/**
 * The address changed: by the browser's Back and Forward, which are undo and redo too, or by a new
 * step.
 */
export function arrive(history: History, search: string, replaced: boolean): History {
  if (search === history.present.search) return history;
  if (history.past.at(-1)?.search === search) return undo(history);
  if (history.future[0]?.search === search) return redo(history);
  const present = { search, moved: history.present.moved };
  if (replaced) return { ...history, present };
  return { past: [...history.past, history.present].slice(-LONGEST), present, future: [] };
}

export function dragged(history: History, id: string, to: Point): History {
  const moved = new Map(history.present.moved);
  moved.set(id, to);
  return {
    past: [...history.past, history.present].slice(-LONGEST),
    present: { search: history.present.search, moved },
    future: [],
  };
}

export function undo(history: History): History {
  const before = history.past.at(-1);
  if (!before) return history;
  return {
    past: history.past.slice(0, -1),
    present: before,
    future: [history.present, ...history.future],
  };
}

export function redo(history: History): History {
  const [after, ...rest] = history.future;
  if (!after) return history;
  return { past: [...history.past, history.present], present: after, future: rest };
}
