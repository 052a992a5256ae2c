import { useTranslation } from "react-i18next";
import { formatMoneyShort, minorUnits } from "../../../../contract/format/money.ts";
import type { Palette } from "../../../graph/palette.ts";
import type { Stage } from "../../../graph/sigma/stage.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import type { Scene } from "../scene/scene.ts";
import type { StageGraphData } from "../stage/stage-graph.ts";
import type { View } from "../stage/use-view.ts";
import type { PictureExport } from "./export-picture.ts";
import { usePictureWords } from "./use-picture-words.ts";

/** The makings of a file or a print of the picture; null where there is no picture. */
export function usePictureInput(
  scene: Scene,
  graph: StageGraphData,
  view: View,
  stage: Stage | "missing" | null,
): (palette: Palette) => PictureExport | null {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = usePictureWords(scene, graph, view);
  const { picture, title, currency } = view;
  return (palette) =>
    stage === null || stage === "missing"
      ? null
      : {
          picture,
          palette,
          lens: stage.lens(),
          title,
          lines: words.lines,
          roleWord: (role) => t(`roles.${role}`),
          exitWord: t("explore.exit"),
          deviceWord: t("explore.operators.device"),
          amountWord: (amount) =>
            formatMoneyShort(minorUnits(amount, currency), currency, language),
          sourceLine: words.sourceLine,
          language,
        };
}
