import { ActionIcon, Tooltip } from "@mantine/core";
import { IconPlayerPlay, IconPlayerStop } from "@tabler/icons-react";
import { useMemo } from "react";
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
import { useReplay } from "./use-replay.ts";

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
  const rhythm: Rhythm = useMemo(() => rhythmOf(rows ?? [], currency, own), [rows, currency, own]);
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
    <>
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
            onClick={replay.toggle}
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
    </>
  );
}
