import { ActionIcon } from "@mantine/core";
import { IconZoomIn, IconZoomOut } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { GraphNode } from "../../../../contract/exploring.ts";
import { isoDay, startOfDay } from "../../../../contract/format/dates.ts";
import { formatNumber } from "../../../../contract/format/numbers.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { ROLE_STYLES } from "../../../ui/account-roles.ts";
import { DateField } from "../../../ui/date-field.tsx";
import { DAY } from "../../../ui/day.ts";
import type { SceneControl } from "../scene/use-scene.ts";
import shared from "../shared.module.css";
import type { RhythmRow } from "../stage/use-money.ts";
import { usePeriodWords } from "../stage/use-period-words.ts";
import { type Rhythm, rhythmOf } from "./buckets.ts";
import { Histogram } from "./histogram.tsx";
import classes from "./money.module.css";
import { ReplayControls } from "./replay-controls.tsx";
import { NightButton, TimeTool } from "./time-tool.tsx";
import { useReplay } from "./use-replay.ts";

/** A chosen time with as much beside it as a night over midnight needs. */
function around([since, until]: readonly [number, number]): readonly [number, number] {
  const beside = Math.max(DAY / 2, (until - since) / 2);
  return [since - beside, until + beside];
}

/** Money over time: the period in words, its two dates, the replay, and the brush. */
export function MoneyOverTime({
  control,
  rows,
  nodes,
  currency,
  live,
  onLive,
}: {
  control: SceneControl;
  rows: readonly RhythmRow[] | null;
  nodes: ReadonlyMap<string, GraphNode>;
  currency: string;
  live: readonly [number, number] | null;
  onLive: (window: readonly [number, number] | null) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const period = usePeriodWords();
  const { scene, change } = control;
  const own = useMemo(() => new Set(scene.select), [scene.select]);
  const [zoom, setZoom] = useState<readonly [number, number] | null>(null);
  const whole: Rhythm = useMemo(() => rhythmOf(rows ?? [], currency, own), [rows, currency, own]);
  const rhythm: Rhythm = useMemo(
    () => (zoom === null ? whole : rhythmOf(rows ?? [], currency, own, zoom)),
    [rows, currency, own, zoom, whole],
  );
  const committed: readonly [number, number] | null =
    scene.since === null && scene.until === null
      ? null
      : [scene.since ?? whole.from, scene.until ?? whole.to];
  const shown = live ?? committed;
  const commit = (window: readonly [number, number] | null) => {
    onLive(null);
    const all = window === null || (window[0] <= whole.from && window[1] >= whole.to);
    change(all ? { since: null, until: null } : { since: window[0], until: window[1] });
  };
  const times = () => (rows ?? []).map((row) => row.bookedAt).sort((a, b) => a - b);
  const replay = useReplay({ times, span: [whole.from, whole.to], chosen: committed }, onLive, () =>
    onLive(null),
  );
  const days = Math.max(
    1,
    Math.round(((shown?.[1] ?? whole.to) - (shown?.[0] ?? whole.from)) / DAY),
  );
  const [first] = scene.select;
  const role = first === undefined ? "none" : (nodes.get(first)?.role ?? "none");
  const ownColor = ROLE_STYLES[role].color;
  const [from, to] = [shown?.[0] ?? whole.from, shown?.[1] ?? whole.to];
  return (
    <>
      <div className={classes.timeHead}>
        <span className={classes.timeTitle}>
          {rows === null
            ? t("common.loading")
            : rows.length === 0
              ? t("explore.time.none")
              : period(from, to, [whole.from, whole.to])}
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
        {!replay.on && <Dates control={control} />}
        <ActionIcon
          aria-label={t(zoom === null ? "explore.time.closer" : "explore.time.wider")}
          title={t(zoom === null ? "explore.time.closer" : "explore.time.wider")}
          aria-pressed={zoom !== null}
          disabled={zoom === null && committed === null}
          onClick={() => setZoom(zoom === null && committed ? around(committed) : null)}
        >
          {zoom === null ? <IconZoomIn size={16} /> : <IconZoomOut size={16} />}
        </ActionIcon>
        <NightButton control={control} from={whole.from} />
        <TimeTool control={control} />
        <ReplayControls replay={replay} disabled={rhythm.buckets.length < 2} />
      </div>
      <Histogram
        rhythm={rhythm}
        window={shown}
        ownColor={ownColor}
        currency={currency}
        onLive={onLive}
        onCommit={commit}
      />
    </>
  );
}

/** The first and the last day of the chosen time. */
function Dates({ control: { scene, change } }: { control: SceneControl }) {
  const { t } = useTranslation();
  return (
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
        onChange={(day) => change({ until: day === null ? null : (startOfDay(day) ?? 0) + DAY })}
      />
    </div>
  );
}
