import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useCreateCase } from "../../data/cases.ts";
import { setOpenCase } from "../../data/open-case.ts";
import { useReports } from "../../data/reports.ts";
import { FormCard } from "../../ui/form-card.tsx";
import classes from "./cases.module.css";
import { ReportPicker } from "./report-picker.tsx";

/** A case of one's own: from crime reports, or empty, to be filled from Explore and Clusters. */
export function NewCase({ reports: begunWith }: { reports: readonly string[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const create = useCreateCase();
  const list = useReports();
  const [reports, setReports] = useState<readonly string[]>(begunWith);
  const [typed, setTyped] = useState<string | null>(null);
  const [first] = reports;
  const victim = list.data?.reports.find((report) => report.id === first)?.victimName;
  /** Until a person types a title, the first report gives one. */
  const proposed = first === undefined ? "" : [first, victim].filter(Boolean).join(" · ");
  const title = typed ?? proposed;
  return (
    <FormCard
      className={classes.newCase}
      error={create.error}
      onSubmit={() => {
        if (title.trim() === "") return;
        create.mutate(
          { title: title.trim(), reports: [...reports] },
          {
            onSuccess: (row) => {
              setOpenCase({ id: row.id, title: row.title });
              void navigate(`/cases/${encodeURIComponent(row.id)}`);
            },
          },
        );
      }}
    >
      <ReportPicker value={reports} onChange={setReports} />
      <TextInput
        className={classes.grow ?? ""}
        label={t("cases.createTitle")}
        placeholder={t("cases.createHint")}
        autoFocus
        required
        withAsterisk={false}
        maxLength={200}
        value={title}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button type="submit" variant="filled" loading={create.isPending}>
        {t("cases.createSubmit")}
      </Button>
    </FormCard>
  );
}
