import { Radio } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { claims, type FigureChoice, type VictimFigure } from "../../../contract/claims.ts";
import { formatDateTime } from "../../../contract/format/dates.ts";
import { useDecideFigure } from "../../data/cases.ts";
import { useMay } from "../../data/permissions.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { Money } from "../../ui/money.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useActor } from "../../ui/use-actor.ts";
import classes from "./cases.module.css";
import changes from "./claim-change.module.css";
import { ReasonForm } from "./reason-form.tsx";

/** Where the victim states another sum than the bank: both sums, and what a person decided. */
export function ClaimFigures(props: {
  caseId: string;
  /** Of the case as the page shows it. */
  version: number;
  figures: readonly VictimFigure[];
}) {
  return props.figures.map((figure) => (
    <Figure
      key={`${figure.report} ${figure.transferId} ${figure.decision?.at ?? ""}`}
      caseId={props.caseId}
      version={props.version}
      figure={figure}
    />
  ));
}

interface FigureProps {
  readonly caseId: string;
  readonly version: number;
  readonly figure: VictimFigure;
}

function Figure({ caseId, version, figure }: FigureProps) {
  const { t } = useTranslation();
  const actor = useActor();
  const language = useLanguage();
  const { decision } = figure;
  const sums = [
    ["stated", figure.stated, figure.statedCurrency],
    ["whole", figure.whole, figure.currency],
  ] as const;
  return (
    <section
      className={changes.change}
      data-open={decision === null || undefined}
      aria-label={t("cases.figure.title")}
    >
      <h3 className={changes.changeTitle}>
        {decision ? (
          <IconCircleCheck size={16} aria-hidden />
        ) : (
          <IconAlertTriangle size={16} aria-hidden />
        )}
        {t("cases.figure.title")}
      </h3>
      <div className={changes.changeFigures}>
        {sums.map(([word, amount, currency]) => (
          <div key={word} className={classes.fact}>
            <span className={classes.factLabel}>{t(`cases.figure.${word}`)}</span>
            <span className={classes.factValue}>
              <Money amount={amount} currency={currency} exact />
            </span>
          </div>
        ))}
      </div>
      {decision === null ? (
        <FigureForm caseId={caseId} version={version} figure={figure} />
      ) : (
        <p className={changes.changeKept}>
          {t(`cases.figure.decided.${decision.claim}`, {
            person: actor(decision.by),
            date: formatDateTime(decision.at, language),
          })}
          <span className={changes.changeReason}>{decision.reason}</span>
        </p>
      )}
    </section>
  );
}

function FigureForm({ caseId, version, figure }: FigureProps) {
  const { t } = useTranslation();
  const may = useMay(claims.decideFigure);
  const decide = useDecideFigure(caseId, version);
  const [claim, setClaim] = useState<FigureChoice>("transfer");
  const [reason, setReason] = useState("");
  if (!may) return null;
  const { report, transferId, stated, whole } = figure;
  return (
    <>
      <Radio.Group
        mt={8}
        label={t("cases.figure.which")}
        value={claim}
        onChange={(value) => setClaim(value === "stated" ? "stated" : "transfer")}
      >
        <Radio size="xs" mt={6} value="transfer" label={t("cases.figure.claim.transfer")} />
        <Radio
          size="xs"
          mt={6}
          value="stated"
          disabled={!figure.mayClaimStated}
          label={t("cases.figure.claim.stated")}
        />
      </Radio.Group>
      <ReasonForm
        label={t("cases.figure.why")}
        description={t("cases.figure.hint")}
        reason={reason}
        onReason={setReason}
        onSubmit={(words) =>
          decide.mutate({ report, transferId, stated, whole, claim, reason: words })
        }
        submit={t("cases.figure.submit")}
        sending={decide.isPending}
      >
        {decide.isError && <ProblemNotice error={decide.error} />}
      </ReasonForm>
    </>
  );
}
