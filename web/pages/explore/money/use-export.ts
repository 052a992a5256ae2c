import { useTranslation } from "react-i18next";
import { formatMoneyShort, minorUnits } from "../../../../contract/format/money.ts";
import { formatNumber } from "../../../../contract/format/numbers.ts";
import { readPalette } from "../../../graph/palette.ts";
import type { Stage } from "../../../graph/sigma/stage.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useStepWords } from "../panel/journey.tsx";
import type { Scene } from "../scene/scene.ts";
import type { StageGraphData } from "../stage/stage-graph.ts";
import { usePeriodWords } from "../stage/use-period-words.ts";
import type { View } from "../stage/use-view.ts";
import { exportPicture } from "./export-picture.ts";

/**
 * Saves the picture with everything a reader of it needs: title, filters, journey, legend, scale,
 * source, date.
 */
export function useExport(
  scene: Scene,
  graph: StageGraphData,
  view: View,
  stage: Stage | "missing" | null,
): (format: "png" | "svg") => void {
  const { t } = useTranslation();
  const language = useLanguage();
  const period = usePeriodWords();
  const { visible, money, picture, title, filter, span, currency, run, nameOf } = view;
  const stepWords = useStepWords(nameOf);
  return (format) => {
    if (stage === null || stage === "missing") return;
    const counts = t("explore.facts.shown", {
      shown: formatNumber(visible.nodes.length, language),
      found: formatNumber(Math.max(graph.found, visible.nodes.length), language),
    });
    void exportPicture(format, {
      picture,
      palette: readPalette(document.documentElement),
      lens: stage.lens(),
      title,
      lines: [
        `${counts} · ${t("common.transfers", { count: money.total, formatted: formatNumber(money.total, language) })}`,
        [
          period(filter.since, filter.until, span),
          filter.minimum === null
            ? null
            : t("explore.facts.over", {
                amount: formatMoneyShort(filter.minimum, currency, language),
              }),
          scene.score === null
            ? null
            : t("explore.facts.score", { score: formatNumber(scene.score, language, 2, true) }),
          visible.switchedOff > 0
            ? t("explore.facts.switchedOff", {
                count: visible.switchedOff,
                formatted: formatNumber(visible.switchedOff, language),
              })
            : null,
        ]
          .filter(Boolean)
          .join(" · "),
        [stepWords.base(scene), ...scene.steps.map(stepWords.step)].join(" → "),
      ],
      roleWord: (role) => t(`roles.${role}`),
      exitWord: t("explore.exit"),
      deviceWord: t("explore.operators.device"),
      amountWord: (amount) => formatMoneyShort(minorUnits(amount, currency), currency, language),
      sourceLine: t("explore.export.source", {
        run: run ?? "-",
        files: formatNumber(new Set(money.held.map((row) => row.sourceId)).size, language),
      }),
      language,
    });
  };
}
