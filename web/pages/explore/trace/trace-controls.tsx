import { Button, SegmentedControl, Select } from "@mantine/core";
import { IconFolderPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { cases } from "../../../../contract/cases.ts";
import type { Trace } from "../../../../contract/tracing.ts";
import { newCaseAddress } from "../../../data/open-case.ts";
import { useMay } from "../../../data/permissions.ts";
import { type ChangeOrigin, METHODS, type Origin } from "../../../data/trace-address.ts";
import { traceKey } from "./balances-at-moment.ts";
import { useRuleTitle } from "./use-rule-title.ts";

/** The controls of a trace: a case from its reports, the currency, the axis, the rule. */
export function TraceControls({
  trace,
  currencies,
  origin,
  change,
}: {
  trace: Trace;
  currencies: readonly string[];
  origin: Origin;
  change: ChangeOrigin;
}) {
  const { t } = useTranslation();
  const ruleTitle = useRuleTitle();
  const mayOpen = useMay(cases.create);
  return (
    <>
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
        data={METHODS.map((method) => ({
          value: method,
          label: ruleTitle(method),
        }))}
        onChange={(value) => {
          const method = METHODS.find((known) => known === value) ?? "fifo";
          if (method !== origin.method) change({ method, against: origin.method });
        }}
      />
    </>
  );
}
