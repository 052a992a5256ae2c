import { Button, Modal, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { saysSomething } from "../../../contract/clean-text.ts";
import type { Source } from "../../../contract/loading.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useNotify } from "../../ui/use-notify.ts";
import classes from "./load.module.css";
import { useWithdraw } from "./queries.ts";

/** Takes a loaded file back out; the reason stays with it in the history. */
export function WithdrawDialog({ source, onClose }: { source: Source; onClose: () => void }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const withdraw = useWithdraw();
  const [reason, setReason] = useState("");
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("load.sources.withdrawTitle", { name: source.fileName })}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <form
        className={classes.tab}
        onSubmit={(event) => {
          event.preventDefault();
          withdraw.mutate(
            { id: source.id, reason },
            {
              onSuccess: () => {
                notify.done(t("load.sources.withdrawn", { name: source.fileName }));
                onClose();
              },
            },
          );
        }}
      >
        <p>{t("load.sources.withdrawText")}</p>
        <Textarea
          label={t("common.reason")}
          description={t("load.sources.withdrawReason")}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={500}
          autosize
          minRows={2}
          required
          data-autofocus
        />
        {withdraw.isError && <ProblemNotice error={withdraw.error} />}
        <div className={classes.fileActions}>
          <Button variant="subtle" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button
            type="submit"
            variant="filled"
            loading={withdraw.isPending}
            disabled={!saysSomething(reason)}
          >
            {t("load.sources.withdraw")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
