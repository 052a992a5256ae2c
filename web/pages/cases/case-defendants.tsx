import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { DefendantBeside } from "../../../contract/assets.ts";
import { bankName } from "../../../contract/bank-names.ts";
import { formatAccount } from "../../../contract/format/accounts.ts";
import { formatDate } from "../../../contract/format/dates.ts";
import { useDefendants } from "../../data/cases.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { Money } from "../../ui/money.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import details from "./claim-details.module.css";
import classes from "./dossier.module.css";

/**
 * All defendants of a case side by side, for the choice whom to sue first: what is outstanding, the
 * accounts with what statements last say lies there, and regular income with how far it is
 * protected.
 */
export function CaseDefendants({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const query = useDefendants(caseId, open);
  const defendants = query.data?.defendants ?? [];
  return (
    <details className={classes.card} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("cases.defendants.title")}</summary>
      <p className={classes.note}>{t("cases.defendants.lead")}</p>
      {query.isError && <ProblemNotice error={query.error} />}
      {query.data !== undefined && defendants.length === 0 && (
        <p className={classes.note}>{t("cases.defendants.none")}</p>
      )}
      {defendants.length > 0 && (
        <table className={details.working} aria-label={t("cases.defendants.title")}>
          <thead>
            <tr>
              {(["defendant", "outstanding", "held", "accounts", "income"] as const).map((name) => (
                <th
                  key={name}
                  scope="col"
                  className={NUMBERS.includes(name) ? undefined : details.words}
                >
                  {t(`cases.defendants.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {defendants.map((one) => (
              <Row key={one.key} caseId={caseId} one={one} />
            ))}
          </tbody>
        </table>
      )}
      {query.data?.leftOut === true && (
        <p className={details.warning}>{t("cases.assets.leftOut")}</p>
      )}
    </details>
  );
}

const NUMBERS: readonly string[] = ["outstanding", "held"];

function Row({ caseId, one }: { caseId: string; one: DefendantBeside }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <tr>
      <td className={details.words}>
        {one.name ?? one.iin ?? one.key}
        {one.name !== null && one.iin !== null && ` · ${one.iin}`}
        {one.claims.map(({ id, joint }) => (
          <div key={id}>
            <Link to={`/cases/${caseId}?claim=${encodeURIComponent(id)}`}>{id}</Link>
            {joint && ` · ${t("cases.defendants.joint")}`}
          </div>
        ))}
      </td>
      <td>
        <Sums sums={one.outstanding} />
      </td>
      <td>{one.held.length === 0 ? t("cases.assets.balanceUnknown") : <Sums sums={one.held} />}</td>
      <td className={details.words}>
        {one.accounts.map(({ number, bank, balance }) => (
          <div key={number}>
            <Link to={`/explore?account=${encodeURIComponent(number)}`}>
              {formatAccount(number)}
            </Link>{" "}
            {bankName(bank) ?? t("common.unknown")}
            {balance !== null && (
              <>
                {": "}
                <Money amount={balance.amount} currency={balance.currency} exact />{" "}
                {t("cases.defendants.until", { date: formatDate(balance.until, language) })}
              </>
            )}
          </div>
        ))}
      </td>
      <td className={details.words}>
        {one.incomes.length === 0 && t("cases.assets.noIncome")}
        {one.incomes.map((income) => (
          <div key={`${income.kind} ${income.payer.key} ${income.currency}`}>
            {t(`cases.assets.kinds.${income.kind}`)}, {income.payer.name ?? income.payer.key}:{" "}
            <Money amount={income.usual} currency={income.currency} exact /> ·{" "}
            {t(`cases.assets.protected.${income.protection}`)}
          </div>
        ))}
      </td>
    </tr>
  );
}

function Sums({ sums }: { sums: DefendantBeside["held"] }) {
  return sums.map(({ amount, currency }) => (
    <div key={currency}>
      <Money amount={amount} currency={currency} exact />
    </div>
  ));
}
