import { ActionIcon, Button, SegmentedControl, Select, Tooltip } from "@mantine/core";
import {
  IconDownload,
  IconPlayerPlay,
  IconPlayerStop,
  IconRoute,
  IconX,
} from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { GraphNode, MoneyText, TransferRow } from "../../../../contract/exploring.ts";
import { queryClient } from "../../../api/query-client.ts";
import { traceAddress } from "../../../data/trace-address.ts";
import { formatDuration, isoDay, startOfDay } from "../../../format/dates.ts";
import { formatNumber } from "../../../format/numbers.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { DateField } from "../../../ui/date-field.tsx";
import { Sums } from "../../../ui/money.tsx";
import { ProblemNotice } from "../../../ui/problem-notice.tsx";
import { ROLE_STYLES } from "../../../ui/roles.ts";
import { useNotify } from "../../../ui/use-notify.ts";
import { NEXT_HOURS, NEXT_SHARES, selecting } from "../scene/scene.ts";
import type { SceneControl } from "../scene/use-scene.ts";
import shared from "../shared.module.css";
import { usePeriodWords } from "../stage/facts.tsx";
import type { RhythmRow } from "../stage/use-money.ts";
import { type Rhythm, rhythmOf } from "./buckets.ts";
import { transfersCsv } from "./csv.ts";
import { Histogram } from "./histogram.tsx";
import classes from "./money.module.css";
import { saveFile } from "./save-file.ts";
import { inOrder, NEWEST_FIRST } from "./transfer-order.ts";
import { TransfersTable } from "./transfers-table.tsx";
import { useReplay } from "./use-replay.ts";
import { useWhenSettled } from "./use-when-settled.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * What the table shows and why: the words stand in its bar, so that a filter one forgets is never
 * on silently.
 */
export interface TableContent {
  readonly rows: readonly TransferRow[];
  readonly total: number;
  readonly sums: readonly MoneyText[];
  readonly title: string;
  readonly kind: "stage" | "whole" | "pair" | "named" | "next";
  /** How to leave it, where it is more than the selection. */
  readonly onLeave: (() => void) | null;
  readonly note: string | null;
  readonly loading: boolean;
  /** Why there are no figures. */
  readonly error: unknown;
  /** All rows that match, also those beyond the first page. */
  readonly fetchAll: () => Promise<readonly TransferRow[]>;
}

/**
 * Bottom: money over time with the brush and the replay, and under it the transfers with their
 * sums.
 */
export function MoneyPanel({
  control,
  settled,
  rows,
  nodes,
  currency,
  content,
  live,
  onLive,
  markedRow,
  onMarkRow,
}: {
  control: SceneControl;
  /** No step of the picture is awaited. */
  settled: boolean;
  /** Money over time before the time filter; null = awaited. */
  rows: readonly RhythmRow[] | null;
  nodes: ReadonlyMap<string, GraphNode>;
  currency: string;
  content: TableContent;
  live: readonly [number, number] | null;
  onLive: (window: readonly [number, number] | null) => void;
  markedRow: string | null;
  onMarkRow: (row: TransferRow | null) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const period = usePeriodWords();
  const { scene, change } = control;
  const own = useMemo(() => new Set(scene.select), [scene.select]);
  const rhythm: Rhythm = useMemo(() => rhythmOf(rows ?? [], currency, own), [rows, currency, own]);
  const notify = useNotify();
  const [sorting, setSorting] = useState(NEWEST_FIRST);
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
  const committed: readonly [number, number] | null =
    scene.since === null && scene.until === null
      ? null
      : [scene.since ?? rhythm.from, scene.until ?? rhythm.to];
  const shown = live ?? committed;
  const commit = (window: readonly [number, number] | null) => {
    onLive(null);
    const whole = window === null || (window[0] <= rhythm.from && window[1] >= rhythm.to);
    change(whole ? { since: null, until: null } : { since: window[0], until: window[1] });
  };
  const replay = useReplay([rhythm.from, rhythm.to], committed, onLive, () => onLive(null));
  const days = Math.max(
    1,
    Math.round(((shown?.[1] ?? rhythm.to) - (shown?.[0] ?? rhythm.from)) / DAY),
  );
  const [first] = scene.select;
  const role = first === undefined ? "none" : (nodes.get(first)?.role ?? "none");
  const ownColor = ROLE_STYLES[role].color;
  const [from, to] = [shown?.[0] ?? rhythm.from, shown?.[1] ?? rhythm.to];
  return (
    <section className={classes.bottom} aria-label={t("explore.bottom")}>
      <div className={classes.timeHead}>
        <span className={classes.timeTitle}>
          {rows === null
            ? t("common.loading")
            : rows.length === 0
              ? t("explore.time.none")
              : period(from, to, [rhythm.from, rhythm.to])}
        </span>
        {rows !== null && (
          <span className={classes.timeNote}>
            {t("common.days", { count: days, formatted: formatNumber(days, language) })}
          </span>
        )}
        <span className={shared.push} />
        <span className={classes.key}>
          <span
            className={classes.swatch}
            style={{ ["--swatch" as string]: "var(--dg-hist-on)" }}
          />
          {t("explore.time.all")}
        </span>
        {scene.select.length > 0 && (
          <span className={classes.key}>
            <span className={classes.swatch} style={{ ["--swatch" as string]: ownColor }} />
            {t("explore.time.own")}
          </span>
        )}
        <div className={classes.dates}>
          <DateField
            hideLabel
            label={t("explore.time.since")}
            value={scene.since === null ? null : isoDay(scene.since)}
            clearable
            onChange={(day) => change({ since: day === null ? null : startOfDay(day) })}
          />
          <DateField
            hideLabel
            label={t("explore.time.until")}
            value={scene.until === null ? null : isoDay(scene.until - 1)}
            clearable
            onChange={(day) =>
              change({ until: day === null ? null : (startOfDay(day) ?? 0) + DAY })
            }
          />
        </div>
        <Tooltip label={t(replay.playing ? "explore.time.stop" : "explore.time.play")}>
          <ActionIcon
            aria-label={t(replay.playing ? "explore.time.stop" : "explore.time.play")}
            disabled={rhythm.buckets.length < 2}
            onClick={() => {
              if (replay.playing) onLive(null);
              replay.toggle();
            }}
          >
            {replay.playing ? <IconPlayerStop size={16} /> : <IconPlayerPlay size={16} />}
          </ActionIcon>
        </Tooltip>
      </div>
      <Histogram
        rhythm={rhythm}
        window={shown}
        ownColor={ownColor}
        currency={currency}
        onLive={onLive}
        onCommit={commit}
      />
      <div className={classes.tableBar}>
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
      <div className={classes.table}>
        {content.error ? <ProblemNotice error={content.error} /> : null}
        <TransfersTable
          rows={content.rows}
          nodes={nodes}
          currency={currency}
          selected={markedRow}
          sorting={sorting}
          onSort={setSorting}
          onSelect={(row) => onMarkRow(row)}
          empty={content.loading ? t("common.loading") : t("explore.table.empty")}
          filters={{
            onDay: (row) => {
              const start = startOfDay(isoDay(row.bookedAt)) ?? row.bookedAt;
              change({ since: start, until: start + DAY });
            },
            onPair: (row) =>
              change({ pair: [row.from, row.to], transfers: [], next: null, path: null }),
            onAmount: (row) => change({ minimum: row.amount }),
            onNext: (row) =>
              change((now) => ({
                ...selecting(now, row.to, false),
                select: now.select,
                next: row.id,
              })),
          }}
        />
      </div>
    </section>
  );
}
