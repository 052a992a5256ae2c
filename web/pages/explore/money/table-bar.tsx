import { ActionIcon, Button, Popover, SegmentedControl, Select } from "@mantine/core";
import { IconDownload, IconNote, IconRoute, IconX } from "@tabler/icons-react";
import type { SortingState } from "@tanstack/react-table";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { formatDuration } from "../../../../contract/format/dates.ts";
import { formatNumber } from "../../../../contract/format/numbers.ts";
import { queryClient } from "../../../api/query-client.ts";
import { traceAddress } from "../../../data/trace-address.ts";
import { AccountNotes } from "../../../frame/account-notes.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { Sums } from "../../../ui/money.tsx";
import { useNotify } from "../../../ui/use-notify.ts";
import { NEXT_HOURS, NEXT_SHARES } from "../scene/scene.ts";
import type { SceneControl } from "../scene/use-scene.ts";
import shared from "../shared.module.css";
import { BelowSwitch } from "./below.tsx";
import { transfersCsv } from "./csv.ts";
import classes from "./money.module.css";
import { saveFile } from "./save-file.ts";
import type { TableContent } from "./table-content.ts";
import { inOrder } from "./transfer-order.ts";
import { useWhenSettled } from "./use-when-settled.ts";

const HOUR = 3_600_000;

/** Over the table: its title, its sums, the ways to narrow it, and its file. */
export function TableBar({
  control,
  content,
  settled,
  sorting,
  markedRow,
}: {
  control: SceneControl;
  content: TableContent;
  /** No step of the picture is awaited. */
  settled: boolean;
  sorting: SortingState;
  /** The transfer that is looked at. */
  markedRow: string | null;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { scene, change } = control;
  const notify = useNotify();
  const save = async () => {
    const all = await content.fetchAll();
    if (all.length === content.total)
      saveFile(`transfers-${all.length}.csv`, transfersCsv(inOrder(all, sorting), language));
    else {
      // Something was loaded or taken out since the figures came: they come anew, to be looked at.
      await queryClient.invalidateQueries({ queryKey: ["explore"] });
      notify.done(t("explore.table.changed"));
    }
  };
  const [saving, onSave] = useWhenSettled<null>(
    settled && !content.loading && !content.error,
    control.inStep,
    () => void save().catch(notify.failed),
  );
  return (
    <div className={classes.tableBar}>
      <BelowSwitch control={control} />
      <strong className={classes.timeNote} style={{ color: "var(--dg-ink)" }}>
        {content.title}
      </strong>
      {content.onLeave && (
        <ActionIcon size={20} aria-label={t("explore.table.leave")} onClick={content.onLeave}>
          <IconX size={13} />
        </ActionIcon>
      )}
      <span className={classes.timeNote} data-testid="table-totals">
        {content.error ? (
          "–"
        ) : content.loading ? (
          t("common.loading")
        ) : (
          <>
            {t("common.transfers", {
              count: content.total,
              formatted: formatNumber(content.total, language),
            })}{" "}
            · <Sums sums={content.sums} />
            {content.note && ` · ${content.note}`}
          </>
        )}
      </span>
      <span className={shared.push} />
      {markedRow !== null && <TransferNotes key={markedRow} transfer={markedRow} />}
      {content.kind === "whole" || (content.kind === "stage" && scene.select.length > 0) ? (
        <SegmentedControl
          aria-label={t("explore.table.scope")}
          value={scene.scope}
          onChange={(value) => change({ scope: value === "stage" ? "stage" : "all" })}
          data={[
            { value: "all", label: t("explore.table.all") },
            { value: "stage", label: t("explore.table.stage") },
          ]}
        />
      ) : null}
      {content.kind === "next" && (
        <>
          <Select
            size="xs"
            w={104}
            aria-label={t("explore.table.hours")}
            value={String(scene.hours)}
            data={NEXT_HOURS.map((hours) => ({
              value: String(hours),
              label: formatDuration(hours * HOUR, language),
            }))}
            onChange={(value) => change({ hours: Number(value) })}
          />
          <Select
            size="xs"
            w={92}
            aria-label={t("explore.table.share")}
            value={String(scene.share)}
            data={NEXT_SHARES.map((share) => ({ value: String(share), label: `≥ ${share} %` }))}
            onChange={(value) => change({ share: Number(value) })}
          />
        </>
      )}
      {content.kind === "next" && scene.next !== null && (
        <Button
          component={Link}
          to={traceAddress({ transfers: [scene.next] })}
          size="compact-xs"
          leftSection={<IconRoute size={14} />}
        >
          {t("explore.card.trace")}
        </Button>
      )}
      <Button
        size="compact-xs"
        leftSection={<IconDownload size={14} />}
        loading={saving}
        disabled={!content.loading && content.rows.length === 0}
        onClick={() => onSave(null)}
      >
        {t("explore.table.csv")}
      </Button>
    </div>
  );
}

/** Notes on the transfer that is looked at. */
function TransferNotes({ transfer }: { transfer: string }) {
  const { t } = useTranslation();
  return (
    <Popover position="top-end" width={300} trapFocus>
      <Popover.Target>
        <Button size="compact-xs" leftSection={<IconNote size={14} />}>
          {t("notes.ofTransfer")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <AccountNotes target={{ kind: "transfer", account: transfer }} />
      </Popover.Dropdown>
    </Popover>
  );
}
