import {
  IconArrowDown,
  IconArrowUp,
  IconDeviceMobile,
  IconPhone,
  IconPlus,
  IconUser,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { MoneyText } from "../../../../contract/exploring.ts";
import { formatDateTime, formatDuration, formatPeriod } from "../../../../contract/format/dates.ts";
import { formatNumber } from "../../../../contract/format/numbers.ts";
import type { Way, WayTie } from "../../../../contract/ways.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { Sums } from "../../../ui/money.tsx";
import type { Scene } from "../scene/scene.ts";
import shared from "../shared.module.css";
import classes from "./way-row.module.css";

const TRAIT_ICONS = { holder: IconUser, phone: IconPhone, device: IconDeviceMobile } as const;

/** The money of all listed ways, and what the figure means. */
export function WaysTotal({
  kind,
  sums,
}: {
  kind: NonNullable<Scene["path"]>["kind"];
  sums: readonly MoneyText[];
}) {
  const { t } = useTranslation();
  const words = kind === "shortest" ? "totalTies" : "totalTimely";
  return (
    <div className={shared.total} data-testid="ways-total" title={t(`explore.paths.${words}Hint`)}>
      <span className={shared.muted}>{t(`explore.paths.${words}`)}</span>
      <strong>
        <Sums sums={sums} />
      </strong>
    </div>
  );
}

/** One way: its accounts from the first to the last, and what ties each to the next. */
export function WayRow({
  way,
  timely,
  nameOf,
  adds,
  onOpen,
}: {
  way: Way;
  timely: boolean;
  nameOf: (account: string) => string;
  /** A click brings accounts into the picture. */
  adds: boolean;
  onOpen: () => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <button type="button" className={classes.way} data-testid="way" onClick={onOpen}>
      {way.accounts.map((account, at) => {
        const hop = at === 0 ? null : way.hops[at - 1];
        return (
          <span key={account} className={classes.step}>
            {hop?.along && <TieLine tie={hop.along} along />}
            {hop?.against && <TieLine tie={hop.against} along={false} />}
            {hop?.shared.map((trait) => {
              const Pictogram = TRAIT_ICONS[trait.kind];
              return (
                <span key={trait.kind + trait.value} className={classes.tie}>
                  <Pictogram size={13} aria-hidden />
                  {t(`explore.paths.shared.${trait.kind}`)}
                  {trait.kind !== "holder" && ` ${trait.value}`}
                </span>
              );
            })}
            <span className={classes.account}>{nameOf(account)}</span>
          </span>
        );
      })}
      {(way.largestGap !== null || adds) && (
        <span className={classes.foot}>
          {way.largestGap !== null &&
            t(timely ? "explore.paths.rested" : "explore.paths.apart", {
              time: formatDuration(way.largestGap, language),
            })}
          <span className={shared.push} />
          {adds && <IconPlus size={13} aria-label={t("explore.card.toPicture")} />}
        </span>
      )}
    </button>
  );
}

/** The money between two accounts in one direction; the arrow points with the money. */
function TieLine({ tie, along }: { tie: WayTie; along: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const Pictogram = along ? IconArrowDown : IconArrowUp;
  return (
    <span className={classes.tie}>
      <Pictogram size={13} aria-label={t(along ? "explore.paths.pays" : "explore.paths.paidBy")} />
      <strong>
        <Sums sums={tie.sums} />
      </strong>
      <span className={shared.muted}>
        {tie.count === 1
          ? formatDateTime(tie.first, language)
          : `${t("common.transfers", {
              count: tie.count,
              formatted: formatNumber(tie.count, language),
            })} · ${formatPeriod(tie.first, tie.last, language)}`}
      </span>
    </span>
  );
}
