import { Button } from "@mantine/core";
import { IconArrowRight, IconRoute } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Claim, ClaimToday, VictimFigure } from "../../../contract/claims.ts";
import { formatAccount } from "../../../contract/format/accounts.ts";
import { isBin } from "../../../contract/holder-number.ts";
import { traceAddress } from "../../data/trace-address.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Money } from "../../ui/money.tsx";
import { Card } from "../../ui/panel.tsx";
import { RoleDot } from "../../ui/role-badge.tsx";
import classes from "./cases.module.css";
import { ClaimApproval } from "./claim-approval.tsx";
import { ClaimAssets } from "./claim-assets.tsx";
import { ClaimChange } from "./claim-change.tsx";
import { ClaimDossier } from "./claim-dossier.tsx";
import { ClaimFigures } from "./claim-figures.tsx";
import { ClaimHistory } from "./claim-history.tsx";
import { ClaimJoint } from "./claim-joint.tsx";
import { ClaimLedger } from "./claim-ledger.tsx";
import { ClaimLines } from "./claim-lines.tsx";
import { ClaimMoves } from "./claim-moves.tsx";
import { ClaimPapers } from "./claim-papers.tsx";
import { ClaimPenalty } from "./claim-penalty.tsx";
import { ClaimSince } from "./claim-since.tsx";
import { PlaceOnPage } from "./place.tsx";

/**
 * The selected claim: who against whom, on what basis, every transfer the sum is made of, and where
 * it stands. The page gives it the claim's id as its key, so that nothing of one claim is left
 * under the next.
 */
export function ClaimPanel({
  caseId,
  version,
  figures,
  claim,
  today,
}: {
  caseId: string;
  /** Of the case. */
  version: number;
  /** Where the victim states another sum than the bank, in this claim. */
  figures: readonly VictimFigure[];
  claim: Claim | undefined;
  /** The claim beside the data of today; undefined while it is not known. */
  today: ClaimToday | undefined;
}) {
  const { t } = useTranslation();
  if (!claim) {
    return (
      <Card>
        <EmptyState title={t("cases.claim.title")} text={t("cases.claim.choose")} />
      </Card>
    );
  }
  return (
    <Card padded={false}>
      <div className={classes.parties}>
        <PartyBox part="victim" label={t("cases.claims.victim")} party={claim.victim} />
        <IconArrowRight size={18} aria-hidden color="var(--dg-ink3)" />
        <div className={classes.partyBox}>
          {[claim.defendant, ...(claim.joint?.others ?? [])].map((party, at) => (
            <PartyBox
              key={party.iin ?? party.accounts[0] ?? at}
              part="collector"
              label={
                claim.joint === null
                  ? t("cases.claims.defendant")
                  : t("joint.defendant", { number: at + 1 })
              }
              party={party}
            />
          ))}
        </div>
      </div>
      <div className={classes.facts}>
        <div className={classes.fact}>
          <span className={classes.factLabel}>{t("cases.claims.amount")}</span>
          <span className={classes.factValue}>
            <Money amount={claim.amount} currency={claim.currency} exact />
          </span>
        </div>
        {today !== undefined && today.outstanding !== claim.amount && (
          <div className={classes.fact}>
            <span className={classes.factLabel}>{t("cases.claim.outstanding")}</span>
            <span className={classes.factValue}>
              <Money amount={today.outstanding} currency={claim.currency} exact />
            </span>
          </div>
        )}
        <div className={classes.fact}>
          <span className={classes.factLabel}>
            {t("cases.claim.title")} {claim.id}
          </span>
          <span className={classes.tag}>{t(`cases.claimStatus.${claim.status}`)}</span>
        </div>
        {claim.reports.length > 0 && (
          <div className={classes.fact}>
            <span className={classes.factLabel}>{t("cases.claim.report")}</span>
            <span className={classes.links}>
              {claim.reports.map((report) => (
                <Link key={report} to={`/explore?report=${encodeURIComponent(report)}`}>
                  {report}
                </Link>
              ))}
            </span>
          </div>
        )}
        <Button
          component={Link}
          className={classes.factAction ?? ""}
          to={claimTrace(caseId, claim)}
          leftSection={<IconRoute size={15} />}
        >
          {t("explore.trace.title")}
        </Button>
        <p className={classes.basis}>
          {claim.joint !== null
            ? t("joint.basis")
            : claim.method === "direct"
              ? t("cases.claim.basisDirect")
              : t("cases.claim.basisTraced", { rule: t(`rules.${claim.method}`) })}
        </p>
        {today !== undefined && today.openingsUnknown.length > 0 && (
          <p className={classes.basis} data-testid="openings-unknown">
            {t("cases.claim.openingsUnknown", {
              accounts: today.openingsUnknown.map(formatAccount).join(", "),
            })}
          </p>
        )}
      </div>
      <ClaimFigures caseId={caseId} version={version} figures={figures} />
      <ClaimSince caseId={caseId} claim={claim} today={today} />
      {today !== undefined && <ClaimChange caseId={caseId} claim={claim} today={today} />}
      <PlaceOnPage place="step">
        <ClaimMoves caseId={caseId} claim={claim} outstanding={today?.outstanding} />
      </PlaceOnPage>
      <ClaimJoint caseId={caseId} claim={claim} />
      <ClaimDossier caseId={caseId} claim={claim} />
      <ClaimPapers caseId={caseId} claim={claim} today={today} />
      <ClaimAssets caseId={caseId} claim={claim} />
      <ClaimApproval claim={claim} today={today} />
      <PlaceOnPage place="ledger">
        <ClaimLedger caseId={caseId} claim={claim} />
      </PlaceOnPage>
      <ClaimPenalty caseId={caseId} claim={claim} />
      <ClaimHistory caseId={caseId} claim={claim} />
      <ClaimLines claim={claim} />
    </Card>
  );
}

/**
 * The whole case's trace, as claims are reckoned, by the claim's rule; this victim's money stands
 * out at this defendant.
 */
function claimTrace(caseId: string, claim: Claim): string {
  return traceAddress({
    case: caseId,
    only: claim.victim.accounts[0] ?? null,
    focus: claim.lines.at(0)?.to ?? claim.defendant.accounts[0] ?? null,
    ...(claim.method === "direct" ? {} : { method: claim.method }),
  });
}

function PartyBox({
  part,
  label,
  party,
}: {
  part: "victim" | "collector";
  label: string;
  party: Claim["victim"];
}) {
  const { t } = useTranslation();
  return (
    <div className={classes.partyBox}>
      <span className={classes.factLabel}>{label}</span>
      <span className={classes.titleRow}>
        <RoleDot role={part} />
        <strong>{party.name ?? t("common.unknown")}</strong>
      </span>
      {party.iin && (
        <span className={classes.partySub}>
          {t(isBin(party.iin) ? "cases.claim.bin" : "cases.claim.iin")} {party.iin}
        </span>
      )}
      {party.accounts.map((account) => (
        <Link
          key={account}
          className={classes.partySub}
          to={`/explore?account=${encodeURIComponent(account)}`}
        >
          {formatAccount(account)}
        </Link>
      ))}
    </div>
  );
}
