import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { bankName } from "../../../contract/bank-names.ts";
import { formatAccount } from "../../../contract/format/accounts.ts";
import { formatDateTime } from "../../../contract/format/dates.ts";
import type { Exit } from "../../../contract/reports.ts";
import { traceAddress } from "../../data/trace-address.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { Money } from "../../ui/money.tsx";
import { Card, Section } from "../../ui/panel.tsx";
import classes from "./reports.module.css";

/** Where the money left the banks; each place opens its account, else the way of the money. */
export function ExitsSection({ exits, report }: { exits: readonly Exit[]; report: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (exits.length === 0) return null;
  return (
    <Card padded={false}>
      <Section title={t("reports.exits")}>
        <ul className={classes.found}>
          {exits.map((one) => {
            const { kind, account, name, bank, at } = one;
            const to =
              account === null
                ? traceAddress({ reports: [report] })
                : `/explore?account=${encodeURIComponent(account)}`;
            const about = [
              account !== null && formatAccount(account),
              bank !== null && bankName(bank),
              at !== null && t("reports.exitSince", { date: formatDateTime(at, language) }),
            ];
            return (
              <li key={`${kind} ${account} ${bank} ${one.currency}`} className={classes.foundLine}>
                <Link to={to}>
                  {[t(`reports.exitKinds.${kind as "cash"}`), name].filter(Boolean).join(": ")}
                </Link>
                <span className={classes.quiet}>{about.filter(Boolean).join(" · ")}</span>
                <span className={classes.grow} />
                <strong>
                  <Money amount={one.amount} currency={one.currency} exact />
                </strong>
              </li>
            );
          })}
        </ul>
      </Section>
    </Card>
  );
}
