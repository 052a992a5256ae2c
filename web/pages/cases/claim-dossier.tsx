import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Claim } from "../../../contract/claims.ts";
import { type Dossier, dossiers, type ReadinessItem } from "../../../contract/dossier.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import { useDossier } from "../../data/dossier.ts";
import { useMay } from "../../data/permissions.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import details from "./claim-details.module.css";
import classes from "./dossier.module.css";
import { DossierForm } from "./dossier-form.tsx";
import { PersonForm } from "./person-form.tsx";

type Opened = "victim" | "claim" | { readonly defendant: number } | null;

/**
 * What a court takes of the claim beside its sum: each thing that is missing is one click from
 * being written down.
 */
export function ClaimDossier({ caseId, claim }: { caseId: string; claim: Claim }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const query = useDossier(caseId, claim.id);
  const may = useMay(dossiers.saveDossier);
  const [opened, setOpened] = useState<Opened>(null);
  if (query.isError) return <ProblemNotice error={query.error} />;
  if (!query.data) return null;
  const dossier = query.data;
  const party = partyOf(dossier, opened);
  const lacking = dossier.readiness.filter(
    (item) => item.state === "missing" && item.asked === "always",
  ).length;
  return (
    <details className={details.details}>
      <summary>
        {t("dossier.court.title")}:{" "}
        <span className={lacking > 0 ? classes.warning : ""}>
          {lacking === 0
            ? t("dossier.court.ready")
            : t("dossier.court.missing", {
                count: lacking,
                formatted: formatNumber(lacking, language),
              })}
        </span>
      </summary>
      <ul className={classes.list}>
        {dossier.readiness.map((item) => (
          <li
            key={`${item.code} ${item.defendant}`}
            className={classes.row}
            data-state={item.state}
          >
            <ReadinessLine item={item} name={nameOf(dossier, item)} />
            {may && item.state === "missing" && (
              <Fix item={item} name={nameOf(dossier, item)} onOpen={setOpened} />
            )}
          </li>
        ))}
      </ul>
      <p className={classes.note}>{t("dossier.court.blank")}</p>
      {party && (
        <PersonForm
          key={JSON.stringify(opened)}
          caseId={caseId}
          version={dossier.caseVersion}
          id={party.id}
          person={party.person}
          onDone={() => setOpened(null)}
        />
      )}
      <ClaimFields
        caseId={caseId}
        claim={claim}
        dossier={dossier}
        may={may}
        opened={opened === "claim"}
        onOpen={(open) => setOpened(open ? "claim" : null)}
      />
    </details>
  );
}

function partyOf(dossier: Dossier, opened: Opened) {
  if (opened === null || opened === "claim") return undefined;
  if (opened === "victim") return dossier.victim;
  return opened.defendant === 0 ? dossier.defendant : dossier.coDefendants[opened.defendant - 1];
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
      {named(t(`dossier.codes.${item.code}`), name)}{" "}
      <span className={lacking ? classes.warning : classes.quiet}>
        {t(`dossier.states.${item.state}`)}
        {item.asked === "if-known" && ` (${t("dossier.ifKnown")})`}
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
  const { where } = item;
  if (where === "source" || where === "report") {
    return (
      <Button component={Link} to="/load" size="compact-xs" aria-label={label}>
        {t("dossier.court.fill")}
      </Button>
    );
  }
  return (
    <Button
      size="compact-xs"
      aria-label={label}
      onClick={() => onOpen(where === "defendant" ? { defendant: item.defendant } : where)}
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
  opened: boolean;
  onOpen: (open: boolean) => void;
}) {
  const { t } = useTranslation();
  if (!may) return null;
  if (!opened) {
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
      onDone={() => onOpen(false)}
    />
  );
}
