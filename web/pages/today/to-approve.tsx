import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { formatDateTime } from "../../../contract/format/dates.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import type { WaitingClaim } from "../../../contract/overview.ts";
import { MAY } from "../../../contract/user-roles.ts";
import { useClaimsToApprove } from "../../data/overview.ts";
import { useMay } from "../../data/permissions.ts";
import { useSession } from "../../data/session.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { Money } from "../../ui/money.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useActor } from "../../ui/use-actor.ts";
import { ListCard } from "./list-card.tsx";
import classes from "./today.module.css";

/**
 * Claims that wait for approval, for those who approve: first what this person may approve, then
 * the person's own, which wait for somebody else. Nothing where none waits.
 */
export function ClaimsToApprove() {
  const { t } = useTranslation();
  const language = useLanguage();
  const approves = useMay({ access: MAY.approve });
  const { person } = useSession();
  const query = useClaimsToApprove();
  if (query.isError) return <ProblemNotice error={query.error} />;
  const claims = query.data?.claims ?? [];
  const isOwn = (claim: WaitingClaim) => claim.sentBy === person?.login;
  const shown = [
    ...(approves ? claims.filter((claim) => !isOwn(claim)) : []),
    ...claims.filter(isOwn),
  ];
  if (shown.length === 0) return null;
  const yours = approves ? claims.filter((claim) => !isOwn(claim)).length : 0;
  const note = t("today.approval.yours", { formatted: formatNumber(yours, language) });
  return (
    <ListCard title={t("today.approval.title")} note={yours > 0 ? note : undefined}>
      {shown.map((claim) => (
        <Waiting key={claim.claim} claim={claim} own={isOwn(claim)} />
      ))}
    </ListCard>
  );
}

function Waiting({ claim, own }: { claim: WaitingClaim; own: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const actor = useActor();
  const date = formatDateTime(claim.sentAt, language);
  const parties = t("cases.claim.against", {
    victim: claim.victim ?? t("common.unknown"),
    defendant: claim.defendants.join(", "),
  });
  const { case: of } = claim;
  const about = [
    `${claim.claim}, ${of.title}`,
    own
      ? t("today.approval.own", { date })
      : t("today.approval.sent", { person: actor(claim.sentBy), date }),
  ];
  return (
    <Link
      className={classes.line}
      to={`/cases/${encodeURIComponent(of.id)}?claim=${encodeURIComponent(claim.claim)}&place=step`}
    >
      <span className={classes.lineMain}>
        <span className={classes.lineTitle}>{parties}</span>
        <span className={classes.lineSub}>{about.join(" · ")}</span>
      </span>
      <span className={classes.lineMoney}>
        <Money amount={claim.amount} currency={claim.currency} />
      </span>
    </Link>
  );
}
