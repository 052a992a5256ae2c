import { ActionIcon, Slider, Tooltip } from "@mantine/core";
import { IconPlayerPlay, IconPlayerStop } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { formatDate, formatDateTime } from "../../../../contract/format/dates.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import classes from "./trace.module.css";
import type { useSlider } from "./use-slider.ts";

/** The moment shown: played, dragged, or the whole time. */
export function TraceTime({
  slider,
  span,
}: {
  slider: ReturnType<typeof useSlider>;
  span: readonly [number, number];
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <div className={classes.time}>
      <Tooltip label={t(slider.playing ? "explore.time.stop" : "explore.time.play")}>
        <ActionIcon
          aria-label={t(slider.playing ? "explore.time.stop" : "explore.time.play")}
          onClick={slider.toggle}
        >
          {slider.playing ? <IconPlayerStop size={16} /> : <IconPlayerPlay size={16} />}
        </ActionIcon>
      </Tooltip>
      <span className={classes.timeWord}>
        {slider.at === null ? t("explore.trace.whole") : formatDateTime(slider.at, language)}
      </span>
      <div className={classes.timeTrack}>
        <Slider
          size={2}
          thumbSize={15}
          label={null}
          min={span[0]}
          max={Math.max(span[1], span[0] + 1)}
          step={Math.max(1, Math.round((span[1] - span[0]) / 600))}
          value={slider.at ?? span[1]}
          thumbLabel={t("explore.trace.slider")}
          thumbValueText={(value) => formatDateTime(value, language)}
          onChange={slider.drag}
          onChangeEnd={slider.drop}
        />
      </div>
      <span className={classes.muted}>
        {formatDate(span[0], language)} – {formatDate(span[1], language)}
      </span>
    </div>
  );
}
