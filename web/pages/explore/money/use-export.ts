import { useTranslation } from "react-i18next";
import { isoDay } from "../../../../contract/format/dates.ts";
import { formatMoneyShort, minorUnits } from "../../../../contract/format/money.ts";
import { readPalette } from "../../../graph/palette.ts";
import type { Stage } from "../../../graph/sigma/stage.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import type { Scene } from "../scene/scene.ts";
import { MOST_SINGLE } from "../stage/make-picture.ts";
import type { StageGraphData } from "../stage/stage-graph.ts";
import type { View } from "../stage/use-view.ts";
import { exportGraph, type GraphFormat } from "./export-graph.ts";
import { exportPicture } from "./export-picture.ts";
import { shownGraph } from "./shown-graph.ts";
import { usePictureWords } from "./use-picture-words.ts";

export type ExportFormat = "png" | "svg" | GraphFormat;

/** Saves what is shown: the picture with everything a reader of it needs, or its graph. */
export function useExport(
  scene: Scene,
  graph: StageGraphData,
  view: View,
  stage: Stage | "missing" | null,
): (format: ExportFormat) => void {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = usePictureWords(scene, graph, view);
  const { picture, title, currency, money, actors } = view;
  return (format) => {
    if (format !== "png" && format !== "svg") {
      const singles =
        scene.level === "transfers" && money.rows.length <= MOST_SINGLE ? money.rows : null;
      const description = [...words.lines, words.sourceLine].join("\n");
      const made = isoDay(Date.now());
      const { edges } = money;
      exportGraph(
        format,
        shownGraph({ title, description, made, picture, actors, edges, singles }),
      );
      return;
    }
    if (stage === null || stage === "missing") return;
    void exportPicture(format, {
      picture,
      palette: readPalette(document.documentElement),
      lens: stage.lens(),
      title,
      lines: words.lines,
      roleWord: (role) => t(`roles.${role}`),
      exitWord: t("explore.exit"),
      deviceWord: t("explore.operators.device"),
      amountWord: (amount) => formatMoneyShort(minorUnits(amount, currency), currency, language),
      sourceLine: words.sourceLine,
      language,
    });
  };
}
