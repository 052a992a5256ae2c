import { IconAlertTriangle } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatIsoDay } from "../../../contract/format/dates.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import classes from "./many-steps.module.css";
import type { StepWarning } from "./step-warnings.ts";

/**
 * A step with warnings is taken by a second press: the first one asks. Other warnings are asked of
 * anew.
 */
export function useSecondPress(warnings: readonly StepWarning[]) {
  const key = JSON.stringify(warnings);
  const [asked, setAsked] = useState("");
  const isAsked = warnings.length > 0 && asked === key;
  return {
    isAsked,
    /** True where the press is taken. */
    press: () => {
      if (warnings.length === 0 || isAsked) return true;
      setAsked(key);
      return false;
    },
  };
}

/** The warnings in words, and what a second press does once the first has asked. */
export function StepWarnings(props: { warnings: readonly StepWarning[]; isAsked: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (props.warnings.length === 0) return null;
  const inWords = (one: StepWarning) => {
    const claims = one.claims.join(", ");
    if (one.about === "number") return t("steps.warn.number", { number: one.number, claims });
    if (one.about === "juvenile") return t("steps.warn.juvenile", { court: one.court, claims });
    return t("steps.warn.term", { term: formatIsoDay(one.term, language), claims });
  };
  return (
    <div className={classes.common} role="alert">
      <IconAlertTriangle size={15} aria-hidden />
      <div>
        {props.warnings.map((one) => (
          <div key={`${one.about} ${one.claims.join()}`}>{inWords(one)}</div>
        ))}
        {props.isAsked && <strong>{t("steps.warn.again")}</strong>}
      </div>
    </div>
  );
}
