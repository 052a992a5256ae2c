import { useTranslation } from "react-i18next";
import { formatMoney } from "../../contract/format/money.ts";
import { formatNumber } from "../../contract/format/numbers.ts";
import type { SurePair } from "../../contract/report-candidates.ts";
import { sumByCurrency } from "../../contract/sums.ts";
import type { useLinkCase, useLinkSure } from "../data/first-hour.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { ConfirmAll } from "../ui/confirm-all.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";

/** How many described transfers agree with the data in everything, and their sums. */
export function useSureWords(pairs: readonly SurePair[]): { title: string; sums: string } {
  const { t } = useTranslation();
  const language = useLanguage();
  const counted = { count: pairs.length, formatted: formatNumber(pairs.length, language) };
  const sums = sumByCurrency(pairs).map(({ amount, currency }) =>
    formatMoney(amount, currency, language, true),
  );
  return {
    title: t("reports.link.sure", counted),
    sums: `${sums.join(", ")}. ${t("reports.link.sureOfCase")}`,
  };
}

/** No claim includes such transfers before a person confirms them, here all at once. */
export function ConfirmPairs(props: {
  pairs: readonly SurePair[];
  may: boolean;
  link: ReturnType<typeof useLinkCase> | ReturnType<typeof useLinkSure>;
}) {
  const { pairs, may, link } = props;
  const named = pairs.map(({ report, key, transferId }) => ({ report, key, transferId }));
  return (
    <>
      {may && (
        <ConfirmAll
          count={pairs.length}
          busy={link.isPending}
          onConfirm={(reason) => link.mutate({ pairs: named, reason })}
        />
      )}
      {link.isError && <ProblemNotice error={link.error} />}
    </>
  );
}
