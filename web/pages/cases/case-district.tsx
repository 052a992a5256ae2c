import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CaseRow } from "../../../contract/cases.ts";
import { measuresSummary } from "../../../contract/measures-summary.ts";
import { useSetDistrict } from "../../data/measures.ts";
import { useMay } from "../../data/permissions.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import classes from "./dossier.module.css";

/** The district a case belongs to: summaries of a district count its claims. */
export function CaseDistrict({ found }: { found: Pick<CaseRow, "id" | "version" | "district"> }) {
  const { t } = useTranslation();
  const may = useMay(measuresSummary.setDistrict);
  const save = useSetDistrict(found);
  const [typed, setTyped] = useState<string | null>(null);
  const value = typed ?? found.district ?? "";
  if (!may) return null;
  return (
    <details className={classes.card}>
      <summary>
        {t("measures.summary.districtOfCase")}
        {found.district !== null && `: ${found.district}`}
      </summary>
      <form
        className={classes.line}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(value.trim(), { onSuccess: () => setTyped(null) });
        }}
      >
        <TextInput
          size="xs"
          label={t("measures.summary.districtOfCase")}
          maxLength={100}
          value={value}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button
          type="submit"
          disabled={value.trim() === (found.district ?? "")}
          loading={save.isPending}
        >
          {t("measures.summary.setDistrict")}
        </Button>
        {save.isError && <ProblemNotice error={save.error} />}
      </form>
    </details>
  );
}
