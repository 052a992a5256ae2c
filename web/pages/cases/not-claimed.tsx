import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Claim } from "../../../contract/claims.ts";
import { formatDate } from "../../../contract/format/dates.ts";
import { formatMoney } from "../../../contract/format/money.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import { type LeftOut, unclaimedLoss, unconfirmedApart } from "../../../contract/not-claimed.ts";
import { MAY } from "../../../contract/user-roles.ts";
import { useNotClaimed } from "../../data/cases.ts";
import { useMay } from "../../data/permissions.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { AccountLine } from "../../ui/account.tsx";
import { Money, Sums } from "../../ui/money.tsx";
import classes from "./cases.module.css";

/**
 * The loss of the case that no claim asks for, as long as that holds: its sum, and on a click each
 * part with its reason and the way on. Nothing where every loss is in a claim.
 */
export function UnclaimedLoss({
  caseId,
  reports,
  opening = false,
}: {
  caseId: string;
  /** The step beside it opens the claims that are not opened yet. */
  opening?: boolean;
  /** Only of these crime reports; all of the case unless given. */
  reports?: readonly string[];
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data } = useNotClaimed(caseId);
  const isOf = ({ report, reason }: LeftOut) =>
    (reports === undefined || reports.includes(report)) && !(opening && reason === "not-opened");
  const { left, sums } = unclaimedLoss((data?.leftOut ?? []).filter(isOf));
  if (left.length === 0) return null;
  const words = sums
    .map(({ amount, currency }) => formatMoney(amount, currency, language, true))
    .join(", ");
  return (
    <details
      className={classes.notClaimed}
      data-testid={reports === undefined ? "unclaimed-loss" : undefined}
    >
      <summary className={classes.cardTitle}>
        {words === ""
          ? t("cases.claims.unclaimedUnknown")
          : t("cases.claims.unclaimed", { sums: words })}
      </summary>
      <LeftList left={left} />
    </details>
  );
}

/**
 * The transfers that the claims just opened have left out, else the loss that no claim asks for.
 */
export function NotClaimed({
  caseId,
  claims,
  opened,
  onClose,
}: {
  caseId: string;
  claims: readonly Claim[];
  /** What the opening left out; nothing where none was asked for. */
  opened: readonly LeftOut[];
  onClose: () => void;
}) {
  // A transfer claimed in this case is no news; one claimed in another case is.
  const own = new Set(claims.map((claim) => claim.id));
  const left = opened.filter((one) => one.claim === null || !own.has(one.claim));
  if (left.length > 0) return <NotClaimedList left={left} onClose={onClose} />;
  return claims.length === 0 ? null : <UnclaimedLoss caseId={caseId} />;
}

/** Reported transfers that no claim was opened for: nothing is left out without a word. */
function NotClaimedList({ left, onClose }: { left: readonly LeftOut[]; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <section className={classes.notClaimed} aria-label={t("cases.claims.notClaimed")}>
      <div className={classes.notClaimedHead}>
        <h3 className={classes.cardTitle}>{t("cases.claims.notClaimed")}</h3>
        <Button variant="subtle" onClick={onClose}>
          {t("cases.signed.close")}
        </Button>
      </div>
      <LeftList left={left} />
    </section>
  );
}

function LeftList({ left }: { left: readonly LeftOut[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { unconfirmed, others } = unconfirmedApart(left);
  const confirms = useMay({ access: MAY.load });
  const roles = ROLES_THAT_CONFIRM.map((role) => t(`frame.person.roles.${role}`)).join(", ");
  return (
    <ul className={classes.notClaimedList}>
      {unconfirmed.map(({ report, count, sums }) => (
        <li key={`unconfirmed ${report}`}>
          <Sums sums={sums} /> (
          {t("cases.claims.ofReport", { count, formatted: formatNumber(count, language) })} {report}
          ): {t("cases.claims.notClaimedReason.not-confirmed")}.{" "}
          <Link to={`/reports/${encodeURIComponent(report)}`}>
            {t(confirms ? "cases.claims.confirm" : "cases.claims.toReport")}
          </Link>
          {!confirms && `. ${t("cases.claims.confirmedBy", { roles })}`}
        </li>
      ))}
      {others.map((one) => (
        <li key={`${one.report} ${one.transferId ?? one.described?.key} ${one.claim ?? ""}`}>
          <LeftTransfer left={one} /> ({t("cases.claim.report")} {one.report}):{" "}
          {t(`cases.claims.notClaimedReason.${one.reason}`, { claim: one.claim ?? "" })}
          {one.reason === "not-paid-by-victim" && (
            <>
              {". "}
              <Link to={`/reports/${encodeURIComponent(one.report)}`}>
                {t("cases.claims.toReport")}
              </Link>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** An administrator may as well, and it is not his work. */
const ROLES_THAT_CONFIRM = MAY.load.filter((role) => role !== "admin");

/** The transfer as its bank wrote it down, else as the report names it. */
function LeftTransfer({ left: { paid, described, transferId } }: { left: LeftOut }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (paid !== null)
    return (
      <>
        <Money amount={paid.amount} currency={paid.currency} />, {formatDate(paid.at, language)},{" "}
        {t("cases.claims.paidBy")} <AccountLine number={paid.account} name={paid.name} />
      </>
    );
  if (described !== null) return <Money amount={described.amount} currency={described.currency} />;
  return <span className="dg-tabular">{transferId}</span>;
}
