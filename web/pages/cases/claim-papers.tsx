import { Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Claim } from "../../../contract/claims.ts";
import {
  type PaperFormat,
  type PaperKind,
  type PaperLanguage,
  paperKind,
  paperLanguage,
  papers,
} from "../../../contract/papers.ts";
import { usePapers } from "../../data/dossier.ts";
import { useMay } from "../../data/permissions.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { LanguageSelect } from "../../ui/language-select.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import details from "./claim-details.module.css";
import classes from "./dossier.module.css";

type Asked = PaperKind | "all";

/** Documents of the claim in the language of the court, or of all claims of the case at once. */
export function ClaimPapers({ caseId, claim }: { caseId: string; claim: Claim }) {
  const { t } = useTranslation();
  const screen = useLanguage();
  const may = useMay(papers.papers);
  const make = usePapers(caseId);
  const [asked, setAsked] = useState<Asked>("claim-statement");
  const [language, setLanguage] = useState<PaperLanguage>(screen === "kk" ? "kk" : "ru");
  if (!may) return null;
  const kinds = asked === "all" ? [...paperKind.options] : [asked];
  const send = (claims: string[], formats: PaperFormat[]) =>
    make.mutate({ claims, kinds, language, formats });
  return (
    <details className={details.details}>
      <summary>{t("dossier.papers.title")}</summary>
      <div className={classes.form}>
        <NativeSelect
          label={t("dossier.papers.kind")}
          data={["all" as const, ...paperKind.options].map((value) => ({
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
          <Button loading={make.isPending} onClick={() => send([claim.id], ["docx"])}>
            {t("dossier.papers.docx")}
          </Button>
          <Button loading={make.isPending} onClick={() => send([claim.id], ["pdf"])}>
            {t("dossier.papers.pdf")}
          </Button>
          <Button loading={make.isPending} onClick={() => send([], ["docx", "pdf"])}>
            {t("dossier.papers.bulk")}
          </Button>
        </div>
      </div>
      <p className={classes.note}>{t("dossier.papers.hint")}</p>
      {make.isError && <ProblemNotice error={make.error} />}
    </details>
  );
}
