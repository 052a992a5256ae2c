import { useTranslation } from "react-i18next";
import { formatMoney } from "../../../contract/format/money.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import { reports } from "../../../contract/reports.ts";
import { sumByCurrency } from "../../../contract/sums.ts";
import { useCaseSure, useLinkCase } from "../../data/first-hour.ts";
import { useMay } from "../../data/permissions.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { ConfirmAll } from "../../ui/confirm-all.tsx";
import { Section } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";

/**
 * Described transfers of all reports of the case that agree with the data in everything: no claim
 * includes them before a person confirms them, here all at once.
 */
export function CaseSure({ id }: { id: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const may = useMay(reports.linkCase);
  const { data } = useCaseSure(id);
  const link = useLinkCase(id);
  const pairs = data?.pairs ?? [];
  if (pairs.length === 0) return null;
  const counted = { count: pairs.length, formatted: formatNumber(pairs.length, language) };
  const sums = sumByCurrency(pairs).map(({ amount, currency }) =>
    formatMoney(amount, currency, language, true),
  );
  return (
    <Section title={t("reports.link.sure", counted)}>
      <p>
        {sums.join(", ")}. {t("reports.link.sureOfCase")}
      </p>
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
    </Section>
  );
}
