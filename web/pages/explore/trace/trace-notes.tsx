import { Button } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "../../../../contract/format/numbers.ts";
import type { Trace } from "../../../../contract/tracing.ts";
import type { Origin } from "../../../data/trace-address.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { Money } from "../../../ui/money.tsx";
import classes from "./trace.module.css";
import { useRuleTitle } from "./use-rule-title.ts";

/** One sentence: the owners of the money and how far it went. */
export function TraceLead({ trace, beginning }: { trace: Trace; beginning: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  /**
   * Under other rules money reaches further accounts: they are in the table, apart, and not counted
   * here.
   */
  const reached = useMemo(
    () => new Set(trace.steps.flatMap((step) => [step.from, step.to])).size,
    [trace],
  );
  return (
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
  );
}

/** Notes that a reader of the figures needs: another rule, parts not followed, parts left out. */
export function TraceNotes({
  trace,
  other,
  origin,
  changed,
  notTraced,
  onStopComparing,
}: {
  trace: Trace;
  other: Trace | null;
  origin: Origin;
  /** Accounts whose sums differ under the other rule. */
  changed: number;
  notTraced: number;
  onStopComparing: () => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const ruleTitle = useRuleTitle();
  return (
    <>
      {origin.against !== null && origin.against !== origin.method && (
        <p className={classes.soft} role="status">
          {other === null
            ? t("common.loading")
            : changed === 0
              ? t("explore.trace.same", { rule: ruleTitle(origin.against) })
              : t("explore.trace.changed", {
                  count: changed,
                  formatted: formatNumber(changed, language),
                  rule: ruleTitle(origin.against),
                })}{" "}
          <Button size="compact-xs" variant="subtle" onClick={onStopComparing}>
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
  );
}
