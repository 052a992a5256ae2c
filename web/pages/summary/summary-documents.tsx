import { Button } from "@mantine/core";
import { IconFileSpreadsheet, IconFileText } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { documentLanguage } from "../../../contract/document-language.ts";
import { measuresSummary, type SummaryPeriod } from "../../../contract/measures-summary.ts";
import type { PaperFormat } from "../../../contract/papers.ts";
import { addressOf } from "../../api/call.ts";
import { download } from "../../api/download.ts";
import { LanguageSelect } from "../../ui/language-select.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useDocumentLanguage } from "../../ui/use-document-language.ts";
import classes from "./summary.module.css";

/** The summary as a document in a language, and its records as an Excel table. */
export function SummaryDocuments({ period }: { period: SummaryPeriod }) {
  const { t } = useTranslation();
  const [language, setLanguage] = useDocumentLanguage();
  const make = useMutation({
    mutationFn: (what: PaperFormat | "xlsx" | "template") => download(address(what), "summary"),
  });
  const address = (what: PaperFormat | "xlsx" | "template") => {
    if (what === "template") return addressOf(measuresSummary.template, { query: { language } });
    return what === "xlsx"
      ? addressOf(measuresSummary.workbook, { query: { ...period, language } })
      : addressOf(measuresSummary.document, { query: { ...period, language, format: what } });
  };
  return (
    <div className={classes.documents}>
      <LanguageSelect
        size="xs"
        label={t("measures.summary.language")}
        languages={documentLanguage.options}
        value={language}
        onChange={setLanguage}
      />
      {(["docx", "pdf"] as const).map((format) => (
        <Button
          key={format}
          leftSection={<IconFileText size={15} />}
          loading={make.isPending && make.variables === format}
          onClick={() => make.mutate(format)}
        >
          {t(`measures.summary.${format}`)}
        </Button>
      ))}
      <Button
        leftSection={<IconFileSpreadsheet size={15} />}
        loading={make.isPending && make.variables === "xlsx"}
        onClick={() => make.mutate("xlsx")}
      >
        {t("measures.summary.excel")}
      </Button>
      <Button variant="subtle" onClick={() => make.mutate("template")}>
        {t("measures.summary.template")}
      </Button>
      {make.isError && <ProblemNotice error={make.error} />}
    </div>
  );
}
