import { ActionIcon, Button, SegmentedControl, Select, Slider, Tooltip } from "@mantine/core";
import { IconArrowLeft, IconFolderPlus, IconPlayerPlay, IconPlayerStop } from "@tabler/icons-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { cases } from "../../../../contract/cases.ts";
import type { Trace } from "../../../../contract/tracing.ts";
import { useMay } from "../../../data/may.ts";
import { newCaseAddress } from "../../../data/open-case.ts";
import {
  type ChangeOrigin,
  METHODS,
  type Method,
  type Origin,
} from "../../../data/trace-address.ts";
import { formatDate, formatDateTime } from "../../../format/dates.ts";
import { formatNumber } from "../../../format/numbers.ts";
import { asTitle } from "../../../format/titles.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { LoadingRows } from "../../../ui/loading-rows.tsx";
import { Money } from "../../../ui/money.tsx";
import { AccountsTable } from "./accounts-table.tsx";
import { FlowView } from "./flow-view.tsx";
import { LanesView } from "./lanes-view.tsx";
import { differences, momentAt, spanOf, traceKey } from "./ledger.ts";
import { RequestsList, VictimsList } from "./side-lists.tsx";
import { Totals } from "./totals.tsx";
import classes from "./trace.module.css";
import { useSlider } from "./use-slider.ts";
import { victimColors } from "./victim-colors.ts";

