import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { formatMoment } from "../../../contract/format/dates.ts";
import { formatMoney } from "../../../contract/format/money.ts";
import { formatPhone } from "../../../contract/format/phones.ts";
import type { ProposedTransfer } from "../../../contract/report-proposals.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import classes from "./reports.module.css";

/** A text that tells of several sums: one click makes a transfer of each. */
export function SeveralProposed({
  transfers,
  onTake,
}: {
  transfers: readonly ProposedTransfer[];
  onTake: (transfers: readonly ProposedTransfer[]) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (transfers.length < 2) return null;
  const words = transfers.map(({ amount, currency, at, dayOnly, ...to }) => {
    const when = at === null ? null : formatMoment({ at, dayOnly }, language);
    const phone = to.recipientPhone === null ? null : formatPhone(to.recipientPhone);
    const whom = to.recipientName ?? to.recipientAccount ?? phone;
    const said = [formatMoney(amount, currency ?? "KZT", language), when].filter(Boolean);
    return [said.join(", "), whom].filter(Boolean).join(" → ");
  });
  return (
    <div className={classes.severalProposed} role="status">
      <span>{t("reports.several.proposed", { list: words.join("; ") })}</span>
      <Button size="compact-sm" variant="default" onClick={() => onTake(transfers)}>
        {t("reports.several.take", { count: transfers.length })}
      </Button>
    </div>
  );
}
