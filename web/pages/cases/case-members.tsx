import { Button, MultiSelect } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { caseMembers } from "../../../contract/case-members.ts";
import { useCaseMembers, useSetCaseMembers } from "../../data/case-members.ts";
import { useMay } from "../../data/permissions.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import classes from "./dossier.module.css";

/** Who works on the case: whom a colleague asks. */
export function CaseMembers({
  caseId,
  open,
}: {
  caseId: string;
  /** A closed case takes nothing. */
  open: boolean;
}) {
  const { t } = useTranslation();
  const query = useCaseMembers(caseId);
  const may = useMay(caseMembers.set) && open;
  const set = useSetCaseMembers(caseId, query.data?.version ?? 0);
  const [chosen, setChosen] = useState<string[] | null>(null);
  if (query.isError) return <ProblemNotice error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return null;
  const { members, others } = query.data;
  const logins = members.map((one) => one.login);
  return (
    <details className={classes.card}>
      <summary>
        {t("cases.members.title")}:{" "}
        {members.map((one) => one.name).join(", ") || t("cases.members.none")}
      </summary>
      {may && (
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault();
            set.mutate(chosen ?? logins, { onSuccess: () => setChosen(null) });
          }}
        >
          <MultiSelect
            className={classes.wide ?? ""}
            label={t("cases.members.who")}
            description={t("cases.members.hint")}
            searchable
            data={[...members, ...others].map((one) => ({
              value: one.login,
              label: `${one.name} (${one.login})`,
            }))}
            value={chosen ?? logins}
            onChange={setChosen}
          />
          <div className={classes.actions}>
            <Button type="submit" disabled={chosen === null} loading={set.isPending}>
              {t("dossier.save")}
            </Button>
          </div>
          {set.isError && <ProblemNotice error={set.error} />}
        </form>
      )}
    </details>
  );
}
