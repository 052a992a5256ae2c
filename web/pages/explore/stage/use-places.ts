import { useCallback, useMemo } from "react";
import type { SceneControl } from "../scene/use-scene.ts";
import type { Actor, Cast, Tie } from "./actors.ts";
import type { StageGraphData } from "./stage-graph.ts";
import { useLayout } from "./use-layout.ts";

/** The places of all actors: as laid out, and in a network where a person has moved them. */
export function usePlaces(
  control: SceneControl,
  graph: StageGraphData,
  cast: Cast,
  actors: ReadonlyMap<string, Actor>,
  lifeTies: readonly Tie[],
) {
  const { scene } = control;
  const frame = [graph.base, scene.layout, scene.grouping].join("|");
  const waveOf = useCallback(
    (id: string) =>
      Math.min(
        ...(actors.get(id)?.accounts ?? [id]).map((account) => graph.wave.get(account) ?? 0),
      ),
    [actors, graph],
  );
  const places = useLayout(scene.layout, frame, cast, lifeTies, waveOf);
  const positions = useMemo(() => {
    if (control.moved.size === 0 || scene.layout !== "network") return places.positions;
    const moved = new Map(places.positions);
    for (const [id, at] of control.moved) if (moved.has(id)) moved.set(id, at);
    return moved;
  }, [places, control.moved, scene.layout]);
  return { places, positions };
}
