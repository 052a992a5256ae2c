import { ActionIcon, Popover } from "@mantine/core";
import { IconClockHour4, IconMoon } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { formatDayMonth, ZONE_LABEL } from "../../../../contract/format/dates.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import type { SceneControl } from "../scene/use-scene.ts";
import shared from "../shared.module.css";
import { nightAfter } from "./clock.ts";
import { PeriodFields } from "./period-fields.tsx";

/** The night after the day on which the chosen time begins. */
export function NightButton({ control, from }: { control: SceneControl; from: number }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { scene, change } = control;
  const [since, until] = nightAfter(scene.since ?? from);
  const label = t("explore.time.night", {
    from: formatDayMonth(since, language),
    to: formatDayMonth(until, language),
  });
  return (
    <ActionIcon
      aria-label={label}
      title={label}
      // Of the address as it is at the click: a day chosen just before may not be drawn yet.
      onClick={() =>
        change((now) => {
          const night = nightAfter(now.since ?? from);
          return { since: night[0], until: night[1] };
        })
      }
    >
      <IconMoon size={16} />
    </ActionIcon>
  );
}

/** The chosen time to the minute; the zone is named. */
export function TimeTool({ control }: { control: SceneControl }) {
  const { t } = useTranslation();
  const { scene, change } = control;
  return (
    <Popover position="top-end" width={300} trapFocus>
      <Popover.Target>
        <ActionIcon aria-label={t("explore.time.exact")} title={t("explore.time.exact")}>
          <IconClockHour4 size={16} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <PeriodFields
          since={scene.since}
          until={scene.until}
          onChange={(since, until) => change({ since, until })}
        />
        <p className={shared.soft}>{t("common.zone", { zone: ZONE_LABEL })}</p>
      </Popover.Dropdown>
    </Popover>
  );
}
