import { useTranslation } from "react-i18next";
import {
  type ClaimMove,
  type ClaimStatus,
  type StepFact,
  type StepFacts,
  stepFact,
} from "../../../contract/claim-steps.ts";
import type { Claim } from "../../../contract/claims.ts";
import { formatDateTime, formatIsoDay } from "../../../contract/format/dates.ts";
import { formatMoney } from "../../../contract/format/money.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { useActor } from "../../ui/use-actor.ts";
import classes from "./cases.module.css";
import changes from "./claim-change.module.css";
import { CorrectStep } from "./claim-mend.tsx";
import formClasses from "./step-form.module.css";

/**
 * Every step of the claim with its day, its facts and its reason, the newest first. What was
 * corrected stands with what it was before, and a step that was a mistake with why.
 */
export function ClaimHistory({ caseId, claim }: { caseId: string; claim: Claim }) {
  const { t } = useTranslation();
  const actor = useActor();
  const language = useLanguage();
  const word = (status: ClaimStatus) => t(`cases.claimStatus.${status}`);
  const factText = (name: StepFact, value: string) => {
    if (name === "day" || name === "term") return formatIsoDay(value, language);
    if (name === "sum" || name === "penalty") return formatMoney(value, claim.currency, language);
    return name === "outcome" ? t(`steps.outcome.${value as "granted"}`) : value;
  };
  const factsText = (to: ClaimStatus, facts: StepFacts) =>
    stepFact.options
      .flatMap((name) => {
        const value = facts[name];
        const kind = to === "enforcement" ? "writ" : "of";
        return value === undefined
          ? []
          : [`${t(`steps.fact.${kind}.${name}`)}: ${factText(name, value)}`];
      })
      .join(" · ");
  const who = ({ at, by, reason }: { at: number; by: string; reason: string }) => ({
    ...{ date: formatDateTime(at, language), person: actor(by), reason },
  });
  const line = (one: Pick<ClaimMove, "at" | "from" | "to" | "by">) =>
    t("cases.claim.moveLine", {
      date: formatDateTime(one.at, language),
      from: word(one.from),
      to: word(one.to),
      person: actor(one.by),
    });
  const steps = claim.moves.map((move) => ({ at: move.at, move, mistake: null }));
  const mistakes = claim.undone.map((mistake) => ({ at: mistake.at, move: null, mistake }));
  const all = [...steps, ...mistakes].sort((one, other) => one.at - other.at).reverse();
  return (
    <section className={classes.moves}>
      <h3 className={changes.changeTitle}>{t("cases.claim.history")}</h3>
      <ol className={classes.history} aria-label={t("cases.claim.history")}>
        {all.map(({ at, move, mistake }) =>
          move === null ? (
            <li key={`${at} ${mistake.to} ${mistake.undone.at}`}>
              <s>{line(mistake)}</s>
              <s className={formClasses.facts}>{factsText(mistake.to, mistake.facts)}</s>
              <span className={classes.moveReason}>
                {t("steps.mend.undoneBy", who(mistake.undone))}
              </span>
            </li>
          ) : (
            <li key={`${at} ${move.from} ${move.to}`}>
              {line(move)} <CorrectStep caseId={caseId} claim={claim} move={move} />
              <span className={formClasses.facts}>{factsText(move.to, move.facts)}</span>
              {move.reason && <span className={classes.moveReason}>{move.reason}</span>}
              {[...move.corrections].reverse().map((was) => (
                <span key={was.at} className={classes.moveReason}>
                  {t("steps.mend.by", who(was))}{" "}
                  {t("steps.mend.before", {
                    facts: factsText(move.to, was.facts) || t("steps.mend.nothing"),
                  })}
                </span>
              ))}
            </li>
          ),
        )}
        <li>
          {t("cases.claim.openedLine", {
            date: formatDateTime(claim.openedAt, language),
            person: actor(claim.openedBy),
          })}
        </li>
      </ol>
    </section>
  );
}
