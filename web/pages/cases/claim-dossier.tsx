import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ClaimStatus } from "../../../contract/claim-steps.ts";
import type { Claim } from "../../../contract/claims.ts";
import {
  type Dossier,
  type DossierFields,
  dossiers,
  type PersonFields,
  type ReadinessCode,
  type ReadinessItem,
} from "../../../contract/dossier.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import { loading } from "../../../contract/loading.ts";
import { useDossier } from "../../data/dossier.ts";
import { useMay } from "../../data/permissions.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import details from "./claim-details.module.css";
import classes from "./dossier.module.css";
import { DossierForm } from "./dossier-form.tsx";
import { UnclaimedLoss } from "./not-claimed.tsx";
import { PersonForm } from "./person-form.tsx";
import { PlaceOnPage, useIsPlace } from "./place.tsx";

/** The form that stands open: which party, or the claim itself; and the line it was opened for. */
interface Opened {
  readonly what: "victim" | "claim" | { readonly defendant: number };
  readonly code: ReadinessCode | null;
}

/** Where a person writes down what a line asks for. */
const FIELDS: Partial<Record<ReadinessCode, keyof PersonFields>> = {
  "claimant-name": "name",
  "claimant-birth-date": "birthDate",
  "claimant-address": "address",
  "claimant-iin": "iin",
  "claimant-phone": "phone",
  "claimant-email": "email",
  representative: "representative",
  "defendant-name": "name",
  "defendant-address": "address",
  "defendant-iin": "iin",
  "defendant-birth-date": "birthDate",
  "defendant-representative": "representative",
};
const CLAIM_FIELDS: Partial<Record<ReadinessCode, keyof DossierFields>> = {
  court: "court",
  "why-not-self": "whyNotSelf",
  consent: "consent",
  circumstances: "circumstances",
  price: "rate",
  fee: "fee",
  "texts-in-russian": "circumstances",
  "texts-in-kazakh": "circumstancesKk",
};

/**
 * What a court takes of the claim beside its sum: each thing that is missing is one click from
 * being written down.
 */
export function ClaimDossier(props: { caseId: string; claim: Claim }) {
  return (
    <PlaceOnPage place="court">
      <WhatCourtTakes {...props} />
    </PlaceOnPage>
  );
}

function WhatCourtTakes({ caseId, claim }: { caseId: string; claim: Claim }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const query = useDossier(caseId, claim.id);
  const may = useMay(dossiers.saveDossier);
  const [opened, setOpened] = useState<Opened | null>(null);
  const here = useIsPlace("court");
  if (query.isError) return <ProblemNotice error={query.error} />;
  if (!query.data) return null;
  const dossier = query.data;
  const party = partyOf(dossier, opened);
  const lacking = dossier.readiness.filter(
    (item) => item.state === "missing" && item.asked === "always",
  ).length;
  const there = dossier.readiness.filter((item) => item.state !== "missing");
  const number = (count: number) => formatNumber(count, language);
  return (
    <>
      <AlsoVictims dossier={dossier} />
      <details className={details.details} open={here || undefined}>
        <summary>
          {t("dossier.court.title")}:{" "}
          <span className={lacking > 0 && isPrepared(claim) ? classes.warning : ""}>
            {lacking === 0
              ? t("dossier.court.ready")
              : t("dossier.court.missing", {
                  count: lacking,
                  formatted: number(lacking),
                })}
          </span>
        </summary>
        <Lines
          items={dossier.readiness.filter((item) => item.state === "missing")}
          dossier={dossier}
          onOpen={may ? setOpened : null}
        />
        <p className={classes.note}>{t("dossier.court.blank")}</p>
        <UnclaimedLoss caseId={caseId} reports={claim.reports} />
        {party && (
          <PersonForm
            key={JSON.stringify(opened?.what)}
            caseId={caseId}
            version={dossier.caseVersion}
            id={party.id}
            person={party.person}
            first={(opened?.code && FIELDS[opened.code]) ?? "name"}
            onDone={() => setOpened(null)}
          />
        )}
        {there.length > 0 && (
          <details className={`${classes.further}`}>
            <summary>
              {t("dossier.court.there", { count: there.length, formatted: number(there.length) })}
            </summary>
            <Lines items={there} dossier={dossier} onOpen={null} />
          </details>
        )}
        <ClaimFields
          caseId={caseId}
          claim={claim}
          dossier={dossier}
          may={may}
          opened={opened?.what === "claim" ? opened : null}
          onOpen={(open) => setOpened(open ? { what: "claim", code: null } : null)}
        />
      </details>
    </>
  );
}

/**
 * What is missing keeps a claim from court; of one that the court has, it is a fact like others.
 */
