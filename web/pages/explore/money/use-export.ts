import { isoDay } from "../../../../contract/format/dates.ts";
import { readPalette } from "../../../graph/palette.ts";
import type { Stage } from "../../../graph/sigma/stage.ts";
import type { Scene } from "../scene/scene.ts";
import { MOST_SINGLE } from "../stage/make-picture.ts";
import type { StageGraphData } from "../stage/stage-graph.ts";
import type { View } from "../stage/use-view.ts";
import { exportGraph, type GraphFormat } from "./export-graph.ts";
import { exportPicture } from "./export-picture.ts";
import { shownGraph } from "./shown-graph.ts";
import { usePictureInput } from "./use-picture-input.ts";
import { usePictureWords } from "./use-picture-words.ts";

export type ExportFormat = "print" | "png" | "svg" | GraphFormat;

/** Prints or saves what is shown: the picture with all that a reader of it needs, or its graph. */
export function useExport(
  scene: Scene,
  graph: StageGraphData,
  view: View,
  stage: Stage | "missing" | null,
): (format: ExportFormat) => void {
  const words = usePictureWords(scene, graph, view);
  const inputOf = usePictureInput(scene, graph, view, stage);
  const { picture, title, money, actors } = view;
  return (format) => {
    if (format === "print") {
      window.print();
      return;
    }
    if (format === "png" || format === "svg") {
      const input = inputOf(readPalette(document.documentElement));
      if (input !== null) void exportPicture(format, input);
      return;
    }
    const single = scene.level === "transfers" && money.rows.length <= MOST_SINGLE;
    const shown = {
      title,
      description: [...words.lines, words.sourceLine].join("\n"),
      made: isoDay(Date.now()),
      picture,
      actors,
      edges: money.edges,
      singles: single ? money.rows : null,
    };
    exportGraph(format, shownGraph(shown));
  };
}
