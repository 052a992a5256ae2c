import { Button, FileButton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { caseFiles } from "../../../contract/case-files.ts";
import type { Payment } from "../../../contract/ledger.ts";
import { caseFileAddress, useAddCaseFile, useCaseFiles } from "../../data/case-files.ts";
import { useMay } from "../../data/permissions.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useNotify } from "../../ui/use-notify.ts";
import classes from "./claim-ledger.module.css";

/** The receipts of a payment as files of the case. */
export function PaymentFiles({
  caseId,
  claim,
  payment,
}: {
  caseId: string;
  claim: string;
  payment: Payment;
}) {
  const { t } = useTranslation();
  const notify = useNotify();
  const found = useCaseFiles(caseId).data;
  const own = (found?.files ?? []).filter(
    (one) => one.payment === payment.id && one.removed === null,
  );
  const may = useMay(caseFiles.add) && found !== undefined && payment.cancelled === null;
  const add = useAddCaseFile(caseId, found?.version ?? 0);
  const attach = (file: File | null) => {
    if (file === null) return;
    const about = t("files.receiptAbout", { receipt: payment.receipt });
    add.mutate(
      { file, about, claim, payment: payment.id },
      { onSuccess: () => notify.done(t("files.added")) },
    );
  };
  return (
    <span className={classes.sub}>
      {own.map((file) => (
        <a key={file.id} href={caseFileAddress(caseId, file.id)} download={file.name}>
          {file.name}{" "}
        </a>
      ))}
      {may && (
        <FileButton onChange={attach}>
          {(props) => (
            <Button
              {...props}
              size="compact-xs"
              aria-label={`${t("files.receipt")}: ${payment.id}`}
              loading={add.isPending}
            >
              {t("files.receipt")}
            </Button>
          )}
        </FileButton>
      )}
      {add.isError && <ProblemNotice error={add.error} />}
    </span>
  );
}
