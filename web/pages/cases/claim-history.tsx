import { useTranslation } from "react-i18next";
import { type ClaimStatus, type StepFact, stepFact } from "../../../contract/claim-steps.ts";
import type { Claim } from "../../../contract/claims.ts";
import { formatDateTime, formatIsoDay } from "../../../contract/format/dates.ts";
import { formatMoney } from "../../../contract/format/money.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { useActor } from "../../ui/use-actor.ts";
import classes from "./cases.module.css";
import changes from "./claim-change.module.css";
import formClasses from "./step-form.module.css";

/** Every step of the claim with its day, its facts and its reason, the newest first. */
export function ClaimHistory({ claim }: { claim: Claim }) {
  const { t } = useTranslation();
  const actor = useActor();
  const language = useLanguage();
  const word = (status: ClaimStatus) => t(`cases.claimStatus.${status}`);
  const factText = (name: StepFact, value: string) => {
    if (name === "day" || name === "term") return formatIsoDay(value, language);
    if (name === "sum" || name === "penalty") return formatMoney(value, claim.currency, language);
    return name === "outcome" ? t(`steps.outcome.${value as "granted"}`) : value;
  };
  return (
    <section className={classes.moves}>
      <h3 className={changes.changeTitle}>{t("cases.claim.history")}</h3>
      <ol className={classes.history} aria-label={t("cases.claim.history")}>
        {[...claim.moves].reverse().map((one) => (
          <li key={`${one.at} ${one.from} ${one.to}`}>
            {t("cases.claim.moveLine", {
              date: formatDateTime(one.at, language),
              from: word(one.from),
              to: word(one.to),
              person: actor(one.by),
            })}
            <span className={formClasses.facts}>
              {stepFact.options
                .flatMap((name) => {
                  const value = one.facts[name];
                  const kind = one.to === "enforcement" ? "writ" : "of";
                  return value === undefined
                    ? []
                    : [`${t(`steps.fact.${kind}.${name}`)}: ${factText(name, value)}`];
                })
                .join(" · ")}
            </span>
            {one.reason && <span className={classes.moveReason}>{one.reason}</span>}
          </li>
        ))}
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
