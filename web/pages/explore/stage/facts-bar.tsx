import { IconStack2, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "../../../../contract/format/numbers.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { Sums } from "../../../ui/money.tsx";
import { selectingNothing } from "../scene/scene.ts";
import type { SceneControl } from "../scene/use-scene.ts";
import type { Visible } from "./actors.ts";
import type { Filter, Turnover } from "./bundle.ts";
import { FilterChips } from "./filter-chips.tsx";
import { ShownCount } from "./shown-count.tsx";
import classes from "./stage.module.css";
import type { StageGraphData } from "./stage-graph.ts";
import type { StageMoney } from "./use-money.ts";

/**
 * The bar that is always there: what is shown out of how much, every filter with its way off, the
 * selection's in, out and net.
 */
export function FactsBar({
  title,
  control,
  graph,
  visible,
  money,
  filter,
  span,
  currency,
  selection,
}: {
  title: string;
  control: SceneControl;
  graph: StageGraphData;
  visible: Visible;
  money: StageMoney;
  filter: Filter;
  span: readonly [number, number];
  currency: string;
  selection: Turnover | null;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { scene, change } = control;
  const number = (value: number) => formatNumber(value, language);
  const unknown = money.error ? "–" : t("common.loading");
  return (
    <section className={classes.bar} aria-label={t("explore.facts.label")}>
      <span className={classes.barTitle}>
        <IconStack2 size={16} stroke={1.7} aria-hidden />
        {title}
      </span>
      <span className={classes.barNote}>
        <span data-testid="shown-count">
          <ShownCount control={control} graph={graph} visible={visible} />
        </span>
        {money.known ? (
          <>
            {!selection &&
              ` · ${t("common.transfers", { count: money.total, formatted: number(money.total) })}`}
            {" · "}
            <Sums sums={money.sums} short />
          </>
        ) : (
          ` · ${unknown}`
        )}
      </span>
      <FilterChips
        control={control}
        graph={graph}
        visible={visible}
        money={money}
        filter={filter}
        span={span}
        currency={currency}
        unknown={unknown}
      />
      {scene.select.length > 0 && (
        <span className={classes.chip}>
          <span>
            {selection ? (
              <>
                {t("explore.facts.in")} <Sums sums={selection.in} short /> ·{" "}
                {t("explore.facts.out")} <Sums sums={selection.out} short /> ·{" "}
                {t("explore.facts.net")} <Sums sums={selection.net} short />
              </>
            ) : (
              unknown
            )}
          </span>
          <button
            type="button"
            aria-label={t("explore.facts.deselect")}
            onClick={() => change(selectingNothing())}
          >
            <IconX size={12} />
          </button>
        </span>
      )}
    </section>
  );
}