function isPrepared({ status }: Claim): boolean {
  return BEFORE_COURT.includes(status);
}

const BEFORE_COURT: readonly ClaimStatus[] = [
  ...(["draft", "review", "approved", "demand", "no-motion", "returned"] as const),
];

/** Of a defendant who was deceived as well: nobody is sued as a dropper without seeing it. */
function AlsoVictims({ dossier }: { dossier: Dossier }) {
  const { t } = useTranslation();
  const people = [dossier.defendant, ...dossier.coDefendants];
  return dossier.alsoVictims.map(({ defendant, reports }) => (
    <p key={defendant} className={`${classes.note} ${classes.warning}`} role="status">
      {t("dossier.alsoVictim", {
        name: people[defendant]?.person.name ?? "",
        reports: reports.join(", "),
      })}
    </p>
  ));
}

function Lines({
  items,
  dossier,
  onOpen,
}: {
  items: readonly ReadinessItem[];
  dossier: Dossier;
  /** null = nothing can be filled in from here. */
  onOpen: ((opened: Opened) => void) | null;
}) {
  return (
    <ul className={classes.list}>
      {items.map((item) => (
        <li key={`${item.code} ${item.defendant}`} className={classes.row} data-state={item.state}>
          <ReadinessLine item={item} name={nameOf(dossier, item)} />
          {onOpen !== null && <Fix item={item} name={nameOf(dossier, item)} onOpen={onOpen} />}
        </li>
      ))}
    </ul>
  );
}

function partyOf(dossier: Dossier, opened: Opened | null) {
  if (opened === null || opened.what === "claim") return undefined;
  if (opened.what === "victim") return dossier.victim;
  const { defendant } = opened.what;
  return defendant === 0 ? dossier.defendant : dossier.coDefendants[defendant - 1];
}

/** Of several defendants, which one a line is about. */
function nameOf({ defendant, coDefendants }: Dossier, item: ReadinessItem): string {
  if (item.where !== "defendant" || coDefendants.length === 0) return "";
  return [defendant, ...coDefendants][item.defendant]?.person.name ?? "";
}

function ReadinessLine({ item, name }: { item: ReadinessItem; name: string }) {
  const { t } = useTranslation();
  const lacking = item.state === "missing" && item.asked === "always";
  return (
    <span className={classes.grow}>
      {named(t(`dossier.codes.${item.code}`), name)}:{" "}
      <span className={lacking ? classes.warning : classes.quiet}>
        {t(`dossier.states.${item.state}`)}
        {item.asked === "if-known" && item.state === "missing" && ` (${t("dossier.ifKnown")})`}
      </span>{" "}
      <span className={classes.quiet}>{t("dossier.article", { article: item.article })}</span>
    </span>
  );
}

function named(label: string, name: string): string {
  return name === "" ? label : `${label} (${name})`;
}

function Fix({
  item,
  name,
  onOpen,
}: {
  item: ReadinessItem;
  name: string;
  onOpen: (opened: Opened) => void;
}) {
  const { t } = useTranslation();
  const label = `${t("dossier.court.fill")}: ${named(t(`dossier.codes.${item.code}`), name)}`;
  const { where, code } = item;
  const mayLoad = useMay(loading.describe);
  if ((where === "source" || where === "report") && !mayLoad)
    return <span className={classes.quiet}>{t("dossier.court.filledBy")}</span>;
  if (where === "source" || where === "report") {
    return (
      <Button
        component={Link}
        to={where === "source" ? "/load?tab=sources" : "/load"}
        size="compact-xs"
        aria-label={label}
      >
        {t("dossier.court.fill")}
      </Button>
    );
  }
  return (
    <Button
      size="compact-xs"
      aria-label={label}
      onClick={() =>
        onOpen({ what: where === "defendant" ? { defendant: item.defendant } : where, code })
      }
    >
      {t("dossier.court.fill")}
    </Button>
  );
}

function ClaimFields({
  caseId,
  claim,
  dossier,
  may,
  opened,
  onOpen,
}: {
  caseId: string;
  claim: Claim;
  dossier: Dossier;
  may: boolean;
  /** The form stands open. */
  opened: Opened | null;
  onOpen: (open: boolean) => void;
}) {
  const { t } = useTranslation();
  if (!may) return null;
  if (opened === null) {
    return (
      <Button mt={10} onClick={() => onOpen(true)}>
        {t("dossier.change")}
      </Button>
    );
  }
  return (
    <DossierForm
      caseId={caseId}
      currency={claim.currency}
      dossier={dossier}
      first={(opened.code && CLAIM_FIELDS[opened.code]) ?? "court"}
      onDone={() => onOpen(false)}
    />
  );
}
