import { Button } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { reports } from "../../../contract/reports.ts";
import { useEntered, useTakeReportOut } from "../../data/first-hour.ts";
import { useMay } from "../../data/permissions.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { ReasonedStep } from "./reasoned-step.tsx";

/**
 * The ways to correct a report and to take it out. Where its author may not correct it any more,
 * the button says why.
 */
export function ChangeReport({ id }: { id: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const entered = useEntered(id).data;
  const may = useMay(reports.correct);
  const takeOut = useTakeReportOut(id);
  if (!may || entered === undefined) return null;
  const { notCorrected, notTakenOut, version } = entered;
  return (
    <>
      {notCorrected === null && (
        <Button
          component={Link}
          to={`/reports/${encodeURIComponent(id)}/correct`}
          leftSection={<IconPencil size={15} />}
        >
          {t("reports.corrections.correct")}
        </Button>
      )}
      {(notCorrected === "confirmed" || notCorrected === "claimed") && (
        <Button disabled title={t(`reports.corrections.kept.${notCorrected}`)}>
          {t("reports.corrections.correct")}
        </Button>
      )}
      {notTakenOut === null && (
        <ReasonedStep
          folded
          label={t("reports.corrections.whyOut")}
          step={t("reports.corrections.takeOut")}
          busy={takeOut.isPending}
          onStep={(reason) =>
            takeOut.mutate({ version, reason }, { onSuccess: () => void navigate("/today") })
          }
        />
      )}
      {takeOut.isError && <ProblemNotice error={takeOut.error} />}
    </>
  );
}
