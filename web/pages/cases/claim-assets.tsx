import { Fragment, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { DefendantAssets, Income } from "../../../contract/assets.ts";
import { bankName } from "../../../contract/bank-names.ts";
import { isStanding } from "../../../contract/claim-steps.ts";
import type { Claim } from "../../../contract/claims.ts";
import { formatAccount } from "../../../contract/format/accounts.ts";
import { formatDate } from "../../../contract/format/dates.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import { useAssets } from "../../data/cases.ts";
import type { cases } from "../../i18n/en/cases.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { Money } from "../../ui/money.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import classes from "./claim-details.module.css";

/**
 * Where the defendant's money is: known accounts with what statements last say lies there, and
 * income with how much of it a bailiff may take. For security of the claim and for enforcement.
 */
export function ClaimAssets({ caseId, claim }: { caseId: string; claim: Claim }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const query = useAssets(caseId, open);
  const defendants = (query.data?.defendants ?? []).filter(({ claims }) =>
    claims.includes(claim.id),
  );
  if (!isStanding(claim.status)) return null;
  return (
    <details className={classes.details} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("cases.assets.title")}</summary>
      {query.isError && <ProblemNotice error={query.error} />}
      {defendants.map((one) => (
        <Fragment key={one.key}>
          {defendants.length > 1 && <p className={classes.note}>{one.name ?? one.iin}</p>}
          <Accounts accounts={one.accounts} />
          {one.incomes.length === 0 && <p className={classes.note}>{t("cases.assets.noIncome")}</p>}
          {one.incomes.length > 0 && <Incomes incomes={one.incomes} />}
        </Fragment>
      ))}
      {query.data?.leftOut === true && (
        <p className={classes.warning}>{t("cases.assets.leftOut")}</p>
      )}
    </details>
  );
}

/** Three columns that fit the narrow half of a page; what belongs to a figure stands under it. */
function Accounts({ accounts }: { accounts: DefendantAssets["accounts"] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <table className={classes.working}>
      <Headings names={["account", "balance", "lastTransfer"]} />
      <tbody>
        {accounts.map(({ number, bank, balance, lastTransfer }) => (
          <tr key={number}>
            <td>
              <Link to={`/explore?account=${encodeURIComponent(number)}`}>
                {formatAccount(number)}
              </Link>
              <span className={classes.sub}>{bankName(bank) ?? t("common.unknown")}</span>
            </td>
            <td title={balance?.file ?? undefined}>
              {balance === null ? (
                t("cases.assets.balanceUnknown")
              ) : (
                <>
                  <Money amount={balance.amount} currency={balance.currency} exact />
                  <span className={classes.sub}>
                    {t("cases.assets.until")} {formatDate(balance.until, language)}
                  </span>
                </>
              )}
            </td>
            <td className="dg-nowrap">
              {lastTransfer === null ? "–" : formatDate(lastTransfer, language)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Incomes({ incomes }: { incomes: readonly Income[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <table className={classes.working}>
      <Headings names={["income", "usual", "protection"]} />
      <tbody>
        {incomes.map((income) => (
          <tr key={`${income.kind} ${income.payer.key} ${income.currency}`}>
            <td title={income.example.purpose ?? undefined}>
              {t(`cases.assets.kinds.${income.kind}`)}
              <span className={classes.sub}>
                {income.payer.name ?? income.payer.key}
                {income.payer.iin !== null && ` · ${income.payer.iin}`}
              </span>
            </td>
            <td>
              <Money amount={income.usual} currency={income.currency} exact />
              <span className={classes.sub}>
                {t("cases.assets.months")}: {formatNumber(income.months, language)} ·{" "}
                {t("cases.assets.last")}: {formatDate(income.last, language)}
              </span>
            </td>
            <td className={classes.words}>
              {t(`cases.assets.protected.${income.protection}`)}
              {income.article !== null && <span className={classes.sub}>{income.article}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Texts = (typeof cases)["assets"];
const WORDS: readonly string[] = ["protection"];

function Headings({ names }: { names: readonly Exclude<keyof Texts, "kinds" | "protected">[] }) {
  const { t } = useTranslation();
  return (
    <thead>
      <tr>
        {names.map((name) => (
          <th key={name} scope="col" className={WORDS.includes(name) ? classes.words : undefined}>
            {t(`cases.assets.${name}`)}
          </th>
        ))}
      </tr>
    </thead>
  );
}
