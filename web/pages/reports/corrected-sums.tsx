import { useTranslation } from "react-i18next";
import { formatDateTime } from "../../../contract/format/dates.ts";
import { formatMoney } from "../../../contract/format/money.ts";
import type { CorrectedSum } from "../../../contract/report-corrections.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { Card, Section } from "../../ui/panel.tsx";
import { useActor } from "../../ui/use-actor.ts";
import classes from "./reports.module.css";

/** Sums that a later table corrected: what each table states, and who loaded it when. */
export function CorrectedSums({ corrected }: { corrected: readonly CorrectedSum[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const actor = useActor();
  if (corrected.length === 0) return null;
  const wordsOf = (told: CorrectedSum["told"]) =>
    [told?.at == null ? null : formatDateTime(told.at, language), told?.recipient ?? null]
      .filter((one) => one !== null)
      .join(" · ");
  const stated = (when: "was" | "now", { amount, currency, file, at, by }: CorrectedSum["was"]) =>
    t(`reports.correctedSums.${when}`, {
      file,
      by: actor(by),
      date: formatDateTime(at, language),
      sum:
        amount === null || currency === null
          ? t("reports.correctedSums.none")
          : formatMoney(amount, currency, language, true),
    });
  return (
    <Card padded={false}>
      <Section title={t("reports.correctedSums.title")}>
        {corrected.map(({ transferId, told, was, now }) => (
          <div
            key={`${transferId ?? JSON.stringify(told)} ${was.amount} ${was.file} ${was.at}`}
            className={classes.quiet}
          >
            {transferId === null
              ? t("reports.correctedSums.told", { told: wordsOf(told) })
              : t("reports.correctedSums.transfer", { transfer: transferId })}
            <div>{stated("was", was)}</div>
            <div>{stated("now", now)}</div>
          </div>
        ))}
      </Section>
    </Card>
  );
}
