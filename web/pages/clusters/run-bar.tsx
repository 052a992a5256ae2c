import { Button, Checkbox, Select } from "@mantine/core";
import { IconFileSearch, IconInfoCircle, IconRadar2 } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import type { DetectionRun, detection } from "../../../contract/detection.ts";
import { formatDateTime } from "../../../contract/format/dates.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import { useRuns } from "../../data/clusters.ts";
import { useSearch } from "../../data/search.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { useAddressState } from "../../ui/use-address-state.ts";
import { useNotify } from "../../ui/use-notify.ts";
import classes from "./clusters.module.css";

type ClustersAnswer = z.output<typeof detection.clusters.answer>;

/**
 * The run that is shown, the one it is compared with, what is set aside, how the method errs; and a
 * new search.
 */
export function RunBar({
  answer,
  run,
  all,
}: {
  answer: ClustersAnswer | undefined;
  run: string | null;
  all: boolean;
}) {
  const { t } = useTranslation();
  const notify = useNotify();
  const language = useLanguage();
  const address = useAddressState();
  const runs = useRuns();
  const { state, may, start } = useSearch();
  const list = runs.data?.runs ?? [];
  const shownRun = run ?? answer?.run?.id ?? null;
  const label = (item: DetectionRun) =>
    t("clusters.runLine", {
      date: formatDateTime(item.startedAt, language),
      clusters: t("common.clusters", {
        count: item.clusters,
        formatted: formatNumber(item.clusters, language),
      }),
    });
  return (
    <div className={classes.bar}>
      <div className={classes.barRow}>
        <h1 className={classes.title}>{t("clusters.title")}</h1>
        <span className={classes.count}>
          {answer && (
            <>
              {t("clusters.shown", {
                shown: formatNumber(answer.clusters.length, language),
                total: formatNumber(answer.total + (all ? 0 : answer.hidden), language),
              })}
              {answer.hidden > 0 &&
                ` · ${t("clusters.hidden", { count: answer.hidden, formatted: formatNumber(answer.hidden, language) })}`}
            </>
          )}
        </span>
        <Button
          leftSection={<IconFileSearch size={15} />}
          onClick={() => address.set({ side: "requests" })}
        >
          {t("clusters.requests.button")}
        </Button>
        <Button
          leftSection={<IconInfoCircle size={15} />}
          onClick={() => address.set({ side: "method" })}
        >
          {t("clusters.method.button")}
        </Button>
        {state.kind === "found" && may && (
          <Button
            variant="filled"
            leftSection={<IconRadar2 size={15} />}
            title={t("clusters.startTitle")}
            loading={start.isPending}
            onClick={() => start.mutate(undefined, { onError: notify.failed })}
          >
            {t("clusters.start")}
          </Button>
        )}
      </div>
      <p className={classes.lead}>{t("clusters.lead")}</p>
      <div className={classes.barRow}>
        <Select
          aria-label={t("clusters.run")}
          w={270}
          value={shownRun}
          data={list.map((item) => ({ value: item.id, label: label(item) }))}
          onChange={(value) =>
            address.set({ run: value, cluster: null, compare: null, side: null })
          }
        />
        <Select
          aria-label={t("clusters.compare.label")}
          w={270}
          placeholder={`${t("clusters.compare.label")}: ${t("clusters.compare.none")}`}
          clearable
          allowDeselect
          disabled={list.length < 2}
          value={address.get("compare")}
          data={list
            .filter((item) => item.id !== shownRun)
            .map((item) => ({ value: item.id, label: label(item) }))}
          onChange={(value) => address.set({ compare: value, side: value ? "compare" : null })}
        />
        <Checkbox
          label={t("clusters.showHidden")}
          checked={all}
          onChange={(event) => address.set({ all: event.currentTarget.checked ? "1" : null })}
        />
      </div>
    </div>
  );
}
