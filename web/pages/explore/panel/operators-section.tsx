import { useTranslation } from "react-i18next";
import type { AccountCard } from "../../../../contract/exploring.ts";
import { formatDateTime } from "../../../../contract/format/dates.ts";
import { formatNumber } from "../../../../contract/format/numbers.ts";
import type { Operators } from "../../../../contract/operators.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { LoadingRows } from "../../../ui/loading-rows.tsx";
import { Section } from "../../../ui/panel.tsx";
import { ProblemNotice } from "../../../ui/problem-notice.tsx";
import type { SceneControl } from "../scene/use-scene.ts";
import shared from "../shared.module.css";
import { deviceName } from "../stage/devices.ts";
import { AddressList } from "./address-list.tsx";
import { DeviceList } from "./device-list.tsx";
import { MarkList } from "./mark-list.tsx";
import classes from "./operators.module.css";
import { OperatorsLine } from "./operators-line.tsx";
import { useOperators } from "./queries.ts";

/** Who operated the account: a line of time beside the money, devices, addresses and events. */
export function OperatorsSection({
  card,
  run,
  control,
  onStage,
}: {
  card: AccountCard;
  run: string | null;
  control: SceneControl;
  onStage: (account: string) => boolean;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const query = useOperators(card.number);
  const title = t("explore.operators.title");
  if (query.isError)
    return (
      <Section title={title}>
        <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
      </Section>
    );
  if (!query.data) return <LoadingRows rows={3} />;
  const found = query.data;
  if (found.total === 0)
    return (
      <Section title={title}>
        <p className={shared.soft}>{t("explore.operators.none")}</p>
      </Section>
    );
  return (
    <Section
      title={title}
      note={t("explore.operators.sessions", {
        count: found.total,
        formatted: formatNumber(found.total, language),
      })}
    >
      <div data-testid="operators">
        {found.leftOut > 0 && (
          <p className={shared.soft}>
            {t("explore.operators.leftOut", { formatted: formatNumber(found.leftOut, language) })}
          </p>
        )}
        <OperatorsLine card={card} found={found} control={control} />
        <Takeovers found={found} />
        <DeviceList devices={found.devices} control={control} />
        <AddressList found={found} run={run} control={control} onStage={onStage} />
        <MarkList marks={found.marks} total={found.markCount} />
      </div>
    </Section>
  );
}

/** When a new device took over, in words. */
function Takeovers({ found }: { found: Operators }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (found.takeovers.length === 0) return null;
  return (
    <div className={classes.takeovers}>
      {found.takeovers.map((one) => (
        <p key={`${one.at} ${one.device}`}>
          <strong>{formatDateTime(one.at, language)}</strong>{" "}
          {t("explore.operators.takeover", {
            device: deviceName({ id: one.device, model: one.model }),
            before: deviceName({ id: one.before, model: one.beforeModel }),
          })}
        </p>
      ))}
      <p className={shared.soft}>{t("explore.operators.takeoverHint")}</p>
    </div>
  );
}
