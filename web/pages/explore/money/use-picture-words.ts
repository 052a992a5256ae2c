import { useTranslation } from "react-i18next";
import { formatMoneyShort } from "../../../../contract/format/money.ts";
import { formatNumber } from "../../../../contract/format/numbers.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useStepWords } from "../panel/journey.tsx";
import type { Scene } from "../scene/scene.ts";
import type { StageGraphData } from "../stage/stage-graph.ts";
import { usePeriodWords } from "../stage/use-period-words.ts";
import type { View } from "../stage/use-view.ts";

/**
 * Words for the reader of a picture who has not seen the screen: counts, filters, the journey and
 * the source.
 */
export function usePictureWords(
  scene: Scene,
  graph: StageGraphData,
  view: View,
): { readonly lines: readonly string[]; readonly sourceLine: string } {
  const { t } = useTranslation();
  const language = useLanguage();
  const period = usePeriodWords();
  const { visible, money, filter, span, currency, run, nameOf } = view;
  const stepWords = useStepWords(nameOf);
  const counts = t("explore.facts.shown", {
    shown: formatNumber(visible.nodes.length, language),
    found: formatNumber(Math.max(graph.found, visible.nodes.length), language),
  });
  const filters = [
    period(filter.since, filter.until, span),
    filter.minimum === null
      ? null
      : t("explore.facts.over", { amount: formatMoneyShort(filter.minimum, currency, language) }),
    scene.score === null
      ? null
      : t("explore.facts.score", { score: formatNumber(scene.score, language, 2, true) }),
    visible.switchedOff > 0
      ? t("explore.facts.switchedOff", {
          count: visible.switchedOff,
          formatted: formatNumber(visible.switchedOff, language),
        })
      : null,
  ];
  return {
    lines: [
      `${counts} · ${t("common.transfers", { count: money.total, formatted: formatNumber(money.total, language) })}`,
      filters.filter(Boolean).join(" · "),
      [stepWords.base(scene), ...scene.steps.map(stepWords.step)].join(" → "),
    ],
    sourceLine: t("explore.export.source", {
      run: run ?? "-",
      files: formatNumber(new Set(money.held.map((row) => row.sourceId)).size, language),
    }),
  };
}
