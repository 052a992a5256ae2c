import { useTranslation } from "react-i18next";
import type { CurrencySum } from "../../../contract/sums.ts";
import { Sums } from "../../ui/money.tsx";

/** The part of stolen money that only the victims tell of: no bank's row shows it. */
export function Unconfirmed({ sums }: { sums: readonly CurrencySum[] }) {
  const { t } = useTranslation();
  return (
    <span>
      {t("summary.unconfirmed")} <Sums sums={sums} short />
    </span>
  );
}
