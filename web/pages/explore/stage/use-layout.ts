import { useEffect, useRef, useState } from "react";
import { runLayout } from "../../../graph/layout/run.ts";
import type { FlowColumn, LayoutEdge, LayoutNode } from "../../../graph/layout/types.ts";
import { nodeRadius } from "../../../graph/sizes.ts";
import type { Point } from "../../../graph/types.ts";
import type { Cast, Tie } from "./actors.ts";
import { flowsOf } from "./actors.ts";
import { isDevice } from "./devices.ts";

export interface Places {
  readonly frame: string;
  readonly positions: ReadonlyMap<string, Point>;
  readonly columns: readonly FlowColumn[];
}

const NOWHERE: Places = { frame: "", positions: new Map(), columns: [] };

function layoutNodes(cast: Cast, flows: ReadonlyMap<string, number>): readonly LayoutNode[] {
  return cast.actors.map((actor) => {
    const flow = flows.get(actor.id) ?? 0;
    const shape = {
      role: actor.node.role,
      exitKind: actor.node.exitKind,
      merchant: actor.merchant,
      flow,
    };
    return {
      id: actor.id,
      role: actor.node.role,
      exit: actor.node.exitKind !== null && !isDevice(actor.id),
      group: actor.node.cluster,
      radius: nodeRadius(shape),
      flow,
    };
  });
}

/**
 * Places for everything on the stage. The network grows wave by wave around what is already placed,
 * so nothing moves and a reload finds the same picture. The money flow is laid out anew each time.
 */
export function useLayout(
  kind: "network" | "flow",
  frame: string,
  cast: Cast,
  ties: readonly Tie[],
  waveOf: (actorId: string) => number,
): Places {
  const memory = useRef(new Map<string, Map<string, Point>>());
  const [places, setPlaces] = useState<Places>(NOWHERE);
  const wave = useRef(waveOf);
  wave.current = waveOf;
  useEffect(() => {
    let here = true;
    const nodes = layoutNodes(cast, flowsOf(ties));
    const edges: readonly LayoutEdge[] = ties;
    const work = async () => {
      if (kind === "flow") {
        const answer = runLayout({ kind, nodes, edges, kept: [] });
        const done = answer instanceof Promise ? await answer : answer;
        if (here) setPlaces({ frame, positions: new Map(done.positions), columns: done.columns });
        return;
      }
      const known = memory.current.get(frame) ?? new Map<string, Point>();
      memory.current.set(frame, known);
      const waves = [...new Set(nodes.map((node) => wave.current(node.id)))].sort((a, b) => a - b);
      for (const number of waves) {
        const members = nodes.filter((node) => wave.current(node.id) <= number);
        if (members.every((node) => known.has(node.id))) continue;
        const ids = new Set(members.map((node) => node.id));
        const answer = runLayout({
          kind,
          nodes: members,
          edges: edges.filter((edge) => ids.has(edge.from) && ids.has(edge.to)),
          kept: [...known].filter(([id]) => ids.has(id)),
        });
        const done = answer instanceof Promise ? await answer : answer;
        for (const [id, point] of done.positions) known.set(id, point);
      }
      const positions = new Map(
        nodes.flatMap((node) => {
          const at = known.get(node.id);
          return at ? [[node.id, at] as const] : [];
        }),
      );
      if (here) setPlaces({ frame, positions, columns: [] });
    };
    void work();
    return () => {
      here = false;
    };
  }, [kind, frame, cast, ties]);
  return places;
}
