import { ActionIcon, Button } from "@mantine/core";
import { IconDeviceMobile, IconEyeOff, IconMinimize, IconShare } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { formatDateTime } from "../../../../contract/format/dates.ts";
import { formatNumber } from "../../../../contract/format/numbers.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { LoadingRows } from "../../../ui/loading-rows.tsx";
import { Section } from "../../../ui/panel.tsx";
import { ProblemNotice } from "../../../ui/problem-notice.tsx";
import { collapsing, expanding, hiding } from "../scene/scene.ts";
import type { SceneControl } from "../scene/use-scene.ts";
import shared from "../shared.module.css";
import { deviceKey } from "../stage/devices.ts";
import classes from "./card.module.css";
import { CopyButton, DeselectButton } from "./card-buttons.tsx";
import { OperatedAccounts } from "./operated-accounts.tsx";
import { useDevice } from "./queries.ts";

/** A device: its model and id, when it was used, and every account it operated. */
export function DevicePanel({
  id,
  run,
  control,
  expanded,
  onStage,
}: {
  id: string;
  run: string | null;
  control: SceneControl;
  expanded: boolean;
  onStage: (account: string) => boolean;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const query = useDevice(id, run);
  const { scene, change } = control;
  const key = deviceKey(id);
  if (query.isError) {
    return (
      <div className={classes.cardHead}>
        <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
      </div>
    );
  }
  if (!query.data) return <LoadingRows rows={6} />;
  const device = query.data;
  return (
    <div data-testid="device-card">
      <div className={classes.cardHead}>
        <div className={classes.cardTop}>
          <span className={classes.tag}>
            <IconDeviceMobile size={12} aria-hidden /> {t("explore.operators.device")}
          </span>
          <span className={shared.push} />
          <DeselectButton control={control} />
        </div>
        <h2 className={classes.cardName}>{device.model ?? t("explore.operators.modelUnknown")}</h2>
        <div className={classes.cardLine}>
          <span className={classes.deviceId}>{id}</span>
          <CopyButton text={id} />
        </div>
        <dl className={classes.pairOfFacts}>
          <div>
            <dt>{t("explore.operators.firstUse")}</dt>
            <dd>{formatDateTime(device.first, language)}</dd>
          </div>
          <div>
            <dt>{t("explore.operators.lastUse")}</dt>
            <dd>{formatDateTime(device.last, language)}</dd>
          </div>
        </dl>
        <div className={classes.cardActions}>
          <Button
            variant="filled"
            leftSection={<IconShare size={15} />}
            onClick={() => change(expanding(scene, key))}
          >
            {t("explore.card.expand")}
          </Button>
          <Button
            leftSection={<IconMinimize size={15} />}
            disabled={!expanded}
            onClick={() => change(collapsing(scene, key))}
          >
            {t("explore.operators.collapse")}
          </Button>
          <ActionIcon
            size={30}
            variant="default"
            aria-label={t("explore.card.hide")}
            onClick={() => change(hiding(scene, [key]))}
          >
            <IconEyeOff size={15} />
          </ActionIcon>
        </div>
      </div>
      <Section title={t("explore.operators.accounts")} note={formatNumber(device.total, language)}>
        <OperatedAccounts accounts={device.accounts} control={control} onStage={onStage} />
        {device.total > device.accounts.length && (
          <p className={shared.soft}>
            {t("explore.operators.firstListed", {
              formatted: formatNumber(device.accounts.length, language),
            })}
          </p>
        )}
      </Section>
    </div>
  );
}
