import i18next, { type TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { claimStatus } from "../../contract/claim-steps.ts";
import { verdict } from "../../contract/detection.ts";
import { formatDateTime } from "../../contract/format/dates.ts";
import type { Language } from "../../contract/languages.ts";
import { type ChangeKind, changeKind } from "../../contract/versions.ts";
import { isProblem } from "../api/problem.ts";
import type { problems } from "../i18n/en/problems.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { changeInWords, type NamedList, paramsInWords } from "./problem-params.ts";
import { useActor } from "./use-actor.ts";

export interface ProblemWords {
  readonly text: string;
  readonly remedy: string;
}

type KnownCode = keyof typeof problems;

function isKnown(code: string): code is KnownCode {
  return i18next.exists(`problems.${code}`);
}

/** Their detail ends with a sum; that of others may be the words of a person. */
const SUMS: readonly ChangeKind[] = ["paid", "figure-decided"];

const changed = z.object({ what: changeKind, detail: z.string(), by: z.string(), at: z.number() });

/**
 * Words for things that a court asks for or a step needs, for a part of what was approved, or for a
 * kind of letter.
 */
function listedName(code: string, list: NamedList): string | undefined {
  const places =
    list === "parts"
      ? [`steps.approval.parts.${code}`]
      : list === "letter"
        ? [`letters.kinds.${code}`]
        : [`dossier.codes.${code}`, `steps.fact.of.${code}`];
  const key = places.find((one) => i18next.exists(one));
  return key === undefined ? undefined : i18next.t(key as "dossier.codes.court");
}

/** Somebody was faster: what they did to the thing, who and when. */
function meanwhile(
  t: TFunction,
  language: Language,
  actor: (by: string) => string,
  params: unknown,
): ProblemWords {
  const remedy = t("problems.changed-meanwhile.remedy");
  const { data: last } = changed.safeParse(params);
  if (last === undefined) return { text: t("problems.changed-meanwhile.text"), remedy };
  const detail = ["moved", "step-corrected", "step-undone"].includes(last.what)
    ? t(`cases.claimStatus.${claimStatus.catch("draft").parse(last.detail)}`)
    : last.what === "decided"
      ? t(`clusters.verdicts.${verdict.catch("undecided").parse(last.detail)}`)
      : SUMS.includes(last.what)
        ? changeInWords(last.detail, language)
        : last.detail;
  const happened = t(`common.happened.${last.what}`, { detail });
  const date = formatDateTime(last.at, language);
  return { text: t("common.meanwhile", { happened, person: actor(last.by), date }), remedy };
}

/**
 * Words for any failure: translated by the problem's code where we have it, else the server's own
 * paragraph.
 */
export function useProblemText(): (error: unknown) => ProblemWords {
  const { t } = useTranslation();
  const language = useLanguage();
  const actor = useActor({ ask: false });
  return (error) => {
    if (!isProblem(error))
      return { text: t("problems.unexpected.text"), remedy: t("problems.unexpected.remedy") };
    const { code, detail, title, remedy, params } = error.problem;
    if (code === "changed-meanwhile") return meanwhile(t, language, actor, params ?? {});
    if (isKnown(code)) {
      const said = paramsInWords(params ?? {}, language, listedName);
      return { text: t(`problems.${code}.text`, said), remedy: t(`problems.${code}.remedy`, said) };
    }
    return { text: detail ?? title, remedy: remedy ?? "" };
  };
}
