import { IconDeviceMobile } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatPeriod } from "../../../../contract/format/dates.ts";
import { formatNumber } from "../../../../contract/format/numbers.ts";
import type { DeviceOfAccount } from "../../../../contract/operators.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { going } from "../scene/scene.ts";
import type { SceneControl } from "../scene/use-scene.ts";
import shared from "../shared.module.css";
import { deviceKey, deviceName } from "../stage/devices.ts";
import classes from "./operators.module.css";

const FIRST = 5;

/** Devices by their first use; one click puts a device into the picture and shows its accounts. */
export function DeviceList({
  devices,
  control,
}: {
  devices: readonly DeviceOfAccount[];
  control: SceneControl;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [all, setAll] = useState(false);
  if (devices.length === 0) return null;
  const show = (id: string) => control.change((scene) => going(scene, deviceKey(id), true));
  return (
    <>
      <h3 className={classes.part}>{t("explore.operators.devices")}</h3>
      <div className={shared.sideRows}>
        {devices.slice(0, all ? undefined : FIRST).map((device, at) => (
          <button
            key={device.id}
            type="button"
            className={shared.sideRow}
            data-device={device.id}
            onClick={() => show(device.id)}
          >
            <span className={classes.swatch} data-lane={at % 6}>
              <IconDeviceMobile size={13} aria-hidden />
            </span>
            <span className={shared.grow}>
              <span className={classes.name}>{deviceName(device)}</span>
              <span className={classes.sub}>
                {formatPeriod(device.first, device.last, language)} ·{" "}
                {t("explore.operators.sessions", {
                  count: device.count,
                  formatted: formatNumber(device.count, language),
                })}
              </span>
            </span>
            {device.otherAccounts > 0 && (
              <span
                className={device.ofOthers > 0 ? classes.telling : shared.muted}
                title={t("explore.operators.ofOthers", {
                  count: device.ofOthers,
                  formatted: formatNumber(device.ofOthers, language),
                })}
              >
                {t("explore.operators.others", {
                  count: device.otherAccounts,
                  formatted: formatNumber(device.otherAccounts, language),
                })}
              </span>
            )}
          </button>
        ))}
      </div>
      {devices.length > FIRST && !all && (
        <button type="button" className={shared.linkButton} onClick={() => setAll(true)}>
          {t("common.more")} · {formatNumber(devices.length - FIRST, language)}
        </button>
      )}
    </>
  );
}
