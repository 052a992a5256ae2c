import { Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Claim, ClaimToday } from "../../../contract/claims.ts";
import {
  type Dossier,
  PARTY_IN_BOTH_LANGUAGES,
  wordsOfDossier,
} from "../../../contract/dossier.ts";
import { isUntranslated, withTableCourt } from "../../../contract/foreign-text.ts";
import { formatIsoDay, isoDay } from "../../../contract/format/dates.ts";
import { isMinor } from "../../../contract/holder-number.ts";
import { wordsOfJoint } from "../../../contract/joint.ts";
import {
  decidedOn,
  isReduced,
  type PaperFormat,
  type PaperKind,
  type PaperLanguage,
  paperKind,
  paperLanguage,
  papers,
  whyNotMade,
} from "../../../contract/papers.ts";
import { useDossier, usePapers } from "../../data/dossier.ts";
import { useMay } from "../../data/permissions.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { LanguageSelect } from "../../ui/language-select.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { usePaperLanguage } from "../../ui/use-document-language.ts";
import details from "./claim-details.module.css";
import classes from "./dossier.module.css";

type Asked = PaperKind | "all";

/** Documents of the claim in the language of the court, or of all claims of the case at once. */
export function ClaimPapers({
  caseId,
  claim,
  today,
}: {
  caseId: string;
  claim: Claim;
  /** The claim beside the data of today; undefined while it is not known. */
  today: ClaimToday | undefined;
}) {
  const { t } = useTranslation();
  const may = useMay(papers.papers);
  const make = usePapers(caseId);
  const dossier = useDossier(caseId, claim.id).data;
  const [asked, setAsked] = useState<Asked>("claim-statement");
  const [language, setLanguage] = usePaperLanguage();
  const uiLanguage = useLanguage();
  if (!may) return null;
  const why = (kind: PaperKind) =>
    today && dossier ? whyNotMade(kind, stateOf(claim, today, dossier)) : null;
  // The court is told of a reduction only where there is one.
  const offered = paperKind.options.filter(
    (kind) => kind !== "claim-reduction" || (today && dossier && why(kind) !== "not-reduced"),
  );
  const notMade = asked === "all" ? offered.filter((kind) => why(kind)) : [asked];
  const isMade = asked === "all" || why(asked) === null;
  const kinds = asked === "all" ? offered : [asked];
  const foreign = dossier === undefined ? [] : untranslated(claim, dossier, language);
  const judgedOn = decidedOn(claim);
  const judged = judgedOn === null ? "" : formatIsoDay(judgedOn, uiLanguage);
  const send = (claims: string[], formats: PaperFormat[]) =>
    make.mutate({ claims, kinds, language, formats });
  return (
    <details className={details.details}>
      <summary>{t("dossier.papers.title")}</summary>
      <div className={classes.form}>
        <NativeSelect
          label={t("dossier.papers.kind")}
          data={["all" as const, ...offered].map((value) => ({
            value,
            label: t(value === "all" ? "dossier.papers.all" : `dossier.papers.kinds.${value}`),
          }))}
          value={asked}
          onChange={(event) => {
            const kind = paperKind.safeParse(event.currentTarget.value);
            setAsked(kind.success ? kind.data : "all");
          }}
        />
        <LanguageSelect
          label={t("dossier.papers.language")}
          languages={paperLanguage.options}
          value={language}
          onChange={setLanguage}
        />
        <div className={classes.actions}>
          <Button
            loading={make.isPending}
            disabled={!isMade}
            onClick={() => send([claim.id], ["docx"])}
          >
            {t("dossier.papers.docx")}
          </Button>
          <Button
            loading={make.isPending}
            disabled={!isMade}
            onClick={() => send([claim.id], ["pdf"])}
          >
            {t("dossier.papers.pdf")}
          </Button>
          <Button loading={make.isPending} onClick={() => send([], ["docx", "pdf"])}>
            {t("dossier.papers.bulk")}
          </Button>
        </div>
      </div>
      {notMade.map((kind) => {
        const reason = why(kind);
        return (
          reason !== null && (
            <p key={kind} className={classes.note}>
              {t(`dossier.papers.kinds.${kind}`)}:{" "}
              {t(`dossier.papers.notMade.${reason}`, { date: judged })}
            </p>
          )
        );
      })}
      {foreign.length > 0 && (
        <p className={classes.note} role="status">
          {t("dossier.papers.untranslated", { text: foreign.join("»; «") })}
        </p>
      )}
      <p className={classes.note}>{t("dossier.papers.hint")}</p>
      {make.isError && <ProblemNotice error={make.error} />}
    </details>
  );
}

/** Words of the dossier that a paper in the language leaves out: it prints a marked blank. */
function untranslated(claim: Claim, dossier: Dossier, language: PaperLanguage): string[] {
  const { victim, defendant, coDefendants } = dossier;
  const fields = { ...withTableCourt(dossier.fields, dossier.court), ...dossier.filedCourt };
  const parties = [victim, defendant, ...coDefendants].map((one) => one.person);
  return [
    ...[wordsOfJoint(claim.joint)].flatMap((one) => one ?? []),
    ...wordsOfDossier(fields),
    ...dossier.sanctions.map((text) => ({ text, kazakh: null })),
    ...parties.flatMap((one) =>
      PARTY_IN_BOTH_LANGUAGES.map(([own, kk]) => ({ text: one[own], kazakh: one[kk] })),
    ),
  ]
    .filter((written) => isUntranslated(language, written))
    .map(({ text, kazakh }) => text ?? kazakh ?? "");
}

/** What decides which papers a claim has today. */
function stateOf(claim: Claim, today: ClaimToday, dossier: Dossier) {
  const { victim, fields } = dossier;
  const { birthDate } = victim.person;
  const { filedOn, asked, askedByData, penaltyByData } = dossier;
  const filed = {
    filedOn,
    asked: BigInt(asked),
    askedByData: BigInt(askedByData),
    penaltyByData: penaltyByData == null ? null : BigInt(penaltyByData),
  };
  return {
    status: claim.status,
    decidedOn: decidedOn(claim),
    outstanding: BigInt(today.outstanding),
    asked: dossier.filedOn === null ? null : BigInt(dossier.asked),
    minor: birthDate !== null && isMinor(birthDate, isoDay(Date.now())),
    loans: fields.loans.length,
    reduced: isReduced(filed, BigInt(dossier.penalty?.penalty ?? "0")),
  };
}
