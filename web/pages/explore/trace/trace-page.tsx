import { ActionIcon, Button, SegmentedControl, Select, Slider, Tooltip } from "@mantine/core";
import { IconArrowLeft, IconPlayerPlay, IconPlayerStop } from "@tabler/icons-react";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router";
import type { Trace } from "../../../../contract/tracing.ts";
import { formatAccount, shortAccount } from "../../../format/accounts.ts";
import { formatDate, formatDateTime } from "../../../format/dates.ts";
import { formatNumber } from "../../../format/numbers.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { LoadingRows } from "../../../ui/loading-rows.tsx";
import { Money, MoneyShort } from "../../../ui/money.tsx";
import { Section } from "../../../ui/panel.tsx";
import { ProblemNotice } from "../../../ui/problem-notice.tsx";
import { AccountsTable } from "./accounts-table.tsx";
import { FlowView } from "./flow-view.tsx";
import { differences, momentAt, spanOf } from "./ledger.ts";
import { METHODS, type Method, type Origin, readOrigin, writeOrigin } from "./origin.ts";
import { useBeginnings, useTrace } from "./queries.ts";
import { Totals } from "./totals.tsx";
import classes from "./trace.module.css";
import { victimColors } from "./victim-colors.ts";

type ChangeOrigin = (change: Partial<Origin>, replace?: boolean) => void;

/** Follow this money: where each stolen tenge went, under the rule one chooses; slider, table and totals in step. */
export function TracePage() {
  const { t } = useTranslation();
  const { search } = useLocation();
  const navigate = useNavigate();
  const origin = useMemo(() => readOrigin(new URLSearchParams(search)), [search]);
  const change: ChangeOrigin = (next, replace = false) =>
    void navigate({ search: `?${writeOrigin({ ...origin, ...next })}` }, { replace });
  const beginnings = useBeginnings(origin);
  const answer = useTrace(beginnings.data, origin.method, origin.letGo);
  const other = useTrace(beginnings.data, origin.against, origin.letGo);
  const problem = beginnings.error ?? answer.error;
  if (problem) {
    return (
      <div style={{ padding: 24 }}>
        <ProblemNotice
          error={problem}
          onRetry={() => void (beginnings.isError ? beginnings.refetch() : answer.refetch())}
        />
      </div>
    );
  }
  if (beginnings.data?.kind === "none") {
    return (
      <EmptyState title={t("explore.trace.none.title")} text={t("explore.trace.none.text")}>
        <Button onClick={() => void navigate(-1)}>{t("common.back")}</Button>
      </EmptyState>
    );
  }
  if (!answer.data || !beginnings.data) return <LoadingRows rows={9} />;
  const traces = answer.data.traces;
  const trace =
    traces.find((one) => one.currency === origin.currency) ?? traces.find((one) => one.currency === "KZT") ?? traces[0];
  if (!trace || trace.steps.length === 0) {
    return (
      <EmptyState title={t("explore.trace.empty.title")} text={t("explore.trace.empty.text")}>
        <Button onClick={() => void navigate(-1)}>{t("common.back")}</Button>
      </EmptyState>
    );
  }
  return (
    <TraceView
      key={trace.currency}
      trace={trace}
      currencies={traces.map((one) => one.currency)}
      other={other.data?.traces.find((one) => one.currency === trace.currency) ?? null}
      origin={origin}
      change={change}
      beginning={beginnings.data.kind}
      notTraced={answer.data.notTraced.length}
      busy={answer.isPlaceholderData}
    />
  );
}

function useSlider(origin: Origin, change: ChangeOrigin, span: readonly [number, number]) {
  const [live, setLive] = useState<number | null>(null);
  const [playing, setPlaying] = useState(false);
  const at = live ?? origin.until;
  useEffect(() => {
    if (!playing) return;
    const [from, to] = span;
    let frame = 0;
    const timer = window.setInterval(() => {
      frame += 1;
      setLive(Math.round(from + ((to - from) * frame) / 90));
      if (frame >= 90) {
        setPlaying(false);
        setLive(null);
      }
    }, 110);
    return () => window.clearInterval(timer);
  }, [playing, span]);
  return {
    at,
    playing,
    toggle: () => {
      if (playing) setLive(null);
      setPlaying(!playing);
    },
    drag: setLive,
    drop: (value: number) => {
      setLive(null);
      change({ until: value >= span[1] ? null : value }, true);
    },
  };
}

