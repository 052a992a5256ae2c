import { useTranslation } from "react-i18next";
import { formatMoney } from "../../../contract/format/money.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import type { SurePair } from "../../../contract/report-candidates.ts";
import { reports } from "../../../contract/reports.ts";
import { sumByCurrency } from "../../../contract/sums.ts";
import { useLinkSure } from "../../data/first-hour.ts";
import { useMay } from "../../data/permissions.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { ConfirmAll } from "../../ui/confirm-all.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import classes from "./today.module.css";

/** Described transfers of any reports that agree with the data in everything, confirmed at once. */
export function SureNews({ pairs }: { pairs: readonly SurePair[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const may = useMay(reports.linkSure);
  const link = useLinkSure();
  if (pairs.length === 0) return null;
  const counted = { count: pairs.length, formatted: formatNumber(pairs.length, language) };
  const sums = sumByCurrency(pairs).map(({ amount, currency }) =>
    formatMoney(amount, currency, language, true),
  );
  return (
    <div className={classes.sure}>
      <span className={classes.lineTitle}>{t("reports.link.sure", counted)}</span>
      <span className={classes.lineSub}>
        {sums.join(", ")}. {t("reports.link.sureOfCase")}
      </span>
      {may && (
        <ConfirmAll
          count={pairs.length}
          busy={link.isPending}
          onConfirm={(reason) =>
            link.mutate({
              pairs: pairs.map(({ report, key, transferId }) => ({ report, key, transferId })),
              reason,
            })
          }
        />
      )}
      {link.isError && <ProblemNotice error={link.error} />}
    </div>
  );
}
