import { Menu } from "@mantine/core";
import { IconStack2, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { formatDateTime, formatPeriod } from "../../../format/dates.ts";
import { formatMoneyShort } from "../../../format/money.ts";
import { formatNumber } from "../../../format/numbers.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { Sums } from "../../../ui/money.tsx";
import { expanding, MOST_SELECTED, selectingNothing } from "../scene/scene.ts";
import type { SceneControl } from "../scene/use-scene.ts";
import shared from "../shared.module.css";
import type { Visible } from "./actors.ts";
import type { Turnover } from "./bundle.ts";
import classes from "./stage.module.css";
import type { StageGraphData } from "./stage-graph.ts";
import type { StageMoney } from "./use-money.ts";

const DAY = 86_400_000;

/** A period in the bar: days as days, anything finer with its times. */
export function usePeriodWords(): (
  since: number | null,
  until: number | null,
  whole: readonly [number, number],
) => string {
  const language = useLanguage();
  return (since, until, whole) => {
    const from = since ?? whole[0];
    const to = until ?? whole[1] + 1;
    if (to - from >= 2 * DAY) return formatPeriod(from, to - 1, language);
    return `${formatDateTime(from, language)} – ${formatDateTime(to - 1, language)}`;
  };
}

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
  filter: { since: number | null; until: number | null; minimum: string | null };
  span: readonly [number, number];
  currency: string;
  selection: Turnover | null;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const period = usePeriodWords();
  const { scene, change } = control;
  const number = (value: number) => formatNumber(value, language);
  const unknown = money.error ? "–" : t("common.loading");
  const off =
    scene.rolesOff.length +
    scene.showOff.filter((name) => name === "exits" || name === "merchants").length;
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

const MORE = 100;

/**
 * "40 of 3,112 shown": where something is left out, the count opens the ways to have it after all.
 */
function ShownCount({
  control,
  graph,
  visible,
}: {
  control: SceneControl;
  graph: StageGraphData;
  visible: Visible;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const number = (value: number) => formatNumber(value, language);
  const words = t("explore.facts.shown", {
    shown: number(visible.nodes.length),
    found: number(Math.max(graph.found, visible.nodes.length)),
  });
  const cut = graph.leftOut.find((one) => one.account === null);
  if (!cut) return words;
  const accounts = visible.nodes
    .filter((node) => node.exitKind === null)
    .map((node) => node.number);
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button type="button" className={shared.linkButton}>
          {words}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {t("explore.facts.leftOut", { count: cut.count, formatted: number(cut.count) })}
        </Menu.Label>
        <Menu.Item
          onClick={() =>
            control.change((scene) => ({
              steps: [...scene.steps, { kind: "around", limit: Math.min(MORE, cut.count) }],
            }))
          }
        >
          {t("explore.facts.showMore", { formatted: number(Math.min(MORE, cut.count)) })}
        </Menu.Item>
        <Menu.Item
          disabled={accounts.length > MOST_SELECTED}
          onClick={() => control.change({ ...selectingNothing(), select: accounts, scope: "all" })}
        >
          {t("explore.facts.asTable")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
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

/** Never silent: what each expansion and the base left out, with the ways to have it after all. */
export function LeftOutNotices({
  control,
  graph,
  nameOf,
  onTable,
}: {
  control: SceneControl;
  graph: StageGraphData;
  nameOf: (account: string) => string;
  onTable: (account: string) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { scene, change } = control;
  const cuts = graph.leftOut.filter((cut) => cut.account !== null).slice(-2);
  return cuts.map((cut) => {
    const account = cut.account ?? "";
    const count = cut.count;
    const words = { what: nameOf(account), count, formatted: formatNumber(count, language) };
    const again = (letGo: boolean, limit: number) =>
      change({
        steps: [
          ...scene.steps.filter((step) => !(step.kind === "expand" && step.account === account)),
          ...(expanding({ ...scene, steps: [] }, account, { letGo, limit }).steps ?? []),
        ],
      });
    return (
      <div key={`${cut.reason}:${account}`} className={shared.notice} role="status">
        <span>
          {cut.reason === "stop" ? t("explore.cut.stop", words) : t("explore.cut.limit", words)}
        </span>
        {cut.reason === "stop" ? (
          <button type="button" className={shared.linkButton} onClick={() => again(true, 40)}>
            {t("explore.cut.letGo")}
          </button>
        ) : (
          <button type="button" className={shared.linkButton} onClick={() => again(true, 500)}>
            {t("explore.cut.all")}
          </button>
        )}
        <button type="button" className={shared.linkButton} onClick={() => onTable(account)}>
          {t("explore.cut.table")}
        </button>
      </div>
    );
  });
}
