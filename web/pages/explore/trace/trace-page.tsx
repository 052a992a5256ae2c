import { Button } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router";
import { type ChangeOrigin, readOrigin, writeOrigin } from "../../../data/trace-address.ts";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { LoadingRows } from "../../../ui/loading-rows.tsx";
import { ProblemNotice } from "../../../ui/problem-notice.tsx";
import { traceKey } from "./balances-at-moment.ts";
import { useBeginnings, useTrace } from "./queries.ts";
import { TraceView } from "./trace-view.tsx";

/**
 * Follow this money: where each stolen tenge went, under the rule one chooses; slider, table and
 * totals in step.
 */
export function TracePage() {
  const { t } = useTranslation();
  const { search } = useLocation();
  const navigate = useNavigate();
  const origin = useMemo(() => readOrigin(new URLSearchParams(search)), [search]);
  const change: ChangeOrigin = (next, replace = false) =>
    void navigate({ search: `?${writeOrigin({ ...origin, ...next })}` }, { replace });
  const beginnings = useBeginnings(origin);
  const answer = useTrace(beginnings.data, origin.method, origin.letGo, true);
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
    traces.find((one) => traceKey(one) === origin.currency) ??
    traces.find((one) => one.currency === "KZT") ??
    traces[0];
  if (!trace || trace.steps.length === 0) {
    return (
      <EmptyState title={t("explore.trace.empty.title")} text={t("explore.trace.empty.text")}>
        <Button onClick={() => void navigate(-1)}>{t("common.back")}</Button>
      </EmptyState>
    );
  }
  return (
    <TraceView
      key={traceKey(trace)}
      trace={trace}
      currencies={traces.map(traceKey)}
      other={other.data?.traces.find((one) => traceKey(one) === traceKey(trace)) ?? null}
      origin={origin}
      change={change}
      beginning={beginnings.data.kind}
      notTraced={answer.data.notTraced.length}
      busy={answer.isPlaceholderData}
    />
  );
}
