import { formatAmount, formatMoney, formatMoneyShort } from "../../contract/format/money.ts";
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
      {bare
        ? formatAmount(amount, currency, language, exact)
        : formatMoney(amount, currency, language, exact)}
    </span>
  );
}

/**
 * Three figures for lists and tiles; the exact amount stands in the tooltip and for screen readers.
 */
export function MoneyShort({ amount, currency }: MoneyValue) {
  const language = useLanguage();
  const exact = formatMoney(amount, currency, language, true);
  return (
    <span className="dg-tabular dg-nowrap" title={exact}>
      {formatMoneyShort(amount, currency, language)}
    </span>
  );
}

/** As many currencies stand in a list; further ones are counted, and named in the tooltip. */
const NAMED = 3;

/**
 * Several currencies are never added up: each has its own amount. In a list (`short`) each has
 * three figures, tenge first, and all of them are exact in the tooltip.
 */
export function Sums({ sums, short = false }: { sums: readonly MoneyValue[]; short?: boolean }) {
  const language = useLanguage();
  const main = sums.find((sum) => sum.currency === "KZT") ?? sums[0];
  if (!main) return <span className="dg-tabular">0</span>;
  if (short) {
    if (sums.length === 1) return <MoneyShort {...main} />;
    const ordered = [main, ...sums.filter((sum) => sum !== main)];
    const all = ordered.map((sum) => formatMoney(sum.amount, sum.currency, language, true));
    const rest = ordered.length - NAMED;
    return (
      <span className="dg-tabular" title={all.join(" + ")}>
        {ordered.slice(0, NAMED).map((sum, index) => (
          <span key={sum.currency}>
            {index > 0 && " + "}
            <span className="dg-nowrap">
              {formatMoneyShort(sum.amount, sum.currency, language)}
            </span>
          </span>
        ))}
        {rest > 0 && ` + ${rest} …`}
      </span>
    );
  }
  return (
    <>
      {sums.map((sum, index) => (
        <span key={sum.currency}>
          {index > 0 && " + "}
          <Money {...sum} />
        </span>
      ))}
    </>
  );
}
