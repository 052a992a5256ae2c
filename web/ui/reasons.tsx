import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Reason } from "../../contract/detection.ts";
import { formatNumber } from "../../contract/format/numbers.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { REASON_ICONS } from "./reason-icons.ts";
import { useReasonWords } from "./reason-words.ts";
import classes from "./reasons.module.css";

/**
 * One reason: the sentence with its figures, how rare it is, the innocent explanation to rule out,
 * its transfers.
 */
export function ReasonItem({
  reason,
  about,
}: {
  reason: Reason & { account?: string };
  about?: ReactNode;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useReasonWords();
  const Pictogram = REASON_ICONS[reason.family];
  return (
    <li className={classes.item}>
      <Pictogram size={16} stroke={1.7} className={classes.icon} aria-hidden />
      <div className={classes.body}>
        {about && <div className={classes.about}>{about}</div>}
        <p className={classes.sentence}>{words.sentence(reason)}</p>
        <p className={classes.innocent}>
          <span className={classes.label}>{t("reasons.ruleOut")}</span>{" "}
          {words.innocent(reason.innocent)}
        </p>
        <p className={classes.meta}>
          {reason.oneIn !== null && (
            <span title={t("clusters.pointsHint")}>
              {t("clusters.oneIn", { formatted: oneIn(reason.oneIn, language) })}
            </span>
          )}
          {reason.transferCount > 0 && reason.account && (
            <Link
              className={classes.link}
              to={`/explore?account=${encodeURIComponent(reason.account)}&transfers=${encodeURIComponent(reason.transferIds.slice(0, 60).join(","))}`}
            >
              {t("common.transfers", {
                count: reason.transferCount,
                formatted: formatNumber(reason.transferCount, language),
              })}
            </Link>
          )}
        </p>
      </div>
    </li>
  );
}

/** The arguments against, as sentences. */
export function AgainstList({ against }: { against: readonly Pick<Reason, "code" | "params">[] }) {
  const { t } = useTranslation();
  const words = useReasonWords();
  if (against.length === 0)
    return <p className={classes.innocent}>{t("reasons.nothingAgainst")}</p>;
  return (
    <ul className={classes.against}>
      {against.map((item) => (
        <li key={item.code}>{words.against(item)}</li>
      ))}
    </ul>
  );
}

/** Two figures are enough for rarity: 12,345 → 12,000. */
function oneIn(value: number, language: Parameters<typeof formatNumber>[1]): string {
  if (!Number.isFinite(value) || value > 1e9) return `${formatNumber(1e9, language)}`;
  const scale = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1);
  return formatNumber(Math.round(value / scale) * scale, language);
}
