import { z } from "zod";
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

/** A history as text, for the tab's own storage: places and undo survive a reload. */
export function historyText(history: History): string {
  const text = ({ search, moved }: Moment) => ({ search, moved: [...moved] });
  return JSON.stringify({
    past: history.past.slice(-KEPT).map(text),
    present: text(history.present),
    future: history.future.slice(0, KEPT).map(text),
  });
}

const KEPT = 30;

const storedMoment = z
  .object({
    search: z.string(),
    moved: z.array(z.tuple([z.string(), z.object({ x: z.number(), y: z.number() })])),
  })
  .transform(({ search, moved }): Moment => ({ search, moved: new Map(moved) }));
const storedHistory = z.object({
  past: z.array(storedMoment),
  present: storedMoment,
  future: z.array(storedMoment),
});

/** The kept history where it ends at this address; else a new one. */
export function readHistory(text: string | null, search: string): History {
  if (text === null) return startHistory(search);
  try {
    const found = storedHistory.safeParse(JSON.parse(text));
    if (found.success && found.data.present.search === search) return found.data;
  } catch {
    // Another version's text, or a damaged one: nothing is lost but the way back.
  }
  return startHistory(search);
}
