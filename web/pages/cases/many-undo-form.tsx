import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Claim } from "../../../contract/claims.ts";
import { saysSomething } from "../../../contract/clean-text.ts";
import { formatIsoDay } from "../../../contract/format/dates.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { AllClaims, OneClaimCells } from "./many-claims-table.tsx";
import classes from "./many-steps.module.css";
import { ReasonField } from "./reason-form.tsx";

/**
 * The last step of many claims never happened, for one reason. Nothing is chosen at first: most of
 * the steps are right.
 */
export function ManyUndoForm(props: {
  claims: readonly Claim[];
  /** So many claims have answered; null while nothing is at work. */
  progress: number | null;
  onUndo: (wanted: { reason: string; claims: { id: string; version: number }[] }) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { claims, progress } = props;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState("");
  const number = (value: number) => formatNumber(value, language);
  const choose = (ids: readonly string[], isChosen: boolean) => {
    const after = new Set(chosen);
    for (const id of ids) isChosen ? after.add(id) : after.delete(id);
    setChosen(after);
  };
  const ready = chosen.size > 0 && saysSomething(reason) && progress === null;
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        const wanted = claims
          .filter(({ id }) => chosen.has(id))
          .map(({ id, version }) => ({ id, version }));
        if (ready) props.onUndo({ reason: reason.trim(), claims: wanted });
      }}
    >
      <p className={classes.note}>{t("steps.mend.undoNote")}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is reached by keyboard */}
      <div className={classes.scroll} tabIndex={0}>
        <table className={classes.table} aria-label={t("bulk.steps.undo")}>
          <thead>
            <tr>
              <AllClaims open={claims.map(({ id }) => id)} chosen={chosen.size} onChoose={choose} />
              <th scope="col">{t("bulk.steps.claim")}</th>
              <th scope="col">{t("bulk.steps.parties")}</th>
              <th scope="col">{t("bulk.steps.undoOf")}</th>
            </tr>
          </thead>
          <tbody>
            {claims.map((claim) => (
              <tr key={claim.id} data-left={!chosen.has(claim.id) || undefined}>
                <OneClaimCells
                  claim={claim}
                  isChosen={chosen.has(claim.id)}
                  onChoose={(isChosen) => choose([claim.id], isChosen)}
                />
                <td>
                  <LastStep claim={claim} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ReasonField
        label={t("steps.mend.undoWhy")}
        placeholder={t("steps.mend.undoHint")}
        reason={reason}
        onReason={setReason}
      />
      <div className={classes.actions}>
        <Button type="submit" variant="filled" disabled={!ready} loading={progress !== null}>
          {t("bulk.steps.of", { step: t("bulk.steps.undo"), formatted: number(chosen.size) })}
        </Button>
        <span className={classes.note} role="status">
          {progress !== null &&
            t("bulk.steps.atWork", { done: number(progress), all: number(chosen.size) })}
        </span>
      </div>
    </form>
  );
}

/** The last step with what identifies it. */
function LastStep({ claim }: { claim: Claim }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { day, reference, court } = claim.moves.at(-1)?.facts ?? {};
  return [
    t(`cases.claimStatus.${claim.status}`),
    day === undefined ? undefined : formatIsoDay(day, language),
    reference,
    court,
  ]
    .filter(Boolean)
    .join(" · ");
}
