import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useLocation, useNavigate, useNavigationType } from "react-router";
import { EXPLORE_HISTORY } from "../../../data/places-of-view.ts";
import type { Point } from "../../../graph/types.ts";
import { arrive, dragged, type History, historyText, readHistory, redo, undo } from "./history.ts";
import { type Change, readScene, type Scene, writeScene } from "./scene.ts";

export interface SceneControl {
  readonly scene: Scene;
  readonly change: (
    change: Change | ((scene: Scene) => Change),
    options?: { replace?: boolean },
  ) => void;
  readonly moved: ReadonlyMap<string, Point>;
  readonly move: (id: string, to: Point) => void;
  /** Whether what is drawn is what the address says by now: a change arrives a moment later. */
  readonly inStep: () => boolean;
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
}

/** The scene of the address, changed only through here. */
export function useScene(): SceneControl {
  const { search } = useLocation();
  const navigate = useNavigate();
  const kind = useNavigationType();
  const [history, setHistory] = useState<History>(() =>
    readHistory(window.sessionStorage.getItem(EXPLORE_HISTORY), search),
  );
  useEffect(() => {
    window.sessionStorage.setItem(EXPLORE_HISTORY, historyText(history));
  }, [history]);
  const latest = useRef(search);
  latest.current = search;
  /** Addresses undo and redo are on their way to; a quick hand may have several under way. */
  const expected = useRef<readonly string[]>([]);
  useEffect(() => {
    const place = expected.current.lastIndexOf(search);
    if (place >= 0) {
      expected.current = expected.current.slice(place + 1);
      return;
    }
    setHistory((before) => arrive(before, search, kind === "REPLACE"));
  }, [search, kind]);
  const scene = useMemo(() => readScene(new URLSearchParams(search)), [search]);
  const change = useCallback<SceneControl["change"]>(
    (next, options) => {
      const now = readScene(new URLSearchParams(latest.current));
      const text = `?${writeScene({ ...now, ...(typeof next === "function" ? next(now) : next) })}`;
      if (text === latest.current) return;
      latest.current = text;
      void navigate({ search: text }, { replace: options?.replace ?? false });
    },
    [navigate],
  );
  const walk = (after: History) => {
    setHistory(after);
    // The address itself, not the one last drawn: of a big picture that may lag behind.
    if (after.present.search === window.location.search) return;
    expected.current = [...expected.current, after.present.search];
    void navigate({ search: after.present.search });
  };
  const move = useCallback(
    (id: string, to: Point) => setHistory((before) => dragged(before, id, to)),
    [],
  );
  return {
    scene,
    change,
    moved: history.present.moved,
    move,
    inStep: () => window.location.search === search,
    undo: history.past.length > 0 ? () => walk(undo(history)) : null,
    redo: history.future.length > 0 ? () => walk(redo(history)) : null,
  };
}
