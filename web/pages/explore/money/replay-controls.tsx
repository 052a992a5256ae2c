import { ActionIcon, Select } from "@mantine/core";
import {
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerStop,
  IconPlayerTrackNext,
  IconPlayerTrackPrev,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "../../../../contract/format/numbers.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import classes from "./money.module.css";
import { type Replay, SPEEDS } from "./use-replay.ts";

/** Play and hold; while a replay is on, also a step back and on, the speed, and the way out. */
export function ReplayControls({ replay, disabled }: { replay: Replay; disabled: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { on, playing, frame, frames, speed } = replay;
  return (
    <span className={classes.replay}>
      {on && (
        <Control label={t("explore.time.back")} onClick={() => replay.step(-1)}>
          <IconPlayerTrackPrev size={15} />
        </Control>
      )}
      <Control
        label={t(playing ? "explore.time.pause" : "explore.time.play")}
        disabled={disabled}
        onClick={replay.toggle}
      >
        {playing ? <IconPlayerPause size={16} /> : <IconPlayerPlay size={16} />}
      </Control>
      {on && (
        <>
          <Control label={t("explore.time.on")} onClick={() => replay.step(1)}>
            <IconPlayerTrackNext size={15} />
          </Control>
          <Select
            size="xs"
            w={72}
            aria-label={t("explore.time.speed")}
            value={String(speed)}
            data={SPEEDS.map((one) => ({
              value: String(one),
              label: `×${formatNumber(one, language, 2)}`,
            }))}
            onChange={(value) => replay.hasten(SPEEDS.find((one) => String(one) === value) ?? 1)}
          />
          <span className={classes.timeNote} title={t("explore.time.skipped")}>
            {formatNumber(frame, language)} / {formatNumber(frames, language)}
          </span>
          <Control label={t("explore.time.stop")} onClick={replay.stop}>
            <IconPlayerStop size={15} />
          </Control>
        </>
      )}
    </span>
  );
}

function Control({
  label,
  disabled = false,
  onClick,
  children,
}: {
  label: string;
  disabled?: boolean;
  onClick: () => void;
  children: ReactNode;
}) {
  return (
    <ActionIcon aria-label={label} title={label} disabled={disabled} onClick={onClick}>
      {children}
    </ActionIcon>
  );
}
