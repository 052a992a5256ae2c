import { MultiSelect } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatMoneyShort } from "../../../contract/format/money.ts";
import { useReportSearch, useReports } from "../../data/reports.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import classes from "./cases.module.css";

/** Crime reports to work from, by number, victim and sum; older ones by typing their number. */
export function ReportPicker({
  value,
  onChange,
}: {
  value: readonly string[];
  onChange: (reports: string[]) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [typed, setTyped] = useState("");
  const [asked] = useDebouncedValue(typed, 200);
  const list = useReports();
  const further = useReportSearch(asked);
  const labels = new Map<string, string>(value.map((id) => [id, id]));
  for (const hit of further.data ?? [])
    labels.set(hit.id, [hit.id, hit.detail].filter(Boolean).join(" · "));
  for (const report of list.data?.reports ?? []) {
    const sums = report.sums.map((sum) => formatMoneyShort(sum.amount, sum.currency, language));
    labels.set(report.id, [report.id, report.victimName, ...sums].filter(Boolean).join(" · "));
  }
  if (list.isError) return <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />;
  return (
    <MultiSelect
      className={classes.reports ?? ""}
      label={t("cases.reports.label")}
      placeholder={value.length === 0 ? t("cases.reports.hint") : ""}
      nothingFoundMessage={t(list.isPending ? "common.loading" : "cases.reports.none")}
      data={[...labels].map(([id, label]) => ({ value: id, label }))}
      value={[...value]}
      onChange={onChange}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      hidePickedOptions
      clearable
      limit={100}
      maxDropdownHeight={300}
    />
  );
}
