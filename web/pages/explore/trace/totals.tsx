import { useTranslation } from "react-i18next";
import { Money } from "../../../ui/money.tsx";
import type { Moment } from "./balances-at-moment.ts";
import classes from "./trace.module.css";

function share(part: bigint, whole: bigint): number {
  return whole <= 0n ? 0 : Number((part * 100_000n) / whole) / 1000;
}

/** Stolen = held + left + beyond the data, to the tiyn; the bar and the words say the same. */
export function Totals({ moment, currency }: { moment: Moment; currency: string }) {
  const { t } = useTranslation();
  const parts = [
    { key: "held", amount: moment.held, color: "var(--dg-good)" },
    { key: "exited", amount: moment.exited, color: "var(--dg-none)" },
    { key: "beyond", amount: moment.beyond, color: "var(--dg-warn)" },
  ] as const;
  return (
    <div className={classes.totals} data-testid="trace-totals">
      <div className={classes.totalsWords}>
        <span className={classes.part}>
          <span className={classes.muted}>{t("explore.trace.stolen")}</span>
          <strong>
            <Money amount={moment.stolen.toString()} currency={currency} />
          </strong>
        </span>
        <span className={classes.muted}>=</span>
        {parts.map((part, index) => (
          <span key={part.key} className={classes.part}>
            {index > 0 && <span className={classes.muted}>+</span>}
            <span className={classes.swatch} style={{ ["--swatch" as string]: part.color }} />
            <span className={classes.muted}>{t(`explore.trace.${part.key}`)}</span>
            <strong>
              <Money amount={part.amount.toString()} currency={currency} />
            </strong>
          </span>
        ))}
      </div>
      <div className={classes.totalsBar} aria-hidden="true">
        {parts.map((part) => (
          <span
            key={part.key}
            style={{ width: `${share(part.amount, moment.stolen)}%`, background: part.color }}
          />
        ))}
      </div>
    </div>
  );
}
