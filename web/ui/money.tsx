import { formatAmount, formatMoney, formatMoneyShort } from "../format/money.ts";
import { useLanguage } from "../i18n/use-language.ts";

export interface MoneyValue {
  readonly amount: string;
  readonly currency: string;
}

/** An exact amount; `bare` leaves the currency to the column's heading. */
export function Money({
  amount,
  currency,
  bare = false,
  exact = false,
}: MoneyValue & { bare?: boolean; exact?: boolean }) {
  const language = useLanguage();
  return (
    <span className="dg-tabular dg-nowrap">
      {bare ? formatAmount(amount, currency, language, exact) : formatMoney(amount, currency, language, exact)}
    </span>
  );
}

/** Three figures for lists and tiles; the exact amount stands in the tooltip and for screen readers. */
export function MoneyShort({ amount, currency }: MoneyValue) {
  const language = useLanguage();
  const exact = formatMoney(amount, currency, language, true);
  return (
    <span className="dg-tabular dg-nowrap" title={exact}>
      {formatMoneyShort(amount, currency, language)}
    </span>
  );
}

/** Several currencies are never added up: each has its own amount. */
export function Sums({ sums, short = false }: { sums: readonly MoneyValue[]; short?: boolean }) {
  if (sums.length === 0) return <span className="dg-tabular">0</span>;
  return (
    <>
      {sums.map((sum, index) => (
        <span key={sum.currency}>
          {index > 0 && " + "}
          {short ? <MoneyShort {...sum} /> : <Money {...sum} />}
        </span>
      ))}
    </>
  );
}
