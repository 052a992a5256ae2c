import i18next from "i18next";
import { useTranslation } from "react-i18next";
import { isProblem } from "../api/problem.ts";
import type { problems } from "../i18n/en/problems.ts";

export interface ProblemWords {
  readonly text: string;
  readonly remedy: string;
}

type KnownCode = keyof typeof problems;

function isKnown(code: string): code is KnownCode {
  return i18next.exists(`problems.${code}`);
}

/**
 * Words for any failure: translated by the problem's code where we have it, else the server's own
 * paragraph.
 */
export function useProblemText(): (error: unknown) => ProblemWords {
  const { t } = useTranslation();
  return (error) => {
    if (!isProblem(error))
      return { text: t("problems.unexpected.text"), remedy: t("problems.unexpected.remedy") };
    const { code, detail, title, remedy, params } = error.problem;
    if (isKnown(code))
      return {
        text: t(`problems.${code}.text`, params ?? {}),
        remedy: t(`problems.${code}.remedy`, params ?? {}),
      };
    return { text: detail ?? title, remedy: remedy ?? "" };
  };
}
