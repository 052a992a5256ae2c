import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { GraphNode, TransferRow } from "../../../../contract/exploring.ts";
import { isoDay, startOfDay } from "../../../../contract/format/dates.ts";
import { DAY } from "../../../ui/day.ts";
import { ProblemNotice } from "../../../ui/problem-notice.tsx";
import { selecting } from "../scene/scene.ts";
import type { SceneControl } from "../scene/use-scene.ts";
import type { RhythmRow } from "../stage/use-money.ts";
import type { View } from "../stage/use-view.ts";
import { HoursBelow, PeriodsBelow } from "./below.tsx";
import classes from "./money.module.css";
import { MoneyOverTime } from "./money-over-time.tsx";
import { TableBar } from "./table-bar.tsx";
import type { TableContent } from "./table-content.ts";
import { NEWEST_FIRST } from "./transfer-order.ts";
import { TransfersTable } from "./transfers-table.tsx";

/**
 * Bottom: money over time with the brush and the replay, and under it the transfers with their
 * sums.
 */
export function MoneyPanel({
  control,
  settled,
  rows,
  view,
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
  view: View;
  nodes: ReadonlyMap<string, GraphNode>;
  currency: string;
  content: TableContent;
  live: readonly [number, number] | null;
  onLive: (window: readonly [number, number] | null) => void;
  markedRow: string | null;
  onMarkRow: (row: TransferRow | null) => void;
}) {
  const { t } = useTranslation();
  const { change } = control;
  const { below } = control.scene;
  const [sorting, setSorting] = useState(NEWEST_FIRST);
  return (
    <section className={classes.bottom} aria-label={t("explore.bottom")}>
      <MoneyOverTime
        control={control}
        rows={rows}
        nodes={nodes}
        currency={currency}
        live={live}
        onLive={onLive}
      />
      <TableBar
        control={control}
        content={content}
        settled={settled}
        sorting={sorting}
        markedRow={markedRow}
      />
      <div className={classes.table}>
        {below === "hours" && (
          <HoursBelow control={control} content={content} currency={currency} />
        )}
        {below === "periods" && <PeriodsBelow control={control} view={view} />}
        {below === "table" && (
          <>
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
          </>
        )}
      </div>
    </section>
  );
}