/** One trace: totals above, the flow with its slider, victims, requests and accounts beside it. */
export function TraceView({
  trace,
  currencies,
  other,
  origin,
  change,
  beginning,
  notTraced,
  busy,
}: {
  trace: Trace;
  currencies: readonly string[];
  other: Trace | null;
  origin: Origin;
  change: ChangeOrigin;
  beginning: string;
  /** Reports or transfers asked for that could not be followed. */
  notTraced: number;
  /** The trace is the one before: only the controls around it are shown. */
  busy: boolean;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const mayOpen = useMay(cases.create);
  const span = useMemo(() => spanOf(trace) ?? ([0, 1] as const), [trace]);
  const slider = useSlider(origin, change, span);
  const moment = useMemo(() => momentAt(trace, slider.at), [trace, slider.at]);
  const changed = useMemo(() => differences(trace, other), [trace, other]);
  const order = useMemo(
    () => [...trace.victims].sort((a, b) => (BigInt(a.stolen) < BigInt(b.stolen) ? 1 : -1)),
    [trace],
  );
  const colors = useMemo(() => victimColors(order.map((one) => one.victim)), [order]);
  const focus = origin.focus ?? origin.through;
  const victim = origin.only !== null && colors.has(origin.only) ? origin.only : null;
  /**
   * Under other rules money reaches further accounts: they are in the table, apart, and not counted
   * here.
   */
  const reached = useMemo(
    () => new Set(trace.steps.flatMap((step) => [step.from, step.to])).size,
    [trace],
  );
  const drawn = {
    trace,
    moment,
    colors,
    focus,
    victim,
    onFocus: (account: string | null) => change({ focus: account, through: null }, true),
  };
  const rule = (method: Method) => asTitle(t(`rules.${method}`), language);
  return (
    <div className={classes.page} data-testid="trace" aria-busy={busy}>
      <header className={classes.head}>
        <div className={classes.headRow}>
          <ActionIcon aria-label={t("common.back")} onClick={() => void navigate(-1)}>
            <IconArrowLeft size={17} stroke={1.7} />
          </ActionIcon>
          <h1 className={classes.title}>{t("explore.trace.title")}</h1>
          <span className={classes.lead}>
            {!busy && (
              <>
                {beginning === "payers"
                  ? t("explore.trace.fromPayers")
                  : beginning === "cluster"
                    ? t("explore.trace.fromCluster")
                    : null}{" "}
                {t("explore.trace.lead", {
                  victims: t("common.victims", {
                    count: trace.victims.length,
                    formatted: formatNumber(trace.victims.length, language),
                  }),
                  accounts: t("common.accounts", {
                    count: reached,
                    formatted: formatNumber(reached, language),
                  }),
                  transfers: t("common.transfers", {
                    count: trace.steps.length,
                    formatted: formatNumber(trace.steps.length, language),
                  }),
                })}
              </>
            )}
          </span>
          {mayOpen && origin.reports.length > 0 && origin.case === null && (
            <Button
              component={Link}
              to={newCaseAddress(origin.reports)}
              leftSection={<IconFolderPlus size={15} />}
            >
              {t("clusters.search.fromReport")}
            </Button>
          )}
          {currencies.length > 1 && (
            <SegmentedControl
              aria-label={t("explore.trace.currency")}
              value={traceKey(trace)}
              data={[...currencies]}
              onChange={(value) => change({ currency: value })}
            />
          )}
          <SegmentedControl
            aria-label={t("explore.trace.axis")}
            value={origin.axis}
            data={[
              { value: "generation", label: t("explore.trace.byGeneration") },
              { value: "time", label: t("explore.trace.byTime") },
            ]}
            onChange={(value) => change({ axis: value === "time" ? "time" : "generation" })}
          />
          <Select
            aria-label={t("explore.trace.rule")}
            w={248}
            value={origin.method}
            data={METHODS.map((method) => ({ value: method, label: rule(method) }))}
            onChange={(value) => {
              const method = METHODS.find((known) => known === value) ?? "fifo";
              if (method !== origin.method) change({ method, against: origin.method });
            }}
          />
        </div>
        {!busy && (
          <>
            <Totals moment={moment} currency={trace.currency} />
            {origin.against !== null && origin.against !== origin.method && (
              <p className={classes.soft} role="status">
                {other === null
                  ? t("common.loading")
                  : changed.size === 0
                    ? t("explore.trace.same", { rule: rule(origin.against) })
                    : t("explore.trace.changed", {
                        count: changed.size,
                        formatted: formatNumber(changed.size, language),
                        rule: rule(origin.against),
                      })}{" "}
                <Button
                  size="compact-xs"
                  variant="subtle"
                  onClick={() => change({ against: null })}
                >
                  {t("explore.trace.stopComparing")}
                </Button>
              </p>
            )}
            {notTraced > 0 && (
              <p className={classes.soft} role="status">
                {t("explore.trace.notTraced", {
                  count: notTraced,
                  formatted: formatNumber(notTraced, language),
                })}
              </p>
            )}
            {trace.othersJoined !== undefined && (
              <p className={classes.soft} role="status">
                {t("explore.trace.othersJoined", {
                  count: trace.othersJoined,
                  formatted: formatNumber(trace.othersJoined, language),
                })}
              </p>
            )}
            {trace.leftOut.map((cut) => (
              <p key={cut.reason} className={classes.soft} role="status">
                {t(`explore.trace.leftOut.${cut.reason}`, {
                  count: cut.count,
                  formatted: formatNumber(cut.count, language),
                })}{" "}
                <Money amount={cut.amount} currency={trace.currency} />
              </p>
            ))}
          </>
        )}
      </header>
      {busy ? (
        <LoadingRows rows={9} />
      ) : (
        <>
          <div className={classes.flow}>
            {origin.axis === "time" ? (
              <LanesView {...drawn} />
            ) : (
              <FlowView {...drawn} changed={changed} />
            )}
            <div className={classes.time}>
              <Tooltip label={t(slider.playing ? "explore.time.stop" : "explore.time.play")}>
                <ActionIcon
                  aria-label={t(slider.playing ? "explore.time.stop" : "explore.time.play")}
                  onClick={slider.toggle}
                >
                  {slider.playing ? <IconPlayerStop size={16} /> : <IconPlayerPlay size={16} />}
                </ActionIcon>
              </Tooltip>
              <span className={classes.timeWord}>
                {slider.at === null
                  ? t("explore.trace.whole")
                  : formatDateTime(slider.at, language)}
              </span>
              <div className={classes.timeTrack}>
                <Slider
                  size={2}
                  thumbSize={15}
                  label={null}
                  min={span[0]}
                  max={Math.max(span[1], span[0] + 1)}
                  step={Math.max(1, Math.round((span[1] - span[0]) / 600))}
                  value={slider.at ?? span[1]}
                  thumbLabel={t("explore.trace.slider")}
                  thumbValueText={(value) => formatDateTime(value, language)}
                  onChange={slider.drag}
                  onChangeEnd={slider.drop}
                />
              </div>
              <span className={classes.muted}>
                {formatDate(span[0], language)} – {formatDate(span[1], language)}
              </span>
            </div>
          </div>
          <aside className={classes.side} aria-label={t("explore.trace.accounts")}>
            <VictimsList
              trace={trace}
              order={order}
              colors={colors}
              victim={victim}
              onVictim={(only) => change({ only }, true)}
            />
            <RequestsList trace={trace} />
            <AccountsTable
              trace={trace}
              moment={moment}
              focus={focus}
              changed={changed}
              otherRule={origin.against === null ? null : rule(origin.against)}
              onFocus={(account) =>
                change({ focus: focus === account ? null : account, through: null }, true)
              }
              onLetGo={(account) => change({ letGo: [...origin.letGo, account] })}
            />
          </aside>
        </>
      )}
    </div>
  );
}
