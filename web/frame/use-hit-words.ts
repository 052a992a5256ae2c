import { useTranslation } from "react-i18next";
import type { SearchHit } from "../../contract/exploring.ts";
import { formatAccount, shortAccount } from "../../contract/format/accounts.ts";
import { formatDateTime } from "../../contract/format/dates.ts";
import { formatMoney } from "../../contract/format/money.ts";
import { useLanguage } from "../i18n/use-language.ts";

/** A hit as a line: what it is called, and what stands beside that. */
export function useHitWords(): (hit: SearchHit) => { label: string; detail: string | null } {
  const { t } = useTranslation();
  const language = useLanguage();
  return (hit) => {
    const { transfer } = hit;
    if (transfer === undefined)
      return {
        label: hit.kind === "account" ? formatAccount(hit.title) : hit.title,
        detail: hit.detail,
      };
    const sum = formatMoney(transfer.amount, transfer.currency, language);
    return {
      label: `${sum} · ${formatDateTime(transfer.bookedAt, language)}`,
      detail: t("frame.search.transferLine", {
        from: transfer.fromName ?? shortAccount(transfer.from),
        to: transfer.toName ?? shortAccount(transfer.to),
        id: transfer.id,
      }),
    };
  };
}
