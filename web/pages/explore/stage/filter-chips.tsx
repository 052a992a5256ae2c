import { IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { formatMoneyShort } from "../../../../contract/format/money.ts";
import { formatNumber } from "../../../../contract/format/numbers.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import type { SceneControl } from "../scene/use-scene.ts";
import type { Visible } from "./actors.ts";
import type { Filter } from "./bundle.ts";
import classes from "./stage.module.css";
import type { StageGraphData } from "./stage-graph.ts";
import type { StageMoney } from "./use-money.ts";
import { usePeriodWords } from "./use-period-words.ts";

/** Each filter that is on, in words, with the way to take it off. */
export function FilterChips({
  control,
  graph,
  visible,
  money,
  filter,
  span,
  currency,
  unknown,
}: {
  control: SceneControl;
  graph: StageGraphData;
  visible: Visible;
  money: StageMoney;
  filter: Filter;
  span: readonly [number, number];
  currency: string;
  /** The words for figures that are not known yet, or never will be. */
  unknown: string;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const period = usePeriodWords();
  const { scene, change } = control;
  const number = (value: number) => formatNumber(value, language);
  const off =
    scene.rolesOff.length +
    scene.showOff.filter((name) => name === "exits" || name === "merchants").length;
  return (
    <>
      {(filter.since !== null || filter.until !== null) && (
        <Chip
          text={period(filter.since, filter.until, span)}
          off={t("explore.facts.timeOff")}
          title={
            money.known
              ? t("explore.facts.outside", { formatted: number(money.outsideTime) })
              : unknown
          }
          onOff={() => change({ since: null, until: null })}
        />
      )}
      {filter.minimum !== null && (
        <Chip
          text={t("explore.facts.over", {
            amount: formatMoneyShort(filter.minimum, currency, language),
          })}
          off={t("explore.facts.amountOff")}
          title={
            money.known
              ? t("explore.facts.below", { formatted: number(money.belowMinimum) })
              : unknown
          }
          onOff={() => change({ minimum: null })}
        />
      )}
      {scene.score !== null && (
        <Chip
          text={t("explore.facts.score", { score: formatNumber(scene.score, language, 2, true) })}
          title={t("explore.facts.unlikely", { formatted: number(visible.unlikely) })}
          off={t("explore.facts.scoreOff")}
          onOff={() => change({ score: null })}
        />
      )}
      {off > 0 && visible.switchedOff > 0 && (
        <Chip
          text={t("explore.facts.switchedOff", {
            count: visible.switchedOff,
            formatted: number(visible.switchedOff),
          })}
          off={t("explore.facts.switchOn")}
          onOff={() =>
            change({
              rolesOff: [],
              showOff: scene.showOff.filter((name) => name !== "exits" && name !== "merchants"),
            })
          }
        />
      )}
      {scene.opened.length > 0 && (
        <Chip
          text={t("explore.groups.opened", {
            count: scene.opened.length,
            formatted: number(scene.opened.length),
          })}
          off={t("explore.groups.close")}
          onOff={() => change({ opened: [] })}
        />
      )}
      {graph.hidden.size > 0 && (
        <Chip
          text={t("explore.facts.hidden", {
            count: graph.hidden.size,
            formatted: number(graph.hidden.size),
          })}
          off={t("explore.facts.unhide")}
          onOff={() => change({ steps: scene.steps.filter((step) => step.kind !== "hide") })}
        />
      )}
    </>
  );
}

function Chip({
  text,
  off,
  title,
  onOff,
}: {
  text: string;
  off: string;
  title?: string;
  onOff: () => void;
}) {
  return (
    <span className={classes.chip} title={title}>
      {text}
      <button type="button" aria-label={off} title={off} onClick={onOff}>
        <IconX size={12} aria-hidden />
      </button>
    </span>
  );
}
