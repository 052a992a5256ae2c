import { ActionIcon } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { Trace } from "../../../../contract/tracing.ts";
import type { ChangeOrigin, Origin } from "../../../data/trace-address.ts";
import { LoadingRows } from "../../../ui/loading-rows.tsx";
import { AccountsTable } from "./accounts-table.tsx";
import { differences, momentAt, spanOf } from "./balances-at-moment.ts";
import { FlowView } from "./flow-view.tsx";
import { LanesView } from "./lanes-view.tsx";
import { RequestsList, VictimsList } from "./side-lists.tsx";
import { Totals } from "./totals.tsx";
import classes from "./trace.module.css";
import { TraceControls } from "./trace-controls.tsx";
import { TraceLead, TraceNotes } from "./trace-notes.tsx";
import { TraceTime } from "./trace-time.tsx";
import { useRuleTitle } from "./use-rule-title.ts";
import { useSlider } from "./use-slider.ts";
import { victimColors } from "./victim-colors.ts";
import { meaningOf, victimMeant } from "./victim-in-address.ts";

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
  const navigate = useNavigate();
  const ruleTitle = useRuleTitle();
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
  const victim = victimMeant(trace, origin.only);
  const drawn = {
    trace,
    moment,
    colors,
    focus,
    victim,
    onFocus: (account: string | null) => change({ focus: account, through: null }, true),
  };
  return (
    <div className={classes.page} data-testid="trace" aria-busy={busy}>
      <header className={classes.head}>
        <div className={classes.headRow}>
          <ActionIcon aria-label={t("common.back")} onClick={() => void navigate(-1)}>
            <IconArrowLeft size={17} stroke={1.7} />
          </ActionIcon>
          <h1 className={classes.title}>{t("explore.trace.title")}</h1>
          <span className={classes.lead}>
            {!busy && <TraceLead trace={trace} beginning={beginning} />}
          </span>
          <TraceControls trace={trace} currencies={currencies} origin={origin} change={change} />
        </div>
        {!busy && (
          <>
            <Totals moment={moment} currency={trace.currency} />
            <TraceNotes
              trace={trace}
              other={other}
              origin={origin}
              changed={changed.size}
              notTraced={notTraced}
              onStopComparing={() => change({ against: null })}
            />
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
            <TraceTime slider={slider} span={span} />
          </div>
          <aside className={classes.side} aria-label={t("explore.trace.accounts")}>
            <VictimsList
              trace={trace}
              order={order}
              colors={colors}
              victim={victim}
              onVictim={(key) => change({ only: meaningOf(trace, key) }, true)}
            />
            <RequestsList trace={trace} />
            <AccountsTable
              trace={trace}
              moment={moment}
              focus={focus}
              changed={changed}
              otherRule={origin.against === null ? null : ruleTitle(origin.against)}
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