function TraceView({
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
  busy: boolean;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const span = useMemo(() => spanOf(trace) ?? ([0, 1] as const), [trace]);
  const slider = useSlider(origin, change, span);
  const moment = useMemo(() => momentAt(trace, slider.at), [trace, slider.at]);
  const changed = useMemo(() => differences(trace, other), [trace, other]);
  const [victim, setVictim] = useState<string | null>(null);
  const order = useMemo(
    () => [...trace.victims].sort((a, b) => (BigInt(a.stolen) < BigInt(b.stolen) ? 1 : -1)),
    [trace],
  );
  const colors = useMemo(() => victimColors(order.map((one) => one.victim)), [order]);
  const focus = origin.focus ?? origin.through;
  const rule = (method: Method) => t(`explore.trace.rules.${method}`);
  return (
    <div className={classes.page} data-testid="trace" aria-busy={busy}>
      <header className={classes.head}>
        <div className={classes.headRow}>
          <ActionIcon aria-label={t("common.back")} onClick={() => void navigate(-1)}>
            <IconArrowLeft size={17} stroke={1.7} />
          </ActionIcon>
          <h1 className={classes.title}>{t("explore.trace.title")}</h1>
          <span className={classes.lead}>
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
                count: trace.accounts.length,
                formatted: formatNumber(trace.accounts.length, language),
              }),
              transfers: t("common.transfers", {
                count: trace.steps.length,
                formatted: formatNumber(trace.steps.length, language),
              }),
            })}
          </span>
          {currencies.length > 1 && (
            <SegmentedControl
              aria-label={t("explore.trace.currency")}
              value={trace.currency}
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
            w={216}
            value={origin.method}
            data={METHODS.map((method) => ({ value: method, label: rule(method) }))}
            onChange={(value) => {
              const method = METHODS.find((known) => known === value) ?? "fifo";
              if (method !== origin.method) change({ method, against: origin.method });
            }}
          />
        </div>
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
            <Button size="compact-xs" variant="subtle" onClick={() => change({ against: null })}>
              {t("explore.trace.stopComparing")}
            </Button>
          </p>
        )}
        {notTraced > 0 && (
          <p className={classes.soft} role="status">
            {t("explore.trace.notTraced", { count: notTraced, formatted: formatNumber(notTraced, language) })}
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
      </header>
      <section className={classes.flow} aria-label={t("explore.trace.flow")}>
        <FlowView
          trace={trace}
          moment={moment}
          axis={origin.axis}
          colors={colors}
          focus={focus}
          victim={victim}
          changed={changed}
          onFocus={(account) => change({ focus: account, through: null }, true)}
        />
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
            {slider.at === null ? t("explore.trace.whole") : formatDateTime(slider.at, language)}
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
      </section>
      <aside className={classes.side} aria-label={t("explore.trace.accounts")}>
        <Section
          title={t("explore.trace.victims")}
          note={t("common.victims", { count: order.length, formatted: formatNumber(order.length, language) })}
        >
          <div className={classes.victims}>
            {order.map((one) => (
              <button
                key={one.victim}
                type="button"
                className={classes.row}
                data-on={victim === one.victim || undefined}
                aria-pressed={victim === one.victim}
                onClick={() => setVictim(victim === one.victim ? null : one.victim)}
              >
                <span className={classes.swatch} style={{ ["--swatch" as string]: colors.get(one.victim) ?? "" }} />
                <span style={{ minWidth: 0 }}>
                  {one.name ?? formatAccount(one.victim)}
                  <span className={classes.sub}>
                    {[one.reports.join(", "), one.name ? shortAccount(one.victim) : null].filter(Boolean).join(" · ")}
                  </span>
                </span>
                <strong>
                  <MoneyShort amount={one.stolen} currency={trace.currency} />
                </strong>
              </button>
            ))}
          </div>
        </Section>
        {trace.requests.length > 0 && (
          <Section title={t("explore.trace.requests")} note={formatNumber(trace.requests.length, language)}>
            {trace.requests.slice(0, 8).map((request) => (
              <div key={`${request.account}:${request.from}`} className={classes.request}>
                <span>
                  {request.holderName ?? formatAccount(request.account)}
                  <span className={classes.sub}>
                    {[request.bank, shortAccount(request.account)].filter(Boolean).join(" · ")}
                  </span>
                  <span className={classes.sub}>
                    {t("explore.trace.requestDays", {
                      from: formatDate(request.from, language),
                      why: t(`explore.trace.why.${request.reason}`),
                      until: request.until === null ? t("explore.trace.toToday") : formatDate(request.until, language),
                    })}
                  </span>
                </span>
                <strong>
                  <MoneyShort amount={request.waiting} currency={trace.currency} />
                </strong>
              </div>
            ))}
          </Section>
        )}
        <AccountsTable
          trace={trace}
          moment={moment}
          focus={focus}
          changed={changed}
          otherRule={origin.against === null ? null : rule(origin.against)}
          onFocus={(account) => change({ focus: focus === account ? null : account, through: null }, true)}
          onLetGo={(account) => change({ letGo: [...origin.letGo, account] })}
        />
      </aside>
    </div>
  );
}
